/**
 * What a list is worth: an empty or half library is never shown as normal while the places were not compared, or while
 * clips are still coming back. Each such state is said in every window, and goes away when it is over.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StoreReport } from '@/lib/store/contract';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, time } from '../core/clip/samples';
import { all, clipsIn, library } from './closed-library';
import { holding, openPage, putRow, valueIn, wipeDatabase } from './open-store';

afterEach(() => {
  vi.restoreAllMocks();
});

const coming: StoreReport = { code: 'rebuilt', count: 0 };
const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

/** What is said now, and everything that was said. */
function told(store: OpenClipStore) {
  const said: (StoreReport | null)[] = [];
  store.report.subscribe((report) => said.push(report));
  return { said, now: () => said.at(-1) ?? null };
}

interface Ask {
  id: number;
  ask: { op: string };
}
/** A worker of the journal that fails with this. */
function failing(name: string) {
  return (worker: Worker): Worker => {
    worker.postMessage = ({ id }: Ask) => {
      const data = { id, ok: false, name, message: 'sample' };
      setTimeout(() => worker.dispatchEvent(new MessageEvent('message', { data })));
    };
    return worker;
  };
}
function full() {
  const { put } = IDBObjectStore.prototype;
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.transaction.db.name.endsWith('-letters')) return put.apply(this, args);
    throw new DOMException('full', 'QuotaExceededError');
  });
}

describe('a comparison that fails', () => {
  it('leaves no empty list, is said, can be saved from, and is tried again', async () => {
    const { name, clips } = await library(3);
    await wipeDatabase(name);
    const disk = full();
    const { store } = openPage({ name });
    const { now } = told(store);
    expect(await store.find({}, all)).toMatchObject({ ok: false, error: 'store-full' });
    expect(await store.facets()).toMatchObject({ ok: false, error: 'store-full' });
    expect(await store.comparisons.list()).toMatchObject({ ok: false, error: 'store-full' });
    expect(await store.backup({ author: null, at: time(1) }, work())).toMatchObject({ ok: false, error: 'store-full' });
    expect((await valueIn(store.rescue(work()))).clips).toBe(3);
    expect(now()).toEqual({ code: 'unchecked-full', count: 0 });
    disk.mockRestore();
    // Nobody has to ask.
    await expect.poll(now, { timeout: 15_000 }).toEqual({ code: 'rebuilt', count: 3 });
    expect(await clipsIn(store)).toEqual(clips);
  });

  it('leaves a list that is there, and says that it may not be whole', async () => {
    const { name, clips } = await library(3);
    await putRow(name, 'state', { name: 'start', at: time(0) });
    const { get } = IDBObjectStore.prototype;
    let first = true;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (key !== 'head' || !first) return get.call(this, key);
      first = false;
      throw new DOMException('sample', 'AbortError');
    });
    const { store } = openPage({ name });
    const { now } = told(store);
    expect(await clipsIn(store)).toEqual(clips);
    expect(now()).toEqual({ code: 'unchecked', count: 0 });
    await expect.poll(now, { timeout: 15_000 }).toBe(null);
  });
});

it('a comparison that takes long does not keep the list back, and is said until it ends', async () => {
  const { name, clips } = await library(3);
  const open = holding('open');
  const { store } = openPage({ name, wrapWorker: open.wrapWorker });
  const { now } = told(store);
  expect(await clipsIn(store)).toEqual(clips);
  expect(now()).toEqual({ code: 'unchecked', count: 0 });
  open.let();
  await expect.poll(now).toBe(null);
});

describe('a journal that cannot be opened', () => {
  it('is said, and the library is there', async () => {
    const { name, clips } = await library(2);
    const { store } = openPage({ name, wrapWorker: failing('NoModificationAllowedError') });
    const { now } = told(store);
    expect(await clipsIn(store)).toEqual(clips);
    expect(now()).toEqual({ code: 'copy-closed', count: 0 });
  });

  it('makes no empty library of one that was wiped', async () => {
    const { name, clips } = await library(2);
    await wipeDatabase(name);
    const { store } = openPage({ name, wrapWorker: failing('NoModificationAllowedError') });
    const { now } = told(store);
    for (let asked = 0; asked < 2; asked += 1) expect((await store.find({}, all)).ok).toBe(false);
    expect((await store.facets()).ok).toBe(false);
    expect(now()).toEqual({ code: 'copy-closed', count: 0 });
    // It can be saved all the same, and the next start unites both.
    await valueIn(store.save([sampleClip(9)]));
    expect((await clipsIn(store)).length).toBe(1);
    await store.close();
    const again = openPage({ name }).store;
    await expect.poll(async () => (await clipsIn(again)).length).toBe(clips.length + 1);
  });

  it.each(['SecurityError', 'NotSupportedError'])('because there is none (%s) makes a new library', async (reason) => {
    const { store } = openPage({ wrapWorker: failing(reason) });
    const { now } = told(store);
    expect(await clipsIn(store)).toEqual([]);
    expect(now()).toEqual({ code: 'single-copy', count: 0 });
  });
});

describe('another window', () => {
  it('says that clips are coming back for as long as they are', async () => {
    const { name, clips } = await library(3);
    await wipeDatabase(name);
    const replay = holding('replay');
    const first = openPage({ name, wrapWorker: replay.wrapWorker }).store;
    const one = told(first);
    await expect.poll(one.now).toEqual(coming);
    const second = openPage({ name }).store;
    const two = told(second);
    await second.find({}, all);
    expect(two.now()).toEqual(coming);
    replay.let();
    await expect.poll(two.now).toBe(null);
    expect(one.now()).toEqual({ code: 'rebuilt', count: 3 });
    expect(await clipsIn(second)).toEqual(clips);
  });

  it('goes on with it when the one that did it is closed', async () => {
    const { name, clips } = await library(3);
    await wipeDatabase(name);
    const first = openPage({ name, wrapWorker: holding('replay').wrapWorker }).store;
    await expect.poll(told(first).now).toEqual(coming);
    const second = openPage({ name }).store;
    const { now } = told(second);
    await second.find({}, all);
    await first.close();
    await expect.poll(now).toEqual({ code: 'rebuilt', count: 3 });
    expect(await clipsIn(second)).toEqual(clips);
  });

  it('that stays open says so too when a damaged database is replaced', async () => {
    const { name, clips } = await library(3);
    const replay = holding('replay');
    const first = openPage({ name, wrapWorker: replay.wrapWorker }).store;
    const second = openPage({ name }).store;
    const { now, said } = told(second);
    await clipsIn(first);
    await clipsIn(second);
    vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementationOnce(() => {
      throw new DOMException('sample', 'UnknownError');
    });
    void first.byKey(['sample']);
    await expect.poll(told(first).now).toEqual(coming);
    await second.find({}, all);
    expect(now()).toEqual(coming);
    replay.let();
    await expect.poll(now).toBe(null);
    expect(said).toEqual([null, coming, null]);
    expect(await clipsIn(second)).toEqual(clips);
  });
});
