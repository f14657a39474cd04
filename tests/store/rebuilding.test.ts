/** While clips come back from the second place: nothing older is written over what was acknowledged meanwhile. */
import { describe, expect, it } from 'vitest';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { all, clipsIn, library } from './closed-library';
import {
  failing,
  holding,
  openPage,
  openStore,
  putRow,
  rowsOf,
  turnWanted,
  valueIn,
  wipeDatabase,
  wipeJournal,
} from './open-store';

type Store = ReturnType<typeof openPage>['store'];
const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const LONG = 'x'.repeat(90_000);

/** Clips that fill more than the part of the journal that is entered at one stroke. */
async function fill(store: Store, count = 60) {
  const clips = Array.from({ length: count }, (_, n) => sampleClip(100 + n, { note: LONG }));
  for (let at = 0; at < clips.length; at += 10) await valueIn(store.save(clips.slice(at, at + 10)));
}
const isRebuilding = async (name: string) =>
  (await rowsOf(name, 'state')).some((row) => Reflect.get(row ?? {}, 'rebuilding') === true);
const clipIn = async (store: Store, n: number) => (await valueIn(store.get([uuid(n)])))[0];
const notesOf = async (store: Store, n: number) => [
  (await clipIn(store, n))?.note,
  ...(await valueIn(store.history(uuid(n)))).map(({ note }) => note),
];

/** A closed library whose first clip is at revision 5, with much between its first revision and the others; wiped. */
async function wiped(count = 60) {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  await fill(store, count);
  for (let n = 0; n < 4; n += 1) await valueIn(store.update(uuid(1), { note: `旧${n}` }, time(n)));
  await store.close();
  await wipeDatabase(name);
  return name;
}

describe('after a wipe', () => {
  it('an edit is refused until everything is back, and then nothing of it or before it is lost', async () => {
    const name = await wiped(90);
    const replay = holding('replay', 1);
    const { store } = openPage({ name, wrapWorker: replay.wrapWorker });
    const other = openStore({ name }).store;
    await expect.poll(() => clipIn(store, 1), { interval: 10 }).toMatchObject({ revision: 1 });
    const edit = (one: Store) => one.update(uuid(1), { note: '刚写的' }, time(50));
    const refused = { ok: false, error: 'store-rebuilding' };
    const changes = [edit(store), store.remove([uuid(1)], time(50))];
    // New clips are kept meanwhile.
    const saving = store.save([sampleClip(2)]);
    replay.let(1);
    for (const change of changes) expect(await change).toMatchObject(refused);
    await valueIn(saving);
    expect(await isRebuilding(name)).toBe(true);
    const wanted = turnWanted(name);
    const change = edit(other);
    await wanted;
    replay.let(1);
    expect(await change).toMatchObject(refused);
    replay.let();
    await expect.poll(async () => (await edit(store)).ok, { timeout: 10_000 }).toBe(true);
    expect(await notesOf(store, 1)).toEqual(['刚写的', '旧3', '旧2', '旧1', '旧0', '']);
    await expect.poll(() => isRebuilding(name)).toBe(false);
    await Promise.all([store.close(), other.close()]);
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await clipsIn(again)).length).toBe(92);
    await expect.poll(() => notesOf(again, 1)).toEqual(['刚写的', '旧3', '旧2', '旧1', '旧0', '']);
  });

  it('that cannot be made good at once, the next edit begins it anew', async () => {
    const name = await wiped();
    let broken = true;
    const wrapWorker = failing((op) => (broken && op === 'replay' ? 'AbortError' : null));
    const { store } = openPage({ name, wrapWorker });
    const edit = () => store.update(uuid(1), { note: '刚写的' }, time(50));
    await valueIn(store.save([sampleClip(1)]));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    broken = false;
    expect(await edit()).toMatchObject({ ok: false, error: 'store-rebuilding' });
    await expect.poll(async () => (await edit()).ok, { timeout: 10_000 }).toBe(true);
    expect((await notesOf(store, 1)).slice(0, 2)).toEqual(['刚写的', '旧3']);
  });
});

describe('a repair that cannot be made at once', () => {
  it('is begun anew for somebody who only reads', async () => {
    const name = await wiped();
    let broken = true;
    const wrapWorker = failing((op) => (broken && op === 'replay' ? 'AbortError' : null));
    const { store } = openPage({ name, wrapWorker });
    await store.find({}, all);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    broken = false;
    await expect.poll(async () => (await clipsIn(store)).length, { timeout: 10_000 }).toBe(61);
    await expect.poll(() => isRebuilding(name)).toBe(false);
  });

  it('because the worker of the journal left one request unanswered goes on with another', async () => {
    const { name, clips } = await library(3);
    await wipeJournal(name);
    let isFirst = true;
    const { store } = openPage({
      name,
      wrapWorker(worker) {
        const post = worker.postMessage.bind(worker);
        worker.postMessage = (message: { ask: { op: string } }, ...rest: never[]) => {
          if (message.ask.op !== 'add' || !isFirst) return post(message, ...rest);
          isFirst = false;
        };
        return worker;
      },
    });
    await clipsIn(store);
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    await store.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(() => clipsIn(again)).toEqual(clips);
  });
});

