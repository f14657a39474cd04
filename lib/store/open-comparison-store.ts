/**
 * Named comparisons in the database. Small and few: a list reads them all. Rows are parsed on the way out; one that
 * cannot be read is left where it is and not shown.
 */
import { type Comparison, comparisonSchema } from '@/lib/core/compare/stored';
import { createChanges } from './changes';
import { createConnection } from './connection';
import type { ComparisonStore } from './contract';
import { DATABASE_NAME } from './database';
import { attempt } from './failures';
import { settled, strictly } from './strict-transaction';

export interface OpenComparisonStore extends ComparisonStore {
  close(): Promise<void>;
}

const TABLE = 'comparisons';
const read = (row: unknown): Comparison | null => comparisonSchema.safeParse(row).data ?? null;

export function openComparisonStore(name: string = DATABASE_NAME): OpenComparisonStore {
  const connection = createConnection(name, () => undefined);
  const changes = createChanges(`${name}-${TABLE}`);
  return {
    save: (comparison) =>
      attempt(async () => {
        const valid = comparisonSchema.parse(comparison);
        const { dexie } = await connection.tables();
        const kept = await strictly(dexie, [TABLE], async (table) => {
          const present = read(await settled<unknown>(table(TABLE).get(valid.id)));
          if (present && present.revision > valid.revision) return present;
          await settled(table(TABLE).put(valid));
          return valid;
        });
        changes.announce();
        return kept;
      }),
    list: () =>
      attempt(async () => {
        const { comparisons } = await connection.tables();
        const rows = (await comparisons.toArray()).flatMap((row) => read(row) ?? []);
        return rows.sort((a, b) =>
          a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? -1 : 1,
        );
      }),
    remove: (id) =>
      attempt(async () => {
        const { dexie } = await connection.tables();
        const count = await strictly(dexie, [TABLE], async (table) => {
          const present = await settled(table(TABLE).count(id));
          await settled(table(TABLE).delete(id));
          return present;
        });
        if (count > 0) changes.announce();
        return { count };
      }),
    changes,
    async close() {
      await connection.close();
      changes.close();
    },
  };
}
