/**
 * Searching lists that are in order of appearance, without walking them.
 */
import type { Span } from '@/lib/core/model';

/** Number of the first span that begins at or after `at`; the length of the list if none does. */
export function firstAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
