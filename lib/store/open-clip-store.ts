/**
 * The library of clips on Dexie. Every question and every change answers as data within a deadline; a change answers
 * after its transaction completed.
 */
import { type Clip, clipSchema, normaliseTag, z } from '@/lib/core/model';
import { type Applied, applyChange, type Change } from './apply';
import { createCell, createChanges } from './changes';
import { createConnection } from './connection';
import type { ClipStore, StoreReport } from './contract';
import { DATABASE_NAME } from './database';
import { edited, renamed, revise } from './edits';
import { attempt, StoreFailure } from './failures';
import { createLineIndex, foldTag } from './line-index';
import { asksForAll, clipsById, newest, versionsOf } from './reads';

const TRASH_DAYS = 30;
const DAY_MS = 86_400_000;

export interface StoreOptions {
  /** Name of the database; tests take their own. */
  name?: string;
  /** Now, as an ISO date and time. */
  clock?: () => string;
}

const now = () => new Date().toISOString();

export function openClipStore({ name = DATABASE_NAME, clock = now }: StoreOptions = {}): ClipStore {
  const connection = createConnection(name);
  const changes = createChanges(name);
  const report = createCell<StoreReport | null>(null);
  const index = createLineIndex(() => connection.tables());

  async function commit(change: Change): Promise<Applied | null> {
    if (change.puts.length === 0 && change.purges.length === 0) return null;
    const applied = await applyChange(await connection.tables(), change);
    changes.announce();
    return applied;
  }
  /** Edits clips that are there; answers how many changed. */
  const editAll = (ids: readonly string[], at: string, edit: (clip: Clip) => Partial<Clip> | null) =>
    attempt(async () => {
      const clips = await clipsById(await connection.tables(), ids);
      const applied = await commit(revise(clips, at, edit));
      return { count: applied?.written.length ?? 0 };
    });
  /** Empties the trash of what has lain there for 30 days. */
  const sweep = () =>
    attempt(async () => {
      const { lines } = await connection.tables();
      const trash = await lines.where('[trashed+createdAt+id]').between([1], [1, []]).toArray();
      const today = clock();
      const purges = trash.filter(({ deletedAt }) => deletedAt && expired(deletedAt, today)).map(({ id }) => id);
      await commit({ puts: [], versions: [], purges });
    });
  const one = async (id: string): Promise<Clip> => {
    const [clip] = await clipsById(await connection.tables(), [id]);
    if (!clip) throw new StoreFailure('unexpected', 'no such clip');
    return clip;
  };
  const rewrite = async (id: string, at: string, edit: (clip: Clip) => Partial<Clip>): Promise<Clip> => {
    const next = revise([await one(id)], at, edit);
    const [after] = z.array(clipSchema).length(1).parse(next.puts);
    if (!after) throw new StoreFailure('unexpected');
    await commit({ ...next, puts: [after] });
    return after;
  };
  void sweep();

  return {
    save: (clips) =>
      attempt(async () => {
        const valid = z.array(clipSchema).parse(clips);
        const applied = await commit({ puts: valid, versions: [], purges: [] });
        const written = new Set(applied?.written);
        const ids = valid.map(({ id }) => id);
        return { saved: ids.filter((id) => written.has(id)), known: ids.filter((id) => !written.has(id)) };
      }),
    update: (id, change, at) => attempt(() => rewrite(id, at, (clip) => edited(clip, change))),
    remove: (ids, at) => editAll(ids, at, (clip) => (clip.deletedAt === null ? { deletedAt: at } : null)),
    restore: (ids, at) => editAll(ids, at, (clip) => (clip.deletedAt === null ? null : { deletedAt: null })),
    purge: (ids) =>
      attempt(async () => {
        const lines = await (await connection.tables()).lines.bulkGet(ids);
        const purges = lines.flatMap((line) => (line?.trashed ? [line.id] : []));
        await commit({ puts: [], versions: [], purges });
        return { count: purges.length };
      }),
    get: (ids) => attempt(async () => clipsById(await connection.tables(), ids)),
    find: (query, window) =>
      attempt(async () => {
        const tables = await connection.tables();
        if (asksForAll(query)) {
          const { ids, total } = await newest(tables, query.trashed ?? false, window);
          return { clips: await clipsById(tables, ids), total };
        }
        const ids = await index.ids(query);
        const shown = ids.slice(window.offset, window.offset + window.limit);
        return { clips: await clipsById(tables, shown), total: ids.length };
      }),
    findIds: (query) => attempt(() => index.ids(query)),
    facets: () => attempt(() => index.facets()),
    byKey: (keys) =>
      attempt(async () => {
        const lines = await (await connection.tables()).lines.where('key').anyOf(keys).toArray();
        const ids = new Map<string, string[]>();
        for (const { key, id, trashed } of lines) if (!trashed) ids.set(key, [...(ids.get(key) ?? []), id]);
        return ids;
      }),
    renameTag: (from, to, at) =>
      attempt(async () => {
        const tag = normaliseTag(to);
        const ids = await index.ids({ tags: [from] });
        const inTrash = await index.ids({ tags: [from], trashed: true });
        const answer = await editAll([...ids, ...inTrash], at, (clip) => {
          const tags = tag
            ? renamed(clip.tags, from, tag, foldTag)
            : clip.tags.filter((own) => foldTag(own) !== foldTag(from));
          return { tags };
        });
        if (!answer.ok) throw new StoreFailure(answer.error, answer.detail);
        return answer.value;
      }),
    history: (id) =>
      attempt(async () => {
        const rows = await versionsOf(await connection.tables(), id);
        return rows.map(({ clipId: _, ...version }) => version);
      }),
    revert: (id, revision, at) =>
      attempt(async () => {
        const versions = await versionsOf(await connection.tables(), id);
        const version = versions.find((one) => one.revision === revision);
        if (!version) throw new StoreFailure('unexpected', 'no such revision');
        const { tags, note, corrections, deletedAt } = version;
        return rewrite(id, at, () => ({ tags, note, corrections, deletedAt }));
      }),
    report,
    changes,
  };
}

/** Ids of the trash that have lain there longer than they are kept. */
export const expired = (deletedAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(deletedAt) > TRASH_DAYS * DAY_MS;
