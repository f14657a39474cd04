/** A library in memory that keeps the store's contract, for tests and pictures of the interface. */

import type { Clip } from '@/lib/core/model/clip';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { ClipQuery, ClipStore, ClipVersion, Facet, StoreReport } from '@/lib/store/contract';
import { applyClipChange } from './apply-change';

export interface MemoryStore extends ClipStore {
  all(): Clip[];
  /** The next answers fail with this, as often as it says. */
  failNext(error: Parameters<typeof fail>[0], times?: number): void;
  /** What the start-up check found. */
  tell(report: StoreReport | null): void;
}

const region = (clip: Clip) => clip.corrections.regions ?? clip.item.regions.map((found) => found.value);
const agencies = (clip: Clip) => clip.corrections.agencies ?? clip.item.agencies.map((found) => found.value);

function matches(clip: Clip, query: ClipQuery): boolean {
  const words = (query.text ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  const text = [clip.item.title.value, clip.item.text, clip.note, ...clip.tags].join(' ').toLowerCase();
  return (
    (clip.deletedAt !== null) === (query.trashed ?? false) &&
    words.every((word) => text.includes(word)) &&
    (!query.regions || query.regions.some((code) => region(clip).includes(code))) &&
    (query.tags ?? []).every((tag) => clip.tags.includes(tag)) &&
    (!query.agencies || query.agencies.some((agency) => agencies(clip).includes(agency)))
  );
}

const countBy = (clips: readonly Clip[], values: (clip: Clip) => readonly string[]): Facet[] => {
  const counts = new Map<string, number>();
  for (const clip of clips) for (const value of values(clip)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
};

export function createMemoryStore(initial: readonly Clip[] = []): MemoryStore {
  const clips = new Map(initial.map((clip) => [clip.id, clip]));
  const pictures = new Map<string, string>();
  const versions = new Map<string, ClipVersion[]>();
  const watchers = new Set<(tick: number) => void>();
  const readers = new Set<(report: StoreReport | null) => void>();
  let report: StoreReport | null = null;
  let tick = 0;
  let failing: { error: Parameters<typeof fail>[0]; times: number } | null = null;

  const changed = () => {
    tick++;
    for (const watcher of watchers) watcher(tick);
  };
  const answer = async <T>(act: () => T): Promise<Result<T>> => {
    await Promise.resolve();
    if (failing && failing.times-- > 0) return fail(failing.error);
    failing = null;
    return ok(act());
  };
  const edit = (ids: readonly string[], change: (clip: Clip) => Clip) => {
    const found = ids.flatMap((id) => clips.get(id) ?? []);
    for (const clip of found) {
      const { revision, updatedAt: at, tags, note, corrections, deletedAt } = clip;
      versions.set(clip.id, [...(versions.get(clip.id) ?? []), { revision, at, tags, note, corrections, deletedAt }]);
      clips.set(clip.id, change(clip));
    }
    if (found.length > 0) changed();
    return { count: found.length };
  };
  const matching = (query: ClipQuery) =>
    [...clips.values()]
      .filter((clip) => matches(clip, query))
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));

  return {
    all: () => [...clips.values()],
    failNext(error, times = 1) {
      failing = { error, times };
    },
    save: (fresh, given = []) =>
      answer(() => {
        for (const { clipId, data } of given) pictures.set(clipId, data);
        const saved = fresh.filter((clip) => !clips.has(clip.id));
        for (const clip of saved) clips.set(clip.id, clip);
        if (saved.length > 0) changed();
        const savedIds = saved.map((clip) => clip.id);
        return { saved: savedIds, known: fresh.map((clip) => clip.id).filter((id) => !savedIds.includes(id)) };
      }),
    async update(id, change, at) {
      const before = clips.get(id);
      if (!before) return fail('unexpected');
      return answer(() => {
        const after = applyClipChange(before, change, at);
        edit([id], () => after);
        return after;
      });
    },
    remove: (ids, at) => answer(() => edit(ids, (clip) => ({ ...clip, deletedAt: at }))),
    restore: (ids) => answer(() => ({ ...edit(ids, (clip) => ({ ...clip, deletedAt: null })), united: [] })),
    purge: (ids) =>
      answer(() => {
        const count = ids.filter((id) => clips.delete(id)).length;
        changed();
        return { count };
      }),
    get: (ids) => answer(() => ids.flatMap((id) => clips.get(id) ?? [])),
    picture: (id) => answer(() => pictures.get(id) ?? null),
    find: (query, { offset, limit }) =>
      answer(() => {
        const all = matching(query);
        return { clips: all.slice(offset, offset + limit), total: all.length };
      }),
    findIds: (query) => answer(() => matching(query).map((clip) => clip.id)),
    facets: () =>
      answer(() => {
        const live = matching({});
        return {
          regions: countBy(live, region),
          tags: countBy(live, (clip) => clip.tags),
          agencies: countBy(live, agencies),
          total: live.length,
          trashed: matching({ trashed: true }).length,
        };
      }),
    byKey: (keys) =>
      answer(() => {
        const live = matching({});
        return new Map(
          keys.flatMap((key) => {
            const ids = live.filter((clip) => clip.key === key).map((clip) => clip.id);
            return ids.length > 0 ? [[key, ids] as const] : [];
          }),
        );
      }),
    renameTag: (from, to) =>
      answer(() =>
        edit(
          [...clips.values()].filter((clip) => clip.tags.includes(from)).map((clip) => clip.id),
          (clip) => ({ ...clip, tags: clip.tags.map((tag) => (tag === from ? to : tag)) }),
        ),
      ),
    history: (id) => answer(() => [...(versions.get(id) ?? [])].reverse()),
    async revert(id, revision, at) {
      const clip = clips.get(id);
      const old = versions.get(id)?.find((version) => version.revision === revision);
      if (!clip || !old) return fail('unexpected');
      return answer(() => {
        const { tags, note, corrections } = old;
        const next = { ...clip, tags, note, corrections, updatedAt: at, revision: clip.revision + 1 };
        edit([id], () => next);
        return next;
      });
    },
    tell(found) {
      report = found;
      for (const next of readers) next(report);
    },
    report: {
      subscribe(next) {
        readers.add(next);
        next(report);
        return () => readers.delete(next);
      },
    },
    changes: {
      subscribe(next) {
        watchers.add(next);
        return () => watchers.delete(next);
      },
    },
  };
}
