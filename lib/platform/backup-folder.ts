/**
 * A folder of the person's, for backups that are made by themselves. The handle lies in a small database of its own,
 * because only a database can keep one. The browser may want to be asked anew after a restart, by a click. Its name lies
 * outside of the database as well, so that a database that was wiped does not end the backups without a word.
 */
import { fail, ok, type Result } from '@/lib/core/model/failure';
import { inTime } from './in-time';

type Permission = 'granted' | 'prompt' | 'denied';
interface Folder extends FileSystemDirectoryHandle {
  queryPermission?(options: { mode: 'readwrite' }): Promise<Permission>;
  requestPermission?(options: { mode: 'readwrite' }): Promise<Permission>;
}
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<Folder>;

export interface FolderState {
  name: string;
  /** May it be written without asking? */
  allowed: boolean;
}

export interface BackupFolder {
  /** False where the browser has no such folders. */
  available: boolean;
  /** Null: none was chosen, or the browser has forgotten it. */
  look(): Promise<FolderState | null>;
  /** Name of a folder that was chosen and is known no more: the database that held it was wiped. */
  forgotten(): Promise<string | null>;
  /** The browser's dialog; only in answer to a click. */
  choose(): Promise<Result<FolderState>>;
  /** Asks for the folder that was chosen; only in answer to a click. */
  ask(): Promise<FolderState | null>;
  /** Writes the file of a day, whole or not at all, and takes away the oldest beyond those that are kept. */
  write(day: string, file: Blob): Promise<Result<{ name: string }>>;
  forget(): Promise<void>;
  /** Runs `work` unless another window is at it. */
  alone(work: () => Promise<void>): Promise<void>;
}

const DATABASE = 'policy-clip-folder';
const STORE = 'handles';
const KEY = 'backups';
const KEPT = 10;
const OWN = /^policy-clip-auto-\d{4}-\d{2}-\d{2}\.zip$/u;
const MODE = { mode: 'readwrite' } as const;
/** A damaged store may leave a request unanswered, and a drive a write: longer, by so many bytes in a millisecond. */
const DATABASE_MS = 5_000;
const FOLDER_MS = 60_000;
const SLOWEST = 100;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function inDatabase<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await inTime(settled(opening), DATABASE_MS);
  try {
    const store = database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE);
    return await inTime(settled(work(store)), DATABASE_MS);
  } finally {
    database.close();
  }
}

/** The page's own storage, which is another file on the disk; where there is none, nothing is remembered. */
const names = {
  read: (): string | null => globalThis.localStorage?.getItem(DATABASE) ?? null,
  write: (name: string | null): void => {
    if (name === null) globalThis.localStorage?.removeItem(DATABASE);
    else globalThis.localStorage?.setItem(DATABASE, name);
  },
};

const isFolder = (value: unknown): value is Folder =>
  value instanceof FileSystemDirectoryHandle && value.kind === 'directory';

function failureOf(error: unknown): Result<never> {
  const name = error instanceof DOMException ? error.name : '';
  const detail = String(error);
  if (name === 'AbortError') return fail('cancelled', detail);
  if (name === 'TimeoutError') return fail('folder-no-answer', detail);
  if (name === 'NotFoundError') return fail('folder-gone', detail);
  if (name === 'NotAllowedError' || name === 'SecurityError') return fail('folder-not-allowed', detail);
  return fail(name === 'QuotaExceededError' ? 'store-full' : 'unexpected', detail);
}

const isEmpty = async (handle: FileSystemFileHandle): Promise<boolean> => (await handle.getFile()).size === 0;

async function prune(folder: Folder): Promise<void> {
  const names: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== 'file' || !OWN.test(name)) continue;
    // What a write that failed has left is no backup, and counts as none.
    if (await isEmpty(handle as FileSystemFileHandle)) await folder.removeEntry(name);
    else names.push(name);
  }
  for (const name of names.sort().slice(0, -KEPT)) await folder.removeEntry(name);
}

async function put(folder: Folder, name: string, file: Blob): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  // What is written takes the file's place when it is closed, and not before.
  try {
    await file.stream().pipeTo(await handle.createWritable());
  } catch (error) {
    if (await isEmpty(handle).catch(() => false)) await folder.removeEntry(name);
    throw error;
  }
  await prune(folder);
}

export function createBackupFolder(picker: unknown = Reflect.get(globalThis, 'showDirectoryPicker')): BackupFolder {
  const pick = typeof picker === 'function' ? (picker as Picker) : null;
  const stored = async (): Promise<Folder | null> => {
    const value: unknown = await inDatabase('readonly', (store) => store.get(KEY)).catch(() => null);
    return isFolder(value) ? value : null;
  };
  const stateOf = async (folder: Folder): Promise<FolderState> => ({
    name: folder.name,
    allowed: ((await folder.queryPermission?.(MODE)) ?? 'granted') === 'granted',
  });
  return {
    available: pick !== null,
    async look() {
      const folder = pick && (await stored());
      if (!folder) return null;
      // One that was chosen by a build which did not remember names yet.
      names.write(folder.name);
      return stateOf(folder);
    },
    forgotten: async () => (pick && !(await stored()) ? names.read() : null),
    async choose() {
      if (!pick) return fail('folder-not-allowed');
      try {
        const folder = await pick.call(globalThis, { id: 'policy-clip', ...MODE });
        await inDatabase('readwrite', (store) => store.put(folder, KEY));
        names.write(folder.name);
        return ok(await stateOf(folder));
      } catch (error) {
        return failureOf(error);
      }
    },
    async ask() {
      const folder = await stored();
      if (!folder) return null;
      await folder.requestPermission?.(MODE).catch(() => undefined);
      return stateOf(folder);
    },
    async write(day, file) {
      const folder = await stored();
      if (!folder) return fail('folder-gone');
      try {
        if (!(await stateOf(folder)).allowed) return fail('folder-not-allowed');
        const name = `policy-clip-auto-${day}.zip`;
        await inTime(put(folder, name, file), FOLDER_MS + file.size / SLOWEST);
        return ok({ name });
      } catch (error) {
        return failureOf(error);
      }
    },
    async forget() {
      names.write(null);
      await inDatabase('readwrite', (store) => store.delete(KEY)).catch(() => undefined);
    },
    alone: (work) =>
      navigator.locks.request(DATABASE, { ifAvailable: true }, async (lock) => {
        if (lock) await work();
      }),
  };
}
