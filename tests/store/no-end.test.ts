/** A transaction whose end the browser never tells: what comes after it goes on. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { clipsIn, library, reportsOf } from './closed-library';
import { buckets, failing, holding, journalFile, openPage, valueIn, wipeDatabase } from './open-store';

/** The next transaction that writes fails with its connection, and says nothing more, as seen of Chromium on a full disk. */
function nextSaysNothing() {
  const open = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    tables,
    mode,
    options,
  ) {
    const transaction = open.call(this, tables, mode, options);
    if (mode !== 'readwrite') return transaction;
    vi.restoreAllMocks();
    const ended = () => {
      throw new DOMException('The transaction has finished.', 'InvalidStateError');
    };
    transaction.abort();
    for (const event of ['oncomplete', 'onabort']) Object.defineProperty(transaction, event, { set: () => undefined });
    return Object.assign(transaction, { abort: ended, commit: ended });
  });
}

it('the change is refused, and the next one is kept', { timeout: 30_000 }, async () => {
  const { store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  nextSaysNothing();
  expect(await store.update(uuid(1), { note: '改' }, time(2))).toMatchObject({ ok: false });
  const begun = performance.now();
  expect(await valueIn(store.update(uuid(1), { note: '再改' }, time(3)))).toMatchObject({ note: '再改', revision: 2 });
  expect(performance.now() - begun).toBeLessThan(2_000);
});

it('a second place that could not be opened once can still be had as a file', async () => {
  const { name } = await library(2);
  let fails = 1;
  const wrapWorker = failing((op) => {
    if (op === 'open') fails -= 1;
    return op === 'open' && fails >= 0 ? 'AbortError' : null;
  });
  const { store } = openPage({ name, wrapWorker });
  await clipsIn(store);
  const work = { signal: new AbortController().signal, onProgress: () => undefined };
  expect(await store.rescue(work)).toMatchObject({ ok: true, value: { clips: 2 } });
  await store.close();
  // It was let go of.
  const { store: next } = openPage({ name });
  const reports = reportsOf(next);
  expect(await clipsIn(next)).toHaveLength(2);
  expect(reports).toEqual([]);
});

it('what the second place holds can be had as a file', { timeout: 30_000 }, async () => {
  const { store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  nextSaysNothing();
  const refused = store.update(uuid(1), { note: '改' }, time(2));
  const work = { signal: new AbortController().signal, onProgress: () => undefined };
  const rescued = await store.rescue(work);
  expect(await refused).toMatchObject({ ok: false });
  expect(rescued).toMatchObject({ ok: true, value: { clips: 1 } });
  expect(await clipsIn(store)).toEqual([sampleClip(1)]);
});

describe('of what the second place holds, a file says that it is not whole', () => {
  const work = { signal: new AbortController().signal, onProgress: () => undefined };
  it('where a record is damaged', async () => {
    const { name } = await library(3);
    const { bytes, write } = await journalFile(name);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await write(bytes);
    // It is not written anew before.
    const { store } = openPage({ name, wrapWorker: failing((op) => (op === 'begin' ? 'AbortError' : null)) });
    const rescued = await store.rescue(work);
    expect(rescued).toMatchObject({ ok: true, value: { whole: false } });
  });
  it('where the bucket of the worker cannot be read', async () => {
    const { name } = await library(3);
    const broken = vi.spyOn(buckets(), 'open').mockRejectedValue(new DOMException('no', 'UnknownError'));
    onTestFinished(() => broken.mockRestore());
    const { store } = openPage({ name });
    expect(await store.rescue(work)).toMatchObject({ ok: true, value: { clips: 3, whole: false } });
  });
  it('and else that it is', async () => {
    const { name } = await library(3);
    const { store } = openPage({ name });
    expect(await store.rescue(work)).toMatchObject({ ok: true, value: { clips: 3, whole: true } });
  });
});

it('a check that the journal leaves unanswered does not make the next change fail', { timeout: 30_000 }, async () => {
  const { name } = await library(2);
  const verify = holding('verify');
  const { store } = openPage({ name, wrapWorker: verify.wrapWorker });
  const reports = reportsOf(store);
  await clipsIn(store);
  await expect.poll(verify.held, { timeout: 10_000 }).toBe(1);
  // Asked for while the journal is still waited for.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await valueIn(store.update(uuid(1), { note: '改' }, time(2)))).toMatchObject({ note: '改' });
  expect(await valueIn(store.save([sampleClip(9)]))).toMatchObject({ saved: [uuid(9)] });
  await store.close();
  await wipeDatabase(name);
  const { store: next } = openPage({ name });
  await expect.poll(async () => (await clipsIn(next)).map(({ note }) => note)).toContain('改');
  expect(await clipsIn(next)).toHaveLength(3);
  expect(reports).toEqual([]);
});

it('a journal that is behind and cannot be written anew is not tried again without an end', {
  timeout: 30_000,
}, async () => {
  const { name } = await library(1);
  const old = (await journalFile(name)).bytes.slice();
  const { store } = openPage({ name });
  for (let i = 0; i < 11; i += 1) {
    await valueIn(store.save(Array.from({ length: 200 }, (_, n) => sampleClip(1_000 + 200 * i + n))));
  }
  await store.close();
  await (await journalFile(name)).write(old);
  let begun = 0;
  const wrapWorker = failing((op) => {
    if (op === 'begin') begun += 1;
    return op === 'begin' ? 'NotReadableError' : null;
  });
  const { store: page } = openPage({ name, wrapWorker });
  const reports = reportsOf(page);
  await clipsIn(page);
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  expect(begun).toBeLessThanOrEqual(3);
  expect(reports.filter(({ code }) => code === 'copy-rebuilt').length).toBeLessThanOrEqual(1);
});
