/** What the browser may do to a database, and what the store makes of it: data, in time, with the library unharmed. */
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Result } from '@/lib/core/model';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { dropRow, journalFile, openPage, openStore, putRow, rowsOf, valueIn, wipeDatabase } from './open-store';

const all = { offset: 0, limit: 100 };
afterEach(() => {
  vi.restoreAllMocks();
});

const quota = () => new DOMException('full', 'QuotaExceededError');

describe('F12 a full disk', () => {
  it.each([
    ['put', 'update'],
    ['add', 'save'],
  ] as const)(
    'while a %s of the database runs: nothing of it is kept, and it can be repeated',
    async (method, work) => {
      const { name, store } = openPage();
      await valueIn(store.save([sampleClip(1)]));
      const act = async (): Promise<Result<unknown>> =>
        work === 'save' ? store.save([sampleClip(2)]) : store.update(uuid(1), { note: '改' }, time(2));
      const full = vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
        throw quota();
      });
      expect(await act()).toMatchObject({ ok: false, error: 'store-full' });
      expect(full).toHaveBeenCalled();
      vi.restoreAllMocks();
      expect((await valueIn(store.get([uuid(1), uuid(2)]))).map(({ note }) => note)).toEqual(['']);
      await valueIn(act());
      await store.close();
      await wipeDatabase(name);
      const { store: again } = openPage({ name });
      await expect.poll(async () => (await valueIn(again.find({}, all))).total).toBe(work === 'save' ? 2 : 1);
      expect((await valueIn(again.get([uuid(1)])))[0]?.note).toBe(work === 'save' ? '' : '改');
    },
  );

  it('at the end of a transaction: an AbortError around the reason is understood', async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    const { add } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = add.apply(this, args);
      Object.defineProperty(this.transaction, 'error', { value: quota() });
      this.transaction.abort();
      return request;
    });
    expect(await store.save([sampleClip(2)])).toMatchObject({ ok: false, error: 'store-full' });
    vi.restoreAllMocks();
    expect((await valueIn(store.find({}, all))).total).toBe(1);
  });

  it('in the journal: the save is not acknowledged, and is whole when it is repeated', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await store.close();
    let failing = true;
    const { store: page } = openPage({
      name,
      wrapWorker: (worker) => {
        const post = worker.postMessage.bind(worker);
        worker.postMessage = (message: { id: number; ask: { op: string } }, ...rest: never[]) => {
          if (failing && message.ask.op === 'append') {
            const reply = { id: message.id, ok: false, name: 'QuotaExceededError', message: 'full' };
            setTimeout(() => worker.dispatchEvent(new MessageEvent('message', { data: reply })));
          } else post(message, ...rest);
        };
        return worker;
      },
    });
    expect(await page.save([sampleClip(2)])).toMatchObject({ ok: false, error: 'store-full' });
    failing = false;
    expect(await valueIn(page.save([sampleClip(2)]))).toEqual({ saved: [], known: [uuid(2)] });
    await page.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await valueIn(again.find({}, all))).total).toBe(2);
  });
});

describe('F03 a database that does not answer', () => {
  it('leads to an answer within the deadline', { timeout: 15_000 }, async () => {
    const { store } = openStore();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
    const start = performance.now();
    expect(await store.find({}, all)).toMatchObject({ ok: false, error: 'store-timeout' });
    expect(performance.now() - start).toBeLessThan(7_000);
  });

  it('is tried again at the next question', { timeout: 15_000 }, async () => {
    const { store } = openStore();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(() => new EventTarget() as IDBOpenDBRequest);
    expect((await store.get([])).ok).toBe(false);
    await valueIn(store.save([sampleClip(1)]));
    expect((await valueIn(store.find({}, all))).total).toBe(1);
  });
});

describe('a journal worker', () => {
  it('that never answers costs the deadline, not the library', { timeout: 30_000 }, async () => {
    const { store } = openPage({
      wrapWorker: (worker) => {
        worker.postMessage = () => undefined;
        return worker;
      },
    });
    const reports: string[] = [];
    store.report.subscribe((report) => report && reports.push(report.code));
    await expect
      .poll(async () => (await store.save([sampleClip(1)])).ok, { timeout: 25_000, interval: 500 })
      .toBe(true);
    expect((await valueIn(store.find({}, all))).total).toBe(1);
  });
});

describe('F16 a private window', () => {
  it.each([
    ['InvalidStateError', 'store-unavailable'],
    ['SecurityError', 'store-unavailable'],
    ['UnknownError', 'store-unavailable'],
  ])('that answers %s cannot save, and says so', async (name, error) => {
    const { store } = openStore();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    expect(await store.save([sampleClip(1)])).toMatchObject({ ok: false, error });
  });
});

it('a connection that the browser closed is opened again, and both places are compared again', async () => {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  const closed = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase) {
    // What the browser does when it finds the files damaged: the connection ends.
    this.close();
    this.dispatchEvent(new Event('close'));
    throw new DOMException('closed', 'InvalidStateError');
  });
  expect((await store.save([sampleClip(2)])).ok).toBe(false);
  expect(closed).toHaveBeenCalled();
  vi.restoreAllMocks();
  await wipeDatabase(name);
  await expect.poll(async () => (await store.find({}, all)).ok).toBe(true);
  await valueIn(store.save([sampleClip(3)]));
  await expect.poll(async () => (await valueIn(store.find({}, all))).total).toBe(2);
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
    await store.close();
    const broken = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('damaged', 'InvalidStateError');
    });
    const { store: dead } = openPage({ name });
    const work = { signal: new AbortController().signal, onProgress: () => undefined };
    expect(await dead.backup({ author: null, at: time(9) }, work)).toMatchObject({ ok: false });
    const rescued = await valueIn(dead.rescue(work));
    expect(rescued.clips).toBe(2);
    broken.mockRestore();
    const { store: fresh } = openPage();
    const plan = await valueIn(fresh.restoreBackup(rescued.file, { author: null, at: time(9) }, work));
    expect(plan.counts).toMatchObject({ new: 2, refused: 0 });
    expect((await valueIn(fresh.get([uuid(1), uuid(2)]))).map(({ note, deletedAt }) => [note, deletedAt])).toEqual([
      ['改', null],
      ['', time(3)],
    ]);
    expect((await valueIn(fresh.history(uuid(1)))).map(({ revision }) => revision)).toEqual([1]);
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
