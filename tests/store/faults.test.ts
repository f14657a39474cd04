/** What the browser may do to a database, and what the store makes of it: data, in time, with the library unharmed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '@/lib/core/model';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { reportsOf } from './closed-library';
import { failing, openPage, openStore, valueIn, wipeDatabase } from './open-store';

const all = { offset: 0, limit: 100 };
const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
afterEach(() => {
  vi.restoreAllMocks();
});

it('a question that is cut off because the database is being replaced is asked once more', async () => {
  const { store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  const { get } = IDBObjectStore.prototype;
  const cut = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(function (this: IDBObjectStore, key) {
    const request = get.call(this, key);
    this.transaction.abort();
    return request;
  });
  expect(await valueIn(store.get([uuid(1)]))).toHaveLength(1);
  expect(cut.mock.calls.length).toBeGreaterThan(1);
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
    const { store: other } = openPage({ name });
    expect((await valueIn(other.find({}, all))).total).toBe(1);
    const ticks = vi.fn();
    other.changes.subscribe(ticks);
    expect(await page.save([sampleClip(2)])).toMatchObject({ ok: false, error: 'store-full' });
    // The database has it, and no window goes on showing another list.
    await expect.poll(() => ticks.mock.calls.length).toBeGreaterThan(0);
    expect((await valueIn(other.find({}, all))).total).toBe(2);
    full = false;
    expect(await valueIn(page.save([sampleClip(2)]))).toEqual({ saved: [], known: [uuid(2)] });
    await page.close();
    await other.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await valueIn(again.find({}, all))).total).toBe(2);
  });
});

describe('F03 a database that does not answer', () => {
  it('leads to an answer within the deadline', async () => {
    const { store } = openStore();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
    const start = performance.now();
    expect(await store.find({}, all)).toMatchObject({ ok: false, error: 'store-timeout' });
    expect(performance.now() - start).toBeLessThan(7_000);
  });

  it('is tried again at the next question', async () => {
    const { store } = openStore();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(() => new EventTarget() as IDBOpenDBRequest);
    expect((await store.get([])).ok).toBe(false);
    await valueIn(store.save([sampleClip(1)]));
    expect((await valueIn(store.find({}, all))).total).toBe(1);
  });

  const READS = {
    objects: ['get', 'getAll', 'getAllKeys', 'getAllRecords', 'openCursor', 'openKeyCursor', 'count'],
    indexes: ['getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count'],
  } as const;
  let dead: { error: DOMException; onerror?: (event: Event) => void }[] = [];
  const die = () => {
    const request = { error: new DOMException('sample', 'AbortError'), addEventListener: () => undefined };
    dead.push(request);
    return request as unknown as IDBRequest;
  };
  /** Else a store could never be closed again. */
  const release = () => {
    vi.restoreAllMocks();
    for (const request of dead)
      request.onerror?.(Object.defineProperty(new Event('error'), 'target', { value: request }));
    dead = [];
  };
  const hang = (prototype: object, methods: readonly string[]) => {
    for (const method of methods)
      if (method in prototype) vi.spyOn(prototype as Record<string, () => IDBRequest>, method).mockImplementation(die);
  };
  const QUESTIONS: Record<string, (store: OpenClipStore) => Promise<Result<unknown>>> = {
    'the list': (store) => store.find({}, all),
    'the trash': (store) => store.find({ trashed: true }, all),
    'a search': (store) => store.find({ text: '甲' }, all),
    'all ids': (store) => store.findIds({}),
    facets: (store) => store.facets(),
    'one clip': (store) => store.get([uuid(1)]),
    'many clips': (store) => store.get(Array.from({ length: 600 }, (_, n) => uuid(n))),
    'a picture': (store) => store.picture(uuid(1)),
    passages: (store) => store.byKey([sampleClip(1).key]),
    'a history': (store) => store.history(uuid(1)),
    comparisons: (store) => store.comparisons.list(),
    'a backup': (store) => store.backup({ author: null, at: time(1) }, work()),
    'the state of backups': (store) => store.backupState(),
    'an edit': (store) => store.update(uuid(1), { note: '改' }, time(2)),
    'a new name': (store) => store.renameTag('甲', '乙', time(2)),
  };

  it.each([
    ['at the start', false],
    ['later', true],
  ])('any more, %s: every question is answered in 5 s', async (_, warm) => {
    const { name, store: before } = openPage();
    await valueIn(before.save([sampleClip(1), sampleClip(2)]));
    await before.close();
    let { store } = openPage({ name });
    if (warm) {
      await valueIn(store.find({}, all));
      await valueIn(store.facets());
    } else await store.close();
    hang(IDBObjectStore.prototype, READS.objects);
    hang(IDBIndex.prototype, READS.indexes);
    if (!warm) ({ store } = openPage({ name }));
    const begun = performance.now();
    const late: string[] = [];
    const ask = async ([what, question]: [string, (store: OpenClipStore) => Promise<Result<unknown>>]) => {
      const answer = await Promise.race([question(store), new Promise<null>((r) => setTimeout(r, 8_000, null))]);
      if (answer?.ok !== false || answer.error !== 'store-timeout' || performance.now() - begun > 7_000)
        late.push(`${what}: ${JSON.stringify(answer)} ${performance.now() - begun}`);
    };
    await Promise.all(Object.entries(QUESTIONS).map(ask));
    release();
    expect(late).toEqual([]);
  });
});

describe('a journal worker', () => {
  it('that never answers costs the deadline, not the library', async () => {
    const { store } = openPage({
      wrapWorker: (worker) => {
        worker.postMessage = () => undefined;
        return worker;
      },
    });
    const reports = reportsOf(store);
    await expect
      .poll(async () => (await store.save([sampleClip(1)])).ok, { timeout: 25_000, interval: 500 })
      .toBe(true);
    expect((await valueIn(store.find({}, all))).total).toBe(1);
    expect(reports.at(-1)).toEqual({ code: 'copy-closed', count: 0 });
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
