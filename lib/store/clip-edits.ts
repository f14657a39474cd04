/** Changes of clips that are kept: asked of the writer, with what is in the database when it is their turn. */
import { type Clip, clipSchema, normaliseTag, type Result, z } from '@/lib/core/model';
import { type Applied, NO_CHANGE } from './apply';
import type { ClipQuery, ClipStore } from './contract';
import type { Tables } from './database';
import { edited, inBounds, inShares, renamed, revise } from './edits';
import { StoreFailure, withDeadline } from './failures';
import { foldTag } from './line-index';
import { headOf, versionsOf } from './reads';
import { planReturn, type Return } from './returns';
import { isLine } from './rows';
import type { Writer } from './writer-contract';

export interface EditParts {
  tables: () => Promise<Tables>;
  writer: Writer;
  /** As they are, in order; what is missing is left out. */
  clipsOf: (tables: Tables, ids: readonly string[]) => Promise<Clip[]>;
  idsOf: (query: ClipQuery) => Promise<string[]>;
  /** Answers as data, within the deadline of a call or, for null, with one for each step. */
  run: <T>(work: () => Promise<T>, ms?: number | null) => Promise<Result<T>>;
}
type Edit = (clip: Clip) => Partial<Clip> | null;
type Edits = Pick<ClipStore, 'update' | 'remove' | 'restore' | 'purge' | 'renameTag' | 'revert'>;

const clipsSchema = z.array(clipSchema);

/** Deletes clips for good that `wanted` finds when nothing else is written; answers how many. */
export async function purgeLines(writer: Writer, wanted: (tables: Tables) => Promise<string[]>): Promise<number> {
  let count = 0;
  await writer.write(async (tables) => {
    const purges = await wanted(tables);
    count = purges.length;
    return count > 0 ? { ...NO_CHANGE, purges } : null;
  });
  return count;
}

export function createEdits({ tables: opened, writer, clipsOf, idsOf, run }: EditParts): Edits {
  /** Edits clips that are there. Tags and corrections come from outside, so the outcome is parsed. */
  const edit = (ids: readonly string[], at: string, change: Edit): Promise<Applied | null> =>
    writer.write(async (tables) => {
      const next = revise(await clipsOf(tables, ids), at, change);
      return next.puts.length > 0 ? inBounds({ ...next, puts: clipsSchema.parse(next.puts) }) : null;
    });
  const editAll = async (ids: readonly string[], at: string, change: Edit): Promise<number> => {
    const answers = await inShares([...new Set(ids)], (share) => edit(share, at, change));
    return answers.reduce((sum, applied) => sum + (applied?.written.length ?? 0), 0);
  };
  /** It may be among what is still coming. */
  const missing = async (what: string): Promise<StoreFailure> =>
    new StoreFailure((await headOf(await opened()))?.rebuilding ? 'store-rebuilding' : 'unexpected', what);
  const editOne = async (id: string, at: string, change: Edit): Promise<Clip> => {
    let isThere = false;
    const applied = await edit([id], at, (before) => {
      isThere = true;
      return change(before);
    });
    if (applied && !applied.written.includes(id)) throw new StoreFailure('no-answer', 'not written');
    // One that was not there is there by now, perhaps: as it was before.
    const [clip] = isThere ? await clipsOf(await opened(), [id]) : [];
    if (!clip) throw await missing('no such clip');
    return clip;
  };

  return {
    update: (id, change, at) => run(() => editOne(id, at, (clip) => edited(clip, change))),
    remove: (ids, at) =>
      run(async () => {
        const count = await editAll(ids, at, (clip) => (clip.deletedAt === null ? { deletedAt: at } : null));
        return { count };
      }, null),
    restore: (ids, at) =>
      run(async () => {
        const outcomes = await inShares([...new Set(ids)], async (share) => {
          let outcome: Pick<Return, 'restored' | 'united'> = { restored: 0, united: [] };
          await writer.write(async (tables) => {
            const { change, ...rest } = await planReturn(tables, await clipsOf(tables, share), at);
            outcome = rest;
            return change.puts.length > 0 ? inBounds(change) : null;
          });
          return outcome;
        });
        return {
          count: outcomes.reduce((sum, { restored }) => sum + restored, 0),
          united: [...new Set(outcomes.flatMap(({ united }) => united))],
        };
      }, null),
    purge: (ids) =>
      run(async () => ({
        count: await purgeLines(writer, async ({ lines }) => {
          const found = await lines.bulkGet(ids);
          return found.flatMap((line) => (isLine(line) && line.trashed ? [line.id] : []));
        }),
      })),
    renameTag: (from, to, at) =>
      run(async () => {
        const tag = normaliseTag(to);
        // Refused while clips are still coming, before those that are there are taken for all.
        await editAll([], at, () => null);
        const all = withDeadline(Promise.all([false, true].map((trashed) => idsOf({ tags: [from], trashed }))));
        const count = await editAll((await all).flat(), at, (clip) => ({
          tags: renamed(clip.tags, from, tag, foldTag),
        }));
        return { count };
      }, null),
    revert: (id, revision, at) =>
      run(async () => {
        const versions = await versionsOf(await opened(), id);
        const version = versions.find((one) => one.revision === revision);
        if (!version) throw await missing('no such revision');
        const { tags, note, corrections } = version;
        return editOne(id, at, () => ({ tags, note, corrections }));
      }),
  };
}
