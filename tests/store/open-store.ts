/** Stores of their own database, gone after the test, and ways to damage what they keep. */
import { Dexie } from 'dexie';
import { onTestFinished } from 'vitest';
import { openPageStore } from '@/lib/store/for-pages';
import type { Shape } from '@/lib/store/migrations/shapes';
import { type OpenClipStore, openClipStore } from '@/lib/store/open-clip-store';
import type { StoreOptions } from '@/lib/store/store-options';

let made = 0;
export const freshName = (): string => `test-${Date.now()}-${made++}`;

const startWorker = (url: string): Worker => new Worker(url, { type: 'module' });
const request = <T>(ask: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    ask.onsuccess = () => resolve(ask.result);
    ask.onerror = () => reject(ask.error);
  });

interface Buckets {
  open(name: string): Promise<{ indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}
export const buckets = (): Buckets => Reflect.get(navigator, 'storageBuckets') as Buckets;

const journals = (name: string) => [`${name}-a.journal`, `${name}-b.journal`];
const directory = () => navigator.storage.getDirectory();

/** What the browser does to a torn database: it is gone, without a word. */
export const wipeDatabase = (name: string) => request(indexedDB.deleteDatabase(name));
export async function wipeJournal(name: string): Promise<void> {
  const root = await directory();
  for (const file of journals(name)) await root.removeEntry(file).catch(() => undefined);
}
/** Takes away what was kept before upgrades. */
async function wipeCopies(name: string): Promise<void> {
  const root = await directory();
  for await (const entry of root.keys()) if (entry.startsWith(`${name}-before`)) await root.removeEntry(entry);
}

/** Bytes of the living (larger) journal file, and a way to replace them. */
export async function journalFile(name: string) {
  const root = await directory();
  const handles = await Promise.all(journals(name).map((file) => root.getFileHandle(file)));
  const files = await Promise.all(handles.map(async (handle) => ({ handle, file: await handle.getFile() })));
  const [living] = files.sort((a, b) => b.file.size - a.file.size);
  const bytes = new Uint8Array(await living!.file.arrayBuffer());
  return {
    bytes,
    async write(next: Uint8Array<ArrayBuffer>) {
      const writable = await living!.handle.createWritable();
      await writable.write(next);
      await writable.close();
    },
  };
}

/** Changes a row behind the store's back. */
export async function putRow(name: string, table: string, row: unknown): Promise<void> {
  const db = await request(indexedDB.open(name));
  const transaction = db.transaction(table, 'readwrite');
  await request(transaction.objectStore(table).put(row));
  db.close();
}
/** Takes a row away behind the back of the library. */
export async function dropRow(name: string, table: string, key: IDBValidKey): Promise<void> {
  const db = await request(indexedDB.open(name));
  await request(db.transaction(table, 'readwrite').objectStore(table).delete(key));
  db.close();
}
/** Makes these the only rows of a table. */
export async function replaceRows(
  name: string,
  table: string,
  rows: readonly unknown[],
  place: IDBFactory = indexedDB,
): Promise<void> {
  const db = await request(place.open(name));
  const store = db.transaction(table, 'readwrite').objectStore(table);
  store.clear();
  for (const row of rows) store.put(row);
  await request(store.count());
  db.close();
}
export async function rowsOf(name: string, table: string, place: IDBFactory = indexedDB): Promise<unknown[]> {
  const db = await request(place.open(name));
  const rows = await request(db.transaction(table).objectStore(table).getAll());
  db.close();
  return rows;
}

/** Makes a closed database one of an older shape, as a build of that time has left it. */
export async function toShape(name: string, shapes: readonly Shape[]): Promise<void> {
  const tables = [...new Set(shapes.flatMap(({ stores }) => Object.keys(stores)))];
  const rows = await Promise.all(tables.map((table) => rowsOf(name, table)));
  await wipeDatabase(name);
  const old = new Dexie(name);
  for (const { version, stores } of shapes) old.version(version).stores({ ...stores });
  await old.open();
  await Promise.all(tables.map((table, i) => old.table(table).bulkPut(rows[i] ?? [])));
  old.close();
}

function kept(name: string, store: OpenClipStore) {
  onTestFinished(async () => {
    await store.close();
    indexedDB.deleteDatabase(name);
    await wipeJournal(name);
    await wipeCopies(name);
    await buckets()
      .delete(name)
      .catch(() => undefined);
  });
  return { name, store };
}

/** A store as the worker has it. */
export function openStore(options: StoreOptions = {}) {
  const name = options.name ?? freshName();
  return kept(name, openClipStore({ ...options, name }));
}

export interface PageOptions extends StoreOptions {
  /** Stands between the page and its journal worker. */
  wrapWorker?: (worker: Worker) => Worker;
}

/** A store as a page has it, with its journal. */
export function openPage({ wrapWorker = (worker) => worker, ...options }: PageOptions = {}) {
  const name = options.name ?? freshName();
  return kept(
    name,
    openPageStore((url) => wrapWorker(startWorker(url)), { ...options, name }),
  );
}

/** A journal worker that answers these requests with a failure, as long as there is one. */
export const failing =
  (failureOf: (op: string) => string | null) =>
  (worker: Worker): Worker => {
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message: { id: number; ask: { op: string } }, ...rest: never[]) => {
      const name = failureOf(message.ask.op);
      if (name === null) return post(message, ...rest);
      const reply = { id: message.id, ok: false, name, message: 'failed' };
      setTimeout(() => worker.dispatchEvent(new MessageEvent('message', { data: reply })));
    };
    return worker;
  };

/** Stands before a journal worker and lets `free` of these requests through, the others when the test says so. */
export function holding(op: string, free = 0) {
  let left = free;
  const waiting: (() => void)[] = [];
  const pass = () => {
    for (; left > 0 && waiting.length > 0; left -= 1) waiting.shift()?.();
  };
  return {
    wrapWorker(worker: Worker): Worker {
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (message: { ask: { op: string } }, ...rest: never[]) => {
        if (message.ask.op !== op) return post(message, ...rest);
        waiting.push(() => post(message, ...rest));
        pass();
      };
      return worker;
    },
    /** How many are held back. */
    held: () => waiting.length,
    /** So many more. */
    let(more = Number.POSITIVE_INFINITY) {
      left += more;
      pass();
    },
  };
}

/** Resolves when whoever writes there has heard that another window waits for its turn. */
export function turnWanted(name: string): Promise<void> {
  const turn = new BroadcastChannel(`${name}-writer`);
  return new Promise((resolve) => {
    turn.onmessage = () => {
      turn.close();
      resolve();
    };
  });
}

/** A journal worker that is slow to begin with these requests. */
export const slow =
  (op: string, ms: number) =>
  (worker: Worker): Worker => {
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message: { ask: { op: string } }, ...rest: never[]) => {
      if (message.ask.op === op) setTimeout(() => post(message, ...rest), ms);
      else post(message, ...rest);
    };
    return worker;
  };

/** The value of a result that must be one. */
export async function valueIn<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: string; detail?: string | undefined }>,
) {
  const answer = await result;
  if (!answer.ok) throw new Error(`${answer.error}: ${answer.detail ?? ''}`);
  return answer.value;
}
