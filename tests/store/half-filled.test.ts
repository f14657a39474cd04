/** A database that is half filled, because bringing clips back was interrupted, and a second place that is not there. */
import { describe, expect, it } from 'vitest';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { failing, holding, openPage, putRow, rowsOf, slow, valueIn, wipeDatabase, wipeJournal } from './open-store';

const LONG = 'x'.repeat(90_000);
const isRebuilding = async (name: string) =>
  (await rowsOf(name, 'state')).some((row) => Reflect.get(row ?? {}, 'rebuilding') === true);

/** Of the first clip revision 1 of 5 is back; what comes after it is more than one part of the journal. */
async function halfFilled() {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  for (let at = 100; at < 160; at += 10)
    await valueIn(store.save(Array.from({ length: 10 }, (_, n) => sampleClip(at + n, { note: LONG }))));
  for (let n = 0; n < 4; n += 1) await valueIn(store.update(uuid(1), { note: `旧${n}` }, time(n)));
  await store.close();
  await wipeDatabase(name);
  const replay = holding('replay', 1);
  const { store: page } = openPage({ name, wrapWorker: replay.wrapWorker });
  await expect.poll(async () => valueIn(page.get([uuid(1)])), { interval: 10 }).toMatchObject([{ revision: 1 }]);
  const closing = page.close();
  replay.let(1);
  await closing;
  expect(await isRebuilding(name)).toBe(true);
  return name;
}

describe('while the journal cannot be opened', () => {
  it('an edit is refused; once it can be opened, asking again brings the rest back', async () => {
    const name = await halfFilled();
    let isShut = true;
    const wrapWorker = failing((op) => (isShut && op === 'open' ? 'NoModificationAllowedError' : null));
    const { store } = openPage({ name, wrapWorker });
    const edit = () => store.update(uuid(1), { note: '刚写的' }, time(50));
    expect(await edit()).toMatchObject({ ok: false, error: 'store-rebuilding' });
    expect(await store.remove([uuid(1)], time(50))).toMatchObject({ ok: false, error: 'store-rebuilding' });
    // New clips are kept meanwhile.
    await valueIn(store.save([sampleClip(2)]));
    isShut = false;
    await expect.poll(async () => (await edit()).ok).toBe(true);
    expect((await valueIn(store.get([uuid(1)])))[0]).toMatchObject({ note: '刚写的', revision: 6 });
    expect((await valueIn(store.history(uuid(1)))).map(({ note }) => note)).toEqual(['旧3', '旧2', '旧1', '旧0', '']);
    expect(await valueIn(store.findIds({}))).toHaveLength(62);
  });
});

it('a large restore is refused while the journal cannot be opened, and asked for again opens it', async () => {
  let isShut = true;
  const wrapWorker = failing((op) => (isShut && op === 'open' ? 'NoModificationAllowedError' : null));
  const { store } = openPage({ wrapWorker, oneTransaction: 2 });
  const file = new Blob([1, 2, 3, 4].map((n) => `${JSON.stringify({ clip: sampleClip(n), past: [] })}\n`));
  const restore = () =>
    store.restoreBackup(
      file,
      { author: null, at: time(9) },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
  expect(await restore()).toMatchObject({ ok: false, error: 'store-unavailable' });
  isShut = false;
  expect((await valueIn(restore())).counts.new).toBe(4);
});

describe('when the journal is lost', () => {
  it('edits are taken at once, because nothing comes back any more', async () => {
    const name = await halfFilled();
    await wipeJournal(name);
    const { store } = openPage({ name, wrapWorker: slow('add', 1_000) });
    await valueIn(store.update(uuid(1), { note: '刚写的' }, time(50)));
    expect(await isRebuilding(name)).toBe(false);
  });

  it('a library of which nothing had come back is an empty one', async () => {
    const { name, store } = openPage();
    await valueIn(store.findIds({}));
    await store.close();
    const [head] = (await rowsOf(name, 'state')).filter((row) => Reflect.get(row ?? {}, 'name') === 'head');
    await putRow(name, 'state', { ...Object(head), rebuilding: true });
    await wipeJournal(name);
    const { store: again } = openPage({ name });
    expect(await valueIn(again.findIds({}))).toEqual([]);
    expect(await isRebuilding(name)).toBe(false);
  });
});

it('a browser that offers no journal any more takes edits, and all comes back where it offers one again', async () => {
  const name = await halfFilled();
  const { store } = openPage({ name, wrapWorker: failing((op) => (op === 'open' ? 'SecurityError' : null)) });
  await valueIn(store.update(uuid(1), { note: '刚写的' }, time(50)));
  expect(await isRebuilding(name)).toBe(false);
  await store.close();
  const { store: again } = openPage({ name });
  await expect.poll(async () => valueIn(again.findIds({}))).toHaveLength(61);
});
