/** Pictures of clips live and die with them, in both places, in backups, and in libraries of an older shape. */
import { describe, expect, it } from 'vitest';
import { pictureHead } from '@/lib/core/clip/picture';
import type { Clip } from '@/lib/core/model';
import { SHAPES } from '@/lib/store/migrations/shapes';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleJpeg } from '../core/clip/sample-picture';
import { sampleClip, time, uuid } from '../core/clip/samples';
import {
  dropRow,
  journalFile,
  openPage,
  openStore,
  putRow,
  rowsOf,
  slow,
  toShape,
  valueIn,
  wipeDatabase,
  wipeJournal,
} from './open-store';

const OWN = { author: null, at: time(99) };
const work = { signal: new AbortController().signal, onProgress: () => undefined };
const NONE = { new: 0, newer: 0, same: 0, conflict: 0, united: 0, gone: 0, refused: 0 };
const box = { left: 0.1, top: 0.2, right: 0.9, bottom: 0.4 };
const dataOf = (n: number) => sampleJpeg({ fill: n, size: 2_000 });
const scanned = (n: number, change: Partial<Clip> = {}): Clip =>
  sampleClip(n, { type: 'excerpt', typed: { page: 3, box }, picture: pictureHead(dataOf(n))!, ...change });
const kept = (n: number) => ({ clipId: uuid(n), data: dataOf(n) });
const picturesIn = (store: OpenClipStore, ...ns: number[]) =>
  Promise.all(ns.map((n) => valueIn(store.picture(uuid(n)))));
const backupOf = async (store: OpenClipStore) => (await valueIn(store.backup(OWN, work))).file;

async function library(options: Parameters<typeof openPage>[0] = {}) {
  const { name, store } = openPage(options);
  await valueIn(store.save([scanned(1), scanned(2), sampleClip(3)], [kept(1), kept(2)]));
  return { name, store };
}

describe('the picture of a clip', () => {
  it('is kept with it, beside the rows that lists read', async () => {
    const { name, store } = await library();
    expect(await picturesIn(store, 1, 2, 3)).toEqual([dataOf(1), dataOf(2), null]);
    for (const table of ['clips', 'lines']) expect(JSON.stringify(await rowsOf(name, table))).not.toContain(dataOf(1));
  });

  it('stays through edits, the trash and back, and goes with the clip', async () => {
    const { name, store } = await library();
    await valueIn(store.update(uuid(1), { note: '改' }, time(4)));
    await valueIn(store.remove([uuid(1)], time(5)));
    expect(await picturesIn(store, 1)).toEqual([dataOf(1)]);
    await valueIn(store.restore([uuid(1)], time(6)));
    expect(await picturesIn(store, 1)).toEqual([dataOf(1)]);
    await valueIn(store.remove([uuid(1)], time(7)));
    await valueIn(store.purge([uuid(1)]));
    expect(await rowsOf(name, 'pictures')).toEqual([kept(2)]);
    await store.close();
    // Nor does the second place bring it back.
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(() => picturesIn(again, 1, 2)).toEqual([null, dataOf(2)]);
    expect(await rowsOf(name, 'pictures')).toEqual([kept(2)]);
  });

  it('is not kept for a clip that names another one, or none', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([scanned(1), sampleClip(2)], [{ ...kept(1), data: dataOf(7) }, kept(2)]));
    expect(await rowsOf(name, 'pictures')).toEqual([]);
  });

  it.each([
    ['the database', wipeDatabase],
    ['the second place', wipeJournal],
  ])('survives the loss of %s', async (_, wipe) => {
    const { name, store } = await library();
    await store.close();
    await wipe(name);
    const { store: second } = openPage({ name });
    await expect.poll(() => picturesIn(second, 1, 2)).toEqual([dataOf(1), dataOf(2)]);
    // What was written anew has it as well.
    await expect.poll(async () => (await valueIn(second.rescue(work))).clips).toBe(3);
    await second.close();
    await wipeDatabase(name);
    const { store: third } = openPage({ name });
    await expect.poll(() => picturesIn(third, 1, 2)).toEqual([dataOf(1), dataOf(2)]);
  });

  it('that neither place has is looked for without keeping anyone from editing', async () => {
    const { name, store } = await library();
    await valueIn(store.save([scanned(4), scanned(5)], [kept(5)]));
    await store.close();
    await dropRow(name, 'pictures', uuid(5));
    const { store: again } = openPage({ name, wrapWorker: slow('replay', 400) });
    expect(await picturesIn(again, 4)).toEqual([null]);
    for (let n = 0; n < 8; n += 1) {
      await valueIn(again.update(uuid(1), { note: `改${n}` }, time(n + 10)));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    // The others that were lost came back at the same time.
    await expect.poll(() => rowsOf(name, 'pictures')).toEqual([1, 2, 5].map(kept));
    expect(await picturesIn(again, 4, 5)).toEqual([null, dataOf(5)]);
  });

  it('survives the loss of the database when the worker has saved it last', async () => {
    const { name, store } = await library();
    await store.close();
    const { store: worker } = openStore({ name });
    await valueIn(worker.save([scanned(4)], [kept(4)]));
    await worker.close();
    await wipeDatabase(name);
    const { store: second } = openPage({ name });
    await expect.poll(() => picturesIn(second, 1, 4)).toEqual([dataOf(1), dataOf(4)]);
  });

  it.each([
    ['is missing', (name: string) => dropRow(name, 'pictures', uuid(1))],
    ['is damaged', (name: string) => putRow(name, 'pictures', { ...kept(1), data: dataOf(1).replace('A', 'B') })],
    ['is no picture', (name: string) => putRow(name, 'pictures', { clipId: uuid(1), data: 7 })],
  ])('comes back from the second place when its row %s', async (_, hurt) => {
    const { name, store } = await library();
    await hurt(name);
    expect(await picturesIn(store, 1)).toEqual([null]);
    await expect.poll(() => picturesIn(store, 1, 2)).toEqual([dataOf(1), dataOf(2)]);
  });
});

