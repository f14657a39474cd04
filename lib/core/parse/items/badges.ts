/**
 * Badges of cards: a line in small type above the title of each card (市级 ✓ 有效), which belongs to the card below it and
 * not to the one above.
 */
import { isClosing, isSource } from '../clean/lines';
import type { Para } from '../paragraph';

const MIN_CARDS = 3;
const LONGEST = 24;

const isBadge = ({ text, block, label }: Para): boolean =>
  (block.size ?? 1) < 0.95 &&
  !label &&
  !block.cell &&
  !isSource(text) &&
  !isClosing(text) &&
  text.length <= LONGEST &&
  !/[。；：，]/u.test(text);

/** Indexes of the badges above the titles `at`; all have one, the first, too: what ends cards is not above the first. */
export function badgesAbove(paras: readonly Para[], at: readonly number[]): ReadonlySet<number> {
  const above = at.map((i) => i - 1).filter((i) => paras[i] && isBadge(paras[i] as Para));
  return new Set(above.length >= MIN_CARDS && above.length === at.length ? above : []);
}
