/** What the rest of this room asks of whoever writes. */
import type { Applied, Change } from './apply';
import type { Tables } from './database';
import type { Fits } from './repair';
import type { CopyRecord } from './second/place';

export interface WriteOptions {
  /** Ids that were deleted for good come back. */
  revive?: boolean;
  /** False for changes that may take long. */
  deadline?: boolean;
  /** New clips alone need not wait for those that are still coming; of these nothing can be said yet. */
  onlyNew?: boolean;
}

/** `again`: the change that was planned before did not fit what is there. */
export type Plan = (tables: Tables, again: boolean) => Promise<Change | null>;

export interface Writer {
  /** `plan` reads what it needs and says what to write; nothing else is written in between. */
  write(plan: Plan, options?: WriteOptions): Promise<Applied | null>;
  /** Enters changes at one stroke, all or none, if they still fit; ids deleted for good come back. Answers their number. */
  replay(changes: AsyncGenerator<Change>, signal: AbortSignal, fits: Fits): Promise<number | null>;
  /** Resolves when this window has compared the places, or left it to another; another one while a database is replaced. */
  readonly checked: Promise<void>;
  /** Why they could not be compared, or what differs could not be mended. */
  failure(): unknown;
  /** Compares where that is due, unless another window has the turn. */
  check(): Promise<void>;
  /** Fills what is missing in the database from the second place. */
  recover(): Promise<void>;
  /** Reads what the worker wrote, and the second place from its first record to its last, database or not; see `allRecords`. */
  records(onMissing?: () => void): AsyncGenerator<CopyRecord[]>;
  /** Replaces a damaged database by what the second place holds; false when that is not whole itself. */
  heal(): Promise<boolean>;
  close(): Promise<void>;
}
