/**
 * Places of a passage: the anchor that finds it again, the pages it stands on, and which figures and measures of an
 * item lie inside a part of it. Offsets in a healed text are found by counting visible characters, because healing
 * only changes white space.
 */
import { hull, makeAnchor } from '../anchor/make-anchor';
import type { Anchor } from '../model/anchor';
import type { PolicyItem } from '../model/item';
import type { Span } from '../model/span';
import type { ClipContext } from './source';

/** First and last page that `spans` touch; null where the document has no pages. */
export function pagesOf({ model }: ClipContext, spans: readonly Span[]): [number, number] | null {
  const pages = model.blocks.flatMap((block) => {
    const end = block.start + block.text.length;
    const touched = spans.some((span) => span.start < end && span.end > block.start);
    return touched && block.page !== undefined ? [block.page] : [];
  });
  const [first] = pages;
  return first === undefined
    ? null
    : [pages.reduce((a, b) => Math.min(a, b), first), pages.reduce((a, b) => Math.max(a, b), first)];
}

/** Quote with what stands before and after it, position, and the page it begins on. */
export const anchorOf = (context: ClipContext, spans: readonly Span[]): Anchor =>
  makeAnchor(context.text, spans, pagesOf(context, spans)?.[0] ?? null);

const SPACE = /\s/u;

/** Offsets of the visible characters of `text` between `start` and `end`, in order. */
function inkOffsets(text: string, { start, end }: Span): number[] {
  const offsets: number[] = [];
  for (let i = start; i < end; i += 1) if (!SPACE.test(text.charAt(i))) offsets.push(i);
  return offsets;
}

/** Index of the first of the ascending `offsets` that is not before `offset`. */
function indexAt(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const within = (inner: Span, outer: readonly Span[]): boolean =>
  outer.some((span) => inner.start >= span.start && inner.end <= span.end);

/**
 * Maps places in the document to places in `passage`, the healed text of `spans`. Null for places outside of it, and
 * for all places when the passage has other visible characters than the document.
 */
export function placeIn(
  { text }: ClipContext,
  spans: readonly Span[],
  passage: string,
): (places: readonly Span[]) => Span | null {
  const ordered = spans.every((span, i) => i === 0 || span.start >= (spans[i - 1]?.end ?? 0));
  const there = spans.flatMap((span) => inkOffsets(text, span));
  const here = inkOffsets(passage, { start: 0, end: passage.length });
  const same =
    ordered &&
    there.length === here.length &&
    there.every((offset, i) => text.charAt(offset) === passage.charAt(here[i] ?? -1));
  return (places) => {
    if (!same || places.length === 0 || !places.every((place) => within(place, spans))) return null;
    const { start, end } = hull(places);
    const from = here[indexAt(there, start)];
    const last = here[indexAt(there, end) - 1];
    return from === undefined || last === undefined || last < from ? null : { start: from, end: last + 1 };
  };
}

/** Code units that two sets of spans share. */
const overlap = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce(
    (sum, x) => sum + b.reduce((part, y) => part + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  );

/** The item of the reading that most of `spans` lies in, or null. */
export function itemAround({ reading }: ClipContext, spans: readonly Span[]): PolicyItem | null {
  let best: PolicyItem | null = null;
  let most = 0;
  for (const item of reading.items) {
    const shared = overlap(spans, [...item.title.spans, ...item.spans]);
    if (shared > most) [best, most] = [item, shared];
  }
  return best;
}
