/** What the worker saved lies in a bucket of its own until a page has it: whatever happens to that, and in between. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lineOf } from '@/lib/store/rows';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { all, clipsIn, library, reportsOf } from './closed-library';
import { buckets, dropRow, failing, openPage, openStore, putRow, rowsOf, valueIn, wipeDatabase } from './open-store';
import { isRebuilding } from './wiped-library';

afterEach(() => {
  vi.restoreAllMocks();
});

const idsIn = async (store: Parameters<typeof clipsIn>[0]) => (await clipsIn(store)).map(({ id }) => id).toSorted();

/** Saves as the worker does. */
async function byWorker(name: string, n: number) {
  const { store } = openStore({ name });
  await valueIn(store.save([sampleClip(n)]));
  await store.close();
}

/** A damaged file of the bucket, as Chromium says it. */
const breakBucket = () =>
  vi.spyOn(buckets(), 'open').mockImplementation(async () => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  });

/** All that was saved comes back when the database is gone. */
async function allFromJournal(name: string, ids: readonly string[]) {
  await wipeDatabase(name);
  const { store } = openPage({ name });
  await expect.poll(() => idsIn(store)).toEqual(ids);
}

describe('a bucket that cannot be read', () => {
  it('costs nothing where the database is there: the journal gets from it what the worker saved', async () => {
    const { name } = await library(1);
    await byWorker(name, 2);
    const broken = breakBucket();
    const deleted = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
    const { store } = openPage({ name });
    const reports = reportsOf(store);
    await valueIn(store.save([sampleClip(3)]));
    expect(broken).toHaveBeenCalled();
    expect(deleted).not.toHaveBeenCalled();
    expect(await idsIn(store)).toEqual([uuid(1), uuid(2), uuid(3)]);
    await expect.poll(async () => Reflect.get((await rowsOf(name, 'state'))[0] ?? {}, 'letters')).toBe(false);
    // Nothing but that both places are compared, which passes.
    expect(reports.filter(({ count }) => count > 0)).toEqual([]);
    await store.close();
    await allFromJournal(name, [uuid(1), uuid(2), uuid(3)]);
  });

  it('and can be read again later: what was deleted for good meanwhile stays away', async () => {
    const { name } = await library(1);
    await byWorker(name, 9);
    const broken = breakBucket();
    const { store } = openPage({ name, wrapWorker: failing((op) => (op === 'begin' ? 'AbortError' : null)) });
    await valueIn(store.find({}, all));
    await expect.poll(() => isRebuilding(name)).toBe(false);
    await valueIn(store.remove([uuid(9)], time(100)));
    await valueIn(store.purge([uuid(9)]));
    await store.close();
    broken.mockRestore();
    const { store: next } = openPage({ name });
    expect(await idsIn(next)).toEqual([uuid(1)]);
    await next.close();
    await allFromJournal(name, [uuid(1)]);
  });

  it('keeps the worker from saving, and says so', async () => {
    const { name } = await library(1);
    breakBucket();
    const { store } = openStore({ name });
    expect(await store.save([sampleClip(2)])).toMatchObject({ ok: false, error: 'store-unavailable' });
    expect(await idsIn(store)).toEqual([uuid(1)]);
  });
});

describe('a database that lost its last change, and another one bears its number by now', () => {
  /** Of the clips 1 and 8 only the first is in the database; the journal has both. */
  async function lastLost() {
    const { name } = await library(1);
    const [before] = await rowsOf(name, 'state');
    const { store } = openPage({ name });
    await valueIn(store.save([sampleClip(8)]));
    await store.close();
    for (const table of ['clips', 'lines']) await dropRow(name, table, uuid(8));
    await putRow(name, 'state', before);
    return name;
  }
  /** Neither is lost, here or in the journal. */
  async function bothAreThere(name: string) {
    const { store } = openPage({ name });
    await expect.poll(() => idsIn(store)).toEqual([uuid(1), uuid(8), uuid(9)]);
    // The journal is written anew after the database has all; until then it is known to lack something.
    await expect.poll(async () => Reflect.get((await rowsOf(name, 'state'))[0] ?? {}, 'copied')).toBe(true);
    expect(await isRebuilding(name)).toBe(false);
    await store.close();
    await allFromJournal(name, [uuid(1), uuid(8), uuid(9)]);
  }

  it('by the worker', async () => {
    const name = await lastLost();
    await byWorker(name, 9);
    await bothAreThere(name);
  });

  it('by the worker, whose bucket is lost', async () => {
    const name = await lastLost();
    await byWorker(name, 9);
    await buckets().delete(name);
    await bothAreThere(name);
  });

  it('an edit that was lost comes back as well', async () => {
    const { name } = await library(1);
    const [before] = await rowsOf(name, 'state');
    const { store } = openPage({ name });
    await valueIn(store.update(uuid(1), { note: '改' }, time(9)));
    await store.close();
    for (const [table, row] of [
      ['clips', sampleClip(1)],
      ['lines', lineOf(sampleClip(1), 1)],
      ['state', before],
    ] as const)
      await putRow(name, table, row);
    await byWorker(name, 9);
    await buckets().delete(name);
    const page = openPage({ name }).store;
    await expect.poll(async () => (await valueIn(page.get([uuid(1)])))[0]?.note).toBe('改');
    expect(await idsIn(page)).toEqual([uuid(1), uuid(9)]);
  });
});

describe('a database that was wiped', () => {
  /** A page that ends before it has rebuilt anything. */
  async function endsEarly(name: string) {
    const { store } = openPage({
      name,
      wrapWorker: failing((op) => (op === 'replay' ? 'AbortError' : null)),
    });
    await clipsIn(store);
    await store.close();
  }

  it('and made anew by the worker: its letters stay until the journal has them', async () => {
    const { name } = await library(2);
    await wipeDatabase(name);
    await byWorker(name, 50);
    await endsEarly(name);
    await allFromJournal(name, [uuid(1), uuid(2), uuid(50)]);
  });

  it('twice, with letters to both: none of them is lost', async () => {
    const { name } = await library(2);
    await byWorker(name, 50);
    await wipeDatabase(name);
    await byWorker(name, 51);
    await allFromJournal(name, [uuid(1), uuid(2), uuid(50), uuid(51)]);
  });
});
