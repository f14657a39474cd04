/**
 * The second place of the service worker: a storage bucket of its own, which has its own directory and database engine.
 * Holds only the changes that no page has entered into the journal yet.
 */
import { Dexie, type Table } from 'dexie';
import { MAX_PAYLOAD } from '@/lib/core/journal/frame';
import { z } from '@/lib/core/model';
import type { Change } from '../apply';
import { LettersFailure, withDeadline } from '../failures';
import { whyNotOpen } from '../room';
import { partsOf } from './divide';
import { decodeRecord, encodeRecord } from './record';

export interface Letter {
  seq: number;
  epoch: string;
  change: Change;
}
export interface Letters {
  put(letter: Letter): Promise<void>;
  drop(seq: number): Promise<void>;
  /** In the order they were written. */
  all(): Promise<Letter[]>;
  clear(): Promise<void>;
  close(): void;
}

interface Bucket {
  indexedDB: IDBFactory;
}
interface Buckets {
  open(name: string, options: { durability: 'strict' }): Promise<Bucket>;
}
const isBuckets = (value: unknown): value is Buckets => typeof value === 'object' && value !== null && 'open' in value;

const rowSchema = z.strictObject({ seq: z.int().min(1), epoch: z.string(), record: z.instanceof(Uint8Array) });

/** Null where the browser has no storage buckets. */
export function openLetters(name: string): Letters | null {
  const buckets: unknown = Reflect.get(navigator, 'storageBuckets');
  if (!isBuckets(buckets)) return null;
  let opened: Promise<{ dexie: Dexie; rows: Table<unknown, number> }> | null = null;
  const open = async () => {
    const bucket = await buckets.open(name, { durability: 'strict' });
    const dexie = new Dexie(`${name}-letters`, {
      indexedDB: bucket.indexedDB,
      IDBKeyRange,
      autoOpen: false,
      chromeTransactionDurability: 'strict',
    });
    dexie.version(1).stores({ letters: 'seq' });
    await dexie.open().catch(async (error: unknown) => {
      throw await whyNotOpen(error);
    });
    return { dexie, rows: dexie.table<unknown, number>('letters') };
  };
  /** What fails here says nothing about the database. */
  const on = async <T>(work: (rows: Table<unknown, number>) => PromiseLike<T>): Promise<T> => {
    opened ??= open();
    const own = opened;
    own.catch(() => {
      if (opened === own) opened = null;
    });
    try {
      const { rows } = await withDeadline(own);
      return await withDeadline(work(rows));
    } catch (error) {
      throw new LettersFailure(error);
    }
  };
  return {
    async put({ seq, epoch, change }) {
      const record = encodeRecord(change);
      // Throws for a row that the journal could never take over.
      if (record.length > MAX_PAYLOAD) for (const _ of partsOf(change, MAX_PAYLOAD));
      await on((rows) => rows.put({ seq, epoch, record }));
    },
    async drop(seq) {
      await on((rows) => rows.delete(seq));
    },
    async all() {
      const found = await on((rows) => rows.orderBy('seq').toArray());
      return found.flatMap((row) => {
        const read = rowSchema.safeParse(row).data;
        return read ? [{ seq: read.seq, epoch: read.epoch, change: decodeRecord(read.record).change }] : [];
      });
    },
    async clear() {
      await on((rows) => rows.clear());
    },
    close() {
      void opened?.then(
        ({ dexie }) => dexie.close(),
        () => undefined,
      );
      opened = null;
    },
  };
}
