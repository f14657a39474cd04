/**
 * Finds an anchored passage again: by its quote, among several places by what stood around it and by where it stood.
 * White space, width and quotation marks do not count; a bounded share of the quote may have been edited.
 */
import type { Anchor } from '../model/anchor';
import type { Span } from '../model/span';
import { approximatePlaces } from './approximate';
import { type Folded, fold, unfold } from './folded';

export interface Resolved {
  span: Span;
  /** 0–1; 1 = same words, same surroundings, same place. */
  score: number;
}

/** Share of the quote that may differ. */
const MAX_ERRORS = 0.25;
const MAX_PLACES = 500;
const WEIGHT = { quote: 0.6, context: 0.3, position: 0.1 };
/** Below this the passage counts as gone. */
const MIN_SCORE = 0.45;

interface Place {
  start: number;
  end: number;
  /** 0–1. */
  quote: number;
}

function exactPlaces(quote: string, text: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(quote); at >= 0 && places.length < MAX_PLACES; at = text.indexOf(quote, at + 1)) {
    places.push({ start: at, end: at + quote.length, quote: 1 });
  }
  return places;
}

function placesOf(quote: string, text: string): Place[] {
  const exact = exactPlaces(quote, text);
  if (exact.length > 0) return exact;
  return approximatePlaces(quote, text, Math.floor(quote.length * MAX_ERRORS)).map(({ start, end, errors }) => ({
    start,
    end,
    quote: 1 - errors / quote.length,
  }));
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
const reversed = (text: string): string => [...text].reverse().join('');

/** Share of the remembered surroundings that still stand there; 1 where nothing is remembered. */
function contextScore(text: string, { start, end }: Place, prefix: string, suffix: string): number {
  if (prefix.length + suffix.length === 0) return 1;
  const before = text.slice(Math.max(0, start - prefix.length), start);
  const after = text.slice(end, end + suffix.length);
  return (
    (commonStart(reversed(prefix), reversed(before)) + commonStart(suffix, after)) / (prefix.length + suffix.length)
  );
}

/** End of a passage whose quote was cut: where its suffix stands near the length it had. */
function endOf(folded: Folded, start: number, found: number, anchor: Anchor, suffix: string): number {
  const length = anchor.position.end - anchor.position.start;
  if (length <= anchor.exact.length) return unfold(folded, start, found).end;
  const from = folded.offsets[start] ?? 0;
  const expected = from + length;
  const slack = Math.max(200, Math.round(length * MAX_ERRORS));
  let at = -1;
  let nearest = slack + 1;
  for (
    let next = suffix ? folded.text.indexOf(suffix, found) : -1;
    next >= 0;
    next = folded.text.indexOf(suffix, next + 1)
  ) {
    const offset = folded.offsets[next] ?? 0;
    if (offset > expected + slack) break;
    if (Math.abs(offset - expected) < nearest) {
      nearest = Math.abs(offset - expected);
      at = next;
    }
  }
  if (at > start) return unfold(folded, start, at).end;
  return Math.min(expected, folded.offsets.at(-1) ?? expected);
}

/** Null when the passage is gone. `text` is the document's text as it is now. */
export function resolveAnchor(text: string, anchor: Anchor): Resolved | null {
  const folded = fold(text);
  const quote = fold(anchor.exact).text;
  if (!quote) return null;
  const prefix = fold(anchor.prefix).text;
  const suffix = fold(anchor.suffix).text;
  // What follows a quote that was cut is more of the passage, not its suffix.
  const whole = anchor.position.end - anchor.position.start <= anchor.exact.length;
  let best: { place: Place; score: number } | undefined;
  for (const place of placesOf(quote, folded.text)) {
    const distance = Math.abs((folded.offsets[place.start] ?? 0) - anchor.position.start);
    const score =
      WEIGHT.quote * place.quote +
      WEIGHT.context * contextScore(folded.text, place, prefix, whole ? suffix : '') +
      WEIGHT.position * (1 - Math.min(1, distance / Math.max(1, text.length)));
    if (!best || score > best.score) best = { place, score };
  }
  if (!best || best.score < MIN_SCORE) return null;
  const { start, end } = best.place;
  const span = { start: folded.offsets[start] ?? 0, end: endOf(folded, start, end, anchor, suffix) };
  return { span, score: Math.round(best.score * 1_000) / 1_000 };
}
