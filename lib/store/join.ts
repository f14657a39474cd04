/** Changes in one: of a clip that several of them write, the last one counts. */
import type { Change } from './apply';

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
