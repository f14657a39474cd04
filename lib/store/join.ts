/** Many changes written as one, where nothing but the database can change at one stroke. */
import type { Change } from './apply';
import type { Tables } from './database';
import { StoreFailure } from './failures';
import { headOf } from './reads';
import type { Fits } from './repair';

/** Of a clip that several of them write, the last one counts. */
export const joined = (changes: readonly Change[]): Required<Change> => ({
  puts: [...new Map(changes.flatMap(({ puts }) => puts).map((clip) => [clip.id, clip])).values()],
  versions: changes.flatMap(({ versions }) => versions),
  purges: changes.flatMap(({ purges }) => purges),
  comparisons: {
    puts: changes.flatMap(({ comparisons }) => comparisons?.puts ?? []),
    drops: changes.flatMap(({ comparisons }) => comparisons?.drops ?? []),
  },
  pictures: changes.flatMap(({ pictures }) => pictures ?? []),
});

/** Reads all of them, and is asked for them where they are written: do they still fit? */
export async function planOfAll(
  source: AsyncGenerator<Change>,
  signal: AbortSignal,
  fits: Fits,
): Promise<(tables: Tables) => Promise<Change>> {
  const changes: Change[] = [];
  for await (const change of source) changes.push(change);
  return async (tables) => {
    if (signal.aborted) throw new StoreFailure('cancelled');
    if (!(await fits(tables, await headOf(tables)))) throw new StoreFailure('no-answer', 'moved on');
    return joined(changes);
  };
}
