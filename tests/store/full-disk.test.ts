/** A full disk as Chromium shows it, seen on a real one by `npm run soak -- full`. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { reportsOf } from './closed-library';
import { openPage, openStore, valueIn, wipeDatabase } from './open-store';

const all = { offset: 0, limit: 100 };
const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
afterEach(() => {
  vi.restoreAllMocks();
});

describe('F12 a full disk under which Chromium closes the database', () => {
  const unknown = (message: string) => new DOMException(message, 'UnknownError');
  /** As its LevelDB answers, which writes files when it opens. */
  const cannotOpen = () => {
    const request = new EventTarget() as IDBOpenDBRequest;
    const error = unknown('Internal error opening backing store for indexedDB.open.');
    Object.defineProperty(request, 'error', { value: error });
    request.addEventListener('error', (event) => request.onerror?.(event));
    setTimeout(() => request.dispatchEvent(new Event('error', { cancelable: true })));
    return request;
  };
  const noRoom = () =>
    vi.spyOn(StorageManager.prototype, 'estimate').mockResolvedValue({ quota: 6_000_000, usage: 5_999_000 });

  it.each([['page', openPage] as const, ['worker', openStore] as const])(
    'is not taken for a damaged one (%s): it says so, keeps it, and goes on with it when there is room',
    async (_, open) => {
      const { name, store: before } = open();
      await valueIn(before.save([sampleClip(1)]));
      await before.close();
      const { store } = open({ name });
      const reports = reportsOf(store);
      noRoom();
      vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(cannotOpen);
      const taken = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
      expect(await store.find({}, all)).toMatchObject({ ok: false, error: 'store-full' });
      expect(await store.save([sampleClip(2)])).toMatchObject({ ok: false, error: 'store-full' });
      expect(await store.backup({ author: null, at: time(1) }, work())).toMatchObject({
        ok: false,
        error: 'store-full',
      });
      expect(taken).not.toHaveBeenCalled();
      vi.restoreAllMocks();
      expect(await valueIn(store.save([sampleClip(2)]))).toEqual({ saved: [uuid(2)], known: [] });
      expect((await valueIn(store.find({}, all))).total).toBe(2);
      expect(reports.map(({ code }) => code).filter((code) => code.startsWith('rebuilt'))).toEqual([]);
      expect((await indexedDB.databases()).filter((one) => one.name?.startsWith(name))).toHaveLength(1);
    },
  );

  it('of which the browser says nothing: a damaged database is healed as ever', async () => {
    const { name, store: before } = openPage();
    await valueIn(before.save([sampleClip(1)]));
    await before.close();
    vi.spyOn(StorageManager.prototype, 'estimate').mockReturnValue(new Promise(() => undefined));
    const opening = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(cannotOpen);
    const { deleteDatabase } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(function (this: IDBFactory, taken) {
      opening.mockRestore();
      return deleteDatabase.call(this, taken);
    });
    const { store } = openPage({ name });
    const found = async () => {
      const result = await store.find({}, all);
      return result.ok && result.value.total;
    };
    await expect.poll(found, { timeout: 8_000 }).toBe(1);
  });

  it('while it writes: the change is refused for want of room', async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    const { add } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = add.apply(this, args);
      const value = unknown('Connection is closing because of: IO error: .../000003.log: FILE_ERROR_NO_SPACE');
      Object.defineProperty(this.transaction, 'error', { value });
      this.transaction.abort();
      return request;
    });
    expect(await store.save([sampleClip(2)])).toMatchObject({ ok: false, error: 'store-full' });
    vi.restoreAllMocks();
    expect((await valueIn(store.find({}, all))).total).toBe(1);
  });

  it.each(['InvalidStateError', 'AbortError'])('in the middle of a question (%s): why is said', async (name) => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    noRoom();
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('Backend aborted error', name);
    });
    expect(await store.get([uuid(1)])).toMatchObject({ ok: false, error: 'store-full' });
    expect(await store.update(uuid(1), { note: '改' }, time(2))).toMatchObject({ ok: false, error: 'store-full' });
  });

  it('is not taken away by what looks like damage either', async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    noRoom();
    const taken = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw unknown('Internal error.');
    });
    expect((await store.get([uuid(1)])).ok).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(taken).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    expect((await valueIn(store.find({}, all))).total).toBe(1);
  });
});

it('F12 a full disk in a rebuild: no empty list, the reason is said, and it goes on by itself', {
  timeout: 20_000,
}, async () => {
  const { name, store: before } = openPage();
  await valueIn(before.save([sampleClip(1), sampleClip(2)]));
  await before.close();
  await wipeDatabase(name);
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === 'clips') throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, args);
  });
  const { store } = openPage({ name });
  const reports = reportsOf(store);
  await expect.poll(() => store.find({}, all)).toMatchObject({ ok: false, error: 'store-full' });
  expect(reports.at(-1)).toEqual({ code: 'unchecked-full', count: 0 });
  // What is not there yet is not said to be unknown.
  expect(await store.update(uuid(1), { note: '改' }, time(2))).toMatchObject({ ok: false, error: 'store-rebuilding' });
  vi.restoreAllMocks();
  await expect.poll(async () => (await valueIn(store.find({}, all))).total, { timeout: 10_000 }).toBe(2);
  await expect.poll(() => reports.at(-1)).toEqual({ code: 'rebuilt', count: 2 });
});