describe('a backup', () => {
  it('brings pictures back, and adds nothing when it is restored again', async () => {
    const { store } = await library();
    const file = await backupOf(store);
    const { name, store: empty } = openPage();
    const dry = await valueIn(empty.inspectBackup(file, OWN, work));
    expect(dry.counts).toEqual({ ...NONE, new: 3 });
    expect(await rowsOf(name, 'pictures')).toEqual([]);
    expect(await valueIn(empty.restoreBackup(file, OWN, work))).toEqual(dry);
    expect(await picturesIn(empty, 1, 2, 3)).toEqual([dataOf(1), dataOf(2), null]);
    expect((await valueIn(empty.restoreBackup(file, OWN, work))).counts).toEqual({ ...NONE, same: 3 });
    expect(await rowsOf(name, 'pictures')).toHaveLength(2);
    expect(await backupOf(empty)).toEqual(file);
    // It is in the second place as well.
    await empty.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(() => picturesIn(again, 1, 2)).toEqual([dataOf(1), dataOf(2)]);
  });

  it('mends a picture that the library has lost', async () => {
    const { name, store } = await library();
    const file = await backupOf(store);
    await dropRow(name, 'pictures', uuid(2));
    expect((await valueIn(store.restoreBackup(file, OWN, work))).counts).toEqual({ ...NONE, same: 3 });
    expect(await rowsOf(name, 'pictures')).toEqual([kept(1), kept(2)]);
  });

  it('gives the picture to the clip that is kept beside a contradicting one, and to a colleague’s', async () => {
    const { store } = await library();
    const file = await backupOf(store);
    const { name, store: other } = openPage();
    await valueIn(
      other.save([scanned(1, { note: '别的', picture: pictureHead(dataOf(9))! })], [{ ...kept(1), data: dataOf(9) }]),
    );
    expect((await valueIn(other.restoreBackup(file, OWN, work))).counts).toEqual({ ...NONE, new: 2, conflict: 1 });
    const rows = (await rowsOf(name, 'pictures')) as { clipId: string; data: string }[];
    expect(rows.map(({ data }) => data).sort()).toEqual([dataOf(1), dataOf(2), dataOf(9)].sort());
    expect(await picturesIn(other, 1)).toEqual([dataOf(9)]);
    const { store: colleague } = openPage();
    await valueIn(colleague.restoreBackup(file, { ...OWN, author: '甲' }, work));
    expect(await picturesIn(colleague, 1, 2)).toEqual([dataOf(1), dataOf(2)]);
  });

  it('of a colleague gives its picture to a clip of the passage that has none', async () => {
    const { store } = await library();
    const { name, store: mine } = openPage();
    const { picture: _, ...bare } = scanned(11, { key: scanned(1).key });
    await valueIn(mine.save([bare]));
    const file = await backupOf(store);
    const merge = async () => (await valueIn(mine.restoreBackup(file, { ...OWN, author: '甲' }, work))).counts;
    expect(await merge()).toEqual({ ...NONE, united: 1, new: 2 });
    expect(await picturesIn(mine, 11)).toEqual([dataOf(1)]);
    expect(await rowsOf(name, 'pictures')).toHaveLength(2);
    expect(await merge()).toEqual({ ...NONE, same: 3 });
  });

  it('is refused where a picture is not the one that its clip names', async () => {
    const lines = [
      { clip: scanned(1), past: [] },
      { picture: { ...kept(1), data: dataOf(5) } },
      { clip: scanned(2), past: [] },
      { picture: { clipId: uuid(2), data: 'x'.repeat(1_000_000) } },
      { picture: kept(8) },
    ];
    const { name, store } = openPage();
    const file = new Blob([lines.map((line) => `${JSON.stringify(line)}\n`).join('')]);
    expect((await valueIn(store.restoreBackup(file, OWN, work))).counts).toEqual({ ...NONE, new: 2, refused: 2 });
    expect(await rowsOf(name, 'pictures')).toEqual([]);
  });

  it('of many pictures is restored at one stroke', { timeout: 60_000 }, async () => {
    const large = (n: number) => sampleJpeg({ fill: n, size: 200_000 });
    const ns = Array.from({ length: 60 }, (_, i) => i + 1);
    const { store } = openPage();
    for (const n of ns) {
      const clip = scanned(n, { picture: pictureHead(large(n))! });
      await valueIn(store.save([clip], [{ clipId: uuid(n), data: large(n) }]));
    }
    const file = await backupOf(store);
    const { store: empty } = openPage();
    expect((await valueIn(empty.restoreBackup(file, OWN, work))).counts).toEqual({ ...NONE, new: 60 });
    expect(await picturesIn(empty, 1, 30, 60)).toEqual([large(1), large(30), large(60)]);
  });
});

