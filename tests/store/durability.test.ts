/** Both places compared: what one has lost comes back from the other, and is said. */
import { describe, expect, it } from 'vitest';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { clipsIn, library, reportsOf } from './closed-library';
import { journalFile, openPage, openStore, putRow, rowsOf, valueIn, wipeDatabase, wipeJournal } from './open-store';

describe('after a start', () => {
  it('says nothing when both places agree', async () => {
    const { name, clips } = await library(3);
    const { store } = openPage({ name });
    const reports = reportsOf(store);
    expect(await clipsIn(store)).toEqual(clips);
    expect(reports).toEqual([]);
  });

  it('F02, F14, F15 brings back a wiped database, histories and all, and says so', async () => {
    const { name, clips } = await library(5);
    await wipeDatabase(name);
    const { store } = openPage({ name });
    const reports = reportsOf(store);
    await expect.poll(() => clipsIn(store)).toEqual(clips);
    await expect.poll(() => reports.at(-1)).toEqual({ code: 'rebuilt', count: 5 });
    expect((await valueIn(store.history(uuid(1)))).map(({ note }) => note)).toEqual(['']);
    expect((await valueIn(store.facets())).total).toBe(5);
  });

  it('brings back what the worker saved into a wiped database as well', async () => {
    const { name, clips } = await library(3);
    await wipeDatabase(name);
    const worker = openStore({ name }).store;
    await valueIn(worker.save([sampleClip(50)]));
    await worker.close();
    const { store } = openPage({ name });
    await expect
      .poll(async () => (await clipsIn(store)).map(({ id }) => id))
      .toEqual([uuid(50), ...clips.map(({ id }) => id)]);
    await expect.poll(async () => Reflect.get((await rowsOf(name, 'state'))[0] ?? {}, 'rebuilding')).toBe(false);
    await store.close();
    await wipeDatabase(name);
    const again = openPage({ name }).store;
    await expect.poll(async () => (await clipsIn(again)).length).toBe(4);
  });

  it('brings back what the worker saved when the database is wiped before a page opens', async () => {
    const { name } = await library(2);
    const worker = openStore({ name }).store;
    await valueIn(worker.save([sampleClip(50)]));
    await worker.close();
    await wipeDatabase(name);
    const { store } = openPage({ name });
    await expect.poll(async () => (await clipsIn(store)).length).toBe(3);
  });

  it('writes a lost journal anew, and says so', async () => {
    const { name, clips } = await library(3);
    await wipeJournal(name);
    const { store } = openPage({ name });
    const reports = reportsOf(store);
    expect(await clipsIn(store)).toEqual(clips);
    await expect.poll(() => reports).toEqual([{ code: 'copy-rebuilt', count: 3 }]);
    await valueIn(store.save([sampleClip(7)]));
    await expect.poll(async () => (await journalFile(name)).bytes.length).toBeGreaterThan(10_000);
    await store.close();
    await wipeDatabase(name);
    const again = openPage({ name }).store;
    await expect.poll(async () => (await clipsIn(again)).length).toBe(4);
  });

  it('enters into the journal what only the database has', async () => {
    const { name } = await library(3);
    const { bytes, write } = await journalFile(name);
    await write(bytes.slice(0, bytes.length - 5));
    const { store } = openPage({ name });
    const reports = reportsOf(store);
    expect((await clipsIn(store)).length).toBe(3);
    expect(reports).toEqual([{ code: 'copy-caught-up', count: 1 }]);
    await store.close();
    await wipeDatabase(name);
    const again = openPage({ name }).store;
    await expect.poll(async () => (await valueIn(again.get([uuid(1)])))[0]?.note).toBe('改');
  });

  it('enters into the database what only the journal has', async () => {
    const { name, clips } = await library(3);
    const [before] = (await rowsOf(name, 'state')) as { seq: number }[];
    const { store } = openPage({ name });
    await valueIn(store.save([sampleClip(9)]));
    await store.close();
    // As if the last transaction had been lost.
    await putRow(name, 'state', before);
    const db = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open(name);
      open.onsuccess = () => resolve(open.result);
    });
    for (const table of ['clips', 'lines']) db.transaction(table, 'readwrite').objectStore(table).delete(uuid(9));
    db.close();
    const again = openPage({ name }).store;
    const reports = reportsOf(again);
    expect((await clipsIn(again)).length).toBe(clips.length + 1);
    expect(reports).toEqual([{ code: 'caught-up', count: 1 }]);
  });

  it('keeps the trash and what was deleted for good as they were', async () => {
    const { name } = await library(4);
    const { store } = openPage({ name });
    await valueIn(store.remove([uuid(2), uuid(3)], time(100)));
    await valueIn(store.purge([uuid(3)]));
    await store.close();
    await wipeDatabase(name);
    const again = openPage({ name }).store;
    await expect.poll(async () => (await clipsIn(again)).map(({ id }) => id)).toEqual([uuid(4), uuid(1)]);
    expect(await valueIn(again.facets())).toMatchObject({ total: 2, trashed: 1 });
  });
});

