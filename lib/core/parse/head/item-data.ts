/**
 * What a digest seems to state about itself but states about one of its items: the number or the day of a card, the title
 * of the first entry. Decided when the items are known.
 */
import type { DocumentHead } from '@/lib/core/model/item';
import type { Found, Span } from '@/lib/core/model/span';
import { type RawItem, sameTitle } from '../items/cut';
import { EMPTY, spansOf, type Traced } from '../traced';
import type { Fact } from './facts';
import type { ReadHead } from './read-head';

/** The only title that was found is that of the first item. */
export const isHeadless = ({ titleFrom, title }: ReadHead, [first, second]: readonly RawItem[]): boolean =>
  titleFrom !== null && first !== undefined && second !== undefined && sameTitle(first.title.text, title.text);

/** Does what begins at `spans` stand in one of `parts`? */
function standsIn([first]: readonly Span[], parts: readonly Traced[]): boolean {
  const at = first?.start ?? -1;
  return parts.some((part) => spansOf(part).some(({ start, end }) => start <= at && at < end));
}

/** Facts that no item states. */
export function factsOutside(facts: readonly Fact[], items: readonly RawItem[]): Fact[] {
  const parts = items.flatMap(({ title, body }) => [title, ...body]);
  return facts.filter(({ value }) => !standsIn(spansOf(value), parts));
}

/**
 * A day alone between the head of a digest and its last item is that of a timeline; a number there is that of an entry.
 * @param facts what the digest states behind labels
 */
export function withoutItemData(
  { head, lines }: ReadHead,
  items: readonly RawItem[],
  facts: readonly Fact[],
): DocumentHead {
  const last = spansOf(items.at(-1)?.title ?? EMPTY)[0]?.start ?? 0;
  const own = [...lines, ...facts.map(({ value }) => value)];
  const kept = (fact: Found<string> | null): Found<string> | null =>
    !fact || (fact.spans[0]?.start ?? last) >= last || standsIn(fact.spans, own) ? fact : null;
  return { ...head, docNumber: kept(head.docNumber), publishedOn: kept(head.publishedOn) };
}
