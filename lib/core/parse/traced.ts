/**
 * Text that remembers where in the document each of its characters stands, so that it can be cut, cleaned and joined
 * across page breaks and still be turned back into spans.
 */
import type { Span } from '@/lib/core/model/span';

/** `length` characters of the text from `at` on stand in the document from `start` on. */
export interface Piece {
  at: number;
  start: number;
  length: number;
}

export interface Traced {
  text: string;
  /** In order, not overlapping; what no piece covers was added while joining. */
  pieces: readonly Piece[];
}

export const EMPTY: Traced = { text: '', pieces: [] };

export const traced = (text: string, start: number): Traced => ({
  text,
  pieces: text ? [{ at: 0, start, length: text.length }] : [],
});

/** Index of the first piece that ends after `offset`. */
function firstAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && piece.at + piece.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function piecesWithin(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const within: Piece[] = [];
  for (let i = firstAfter(pieces, from); i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (!piece || piece.at >= to) break;
    const skip = Math.max(0, from - piece.at);
    const length = Math.min(piece.at + piece.length, to) - piece.at - skip;
    if (length > 0) within.push({ at: piece.at + skip, start: piece.start + skip, length });
  }
  return within;
}

export function slice({ text, pieces }: Traced, from: number, to = text.length): Traced {
  const own = piecesWithin(pieces, from, to);
  for (const piece of own) piece.at -= from;
  return { text: text.slice(from, to), pieces: own };
}

export function trim(source: Traced): Traced {
  const { text } = source;
  const lead = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return lead === 0 && end === text.length ? source : slice(source, Math.min(lead, end), end);
}

/** Joins with `separator`, which belongs to no place. */
export function join(parts: readonly Traced[], separator: string): Traced {
  const pieces: Piece[] = [];
  let length = 0;
  for (const [i, part] of parts.entries()) {
    if (i > 0) length += separator.length;
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + length });
    length += part.text.length;
  }
  return { text: parts.map((part) => part.text).join(separator), pieces };
}

/** Leaves out every match of `pattern` (global). */
export function without(source: Traced, pattern: RegExp): Traced {
  if (source.text.search(pattern) < 0) return source;
  const parts: Traced[] = [];
  let from = 0;
  for (const { 0: match, index } of source.text.matchAll(pattern)) {
    parts.push(slice(source, from, index));
    from = index + match.length;
  }
  return parts.length === 0 ? source : join([...parts, slice(source, from)], '');
}

/** Where `[from, to)` of the text stands in the document; what touches is one span. */
export function spansOf({ text, pieces }: Traced, from = 0, to = text.length): Span[] {
  const spans: Span[] = [];
  for (const { start, length } of piecesWithin(pieces, from, to)) {
    const last = spans.at(-1);
    if (last && start >= last.end && start - last.end <= 1) last.end = start + length;
    else spans.push({ start, end: start + length });
  }
  return spans;
}
