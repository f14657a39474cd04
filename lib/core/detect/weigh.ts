/**
 * Weighs the weak signals of a text and gives a confidence that it is policy, with the words that led there. Shared by
 * the cheap verdict in the page and the full one. Linear in the text, which callers cap.
 */
import { TEXT_SIGNALS, type TextSignal, TITLE_SIGNALS } from '../lexicon/signals';

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

function weighOne(signal: TextSignal, text: string): WeighedReason | null {
  let count = 0;
  let first = '';
  if (signal.pattern.global) {
    for (const match of text.matchAll(signal.pattern)) {
      if (count === 0) first = match[0];
      if (++count >= signal.cap) break;
    }
  } else {
    const match = signal.pattern.exec(text);
    if (match) {
      count = 1;
      first = match[0];
    }
  }
  if (count === 0) return null;
  return { code: signal.code, text: first.trim().slice(0, MAX_EVIDENCE), weight: signal.weight * count };
}

/** Applies title signals to the title and text signals to the text. */
export function weighText(title: string, text: string): Weighed {
  const reasons = [
    ...TITLE_SIGNALS.map((signal) => weighOne(signal, title)),
    ...TEXT_SIGNALS.map((signal) => weighOne(signal, text)),
  ].filter((reason) => reason !== null);
  return { weight: reasons.reduce((sum, reason) => sum + reason.weight, 0), reasons };
}

const HAN = /\p{Script=Han}+/gu;
const OTHER_LETTERS =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Thai}\p{Script=Arabic}]+/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
/** How much of a text is looked at to tell its language. */
const LANGUAGE_SAMPLE = 12_000;

/** Characters that `pattern` matches in runs: a match for each of them would take longer than all signals together. */
const count = (text: string, pattern: RegExp): number =>
  (text.match(pattern) ?? []).reduce((total, run) => total + run.length, 0);

/** Share of Han characters among letters, 0–1; kana or hangul make it 0. */
export function hanShare(text: string): number {
  const sample =
    text.length > LANGUAGE_SAMPLE
      ? text.slice(text.length / 2 - LANGUAGE_SAMPLE / 2, text.length / 2 + LANGUAGE_SAMPLE / 2)
      : text;
  const han = count(sample, HAN);
  const other = count(sample, OTHER_LETTERS);
  if (han === 0 || count(sample, KANA) > han * 0.05) return 0;
  // A Latin word of five letters weighs like one or two Han characters.
  return han / (han + other / 4);
}

/** Weight → confidence; `bias` is the weight at which it is even. */
export const confidence = (weight: number, bias: number): number => 1 / (1 + Math.exp(bias - weight));
