/** A transaction whose end the browser never tells: what comes after it goes on. */
import { expect, it, vi } from 'vitest';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { clipsIn } from './closed-library';
import { openPage, valueIn } from './open-store';

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
