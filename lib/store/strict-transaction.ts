/**
 * A strict read-write transaction on Dexie's own connection, without its layers in between: a save goes through here,
 * and they cost as much as the save. Nothing but requests of this transaction may be awaited inside.
 */
import type { Dexie } from 'dexie';
import { DEADLINE_MS, isLate, withDeadline } from './failures';

/** Settles with a request. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  const promise = new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // When the transaction fails, its reason counts; what else was asked in it need not be heard.
  promise.catch(() => undefined);
  return promise;
}

/** How much longer each row may take. */
const ROW_MS = 20;
/** The reason why a transaction ended by itself comes at once. Of one whose connection is lost it may never come. */
const REASON_MS = 1_000;

const reasonOf = (completed: Promise<void>): Promise<unknown> =>
  withDeadline(completed, REASON_MS).then(
    () => null,
    (reason: unknown) => reason,
  );

interface Options {
  rows: number;
  /** Takes it back. */
  stop: AbortSignal | null;
}

/**
 * Runs `work` in one transaction; resolves after it completed, rejects after nothing of it was kept. One that takes too
 * long for so many rows is given up: what came of it shows when the places are compared again.
 */
export async function strictly<T>(
  dexie: Dexie,
  tables: readonly string[],
  { rows, stop }: Options,
  work: (table: (name: string) => IDBObjectStore) => Promise<T>,
): Promise<T> {
  stop?.throwIfAborted();
  const transaction = dexie.backendDB().transaction(tables, 'readwrite', { durability: 'strict' });
  const completed = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? stop?.reason ?? new DOMException('aborted', 'AbortError'));
  });
  completed.catch(() => undefined);
  const takeBack = () => transaction.abort();
  stop?.addEventListener('abort', takeBack);
  const run = async () => {
    const value = await work((name) => transaction.objectStore(name));
    stop?.removeEventListener('abort', takeBack);
    // Without this it would end only when its last request has been answered here, a journey later.
    transaction.commit();
    await completed;
    return value;
  };
  try {
    return await withDeadline(run(), DEADLINE_MS + rows * ROW_MS);
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself: a full disk aborts it, and says so better than the request that failed with it.
      const reason = isLate(error) ? null : await reasonOf(completed);
      if (reason && !isLate(reason)) throw reason;
    }
    throw error;
  } finally {
    stop?.removeEventListener('abort', takeBack);
  }
}
