/**
 * Named comparisons in the database, written like clips: in both places, acknowledged when both have them. Small and
 * few: a list reads them all. Rows are parsed on the way out; one that cannot be read is left where it is and not shown.
 */
import { type Comparison, comparisonSchema } from '@/lib/core/compare/stored';
import { NO_CHANGE } from './apply';
import { attempt } from './attempt';
import type { Changes } from './changes';
import type { ComparisonStore } from './contract';
import type { Tables } from './database';
import { StoreFailure } from './failures';
import { allComparisons } from './reads';
import type { Writer } from './writer-contract';

export interface ComparisonParts {
  /** What a question is put to. */
  shown: () => Promise<Tables>;
  writer: Writer;
  changes: Changes;
}

const latestFirst = (a: Comparison, b: Comparison): number =>
  a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? -1 : 1;

export function createComparisons({ shown, writer, changes }: ComparisonParts): ComparisonStore {
  return {
    save: (comparison) =>
      attempt(async () => {
        const valid = comparisonSchema.parse(comparison);
        await writer.write(async (db) => {
          const present = comparisonSchema.safeParse(await db.comparisons.get(valid.id)).data;
          if (!present || present.revision < valid.revision) {
            return { ...NO_CHANGE, comparisons: { puts: [valid], drops: [] } };
          }
          // Sent again: it is there. Another window has kept something else under this id meanwhile.
          if (JSON.stringify(present) === JSON.stringify(valid)) return null;
          throw new StoreFailure('no-answer', 'kept otherwise');
        });
        changes.announce();
        return valid;
      }),
    list: () => attempt(async () => (await allComparisons(await shown())).sort(latestFirst)),
    remove: (id) =>
      attempt(async () => {
        let count = 0;
        let removed: Comparison | null = null;
        await writer.write(async (db) => {
          const row = await db.comparisons.get(id);
          count = row === undefined ? 0 : 1;
          removed = comparisonSchema.safeParse(row).data ?? null;
          return count > 0 ? { ...NO_CHANGE, comparisons: { puts: [], drops: [id] } } : null;
        });
        if (count > 0) changes.announce();
        return { count, removed };
      }),
    changes,
  };
}
