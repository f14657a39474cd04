/** While the places cannot be compared, or one of them not be opened: what is said, what it costs, and what can be taken out. */
import { afterEach, expect, it, vi } from 'vitest';
import type { StoreReport } from '@/lib/store/contract';
import { sampleClip } from '../core/clip/samples';
import { clipsIn, library, reportsOf } from './closed-library';
import { failing, openPage, putRow, rowsOf, slow, valueIn, wipeDatabase } from './open-store';

afterEach(() => {
  vi.restoreAllMocks();
});

const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A disk that takes nothing into the database. */
function full() {
  const { put } = IDBObjectStore.prototype;
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.transaction.db.name.endsWith('-letters')) return put.apply(this, args);
    throw new DOMException('full', 'QuotaExceededError');
  });
}

it('all clips can be taken out of the journal while others compare or save', { timeout: 60_000 }, async () => {
  const { name, store } = openPage();
  const clips = Array.from({ length: 60 }, (_, n) => sampleClip(100 + n, { note: 'x'.repeat(90_000) }));
  for (let at = 0; at < clips.length; at += 10) await valueIn(store.save(clips.slice(at, at + 10)));
  await store.close();
  await wipeDatabase(name);
  full();
  const page = openPage({ name, wrapWorker: slow('replay', 600) }).store;
  expect((await page.find({}, { offset: 0, limit: 1 })).ok).toBe(false);
  const saves = setInterval(() => void page.save([sampleClip(1)]), 1_000);
  try {
    expect((await valueIn(page.rescue(work()))).clips).toBe(60);
  } finally {
    clearInterval(saves);
  }
});

it('a full disk is named, and compared less and less often', async () => {
  const { name } = await library(2);
  await putRow(name, 'state', { name: 'start', at: '2026-01-01T00:00:00.000Z' });
  const [head] = (await rowsOf(name, 'state')).filter((row) => Reflect.get(Object(row), 'name') === 'head');
  // The database stands before the last change.
  await putRow(name, 'state', { ...Object(head), seq: Number(Reflect.get(Object(head), 'seq')) - 1 });
  const disk = full();
  let opened = 0;
  const count = (op: string) => {
    if (op === 'open') opened += 1;
    return null;
  };
  const { store } = openPage({ name, wrapWorker: failing(count) });
  let said: StoreReport | null = null;
  store.report.subscribe((report) => {
    said = report;
  });
  expect((await clipsIn(store)).length).toBe(2);
  expect(said).toEqual({ code: 'unchecked-full', count: 0 });
  await pause(6_500);
  expect(opened).toBeLessThan(5);
  expect(opened).toBeGreaterThan(1);
  disk.mockRestore();
  // Whoever saves compares, and the next question need not wait for the next look.
  await valueIn(store.save([sampleClip(9)]));
  expect((await clipsIn(store)).length).toBe(3);
  await expect.poll(() => said, { timeout: 1_000 }).toBe(null);
});

it('a journal that cannot be opened stays said where clips were coming back from it', async () => {
  const { name } = await library(2);
  const [head] = (await rowsOf(name, 'state')).filter((row) => Reflect.get(Object(row), 'name') === 'head');
  await putRow(name, 'state', { ...Object(head), rebuilding: true });
  const { store } = openPage({ name, wrapWorker: failing(() => 'NoModificationAllowedError') });
  const reports = reportsOf(store);
  for (let asked = 0; asked < 3; asked += 1) {
    expect((await clipsIn(store)).length).toBe(2);
    await pause(500);
  }
  expect(reports).toEqual([{ code: 'copy-closed', count: 0 }]);
});
