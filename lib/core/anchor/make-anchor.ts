/** Makes the anchor of a passage: its quote with what stands before and after it, and where it stood. */
import type { Anchor } from '../model/anchor';
import type { Span } from '../model/span';

export const EXACT_CHARS = 300;
export const CONTEXT_CHARS = 32;

/** Smallest span that holds all of `spans`; empty at 0 for none. */
export function hull(spans: readonly Span[]): Span {
  const [first] = spans;
  if (!first) return { start: 0, end: 0 };
  return spans.reduce(
    (all, { start, end }) => ({ start: Math.min(all.start, start), end: Math.max(all.end, end) }),
    first,
  );
}

/** Cut after at most `length` units, never inside a character. */
const head = (text: string, length: number): string => text.slice(0, length).toWellFormed();

/** `spans` count in `text`; `page` is the PDF page the passage begins on. */
export function makeAnchor(text: string, spans: readonly Span[], page: number | null): Anchor {
  const position = hull(spans);
  return {
    exact: head(text.slice(position.start, position.end), EXACT_CHARS),
    prefix: text.slice(Math.max(0, position.start - CONTEXT_CHARS), position.start).toWellFormed(),
    suffix: head(text.slice(position.end, position.end + CONTEXT_CHARS), CONTEXT_CHARS),
    position,
    page,
  };
}