describe('what the database cannot read any more', () => {
  async function hurt() {
    const { name, store } = await library();
    await putRow(name, 'clips', { id: uuid(3), nonsense: true });
    await dropRow(name, 'pictures', uuid(2));
    return { name, store };
  }
  /** The journal alone. */
  async function expectWhole(name: string, store: OpenClipStore) {
    await store.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await valueIn(again.get([uuid(3)]))).length).toBe(1);
    await expect.poll(() => picturesIn(again, 1, 2)).toEqual([dataOf(1), dataOf(2)]);
  }

  it('is not left out of a journal that is rewritten because it has grown', { timeout: 60_000 }, async () => {
    const { name, store } = await hurt();
    const note = '很长的笔记'.repeat(4_000);
    for (let n = 0; n < 100; n += 1) await valueIn(store.update(uuid(1), { note: `${n}${note}` }, time(n)));
    expect((await journalFile(name)).bytes.length).toBeGreaterThan(10_000_000);
    await expect.poll(async () => (await journalFile(name)).bytes.length, { timeout: 20_000 }).toBeLessThan(9_000_000);
    await expectWhole(name, store);
  });

  it('is not left out of one that a restore writes', { timeout: 60_000 }, async () => {
    const large = (n: number) => sampleJpeg({ fill: n, size: 200_000 });
    const lines = Array.from({ length: 45 }, (_, i) => i + 10).flatMap((n) => [
      { clip: scanned(n, { picture: pictureHead(large(n))! }), past: [] },
      { picture: { clipId: uuid(n), data: large(n) } },
    ]);
    const { name, store } = await hurt();
    const file = new Blob([lines.map((line) => `${JSON.stringify(line)}\n`).join('')]);
    expect((await valueIn(store.restoreBackup(file, OWN, work))).counts).toEqual({ ...NONE, new: 45 });
    await expectWhole(name, store);
  });
});

it('a library of the shape before pictures takes them, and is kept as it was', async () => {
  const [v1, v2] = SHAPES;
  const typed = sampleClip(1, { type: 'excerpt', typed: { page: 3, box } });
  const { name, store: old } = openPage();
  await valueIn(old.save([typed]));
  await old.close();
  await toShape(name, [v1!, v2!]);
  const { store } = openPage({ name });
  await valueIn(store.save([scanned(2)], [kept(2)]));
  expect(await valueIn(store.get([uuid(1), uuid(2)]))).toEqual([typed, scanned(2)]);
  expect(await picturesIn(store, 1, 2)).toEqual([null, dataOf(2)]);
  const [copy] = await valueIn(store.keptCopies());
  expect(copy?.shape).toBe(2);
  const { store: empty } = openPage();
  expect((await valueIn(empty.restoreBackup(copy!.file, OWN, work))).counts).toEqual({ ...NONE, new: 1 });
});