describe('what was deleted for good', () => {
  it('stays away when a repair that reads the journal from its beginning is interrupted', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await fill(store);
    await valueIn(store.remove([uuid(1)], time(5)));
    await valueIn(store.purge([uuid(1)]));
    await store.close();
    await putRow(name, 'clips', { id: uuid(110), bad: true });
    const replay = holding('replay', 1);
    const { store: page } = openPage({ name, wrapWorker: replay.wrapWorker });
    await valueIn(page.get([uuid(110)]));
    await expect.poll(() => clipIn(page, 110), { interval: 10 }).toBeDefined();
    expect(await clipIn(page, 1)).toBeUndefined();
    // Another window writes: this one hears of it, and goes on no further than it is.
    const { store: other } = openPage({ name, wrapWorker: failing((op) => (op === 'replay' ? 'AbortError' : null)) });
    const wanted = turnWanted(name);
    const saving = other.save([sampleClip(900)]);
    await wanted;
    replay.let(1);
    await valueIn(saving);
    await Promise.all([page.close(), other.close()]);
    expect(await isRebuilding(name)).toBe(true);
    const { store: next } = openPage({ name });
    await expect.poll(() => isRebuilding(name)).toBe(false);
    expect(await clipIn(next, 1)).toBeUndefined();
    expect((await clipsIn(next)).length).toBe(61);
  });

  it('and was brought back from a backup comes back as that has it', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    for (let n = 0; n < 4; n += 1) await valueIn(store.update(uuid(1), { note: `旧${n}` }, time(n)));
    await fill(store);
    await valueIn(store.remove([uuid(1)], time(5)));
    await valueIn(store.purge([uuid(1)]));
    const line = JSON.stringify({ clip: sampleClip(1, { note: '备份里的' }), past: [] });
    await valueIn(store.restoreBackup(new Blob([`${line}\n`]), { author: null, at: time(9) }, work()));
    await store.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await clipsIn(again)).length).toBe(61);
    await expect.poll(() => isRebuilding(name)).toBe(false);
    expect(await notesOf(again, 1)).toEqual(['备份里的']);
  });
});

it('an edit between a large restore and its end is refused, not written over', async () => {
  const replay = holding('replay');
  const { name, store } = openPage({ wrapWorker: replay.wrapWorker });
  const own = sampleClip(5);
  await valueIn(store.save([own]));
  const { id: clipId, revision, updatedAt: at, tags, note, corrections, deletedAt } = own;
  const lines = Array.from({ length: 3_000 }, (_, n) => ({ clip: sampleClip(1_000 + n), past: [] as object[] }));
  const past = [{ clipId, revision, at, tags, note, corrections, deletedAt }];
  lines.push({ clip: { ...own, revision: 7, note: '备份里的' }, past });
  const file = new Blob(lines.map((line) => `${JSON.stringify(line)}\n`));
  const restoring = store.restoreBackup(file, { author: null, at: time(9) }, work());
  await expect.poll(() => isRebuilding(name), { interval: 10, timeout: 20_000 }).toBe(true);
  const edit = () => store.update(uuid(5), { note: '刚写的' }, time(50));
  const change = edit();
  replay.let();
  expect(await change).toMatchObject({ ok: false, error: 'store-rebuilding' });
  expect((await valueIn(restoring)).counts).toMatchObject({ new: 3_000, newer: 1 });
  await expect.poll(async () => (await edit()).ok).toBe(true);
  expect((await notesOf(store, 5)).slice(0, 2)).toEqual(['刚写的', '备份里的']);
});

describe('search, counts and "all of them" miss nothing when a clip is saved while others come', () => {
  const seen = async (store: Store) => [
    (await valueIn(store.facets())).total,
    (await valueIn(store.find({ text: '样例' }, { offset: 0, limit: 1 }))).total,
    (await valueIn(store.findIds({}))).length,
  ];

  it('back after a wipe', async () => {
    const name = await wiped();
    const replay = holding('replay', 1);
    const { store } = openPage({ name, wrapWorker: replay.wrapWorker });
    await expect.poll(async () => (await seen(store))[0], { interval: 10 }).toBeGreaterThan(0);
    const saving = store.save([sampleClip(2)]);
    replay.let();
    await valueIn(saving);
    await expect.poll(() => isRebuilding(name), { timeout: 10_000 }).toBe(false);
    expect(await seen(store)).toEqual([62, 62, 62]);
  });

  it('out of a large backup', { timeout: 60_000 }, async () => {
    const replay = holding('replay', 1);
    const { name, store } = openPage({ wrapWorker: replay.wrapWorker });
    await valueIn(store.save([sampleClip(1)]));
    const lines = Array.from({ length: 3_000 }, (_, n) => ({
      clip: sampleClip(1_000 + n, { note: '注'.repeat(700) }),
    }));
    const file = new Blob(lines.map((line) => `${JSON.stringify({ ...line, past: [] })}\n`));
    const restoring = store.restoreBackup(file, { author: null, at: time(9) }, work());
    await expect.poll(async () => (await seen(store))[0], { interval: 10, timeout: 20_000 }).toBeGreaterThan(1);
    const saving = store.save([sampleClip(2)]);
    replay.let();
    await valueIn(saving);
    await valueIn(restoring);
    expect(await isRebuilding(name)).toBe(false);
    expect(await seen(store)).toEqual([3_002, 3_002, 3_002]);
  });
});
