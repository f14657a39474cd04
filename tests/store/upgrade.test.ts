/** A library of every released shape is kept as it was before it is brought into a shape to come, whatever happens. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReportCode } from '@/lib/store/contract';
import { SHAPES, type Shape } from '@/lib/store/migrations/shapes';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { LATEST, nextShape } from './next-shape';
import { openPage, openStore, rowsOf, toShape, valueIn } from './open-store';
import workerUrl from './upgrade-worker?worker&url';

const all = { offset: 0, limit: 1_000 };
const clock = () => time(99);
const work = { signal: new AbortController().signal, onProgress: () => undefined };
const next = [...SHAPES, nextShape()];
afterEach(() => {
  vi.restoreAllMocks();
});

const codesOf = (store: OpenClipStore): ReportCode[] => {
  const codes: ReportCode[] = [];
  store.report.subscribe((report) => report && codes.push(report.code));
  return codes;
};
const versionOf = async (name: string) => (await indexedDB.databases()).find((one) => one.name === name)?.version;

/** A closed library of some shape: clips 1 … n, the first one edited, the second one in the trash. */
async function library(n: number, shapes: readonly Shape[] = SHAPES) {
  const { name, store } = openPage({ clock });
  await valueIn(store.save(Array.from({ length: n }, (_, i) => sampleClip(i + 1))));
  await valueIn(store.update(uuid(1), { note: '改' }, time(98)));
  await valueIn(store.remove([uuid(2)], time(98)));
  const ids = (await valueIn(store.find({}, all))).clips.map(({ id }) => id);
  await store.close();
  if (shapes !== SHAPES) await toShape(name, shapes);
  return { name, ids };
}

/** The kept copy, restored into an empty library, is the library. */
async function expectCopy(store: OpenClipStore, count: number) {
  const copies = await valueIn(store.keptCopies());
  expect(copies).toHaveLength(1);
  const { store: empty } = openPage({ clock });
  const plan = await valueIn(empty.restoreBackup(copies[0]!.file, { author: null, at: time(99) }, work));
  expect(plan.counts).toMatchObject({ new: count, refused: 0 });
  expect((await valueIn(empty.get([uuid(1), uuid(2)]))).map(({ note, deletedAt }) => [note, deletedAt])).toEqual([
    ['改', null],
    ['', time(98)],
  ]);
  expect((await valueIn(empty.history(uuid(1)))).map(({ note }) => note)).toEqual(['']);
}

async function expectUpgraded(name: string, ids: readonly string[]) {
  const rows = (await rowsOf(name, 'clips')) as { id: string; sketch?: string }[];
  expect(rows).toHaveLength(ids.length + 1);
  expect(rows.every(({ sketch }) => sketch === 's')).toBe(true);
  expect(await versionOf(name)).toBe((LATEST + 1) * 10);
}
/** The shape to come is unknown to this build's schema of clips, which reads it as an old window does. */
const asOld = (name: string) => openPage({ name, clock }).store;

describe.each(SHAPES.map(({ version }, i) => ({ version, shapes: SHAPES.slice(0, i + 1) })))(
  'a library of shape $version',
  ({ shapes }) => {
    it('is kept as it was, and then has the new shape with everything in it', async () => {
      const { name, ids } = await library(5, shapes);
      const { store } = openPage({ name, clock, shapes: next });
      const codes = codesOf(store);
      await valueIn(store.facets());
      await expect.poll(() => codes).toEqual(['upgrading', 'upgraded']);
      await expectUpgraded(name, ids);
      await expectCopy(store, 5);
      const old = asOld(name);
      expect((await valueIn(old.find({}, all))).clips.map(({ id }) => id)).toEqual(ids);
    });

    it.each(['copy begins', 'copy ends', 'rows are changed'])(
      'survives a browser that ends when the %s',
      async (moment) => {
        const { name, ids } = await library(300, shapes);
        const worker = new Worker(workerUrl, { type: 'module' });
        const reached = new Promise((resolve) => {
          worker.onmessage = resolve;
        });
        worker.postMessage({ name, moment });
        await reached;
        worker.terminate();
        expect(await versionOf(name)).toBe(shapes.at(-1)!.version * 10);
        const { store } = openPage({ name, clock, shapes: next });
        const codes = codesOf(store);
        await valueIn(store.facets());
        await expect.poll(() => codes).toEqual(['upgrading', 'upgraded']);
        await expectUpgraded(name, ids);
        await expectCopy(store, 300);
      },
    );

    it('F11 survives a browser that ends at any moment', { timeout: 60_000 }, async () => {
      // What differs between the shapes is over soon: the newest one is ended more often.
      const step = shapes.length === SHAPES.length ? 15 : 45;
      for (let late = 0; late < 150; late += step) {
        const { name, ids } = await library(300, shapes);
        const worker = new Worker(workerUrl, { type: 'module' });
        const begun = new Promise((resolve) => {
          worker.onmessage = resolve;
        });
        worker.postMessage({ name, moment: 'any' });
        await begun;
        await new Promise((resolve) => setTimeout(resolve, late));
        worker.terminate();
        const { store } = openPage({ name, clock, shapes: next });
        await valueIn(store.facets());
        await expectUpgraded(name, ids);
        await expectCopy(store, 300);
        await store.close();
      }
    });
  },
);

