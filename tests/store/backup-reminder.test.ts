/** What counts as backed up: by backups of this window and of others, and by files of one's own that were restored. */
import { describe, expect, it, vi } from 'vitest';
import { automaticBackupDue, type BackupMark, backupReminder } from '@/lib/core/backup/reminder';
import type { Comparison } from '@/lib/core/compare/stored';
import type { ImportOptions } from '@/lib/store/contract';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { openPage, putRow, rowsOf, valueIn, wipeDatabase } from './open-store';

const AT = '2026-06-01T00:00:00.000Z';
const OWN: ImportOptions = { author: null, at: AT };
const COLLEAGUE: ImportOptions = { author: '张三', at: AT };
const work = { signal: new AbortController().signal, onProgress: () => undefined };

const written = (store: OpenClipStore) => valueIn(store.backup({ author: null, at: AT }, work));
async function backedUp(store: OpenClipStore, at = AT): Promise<BackupMark> {
  const { mark } = await written(store);
  if (!mark) throw new Error('not whole');
  await valueIn(store.backedUp(at, mark));
  return mark;
}
const stateOf = (store: OpenClipStore) => valueIn(store.backupState());
const clips = (from: number, count: number) => Array.from({ length: count }, (_, i) => sampleClip(from + i));
const comparison = (n: number, at: string): Comparison => ({
  id: uuid(n),
  name: `对比 ${n}`,
  grouping: 'region',
  clipIds: [uuid(1), uuid(2)],
  links: [],
  cells: [],
  regions: [],
  themes: [],
  createdAt: at,
  updatedAt: at,
  revision: 1,
});
const NOTHING = { clipsSince: 0, comparisonsSince: 0, firstSince: null, changed: false, rebuilding: false };

it('never having been backed up, no clip is counted after each change', async () => {
  const { store } = openPage();
  await valueIn(store.save(clips(1, 4)));
  await valueIn(store.remove([uuid(2)], time(9)));
  const counts = [vi.spyOn(IDBObjectStore.prototype, 'count'), vi.spyOn(IDBIndex.prototype, 'count')];
  expect(await stateOf(store)).toMatchObject({ clipsSince: 4, changed: true });
  for (const count of counts) expect(count).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

describe('after a backup', () => {
  it('what comes later counts, and what was there does not', async () => {
    const { store } = openPage();
    await valueIn(store.save(clips(1, 4)));
    expect(await stateOf(store)).toMatchObject({ lastAt: null, clipsSince: 4, changed: true });
    await backedUp(store);
    expect(await stateOf(store)).toEqual({ ...NOTHING, lastAt: AT });
    await valueIn(store.save([sampleClip(8)]));
    await valueIn(store.update(uuid(2), { note: '改' }, time(59)));
    expect(await stateOf(store)).toMatchObject({ lastAt: AT, clipsSince: 2, firstSince: time(8), changed: true });
  });

  it('what was saved while it ran counts', async () => {
    const { store } = openPage();
    await valueIn(store.save(clips(1, 3)));
    let saved = false;
    const { mark } = await valueIn(
      store.backup(
        { author: null, at: AT },
        {
          ...work,
          onProgress: () => {
            if (!saved) void store.save([sampleClip(9)]);
            saved = true;
          },
        },
      ),
    );
    await expect.poll(async () => (await valueIn(store.findIds({}))).length).toBe(4);
    await valueIn(store.backedUp(AT, mark!));
    expect(await stateOf(store)).toMatchObject({ clipsSince: 1, firstSince: time(9), changed: true });
  });

  it('an older one that took longer does not undo a younger one', async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    const { mark: early } = await written(store);
    await valueIn(store.save([sampleClip(2)]));
    await backedUp(store, time(50));
    await valueIn(store.backedUp(AT, early!));
    expect(await stateOf(store)).toEqual({ ...NOTHING, lastAt: time(50) });
  });

  it('every window hears of it', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    const { store: other } = openPage({ name });
    await valueIn(other.findIds({}));
    const [here, there] = [vi.fn(), vi.fn()];
    store.changes.subscribe(here);
    other.changes.subscribe(there);
    await backedUp(store);
    await expect.poll(() => [here.mock.calls.length, there.mock.calls.length]).toEqual([1, 1]);
    expect(await stateOf(other)).toEqual({ ...NOTHING, lastAt: AT });
  });

  it('a comparison that is named, changed or deleted is a change of its own', async () => {
    const { store } = openPage();
    await valueIn(store.save(clips(1, 2)));
    await backedUp(store);
    await valueIn(store.comparisons.save(comparison(40, '2026-06-02T00:00:00.000Z')));
    const state = await stateOf(store);
    expect(state).toMatchObject({ clipsSince: 0, comparisonsSince: 1, changed: true });
    expect(automaticBackupDue(state, '2026-06-03T00:00:00.000Z')).toBe(true);
    expect(backupReminder(state, '2026-06-16T00:00:00.000Z')).toEqual({ clips: 0, comparisons: 1, days: 15 });
    await backedUp(store, '2026-06-03T00:00:00.000Z');
    expect(await stateOf(store)).toMatchObject(NOTHING);
    await valueIn(store.comparisons.remove(uuid(40)));
    expect(await stateOf(store)).toMatchObject({ clipsSince: 0, comparisonsSince: 0, changed: true });
  });
});