it('damage of the journal at any place costs nothing and is noticed', { timeout: 60_000 }, async () => {
  const { name, clips } = await library(2);
  const { bytes } = await journalFile(name);
  for (let i = 0; i < 24; i += 1) {
    const { write } = await journalFile(name);
    const at = Math.floor((bytes.length * i) / 24);
    const torn = bytes.slice(0, i % 2 ? at : bytes.length);
    if (i % 2 === 0) torn[at] = torn[at]! ^ 0x10;
    await write(torn);
    const { store } = openPage({ name });
    const reports = reportsOf(store);
    expect(await clipsIn(store), `damage ${i}`).toEqual(clips);
    // A turned byte inside is found when all of it is read, three seconds later: waited for now and then.
    const isCut = i % 2 === 1;
    if (isCut || i % 6 === 0)
      await expect.poll(() => reports.map(({ code }) => code).join(), { timeout: 8_000 }).toMatch(/copy-|rebuilt/u);
    await store.close();
  }
});

it('a turned byte inside the journal is found within seconds and said', async () => {
  const { name } = await library(6);
  const { bytes, write } = await journalFile(name);
  const turned = bytes.slice();
  const middle = Math.floor(turned.length / 2);
  turned[middle] = turned[middle]! ^ 8;
  await write(turned);
  const { store } = openPage({ name });
  const reports = reportsOf(store);
  await expect.poll(() => reports, { timeout: 8_000 }).toEqual([{ code: 'copy-rebuilt', count: 6 }]);
});

it('damage of both places is said: what neither has any more does not pass in silence', async () => {
  const { name, clips } = await library(6);
  const { bytes, write } = await journalFile(name);
  const turned = bytes.slice();
  const middle = Math.floor(turned.length / 2);
  turned[middle] = turned[middle]! ^ 8;
  await write(turned);
  await wipeDatabase(name);
  const { store } = openPage({ name });
  const reports = reportsOf(store);
  await expect.poll(() => reports.at(-1)).toEqual({ code: 'rebuilt-partly', count: clips.length - 1 });
});

describe('two windows', () => {
  it('write in turn, and both places have everything', async () => {
    const { name, store } = openPage();
    const other = openPage({ name }).store;
    const worker = openStore({ name }).store;
    const stores = [store, other, worker];
    await Promise.all(Array.from({ length: 45 }, (_, n) => valueIn(stores[n % 3]!.save([sampleClip(n)]))));
    expect((await clipsIn(other)).length).toBe(45);
    await Promise.all(stores.map((one) => one.close()));
    await wipeDatabase(name);
    const again = openPage({ name }).store;
    await expect.poll(async () => (await clipsIn(again)).length).toBe(45);
  });

  it('edit one clip without losing an edit', async () => {
    const { name, store } = openPage();
    const other = openPage({ name }).store;
    await valueIn(store.save([sampleClip(1)]));
    await Promise.all([
      ...Array.from({ length: 10 }, (_, n) => valueIn(store.update(uuid(1), { note: `甲${n}` }, time(n)))),
      ...Array.from({ length: 10 }, (_, n) => valueIn(other.update(uuid(1), { tags: [`乙${n}`] }, time(n)))),
    ]);
    const [clip] = await valueIn(store.get([uuid(1)]));
    expect(clip).toMatchObject({ revision: 21, note: '甲9', tags: ['乙9'] });
  });
});

it('the journal stays bounded however often one clip is edited, and is rewritten once nobody writes', {
  timeout: 60_000,
}, async () => {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  const note = '很长的笔记'.repeat(4_000);
  for (let n = 0; n < 200; n += 1) await valueIn(store.update(uuid(1), { note: `${n}${note}` }, time(n)));
  expect((await journalFile(name)).bytes.length).toBeGreaterThan(20_000_000);
  await expect.poll(async () => (await journalFile(name)).bytes.length, { timeout: 10_000 }).toBeLessThan(16_000_000);
  await store.close();
  await wipeDatabase(name);
  const again = openPage({ name }).store;
  await expect.poll(async () => (await valueIn(again.get([uuid(1)])))[0]?.note).toBe(`199${note}`);
});
