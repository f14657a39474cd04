/** Rows by their keys. Many that lie side by side are read at one stroke, in a third of the time of asking for each. */
import type { Table } from 'dexie';
import { settled } from './strict-transaction';

/** Fewer are asked for one by one. */
const FEW = 20;
/** Up to so many rows for each that is wanted are read. */
const SPARSE = 2;
/** Parts that are asked for at the same time: the database reads one while another is on its way. */
const AT_ONCE = 6;

interface Rows {
  keys: IDBValidKey[];
  rows: unknown[];
}
interface Recorded {
  getAllRecords(wanted: { query: IDBKeyRange; count: number }): IDBRequest<{ key: IDBValidKey; value: unknown }[]>;
}
const isRecorded = (store: IDBObjectStore): store is IDBObjectStore & Recorded => 'getAllRecords' in store;

/**
 * The first `most` rows of a range with their keys, both of the same moment. Where the browser gives them together, the
 * table is gone through once instead of twice, and a row is unpacked when it is looked at.
 */
export function rowsIn(table: Table<unknown, string>, range: IDBKeyRange, most: number): Promise<Rows> {
  return table.db.transaction('r', table, async ({ idbtrans }) => {
    const store = idbtrans.objectStore(table.name);
    if (isRecorded(store)) {
      const records = await settled(store.getAllRecords({ query: range, count: most }));
      return { keys: records.map(({ key }) => key), rows: records.map(({ value }) => value) };
    }
    const [keys, rows] = await Promise.all([
      settled(store.getAllKeys(range, most)),
      settled<unknown[]>(store.getAll(range, most)),
    ]);
    return { keys, rows };
  });
}

/** What `fetched` gives for each part, in order; the next ones come while one is being worked on. */
export async function* ahead<P, T>(parts: readonly P[], fetched: (part: P) => Promise<T>): AsyncGenerator<T> {
  const coming: Promise<T>[] = [];
  for (const part of parts) {
    const next = fetched(part);
    next.catch(() => undefined);
    coming.push(next);
    if (coming.length < AT_ONCE) continue;
    const first = coming.shift();
    if (first) yield await first;
  }
  for (const last of coming) yield await last;
}

/** In the order of `ids`, no id twice; undefined for those that are not there. */
export async function rowsOf(table: Table<unknown, string>, ids: readonly string[]): Promise<unknown[]> {
  const inOrder = ids.toSorted();
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (ids.length < FEW || first === undefined || last === undefined) return table.bulkGet([...ids]);
  const most = ids.length * SPARSE;
  const { keys, rows } = await rowsIn(table, IDBKeyRange.bound(first, last), most + 1);
  // A damaged file may answer with more of one than of the other.
  if (rows.length !== keys.length || keys.length > most) return table.bulkGet([...ids]);
  const found = new Map(keys.map((key, i) => [key, rows[i]]));
  return ids.map((id) => found.get(id));
}
