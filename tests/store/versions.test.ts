/** Libraries of older and of newer builds: opened, read only, or left alone, never damaged. */
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { Result } from '@/lib/core/model';
import { SHAPES } from '@/lib/store/migrations/shapes';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { LATEST, nextShape } from './next-shape';
import { freshName, journalFile, openPage, putRow, rowsOf, valueIn, wipeDatabase } from './open-store';

const unhurried = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const all = { offset: 0, limit: 100 };

describe('versions', () => {
  it('a database of the first released shape opens in this build', async () => {
    const name = freshName();
    const old = new Dexie(name);
    const [oldest] = SHAPES;
    old.version(oldest!.version).stores({ ...oldest!.stores });
    await old.open();
    const clip = sampleClip(1);
    await old.table('clips').put(clip);
    old.close();
    const { store } = openPage({ name });
    await expect.poll(async () => (await valueIn(store.get([uuid(1)])))[0]).toEqual(clip);
    const typed = { ...sampleClip(2), typed: { page: 3, box: { left: 0.1, top: 0.2, right: 0.9, bottom: 0.4 } } };
    await valueIn(store.save([typed]));
    expect(await valueIn(store.get([uuid(2)]))).toEqual([typed]);
    const ofd = { ...sampleClip(3), source: { ...sampleClip(3).source, format: 'ofd' as const, url: '' } };
    await valueIn(store.save([ofd]));
    expect(await valueIn(store.get([uuid(3)]))).toEqual([ofd]);
    await store.close();
    // A build of the first shape would take the new rows for damaged ones.
    const first = new Dexie(name);
    await first.open();
    expect(first.verno).toBe(LATEST);
    first.close();
  });

  const NEXT = nextShape();
  const clock = () => time(9);
  const newShapes = [...SHAPES, NEXT];
  const refused = { ok: false, error: 'store-newer' };
  /** Everything that would write. */
  const writes = (store: OpenClipStore): [string, () => Promise<Result<unknown>>][] => [
    ['save', () => store.save([sampleClip(9)])],
    ['update', () => store.update(uuid(1), { note: '旧' }, time(9))],
    ['remove', () => store.remove([uuid(1)], time(9))],
    ['restore', () => store.restore([uuid(3)], time(9))],
    ['purge', () => store.purge([uuid(3)])],
    ['renameTag', () => store.renameTag('人才', '才', time(9))],
    ['revert', () => store.revert(uuid(1), 1, time(9))],
    ['backedUp', () => store.backedUp(time(9), { epoch: 'x', seq: 9 })],
    ['comparisons.remove', () => store.comparisons.remove(uuid(1))],
  ];
  const tables = [...SHAPES.flatMap(({ stores }) => Object.keys(stores)), 'sketches'];
  const everything = async (name: string) => Promise.all(tables.map((table) => rowsOf(name, table)));
  /** What an old window shows of a library with clips 1 and 2, the first one edited, and 3 in the trash. */
  async function expectReadable(old: OpenClipStore) {
    const found = await valueIn(old.find({}, all));
    expect(found.clips.map(({ id, note }) => [id, note])).toEqual([
      [uuid(2), ''],
      [uuid(1), '改'],
    ]);
    expect(found.clips[0]).toEqual(sampleClip(2));
    expect(await valueIn(old.facets())).toMatchObject({ total: 2, trashed: 1 });
    expect(await valueIn(old.findIds({ text: sampleClip(2).item.text.slice(0, 4) }))).toContain(uuid(2));
    expect((await valueIn(old.history(uuid(1)))).map(({ revision }) => revision)).toEqual([1]);
    expect((await valueIn(old.byKey([sampleClip(2).key]))).get(sampleClip(2).key)).toEqual([uuid(2)]);
    const work = { signal: new AbortController().signal, onProgress: () => undefined };
    expect((await valueIn(old.backup({ author: null, at: time(9) }, work))).clips).toBe(3);
  }
  async function fill(store: OpenClipStore) {
    await valueIn(store.save([1, 2, 3].map((n) => sampleClip(n))));
    await valueIn(store.update(uuid(1), { note: '改' }, time(2)));
    await valueIn(store.remove([uuid(3)], time(3)));
  }

  it('F10 a window that opens a newer database reads it, says so, and writes nothing of it', async () => {
    const { name, store } = openPage({ shapes: newShapes, clock });
    await fill(store);
    // Rows as only the newer build knows them.
    for (const clip of await rowsOf(name, 'clips')) await putRow(name, 'clips', { ...(clip as object), sketch: 's' });
    await store.close();
    const before = await everything(name);
    const { store: old } = openPage({ clock, name });
    const reports: string[] = [];
    old.report.subscribe((report) => report && reports.push(report.code));
    await expectReadable(old);
    expect(reports).toEqual(['outdated']);
    for (const [what, write] of writes(old)) expect(await write(), what).toMatchObject(refused);
    await expectReadable(old);
    expect(await everything(name)).toEqual(before);
    expect(reports).toEqual(['outdated']);
  });

  it('F10 a database that was wiped does not bring a newer second place under an older build', async () => {
    const { name, store } = openPage({ clock, records: LATEST + 1 });
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await store.close();
    await wipeDatabase(name);
    const { bytes } = await journalFile(name);
    const { store: old } = openPage({ name, clock });
    expect(await old.find({}, all)).toMatchObject(refused);
    // A note of when it was backed up is the database's own.
    for (const [what, write] of writes(old).filter(([what]) => !['revert', 'backedUp'].includes(what)))
      expect([what, await write()]).toMatchObject([what, refused]);
    expect(await old.rescue(unhurried())).toMatchObject(refused);
    await old.close();
    expect((await journalFile(name)).bytes).toEqual(bytes);
    const { store: newer } = openPage({ name, clock, records: LATEST + 1 });
    await expect.poll(async () => (await valueIn(newer.find({}, all))).total).toBe(2);
  });

  it('the second place of an older build is of this one from then on', async () => {
    const { name, store } = openPage({ clock });
    await valueIn(store.save([sampleClip(1)]));
    await store.close();
    const version = async () => (await journalFile(name)).bytes[80];
    expect(await version()).toBe(LATEST);
    const { store: newer } = openPage({ name, clock, records: LATEST + 1 });
    expect((await valueIn(newer.find({}, all))).total).toBe(1);
    await expect.poll(version).toBe(LATEST + 1);
    await newer.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name, clock, records: LATEST + 1 });
    await expect.poll(async () => (await valueIn(again.find({}, all))).total).toBe(1);
  });

  it('F10 an open window lets a newer build upgrade at once, then only reads, and sees what that writes', async () => {
    const { name, store: old } = openPage({ clock });
    await fill(old);
    const reports: string[] = [];
    let ticks = 0;
    old.report.subscribe((report) => report && reports.push(report.code));
    old.changes.subscribe(() => {
      ticks += 1;
    });
    const start = performance.now();
    const { store: fresh } = openPage({ clock, name, shapes: newShapes });
    await valueIn(fresh.get([]));
    expect(performance.now() - start).toBeLessThan(3_000);
    await expect.poll(() => reports).toEqual(['outdated']);
    expect(ticks).toBeGreaterThan(0);
    await expectReadable(old);
    const before = await everything(name);
    for (const [what, write] of writes(old)) expect(await write(), what).toMatchObject(refused);
    expect(await everything(name)).toEqual(before);
    // The newer build goes on, and is in nobody's way.
    await valueIn(fresh.remove([uuid(2)], time(5)));
    await expect.poll(async () => (await valueIn(old.find({}, all))).total).toBe(1);
  });

  it('F10 an old window stands in the way of no further upgrade', async () => {
    const { name, store: old } = openPage({ clock });
    await fill(old);
    const { store: fresh } = openPage({ clock, name, shapes: newShapes });
    await valueIn(fresh.get([]));
    await expectReadable(old);
    await fresh.close();
    const start = performance.now();
    const third = { version: NEXT.version + 1, stores: { more: 'id' } };
    const { store: latest } = openPage({ clock, name, shapes: [...newShapes, third] });
    await valueIn(latest.get([]));
    expect(performance.now() - start).toBeLessThan(3_000);
    await expectReadable(old);
  });

  it('a table that a newer build took away is said to be newer, not broken', async () => {
    const { name, store } = openPage({ clock });
    await fill(store);
    await store.close();
    const opening = indexedDB.open(name, NEXT.version * 10);
    opening.onupgradeneeded = () => opening.result.deleteObjectStore('versions');
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = () => reject(opening.error);
    });
    opening.result.close();
    const { store: old } = openPage({ clock, name });
    // Dexie would have added the table again.
    expect(await old.find({}, all)).toMatchObject(refused);
    expect(await old.save([sampleClip(4)])).toMatchObject(refused);
    const now = (await indexedDB.databases()).find((one) => one.name === name);
    expect(now?.version).toBe(NEXT.version * 10);
    await expect(rowsOf(name, 'versions')).rejects.toThrow();
  });
});
