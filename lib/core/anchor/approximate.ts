/**
 * Where a quote stands in a text that was edited since. Pieces of the quote are looked up exactly and vote for a place;
 * only there the quote is aligned (Sellers' algorithm), so that the time grows with the text, not with its square.
 */

export interface Approximate {
  start: number;
  end: number;
  /** Insertions, deletions and replacements. */
  errors: number;
}

const PIECE = 8;
/** A piece that occurs more often says nothing about the place. */
const MAX_OCCURRENCES = 200;
const MAX_PLACES = 12;

/** Best place of `pattern` in `text[from, to)`, both ends free. */
function align(pattern: string, text: string, from: number, to: number): Approximate {
  const rows = pattern.length;
  let errors = Int32Array.from({ length: rows + 1 }, (_, i) => i);
  let starts = new Int32Array(rows + 1).fill(from);
  let best: Approximate = { start: from, end: from, errors: rows };
  for (let at = from; at < to; at += 1) {
    const nextErrors = new Int32Array(rows + 1);
    const nextStarts = new Int32Array(rows + 1);
    nextStarts[0] = at + 1;
    const code = text.charCodeAt(at);
    for (let row = 1; row <= rows; row += 1) {
      const same = (errors[row - 1] ?? 0) + (pattern.charCodeAt(row - 1) === code ? 0 : 1);
      const more = (errors[row] ?? 0) + 1;
      const less = (nextErrors[row - 1] ?? 0) + 1;
      const least = Math.min(same, more, less);
      nextErrors[row] = least;
      nextStarts[row] = (least === same ? starts[row - 1] : least === more ? starts[row] : nextStarts[row - 1]) ?? from;
    }
    errors = nextErrors;
    starts = nextStarts;
    const total = errors[rows] ?? rows;
    // Of equal ends the one that ends as the quote does: words were put in rather than left out.
    const better = total < best.errors || (total === best.errors && code === pattern.charCodeAt(rows - 1));
    if (better) best = { start: starts[rows] ?? from, end: at + 1, errors: total };
  }
  return best;
}

/** Starts of the quote that its pieces vote for, best first. */
function votedStarts(quote: string, text: string): number[] {
  const votes = new Map<number, { count: number; start: number }>();
  for (let piece = 0; piece + PIECE <= quote.length; piece += PIECE) {
    const needle = quote.slice(piece, piece + PIECE);
    let at = text.indexOf(needle);
    for (let seen = 0; at >= 0 && seen < MAX_OCCURRENCES; seen += 1) {
      const start = at - piece;
      const bucket = Math.round(start / (PIECE * 4));
      const vote = votes.get(bucket) ?? { count: 0, start };
      vote.count += 1;
      votes.set(bucket, vote);
      at = text.indexOf(needle, at + 1);
    }
  }
  const ranked = [...votes.values()].sort((a, b) => b.count - a.count);
  return ranked.slice(0, MAX_PLACES).map(({ start }) => start);
}

/** All places where `quote` stands with at most `maxErrors`, best first. */
export function approximatePlaces(quote: string, text: string, maxErrors: number): Approximate[] {
  const slack = maxErrors + PIECE * 4;
  return votedStarts(quote, text)
    .map((start) => align(quote, text, Math.max(0, start - slack), Math.min(text.length, start + quote.length + slack)))
    .filter(({ errors }) => errors <= maxErrors)
    .sort((a, b) => a.errors - b.errors);
}
