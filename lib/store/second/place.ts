/**
 * The second place: where every change also lies, outside of the database. Why there is one, measured on Chromium 156:
 * a browser that is killed leaves a torn LevelDB log, the next start appends behind the tear, and the start after that
 * finds a wrong checksum and deletes the whole database without a word, strict durability or not.
 *
 * Extension pages keep a journal in the origin private file system (`journal-*.ts`): another storage engine, one
 * checksum per record, so that a tear costs one record and never the rest. It is written at the same time as the
 * database: both together take 0.9 ms where a bare strict put takes 0.7 ms. A second storage bucket is a second LevelDB
 * with the same weakness and must be written before, not beside the database, or one kill can tear both: 1.7 ms. The
 * service worker has no synchronous file handles, so its few saves go that slower way (`letters.ts`), and the next page
 * enters them into the journal.
 */
import type { Change } from '../apply';

export interface CopyState {
  /** Database it belongs to; empty when that cannot be read. */
  epoch: string;
  /** Last change in it. */
  seq: number;
  size: number;
  /** Size when it was last written anew. */
  base: number;
  /** Bytes of an unfinished entry that were cut off. */
  trimmed: number;
  damaged: boolean;
  /** Its records are of a shape before this build's. */
  older: boolean;
}

export interface CopyRecord {
  seq: number;
  change: Change;
}
export interface CopyPart {
  records: CopyRecord[];
  next: number | null;
  damaged: boolean;
  /** Which one it is from: another once it was written anew. Empty when that cannot be said. */
  file: string;
}

export interface SecondPlace {
  /** Null: nothing is there yet. Fails with `store-newer` for one of a newer build, which is left as it is. */
  open(): Promise<CopyState | null>;
  /** Durable when it resolves; tells the size afterwards. Refuses at once what is more than one record takes. */
  append(seq: number, change: Change): Promise<{ size: number; base: number }>;
  rollback(seq: number): Promise<unknown>;
  /** Where changes after `seq` begin, for `replay`. */
  after(seq: number): Promise<number>;
  replay(at: number): Promise<CopyPart>;
  /** Reads on from `at` and tells only whether it is whole. */
  verify(at: number): Promise<{ next: number | null; damaged: boolean }>;
  begin(epoch: string): Promise<unknown>;
  /** Of any size. */
  add(seq: number, change: Change): Promise<unknown>;
  commit(seq: number): Promise<unknown>;
  close(): Promise<void>;
}
