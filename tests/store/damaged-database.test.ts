/** A database whose files are damaged: it is replaced by what the journal holds, or at least exported from it. */
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { comparisonId, sampleComparison } from './comparison-samples';
import {
  buckets,
  dropRow,
  failing,
  journalFile,
  openPage,
  openStore,
  putRow,
  rowsOf,
  valueIn,
  wipeDatabase,
} from './open-store';
import { isRebuilding } from './wiped-library';

const all = { offset: 0, limit: 100 };
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a damaged database', () => {
  /** As Chromium answers when a page of its file cannot be read. */
  const damage = () => {
    const request = new EventTarget() as IDBRequest;
    Object.defineProperty(request, 'error', {
      value: new DOMException('Seek failure, unable to continue', 'UnknownError'),
    });
    const event = new Event('error');
    Object.defineProperty(event, 'target', { value: request });
    setTimeout(() => request.onerror?.(event));
    return request;
  };

  it('is replaced by what the journal holds, and the question is answered', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    const reports: string[] = [];
    store.report.subscribe((report) => report && reports.push(`${report.code} ${report.count}`));
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(damage);
    await expect.poll(async () => (await valueIn(store.find({}, all))).total, { timeout: 5_000 }).toBe(2);
    await expect.poll(() => reports).toEqual(['rebuilt 0', 'rebuilt 2']);
    expect(await rowsOf(name, 'clips')).toHaveLength(2);
  });

  it('that breaks while a light row is mended is replaced as well', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await store.close();
    await putRow(name, 'lines', { id: uuid(9) });
    const remove = IDBObjectStore.prototype.delete;
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(function (this: IDBObjectStore, key) {
      // The request is told that it was aborted; only the transaction knows why.
      const request = remove.call(this, key);
      Object.defineProperty(this.transaction, 'error', {
        value: new DOMException('Connection is closing because of: database disk image is malformed', 'UnknownError'),
      });
      this.transaction.abort();
      return request;
    });
    const { store: again } = openPage({ name });
    const reports: string[] = [];
    again.report.subscribe((report) => report && reports.push(`${report.code} ${report.count}`));
    await expect.poll(async () => (await valueIn(again.facets())).total, { timeout: 5_000 }).toBe(2);
    await expect.poll(() => reports).toEqual(['rebuilt 0', 'rebuilt 2']);
    expect(await rowsOf(name, 'lines')).toHaveLength(2);
  });

  it('that can be neither opened nor deleted is replaced by one of another name, now and at the next start', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await store.close();
    for (const method of ['open', 'deleteDatabase'] as const) {
      const real = IDBFactory.prototype[method];
      vi.spyOn(IDBFactory.prototype, method).mockImplementation(function (
        this: IDBFactory,
        asked: string,
        version?: number,
      ) {
        return asked === name ? (damage() as IDBOpenDBRequest) : real.call(this, asked, version);
      });
    }
    onTestFinished(() => void indexedDB.deleteDatabase(`${name}~1`));
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await valueIn(again.find({}, all))).total, { timeout: 5_000 }).toBe(2);
    await valueIn(again.save([sampleClip(3)]));
    await again.close();
    const { store: later } = openPage({ name });
    const reports: string[] = [];
    later.report.subscribe((report) => report && reports.push(report.code));
    expect((await valueIn(later.find({}, all))).clips).toHaveLength(3);
    expect(reports).toEqual([]);
  });

  it('in a store that does not even tell what is in it is replaced', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await store.close();
    const wiped = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
    const { databases } = IDBFactory.prototype;
    // Until something of it is deleted, as Chromium answers when it cannot open the backing store.
    vi.spyOn(IDBFactory.prototype, 'databases').mockImplementation(function (this: IDBFactory) {
      const damaged = wiped.mock.calls.length === 0;
      return damaged ? Promise.reject(new DOMException('no backing store', 'UnknownError')) : databases.call(this);
    });
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await again.find({}, all)).ok, { timeout: 5_000 }).toBe(true);
    await expect.poll(async () => (await valueIn(again.find({}, all))).clips.length, { timeout: 5_000 }).toBe(2);
  });

  it('that has lost one of its tables is no newer one, and is replaced', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await store.close();
    const { version = 0 } = (await indexedDB.databases()).find((one) => one.name === name) ?? {};
    await wipeDatabase(name);
    await new Promise<void>((resolve) => {
      const asked = indexedDB.open(name, version);
      asked.onupgradeneeded = () => asked.result.createObjectStore('clips', { keyPath: 'id' });
      asked.onsuccess = () => {
        asked.result.close();
        resolve();
      };
    });
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await valueIn(again.find({}, all))).total, { timeout: 5_000 }).toBe(2);
  });

  it('that breaks while it is repaired is replaced', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await store.close();
    await dropRow(name, 'lines', uuid(1));
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (this: IDBObjectStore, row) {
      const request = put.call(this, row);
      Object.defineProperty(this.transaction, 'error', { value: new DOMException('malformed', 'UnknownError') });
      this.transaction.abort();
      return request;
    });
    const { store: again } = openPage({ name });
    const reports: string[] = [];
    again.report.subscribe((report) => report && reports.push(`${report.code} ${report.count}`));
    await valueIn(again.find({}, all));
    await expect.poll(() => reports, { timeout: 2_500 }).toEqual(['rebuilt 0', 'rebuilt 2']);
    expect((await valueIn(again.find({}, all))).clips).toHaveLength(2);
  });

  it('that cannot be opened any more can still be exported, from the journal', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([1, 2, 3].map((n) => sampleClip(n))));
    await valueIn(store.update(uuid(1), { note: '改' }, time(2)));
    await valueIn(store.remove([uuid(2), uuid(3)], time(3)));
    await valueIn(store.purge([uuid(3)]));
    await valueIn(store.comparisons.save(sampleComparison(1)));
    await valueIn(store.comparisons.save(sampleComparison(2)));
    await valueIn(store.comparisons.save(sampleComparison(1, { revision: 2, name: '改名' })));
    await valueIn(store.comparisons.remove(comparisonId(2)));
    await store.close();
    const { store: worker } = openStore({ name });
    await valueIn(worker.save([sampleClip(4)]));
    await worker.close();
    const { open } = IDBFactory.prototype;
    // The bucket of the worker is another database and still answers.
    const broken = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...asked) {
      if (this === indexedDB) throw new DOMException('damaged', 'InvalidStateError');
      return open.apply(this, asked);
    });
    const { store: dead } = openPage({ name });
    const work = { signal: new AbortController().signal, onProgress: () => undefined };
    expect(await dead.backup({ author: null, at: time(9) }, work)).toMatchObject({ ok: false });
    const rescued = await valueIn(dead.rescue(work));
    expect(rescued.clips).toBe(3);
    broken.mockRestore();
    const { store: fresh } = openPage();
    const plan = await valueIn(fresh.restoreBackup(rescued.file, { author: null, at: time(9) }, work));
    expect(plan.counts).toMatchObject({ new: 4, refused: 0 });
    expect(await valueIn(fresh.comparisons.list())).toEqual([sampleComparison(1, { revision: 2, name: '改名' })]);
    expect(await valueIn(fresh.get([uuid(4)]))).toEqual([sampleClip(4)]);
    expect((await valueIn(fresh.get([uuid(1), uuid(2)]))).map(({ note, deletedAt }) => [note, deletedAt])).toEqual([
      ['改', null],
      ['', time(3)],
    ]);
    expect((await valueIn(fresh.history(uuid(1)))).map(({ revision }) => revision)).toEqual([1]);
  });

  it('is replaced by a journal that is only of an older shape', { timeout: 30_000 }, async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await store.close();
    const wiped = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
    const { getAll, get } = IDBObjectStore.prototype;
    const isBroken = (table: IDBObjectStore) => table.name === 'clips' && wiped.mock.calls.length === 0;
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...asked) {
      return isBroken(this) ? damage() : getAll.apply(this, asked);
    });
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      return isBroken(this) ? damage() : get.call(this, key);
    });
    const { store: next } = openPage({ name, records: 50 });
    const total = async () => {
      const found = await next.find({}, all);
      return found.ok ? found.value.clips.length : found.error;
    };
    await expect.poll(total, { timeout: 15_000 }).toBe(2);
  });

  it('is not replaced by a journal that is known to lack something', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await store.close();
    const { store: worker } = openStore({ name });
    await valueIn(worker.save([sampleClip(9)]));
    await worker.close();
    await buckets().delete(name);
    const wrapWorker = failing((op) => (op === 'begin' ? 'AbortError' : null));
    const { store: page } = openPage({ name, wrapWorker });
    await expect.poll(async () => (await page.get([uuid(9)])).ok).toBe(true);
    await expect.poll(() => isRebuilding(name)).toBe(false);
    const broken = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(damage);
    await page.get([uuid(1)]);
    broken.mockRestore();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const ids = await valueIn(page.get([uuid(1), uuid(9)]));
    expect(ids.map(({ id }) => id)).toEqual([uuid(1), uuid(9)]);
  });

  it('is left alone when the journal is not whole', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await valueIn(store.update(uuid(1), { note: '改' }, time(2)));
    await store.close();
    const { bytes, write } = await journalFile(name);
    bytes[400] = bytes[400]! ^ 8;
    await write(bytes);
    const { store: again } = openPage({ name });
    await valueIn(again.find({}, all));
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(damage);
    expect(await again.find({}, all)).toMatchObject({ ok: false, error: 'store-unavailable' });
    vi.restoreAllMocks();
    expect(await rowsOf(name, 'clips')).toHaveLength(2);
  });
});
