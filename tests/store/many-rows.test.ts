/** Many clips asked for at once are read in batches, side by side or one by one; whoever asks sees no difference. */
import { Dexie } from 'dexie';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { rowsOf as rowsByKey } from '@/lib/store/rows-of';
import { sampleClip, uuid } from '../core/clip/samples';
import { freshName, openStore, putRow, rowsOf, valueIn } from './open-store';

const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
const idOf = (n: number) => String(n).padStart(4, '0');

/** A table with the rows 0–999; `together`: this browser gives rows and their keys at once. */
async function tableOfThousand(together: boolean) {
  const given = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'getAllRecords');
  if (!given) throw new Error('this browser has no getAllRecords');
  onTestFinished(() => void Object.defineProperty(IDBObjectStore.prototype, 'getAllRecords', given));
  if (!together) Reflect.deleteProperty(IDBObjectStore.prototype, 'getAllRecords');
  const db = new Dexie(freshName());
  onTestFinished(() => db.delete());
  db.version(1).stores({ rows: 'id' });
  const table = db.table<unknown, string>('rows');
  await table.bulkPut(from(0, 1_000).map((n) => ({ id: idOf(n) })));
  const getAll = vi.spyOn(IDBObjectStore.prototype, together ? ('getAllRecords' as 'getAll') : 'getAll');
  const get = vi.spyOn(IDBObjectStore.prototype, 'get');
  onTestFinished(() => void vi.restoreAllMocks());
  return { table, getAll, get };
}

describe.each([
  ['read together', true],
  ['read one after the other', false],
])('rows by their keys, %s', (_, together) => {
  it('that lie side by side are read at one stroke, in the order asked for, without those that are not there', async () => {
    const { table, getAll, get } = await tableOfThousand(together);
    const ids = [...from(980, 40).reverse(), 17].map(idOf).slice(0, 40);
    const rows = await rowsByKey(table, ids);
    expect(rows).toEqual([
      ...Array.from({ length: 20 }),
      ...from(980, 20)
        .reverse()
        .map((n) => ({ id: idOf(n) })),
    ]);
    expect([getAll.mock.calls.length, get.mock.calls.length]).toEqual([1, 0]);
  });

  it('that lie far apart are asked for one by one', async () => {
    const { table, getAll, get } = await tableOfThousand(together);
    const ids = from(0, 40).map((n) => idOf(n * 25));
    expect(await rowsByKey(table, ids)).toEqual(ids.map((id) => ({ id })));
    expect([getAll.mock.calls.length, get.mock.calls.length]).toEqual([1, 40]);
  });
});

describe('rows and their keys', () => {
  it('are asked for one by one where a damaged file answers with fewer keys than rows', async () => {
    const { table, getAll } = await tableOfThousand(false);
    const real = IDBObjectStore.prototype.getAllKeys;
    const keys = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementation(function (this: IDBObjectStore) {
      return real.call(this, IDBKeyRange.bound(idOf(1), idOf(39)));
    });
    const ids = from(0, 40).map(idOf);
    expect(await rowsByKey(table, ids)).toEqual(ids.map((id) => ({ id })));
    expect([keys.mock.calls.length, getAll.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('a library of more clips than are read at once', () => {
  it('gives all of them in the order asked for, a repeated one as often as it is asked for', async () => {
    const { store } = openStore();
    await valueIn(store.save(from(1, 1_100).map((n) => sampleClip(n))));
    const ids = from(1, 1_100).map((n) => uuid(((n * 7) % 1_100) + 1));
    const clips = await valueIn(store.get([...ids, uuid(3), uuid(5_000)]));
    expect(clips.map(({ id }) => id)).toEqual([...ids, uuid(3)]);
  });

  it('sets aside those that cannot be read, wherever they are, and gives the others', async () => {
    const { name, store } = openStore();
    await valueIn(store.save(from(1, 1_100).map((n) => sampleClip(n))));
    await putRow(name, 'clips', { ...sampleClip(2), revision: -1 });
    await putRow(name, 'clips', { id: uuid(1_050), nonsense: true });
    const clips = await valueIn(store.get(from(1, 1_100).map((n) => uuid(n))));
    expect(clips.map(({ id }) => id)).toEqual(
      from(1, 1_100)
        .filter((n) => n !== 2 && n !== 1_050)
        .map((n) => uuid(n)),
    );
    expect((await rowsOf(name, 'aside')).map((row) => Reflect.get(Object(row), 'id'))).toEqual([uuid(2), uuid(1_050)]);
  });
});
