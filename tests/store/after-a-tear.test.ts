/** One place lost its last changes, and something was written before both were compared: nothing of either is lost. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { lineOf } from '@/lib/store/rows';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { all, clipsIn, library } from './closed-library';
import { comparisonId, sampleComparison } from './comparison-samples';
import {
  buckets,
  failing,
  freshName,
  journalFile,
  openPage,
  openStore,
  putRow,
  rowsOf,
  valueIn,
  wipeDatabase,
} from './open-store';
import { isRebuilding } from './wiped-library';

type Store = Parameters<typeof clipsIn>[0];
const idsIn = async (store: Store) => (await clipsIn(store)).map(({ id }) => id).toSorted();
const headOf = async (name: string) => (await rowsOf(name, 'state')).find((row) => Reflect.get(row ?? {}, 'epoch'));

async function byWorker(name: string, n: number) {
  const { store } = openStore({ name });
  await valueIn(store.save([sampleClip(n)]));
  await store.close();
}
async function tearJournal(name: string) {
  const { bytes, write } = await journalFile(name);
  await write(bytes.slice(0, bytes.length - 5));
}
/** A page opens, compares, mends and ends. */
async function compared(name: string) {
  const { store } = openPage({ name });
  await store.find({}, all);
  await expect.poll(() => headOf(name)).toMatchObject({ copied: true, rebuilding: false, letters: false });
  await store.close();
}
/** What the second place alone holds. */
async function fromJournal(name: string) {
  await wipeDatabase(name);
  const { store } = openPage({ name });
  await store.find({}, all);
  await expect.poll(() => isRebuilding(name)).toBe(false);
  return store;
}

describe('the journal, before the worker saves', () => {
  it('a save that it lost is in it again', async () => {
    const { name } = await library(1);
    const { store } = openPage({ name });
    await valueIn(store.save([sampleClip(8)]));
    await store.close();
    await tearJournal(name);
    await byWorker(name, 9);
    await compared(name);
    expect(await idsIn(await fromJournal(name))).toEqual([uuid(1), uuid(8), uuid(9)]);
  });

  it('an edit that it lost is in it again', async () => {
    const { name } = await library(1);
    const { store } = openPage({ name });
    await valueIn(store.update(uuid(1), { note: '再改' }, time(100)));
    await store.close();
    await tearJournal(name);
    await byWorker(name, 9);
    await compared(name);
    expect((await valueIn((await fromJournal(name)).get([uuid(1)])))[0]?.note).toBe('再改');
  });

  it('a comparison whose deletion it lost stays away', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await valueIn(store.comparisons.save(sampleComparison(1)));
    await valueIn(store.comparisons.remove(comparisonId(1)));
    await store.close();
    await tearJournal(name);
    await compared(name);
    expect(await valueIn((await fromJournal(name)).comparisons.list())).toEqual([]);
  });
});

/** There is no room for a second journal; counts how often the first one is read. */
function withoutRoom() {
  const room = vi.spyOn(StorageManager.prototype, 'estimate').mockResolvedValue({ quota: 10, usage: 10 });
  onTestFinished(() => room.mockRestore());
  let reads = 0;
  const wrapWorker = failing((op) => {
    if (op === 'replay') reads += 1;
    return null;
  });
  return { room, wrapWorker, reads: () => reads };
}

it('a bucket that is lost between two saves of the worker costs nothing', async () => {
  const { name } = await library(1);
  await byWorker(name, 8);
  await buckets().delete(name);
  await byWorker(name, 9);
  await compared(name);
  expect(await idsIn(await fromJournal(name))).toEqual([uuid(1), uuid(8), uuid(9)]);
});

it('a bucket that is lost while there is no room for a second journal: clips come back once, then edits go on', {
  timeout: 30_000,
}, async () => {
  const { name } = await library(3);
  await byWorker(name, 8);
  await buckets().delete(name);
  const { room, wrapWorker, reads } = withoutRoom();
  const { store } = openPage({ name, wrapWorker });
  await store.find({}, all);
  await expect.poll(() => headOf(name), { timeout: 10_000 }).toMatchObject({ rebuilding: false, copied: false });
  await expect.poll(() => store.update(uuid(1), { note: '改' }, time(2))).toMatchObject({ ok: true });
  const before = reads();
  expect(before).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  await store.close();
  const { store: next } = openPage({ name, wrapWorker });
  await next.find({}, all);
  expect(await next.update(uuid(2), { note: '也改' }, time(3))).toMatchObject({ ok: true });
  expect(reads()).toBe(before);
  // Once there is room, both places are whole again.
  room.mockRestore();
  await next.close();
  await compared(name);
  const last = await fromJournal(name);
  expect(await idsIn(last)).toEqual([uuid(1), uuid(2), uuid(3), uuid(8)]);
  expect((await clipsIn(last)).map(({ note }) => note)).toEqual(expect.arrayContaining(['改', '也改']));
});

it('a bucket that cannot be read while there is no room for a second journal keeps no edit away for longer than once', {
  timeout: 30_000,
}, async () => {
  const { name } = await library(3);
  await byWorker(name, 8);
  const broken = vi.spyOn(buckets(), 'open').mockImplementation(async () => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  });
  onTestFinished(() => broken.mockRestore());
  const { room, wrapWorker, reads } = withoutRoom();
  const { store } = openPage({ name, wrapWorker });
  await store.find({}, all);
  await expect.poll(() => store.update(uuid(1), { note: '改' }, time(2))).toMatchObject({ ok: true });
  const before = reads();
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(reads()).toBe(before);
  room.mockRestore();
  // By itself, once there is room.
  await expect.poll(() => headOf(name), { timeout: 10_000 }).toMatchObject({ copied: true, letters: false });
  await store.close();
  expect(await idsIn(await fromJournal(name))).toEqual([uuid(1), uuid(2), uuid(3), uuid(8)]);
});

it('what the worker kept before there was any page, and was deleted for good, stays away', async () => {
  const name = freshName();
  await byWorker(name, 9);
  const { store } = openPage({ name });
  expect(await idsIn(store)).toEqual([uuid(9)]);
  await expect.poll(() => headOf(name)).toMatchObject({ copied: true, letters: false });
  await valueIn(store.remove([uuid(9)], time(20)));
  await valueIn(store.purge([uuid(9)]));
  await valueIn(store.save([sampleClip(10)]));
  await store.close();
  expect(await idsIn(await fromJournal(name))).toEqual([uuid(10)]);
});

it('a clip that was deleted for good and is asked to be kept again is in neither place', async () => {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1), sampleClip(2)]));
  await valueIn(store.remove([uuid(1)], time(5)));
  await valueIn(store.purge([uuid(1)]));
  expect(await valueIn(store.save([sampleClip(1), sampleClip(3)]))).toMatchObject({ saved: [uuid(3)] });
  await store.close();
  expect(await idsIn(await fromJournal(name))).toEqual([uuid(2), uuid(3)]);
});

it('a light row that tells a higher revision than its clip keeps no edit away', async () => {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  await putRow(name, 'lines', { ...lineOf(sampleClip(1), 1), revision: 9 });
  expect(await valueIn(store.update(uuid(1), { note: '改' }, time(5)))).toMatchObject({ note: '改', revision: 2 });
  expect(await valueIn(store.update(uuid(1), { note: '再改' }, time(6)))).toMatchObject({ note: '再改', revision: 3 });
});
