/** Named comparisons that live as long as the test. */
import type { Comparison } from '@/lib/core/compare/stored';
import { ok } from '@/lib/core/model/failure';
import type { ComparisonStore } from '@/lib/store/contract';

export function createMemoryComparisons(initial: readonly Comparison[] = []): ComparisonStore {
  const kept = new Map(initial.map((one) => [one.id, one]));
  const listeners = new Set<(tick: number) => void>();
  let tick = 0;
  const tell = () => {
    tick += 1;
    for (const listener of listeners) listener(tick);
  };
  return {
    async save(comparison) {
      kept.set(comparison.id, comparison);
      tell();
      return ok(comparison);
    },
    list: async () => ok([...kept.values()].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))),
    async remove(id) {
      const removed = kept.get(id) ?? null;
      const count = kept.delete(id) ? 1 : 0;
      tell();
      return ok({ count, removed });
    },
    changes: {
      subscribe(next) {
        listeners.add(next);
        return () => listeners.delete(next);
      },
    },
  };
}