it('F11 an upgrade that fails changes nothing, and can be tried again', async () => {
  const { name, ids } = await library(3);
  const broken = nextShape(async (transaction) => {
    await transaction.table('clips').toCollection().modify({ sketch: 'half' });
    throw new Error('broken upgrade');
  });
  const { store: failing } = openPage({ name, clock, shapes: [...SHAPES, broken] });
  expect((await failing.find({}, all)).ok).toBe(false);
  await failing.close();
  expect(await versionOf(name)).toBe(LATEST * 10);
  expect(JSON.stringify(await rowsOf(name, 'clips'))).not.toContain('half');
  const { store } = openPage({ name, clock, shapes: next });
  await valueIn(store.facets());
  await expectUpgraded(name, ids);
  await expectCopy(store, 3);
});

it('a full disk stops the upgrade before anything has changed', async () => {
  const { name, ids } = await library(3);
  vi.spyOn(FileSystemWritableFileStream.prototype, 'write').mockRejectedValue(
    new DOMException('full', 'QuotaExceededError'),
  );
  const { store } = openStore({ name, clock, shapes: next });
  expect(await store.find({}, all)).toMatchObject({ ok: false, error: 'store-full' });
  expect(await versionOf(name)).toBe(LATEST * 10);
  expect(await valueIn(store.keptCopies())).toEqual([]);
  vi.restoreAllMocks();
  await valueIn(store.facets());
  await expectUpgraded(name, ids);
  await expectCopy(store, 3);
});

it('without a place for files it goes on, and says so', async () => {
  const { name, ids } = await library(3);
  vi.spyOn(StorageManager.prototype, 'getDirectory').mockRejectedValue(new DOMException('no', 'SecurityError'));
  const { store } = openStore({ name, clock, shapes: next });
  const codes = codesOf(store);
  await valueIn(store.facets());
  expect(codes).toEqual(['upgrading', 'upgraded-alone']);
  await expectUpgraded(name, ids);
});

it('a copy that cannot be read back is none', async () => {
  const { name } = await library(3);
  const { write } = FileSystemWritableFileStream.prototype;
  let writes = 0;
  vi.spyOn(FileSystemWritableFileStream.prototype, 'write').mockImplementation(function (
    this: FileSystemWritableFileStream,
    data,
  ) {
    writes += 1;
    if (writes === 2 && data instanceof Uint8Array) data[20] = data[20]! ^ 4;
    return write.call(this, data);
  });
  const { store } = openStore({ name, clock, shapes: next });
  const codes = codesOf(store);
  await valueIn(store.facets());
  expect(codes).toEqual(['upgrading', 'upgraded-alone']);
  expect(await valueIn(store.keptCopies())).toEqual([]);
});

it('two windows that open at once upgrade once', async () => {
  const { name, ids } = await library(3);
  const stores = [openPage({ name, clock, shapes: next }).store, openStore({ name, clock, shapes: next }).store];
  const codes = stores.map(codesOf);
  await Promise.all(stores.map((store) => valueIn(store.facets())));
  expect(codes.flat().filter((code) => code === 'upgraded')).toHaveLength(1);
  await expectUpgraded(name, ids);
  await expectCopy(stores[0]!, 3);
});

it('only the copies of the last three upgrades stay', async () => {
  const { name } = await library(3);
  const shapes = [...SHAPES];
  for (let i = 1; i <= 5; i += 1) {
    shapes.push({ version: LATEST + i, stores: { [`more${i}`]: 'id' } });
    const { store } = openPage({ name, clock, shapes: [...shapes] });
    await valueIn(store.facets());
    await store.close();
  }
  const { store } = openPage({ name, clock, shapes });
  expect((await valueIn(store.keptCopies())).map(({ shape }) => shape)).toEqual([LATEST + 4, LATEST + 3, LATEST + 2]);
});

it('a library of this build’s shape, or none at all, is opened without a copy', async () => {
  const { name } = await library(2);
  for (const { store } of [openPage({ name, clock }), openPage({ clock })]) {
    const codes = codesOf(store);
    await valueIn(store.facets());
    expect(codes).toEqual([]);
    expect(await valueIn(store.keptCopies())).toEqual([]);
  }
});