describe('after a restore', () => {
  async function fileOf(...put: ReturnType<typeof sampleClip>[]) {
    const { store } = openPage();
    await valueIn(store.save(put));
    await valueIn(store.comparisons.save(comparison(40, time(1))));
    return (await written(store)).file;
  }

  it('of one’s own file on a new machine nothing is missing in a file', async () => {
    const { store } = openPage();
    await valueIn(store.restoreBackup(await fileOf(...clips(1, 40)), OWN, work));
    expect(await valueIn(store.findIds({}))).toHaveLength(40);
    const state = await stateOf(store);
    expect(state).toMatchObject({ clipsSince: 0, comparisonsSince: 0, firstSince: null });
    expect(backupReminder(state, '2030-01-01T00:00:00.000Z')).toBeNull();
    // The folder for automatic backups has none yet.
    expect(state.changed).toBe(true);
    await valueIn(store.update(uuid(3), { note: '改' }, '2026-06-02T00:00:00.000Z'));
    expect(await stateOf(store)).toMatchObject({ clipsSince: 1, firstSince: '2026-06-02T00:00:00.000Z' });
  });

  it('of one’s own large file the same, and what was saved beside it counts', { timeout: 60_000 }, async () => {
    const lines = clips(1, 2_600).map((clip) => JSON.stringify({ clip, past: [] }));
    const { store } = openPage();
    let saved = false;
    await valueIn(
      store.restoreBackup(new Blob([lines.join('\n')]), OWN, {
        ...work,
        onProgress: () => {
          if (!saved) void store.save([sampleClip(9_000)]);
          saved = true;
        },
      }),
    );
    expect(await valueIn(store.findIds({}))).toHaveLength(2_601);
    const made = sampleClip(9_000).createdAt;
    expect(await stateOf(store)).toMatchObject({ clipsSince: 1, firstSince: made, rebuilding: false });
  });

  it('of one’s own file, what was there before still counts', async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(50)]));
    await valueIn(store.restoreBackup(await fileOf(...clips(1, 3)), OWN, work));
    expect(await stateOf(store)).toMatchObject({ clipsSince: 1, firstSince: time(50) });
  });

  it('of a colleague’s file its clips count, from the day they came', async () => {
    const { store } = openPage();
    await valueIn(store.restoreBackup(await fileOf(...clips(1, 3)), COLLEAGUE, work));
    expect(await stateOf(store)).toMatchObject({ clipsSince: 3, firstSince: AT });
  });

  it('of a kept copy, or where clips were united, they count: no file has them like that', async () => {
    const { store } = openPage();
    await valueIn(store.restoreBackup(await fileOf(sampleClip(1)), { ...OWN, kept: true }, work));
    expect(await stateOf(store)).toMatchObject({ clipsSince: 1, firstSince: AT });
    const { store: other } = openPage();
    await valueIn(other.save([sampleClip(1, { note: '自己' })]));
    const twin = await fileOf(sampleTwin(11, 1, { note: '另一处' }));
    expect((await valueIn(other.restoreBackup(twin, OWN, work))).counts.united).toBe(1);
    expect(await stateOf(other)).toMatchObject({ clipsSince: 1 });
  });
});

describe('a library that is being rebuilt', () => {
  it('is never backed up as if it were whole, and tells when it is', async () => {
    const { name, store } = openPage();
    await valueIn(store.save(clips(1, 30)));
    await store.close();
    const { store: again } = openPage({ name });
    await valueIn(again.findIds({}));
    const [head] = (await rowsOf(name, 'state')).filter((row) => Reflect.get(row as object, 'name') === 'head');
    await putRow(name, 'state', { ...(head as object), rebuilding: true });
    expect((await written(again)).mark).toBeNull();
    const state = await stateOf(again);
    expect(state.rebuilding).toBe(true);
    expect(automaticBackupDue(state, AT)).toBe(false);
  });

  it('says so when it is whole again', async () => {
    const { name, store } = openPage();
    await valueIn(store.save(clips(1, 300)));
    await store.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    const states: boolean[] = [];
    again.changes.subscribe(() => {
      void stateOf(again).then(({ rebuilding }) => states.push(rebuilding));
    });
    await expect.poll(() => states.at(-1), { timeout: 10_000 }).toBe(false);
    expect((await backedUp(again)).seq).toBeGreaterThan(0);
    expect(await stateOf(again)).toEqual({ ...NOTHING, lastAt: AT });
  });
});

describe('who shows comparisons hears that they came', () => {
  it('by a restore', async () => {
    const { store: from } = openPage();
    await valueIn(from.comparisons.save(comparison(40, time(1))));
    const { file } = await written(from);
    const { store } = openPage();
    await valueIn(store.comparisons.list());
    const shown: number[] = [];
    store.comparisons.changes.subscribe(async () => shown.push((await valueIn(store.comparisons.list())).length));
    await valueIn(store.restoreBackup(file, OWN, work));
    await expect.poll(() => shown.at(-1)).toBe(1);
  });

  it('by a database that was rebuilt', async () => {
    const { name, store } = openPage();
    await valueIn(store.save(clips(1, 300)));
    await valueIn(store.comparisons.save(comparison(40, time(1))));
    await store.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    const shown: number[] = [];
    again.comparisons.changes.subscribe(async () => shown.push((await valueIn(again.comparisons.list())).length));
    await expect.poll(() => shown.at(-1), { timeout: 10_000 }).toBe(1);
  });
});
