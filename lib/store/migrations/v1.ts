/**
 * First released shape of the database. Frozen: imports nothing of the app and never changes; what follows is `v2.ts`.
 *
 * - `clips`: the clips as they are.
 * - `lines`: one light row per clip with what lists, filters and search need; derived, can be made anew from `clips`.
 * - `versions`: what a clip's editable part was before each change.
 * - `purged`: ids deleted for good, with the change that did it.
 * - `aside`: rows that could not be read, kept for rescue.
 * - `comparisons`: comparisons that were given a name.
 * - `state`: single values by name, among them `head` (which change came last).
 */
export const V1 = {
  version: 1,
  stores: {
    clips: 'id',
    lines: 'id, seq, key, [trashed+createdAt+id]',
    versions: '[clipId+revision]',
    purged: 'id, seq',
    aside: 'id',
    comparisons: 'id',
    state: 'name',
  },
} as const;
