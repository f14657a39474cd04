/** Rows of the database that are gone or cannot be read: missed at once, and brought back from the second place. */
import { describe, expect, it } from 'vitest';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { isLineOf, lineOf } from '@/lib/store/rows';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { all, clipsIn, comesBack, library, reportsOf } from './closed-library';
import { dropRow, openPage, openStore, putRow, replaceRows, rowsOf, valueIn } from './open-store';

describe('a row that cannot be read', () => {
  it('of a row: it is set aside and comes back from the journal', async () => {
    const { name, clips } = await library(3);
    await putRow(name, 'clips', { id: uuid(2), nonsense: true });
    await comesBack(name, clips);
    expect(await rowsOf(name, 'aside')).toHaveLength(1);
  });

  it('of a row that has no second place: the others are shown', async () => {
    const { name, store } = openStore();
    await valueIn(store.save([1, 2, 3].map((n) => sampleClip(n))));
    await putRow(name, 'clips', { ...sampleClip(2), revision: -1 });
    expect((await clipsIn(store)).map(({ id }) => id)).toEqual([uuid(3), uuid(1)]);
    expect((await valueIn(store.find({}, all))).total).toBe(2);
    expect(await rowsOf(name, 'aside')).toMatchObject([{ id: uuid(2), reason: expect.stringContaining('revision') }]);
  });
});

describe('a clip that is not found under its key any more', () => {
  it('comes back from the journal, and it is said', async () => {
    const { name, clips } = await library(3);
    await dropRow(name, 'clips', uuid(2));
    const store = await comesBack(name, clips);
    expect((await valueIn(store.facets())).total).toBe(3);
  });

  it('stands in no list and no count when there is no second place', async () => {
    const { name, store } = openStore();
    await valueIn(store.save([1, 2, 3].map((n) => sampleClip(n))));
    await dropRow(name, 'clips', uuid(2));
    expect((await clipsIn(store)).map(({ id }) => id)).toEqual([uuid(3), uuid(1)]);
    expect((await valueIn(store.find({}, all))).total).toBe(2);
    expect(await valueIn(store.get([uuid(9)]))).toEqual([]);
  });
});

describe('light rows that are gone', () => {
  it.each([
    ['listed', (store: OpenClipStore) => store.find({}, all)],
    ['searched', (store: OpenClipStore) => store.facets()],
  ])('are missed as soon as the library is %s, and it is said', async (_, question) => {
    const { name, clips } = await library(3);
    await replaceRows(name, 'lines', []);
    const { store } = openPage({ name });
    const reports = reportsOf(store);
    await valueIn<unknown>(question(store));
    // The check of everything begins only three seconds after the start.
    await expect.poll(() => reports, { timeout: 2_500 }).toEqual([{ code: 'caught-up', count: 3 }]);
    expect(await clipsIn(store)).toEqual(clips);
    await expect.poll(async () => (await valueIn(store.facets())).total).toBe(3);
  });
});

it('a light row in the place of another one is noticed by the check after the start, though the numbers agree', {
  timeout: 60_000,
}, async () => {
  // More than are gone through at once.
  const { name, store: before } = openPage();
  const clips = Array.from({ length: 2_100 }, (_, i) => sampleClip(i + 1));
  await valueIn(before.save(clips));
  await before.close();
  const wrong = { ...lineOf(sampleClip(2_050), 1), id: uuid(9_000) };
  await dropRow(name, 'lines', uuid(2_050));
  await putRow(name, 'lines', wrong);
  const { store } = openPage({ name });
  await valueIn(store.find({}, { offset: 0, limit: 1 }));
  const ids = async () => (await rowsOf(name, 'lines')).map((row) => Reflect.get(Object(row), 'id')).sort();
  await expect.poll(ids, { timeout: 30_000, interval: 500 }).toEqual(clips.map(({ id }) => id).sort());
});

describe('a light row that cannot be read', () => {
  /** A damaged file answers with null where a row was; only its key and its entries in the indexes are left. */
  const damage = async (name: string) => {
    await putRow(name, 'lines', { id: uuid(1) });
    await putRow(name, 'lines', { id: uuid(2), seq: 1, revision: 1, trashed: 0, key: null, createdAt: time(0) });
  };

  it('is made anew of its clip when the library is searched', async () => {
    const { name, store } = openStore();
    const clips = [1, 2, 3].map((n) => sampleClip(n));
    await valueIn(store.save(clips));
    await store.close();
    const before = await rowsOf(name, 'lines');
    await damage(name);
    const again = openStore({ name }).store;
    expect((await valueIn(again.facets())).total).toBe(3);
    expect((await valueIn(again.findIds({ text: clips[0]?.item.text.slice(0, 4) ?? '' }))).sort()).toContain(uuid(1));
    const after = await rowsOf(name, 'lines');
    expect(after).toEqual(before.map((row) => ({ ...(row as object), seq: expect.any(Number) })));
  });

  it('is one that bears the id of another clip, which no database lets anybody write', () => {
    const line = lineOf(sampleClip(1), 1);
    expect(isLineOf(line, line.id)).toBe(true);
    expect(isLineOf(line, uuid(2))).toBe(false);
    expect(isLineOf(null, uuid(2))).toBe(false);
  });

  it('is in the way of no question and no change', async () => {
    const { name, store } = openStore();
    const clips = [1, 2, 3].map((n) => sampleClip(n));
    await valueIn(store.save(clips));
    await store.close();
    await damage(name);
    const again = openStore({ name }).store;
    expect([...(await valueIn(again.byKey(clips.map(({ key }) => key)))).values()].flat()).toEqual([uuid(3)]);
    expect(await valueIn(again.update(uuid(1), { note: '记' }, time(1)))).toMatchObject({ note: '记' });
    expect(await valueIn(again.remove([uuid(2)], time(2)))).toEqual({ count: 1 });
    expect((await valueIn(again.facets())).total).toBe(2);
  });
});
