/** What the browser may do to a database, and what the store makes of it: data, in time, with the library unharmed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '@/lib/core/model';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { failing, openPage, openStore, valueIn, wipeDatabase } from './open-store';

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
    let full = true;
    const { store: page } = openPage({
      name,
      wrapWorker: failing((op) => (full && op === 'append' ? 'QuotaExceededError' : null)),
    });
    expect(await page.save([sampleClip(2)])).toMatchObject({ ok: false, error: 'store-full' });
    full = false;
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
  const names = ['InvalidStateError', 'SecurityError', 'UnknownError'];
  const refused = (name: string) => new DOMException('A mutation operation was attempted on a database.', name);

  it.each(names)('that answers %s at once cannot save, and says so', async (name) => {
    const { store } = openStore();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw refused(name);
    });
    expect(await store.save([sampleClip(1)])).toMatchObject({ ok: false, error: 'store-unavailable' });
    expect(await store.find({}, all)).toMatchObject({ ok: false, error: 'store-unavailable' });
  });

  it.each(names)('that answers %s later, as Firefox does, cannot save, and says so', async (name) => {
    const { store } = openStore();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      const request = Object.assign(new EventTarget(), { error: refused(name), onerror: null as EventListener | null });
      request.addEventListener('error', (event) => request.onerror?.(event));
      setTimeout(() => request.dispatchEvent(new Event('error', { cancelable: true })));
      return request as unknown as IDBOpenDBRequest;
    });
    expect(await store.save([sampleClip(1)])).toMatchObject({ ok: false, error: 'store-unavailable' });
    expect(await store.find({}, all)).toMatchObject({ ok: false, error: 'store-unavailable' });
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
