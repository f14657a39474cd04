/**
 * Weighs the weak signals of a text and gives a confidence that it is policy, with the words that led there. Shared by
 * the cheap verdict in the page and the full one. Linear in the text, which callers cap.
 */
import { signals, type TextSignal } from '../lexicon/signals';
import { type Found, wordSearch } from './words';

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
const evidenceOf = ([found, ...before]: RegExpExecArray): string => before.join('') + found;

const NOTHING: Found = { count: 0, first: '' };

/** Occurrences of a pattern, counted up to `most`. */
function occurrences(pattern: RegExp, text: string, most: number): Found {
  // Not `matchAll`, which makes a copy of the pattern for each text.
  pattern.lastIndex = 0;
  const found = most > 0 ? pattern.exec(text) : null;
  if (!found) return NOTHING;
  let count = 1;
  while (pattern.global && count < most && pattern.test(text)) count += 1;
  return { count, first: evidenceOf(found) };
}

function weighOne({ code, pattern, weight, cap }: TextSignal, text: string, words = NOTHING): WeighedReason | null {
  const phrases = pattern ? occurrences(pattern, text, cap - words.count) : NOTHING;
  const count = Math.min(cap, words.count + phrases.count);
  if (count === 0) return null;
  return { code, text: (words.first || phrases.first).trim().slice(0, MAX_EVIDENCE), weight: weight * count };
}

/** Signals of the text that have words with the search for them, and the others; set up with the first text. */
interface Kinds {
  worded: readonly TextSignal[];
  others: readonly TextSignal[];
  search: (text: string) => Found[];
}
let kinds: Kinds | undefined;

function kindsOf(text: readonly TextSignal[]): Kinds {
  if (kinds) return kinds;
  const worded = text.filter(({ words }) => words !== undefined);
  const others = text.filter(({ words }) => words === undefined);
  kinds = { worded, others, search: wordSearch(worded.map(({ words = '' }) => ({ words }))) };
  return kinds;
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
  const { worded, others, search } = kindsOf(known.text);
  const words = search(text);
  const reasons = [
    ...known.title.map((signal) => weighOne(signal, title)),
    ...worded.map((signal, i) => weighOne(signal, text, words[i])),
    ...others.map((signal) => weighOne(signal, text)),
  ].filter((reason) => reason !== null);
  const matter = reasons.filter(({ code, weight }) => weight > 0 && !known.forms.has(code));
  if (text.length >= MIN_TEXT && reasons.length > 0 && sum(matter) < MIN_MATTER) reasons.push(FORM_ONLY);
  return { weight: sum(reasons), reasons };
}

/** How much of a text is looked at to tell its language. */
const LANGUAGE_SAMPLE = 12_000;

const isHan = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xf900 && unit <= 0xfaff);
/** Kana and hangul. */
const isKana = (unit: number): boolean =>
  (unit >= 0x3041 && unit <= 0x30fa && (unit <= 0x3096 || unit >= 0x30a1)) || (unit >= 0xac00 && unit <= 0xd7af);
/** Latin, Cyrillic, Arabic, Thai. */
const isLetter = (unit: number): boolean =>
  unit < 0x0080
    ? (unit >= 0x0041 && unit <= 0x005a) || (unit >= 0x0061 && unit <= 0x007a)
    : (unit >= 0x00c0 && unit <= 0x024f) ||
      (unit >= 0x0400 && unit <= 0x052f) ||
      (unit >= 0x0600 && unit <= 0x06ff) ||
      (unit >= 0x0e00 && unit <= 0x0e7f);

/** Share of Han characters among letters, 0–1; kana or hangul make it 0. */
export function hanShare(text: string): number {
  const from = Math.max(0, Math.floor((text.length - LANGUAGE_SAMPLE) / 2));
  const end = Math.min(text.length, from + LANGUAGE_SAMPLE);
  let [han, kana, letters] = [0, 0, 0];
  for (let at = from; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (isHan(unit)) han += 1;
    else if (isKana(unit)) kana += 1;
    else if (isLetter(unit)) letters += 1;
  }
  if (han === 0 || kana > han * 0.05) return 0;
  // A Latin word of five letters weighs like one or two Han characters.
  return han / (han + (letters + kana) / 4);
}

/** Weight → confidence; `bias` is the weight at which it is even. */
export const confidence = (weight: number, bias: number): number => 1 / (1 + Math.exp(bias - weight));
