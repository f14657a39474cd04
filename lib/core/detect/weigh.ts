/**
 * Weighs the weak signals of a text and gives a confidence that it is policy, with the words that led there. Shared by
 * the cheap verdict in the page and the full one. Linear in the text, which callers cap.
 */
import { signals, type TextSignal } from '../lexicon/signals';

export interface WeighedReason {
  code: string;
  text?: string;
  weight: number;
}

export interface Weighed {
  /** Sum of all weights. */
  weight: number;
  reasons: WeighedReason[];
}

/** Longest words kept as evidence. */
const MAX_EVIDENCE = 40;

/** The words that were found, with those before them that the pattern only looks back at. */
const evidenceOf = ([found, before = '']: RegExpMatchArray): string => before + found;

function weighOne(signal: TextSignal, text: string): WeighedReason | null {
  let count = 0;
  let first = '';
  if (signal.pattern.global) {
    for (const match of text.matchAll(signal.pattern)) {
      if (count === 0) first = evidenceOf(match);
      if (++count >= signal.cap) break;
    }
  } else {
    const match = signal.pattern.exec(text);
    if (match) {
      count = 1;
      first = evidenceOf(match);
    }
  }
  if (count === 0) return null;
  return { code: signal.code, text: first.trim().slice(0, MAX_EVIDENCE), weight: signal.weight * count };
}

/** A name and a numbering that end like policy, and next to nothing of what policy speaks about. */
const FORM_ONLY: WeighedReason = { code: 'form_only', weight: -1.2 };
const MIN_MATTER = 0.2;
/** Shorter texts cannot be expected to say more than their title. */
const MIN_TEXT = 200;

const sum = (reasons: readonly WeighedReason[]): number => reasons.reduce((total, { weight }) => total + weight, 0);

/** Applies title signals to the title and text signals to the text. */
export function weighText(title: string, text: string): Weighed {
  const known = signals();
  const reasons = [
    ...known.title.map((signal) => weighOne(signal, title)),
    ...known.text.map((signal) => weighOne(signal, text)),
  ].filter((reason) => reason !== null);
  const forms = new Set([...known.title, ...known.text].filter(({ form }) => form).map(({ code }) => code));
  const matter = reasons.filter(({ code, weight }) => weight > 0 && !forms.has(code));
  if (text.length >= MIN_TEXT && reasons.length > 0 && sum(matter) < MIN_MATTER) reasons.push(FORM_ONLY);
  return { weight: sum(reasons), reasons };
}

// Blocks instead of script properties: compiling those sets alone took longer than matching them.
const HAN = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]+/gu;
/** Latin, Cyrillic, Arabic, Thai, kana, hangul. */
const OTHER_LETTERS =
  /[A-Za-z\u00C0-\u024F\u0400-\u052F\u0600-\u06FF\u0E00-\u0E7F\u3041-\u3096\u30A1-\u30FA\uAC00-\uD7AF]+/gu;
const KANA = /[\u3041-\u3096\u30A1-\u30FA\uAC00-\uD7AF]+/gu;
/** How much of a text is looked at to tell its language. */
const LANGUAGE_SAMPLE = 12_000;

/** What is left of a text without what `pattern` matches. Quicker than a list of the matches to count. */
const without = (text: string, pattern: RegExp): string => text.replace(pattern, '');

/** Share of Han characters among letters, 0–1; kana or hangul make it 0. */
export function hanShare(text: string): number {
  const sample =
    text.length > LANGUAGE_SAMPLE
      ? text.slice(text.length / 2 - LANGUAGE_SAMPLE / 2, text.length / 2 + LANGUAGE_SAMPLE / 2)
      : text;
  const rest = without(sample, HAN);
  const han = sample.length - rest.length;
  const other = rest.length - without(rest, OTHER_LETTERS).length;
  if (han === 0 || rest.length - without(rest, KANA).length > han * 0.05) return 0;
  // A Latin word of five letters weighs like one or two Han characters.
  return han / (han + other / 4);
}

/** Weight → confidence; `bias` is the weight at which it is even. */
export const confidence = (weight: number, bias: number): number => 1 / (1 + Math.exp(bias - weight));
