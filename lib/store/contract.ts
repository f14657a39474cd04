/**
 * What the library of clips offers, in core terms. Types only: state and components know this file, never Dexie.
 * Every write answers after its transaction completed and is safe to repeat with the same ids.
 */
import type { BackupMark, BackupState } from '@/lib/core/backup/reminder';
import type { Comparison } from '@/lib/core/compare/stored';
import type { Clip, Corrections } from '@/lib/core/model/clip';
import type { KeptPicture } from '@/lib/core/model/picture';
import type { Result } from '@/lib/core/model/result';

/** Push-based value; `subscribe` returns its undo. */
export interface Subscribable<T> {
  subscribe(next: (value: T) => void): () => void;
}

export interface ClipQuery {
  /** Free text; every white-space separated word must occur (folded) in title, text, note, tags or source. */
  text?: string;
  /** GB/T 2260 province codes; any of them. */
  regions?: string[];
  /** All of them. */
  tags?: string[];
  /** Full names, any of them. */
  agencies?: string[];
  documentKey?: string;
  /** Inclusive `YYYY-MM-DD` bounds on the source's publication date. */
  publishedFrom?: string;
  publishedTo?: string;
  issueNumber?: string;
  /** True: the trash. False or absent: everything else. */
  trashed?: boolean;
}

/** Newest first (`createdAt`, then `id`). */
export interface ClipPage {
  clips: Clip[];
  total: number;
}

export interface Facet {
  value: string;
  count: number;
}
export interface Facets {
  regions: Facet[];
  tags: Facet[];
  agencies: Facet[];
  total: number;
  trashed: number;
}

export interface ClipChange {
  tags?: string[];
  note?: string;
  /** Merged into what is there; a field set to `undefined` goes back to what was found. */
  corrections?: { [K in keyof Corrections]?: Corrections[K] | undefined };
}

/** What a clip's editable part was at one revision. */
export interface ClipVersion {
  revision: number;
  /** When that revision was written. */
  at: string;
  tags: string[];
  note: string;
  corrections: Corrections;
  deletedAt: string | null;
}

/**
 * What the comparison of both places at the start found, for one sentence to the person (`backup:report.<code>`).
 * - `rebuilt`: the database was empty or damaged; `count` clips came back from the second place, 0 while they are coming.
 * - `rebuilt-partly`: the same, but part of the second place could not be read either.
 * - `caught-up`: `count` changes were missing in the database and came from the second place.
 * - `copy-rebuilt`: the second place was missing or damaged and was written anew; `count` clips are in it.
 * - `copy-caught-up`: `count` changes were missing in the second place.
 * - `copy-trimmed`: an entry that was never acknowledged was cut off the second place.
 * - `set-aside`: `count` rows could not be read and lie in the rescue table.
 * - `single-copy`: this browser offers no second place.
 * - `copy-closed`: the second place cannot be opened; what it holds is not known.
 * - `unchecked`: the places could not be compared; that is tried again. `unchecked-full`: because the disk is full.
 * - `upgrading`: the library is of an older build; it is being copied and brought into this one's shape.
 * - `upgraded`: that is done, and the library as it was lies among the kept copies; `upgraded-alone`: without a copy.
 * - `outdated`: a newer build took the library over; this window only reads until it is loaded anew.
 */
export type ReportCode =
  | 'rebuilt'
  | 'rebuilt-partly'
  | 'caught-up'
  | 'copy-rebuilt'
  | 'copy-caught-up'
  | 'copy-trimmed'
  | 'set-aside'
  | 'single-copy'
  | 'copy-closed'
  | 'unchecked'
  | 'unchecked-full'
  | 'outdated'
  | 'upgrading'
  | 'upgraded'
  | 'upgraded-alone';
export interface StoreReport {
  code: ReportCode;
  count: number;
}

export interface ClipStore {
  /**
   * Puts clips by id; a clip that is already there with the same or a higher revision stays as it is. An item or a
   * measure whose key lives under another id is not kept a second time. `known`: the clips that were there instead.
   * `pictures` are those that the clips name.
   */
  save(clips: Clip[], pictures?: KeptPicture[]): Promise<Result<{ saved: string[]; known: string[] }>>;
  update(id: string, change: ClipChange, at: string): Promise<Result<Clip>>;
  /** To the trash; kept 30 days. */
  remove(ids: string[], at: string): Promise<Result<{ count: number }>>;
  /**
   * Out of the trash. Where the passage was kept again meanwhile, the clip that has it takes over tags, note and
   * corrections (`united`), and the other stays in the trash.
   */
  restore(ids: string[], at: string): Promise<Result<{ count: number; united: string[] }>>;
  /** For good; only clips in the trash. */
  purge(ids: string[]): Promise<Result<{ count: number }>>;
  get(ids: string[]): Promise<Result<Clip[]>>;
  /** Base64 of the picture that a clip names; null where it has none, or where it was lost. */
  picture(id: string): Promise<Result<string | null>>;
  find(query: ClipQuery, window: { offset: number; limit: number }): Promise<Result<ClipPage>>;
  /** All ids that match, in order; for “select all” and export. */
  findIds(query: ClipQuery): Promise<Result<string[]>>;
  facets(): Promise<Result<Facets>>;
  /** Clip ids by `Clip.key`, trash left out. */
  byKey(keys: string[]): Promise<Result<Map<string, string[]>>>;
  renameTag(from: string, to: string, at: string): Promise<Result<{ count: number }>>;
  /** Earlier revisions, newest first; the present one is the clip itself. */
  history(id: string): Promise<Result<ClipVersion[]>>;
  /** Makes tags, note and corrections what they were at `revision`, as a new revision; the trash is `restore`'s affair. */
  revert(id: string, revision: number, at: string): Promise<Result<Clip>>;
  /** What the start found; null while all is well. Tells its present value at once. */
  report: Subscribable<StoreReport | null>;
  /** Ticks after every completed change and every backup, from whichever window or worker it came. */
  changes: Subscribable<number>;
}

/**
 * What becomes of the clips of a backup. `conflict`: both are kept; `united`: a colleague's tags and note are added;
 * `gone`: a colleague's clip that was deleted here for good and stays so.
 */
export type ImportKind = 'new' | 'newer' | 'same' | 'conflict' | 'united' | 'gone' | 'refused';
export interface ImportEntry {
  /** In the file, from 1. */
  line: number;
  title: string;
  /** `refused` only: `too-long`, `too-deep`, `no-json`, `no-clip`, `twice`; text is `backup:refused.<reason>`. */
  reason?: string;
  detail?: string;
}
export interface ImportPlan {
  /** As the file says; null for a file of lines alone. */
  manifest: { createdAt: string; author: string | null; clips: number } | null;
  counts: Record<ImportKind, number>;
  /** The first of each kind, for showing. */
  lists: Record<ImportKind, ImportEntry[]>;
  /** Clips whose unknown fields or unusable address were left out. */
  mended: number;
}

/** The library as it was before an upgrade of the database: a backup file. */
export interface KeptCopy {
  /** Which shape of the database this is of. */
  shape: number;
  at: string;
  file: Blob;
}

export interface ImportOptions {
  /** Whose backup it is, when it is a colleague's; null restores one's own. */
  author: string | null;
  /** Time of the edits that uniting makes. */
  at: string;
  /** It is one of the kept copies, which goes where the library goes. */
  kept?: boolean;
}
export interface Work {
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

/** Backup and restore. Everything can be cancelled; a restore leaves the old or the new state. */
export interface ClipArchive {
  /**
   * One file with every clip and its history. `author` is written into it when given. `mark` is null when clips are still
   * coming back from the second place: the file is not whole, and counts as no backup.
   */
  backup(
    options: { author: string | null; at: string },
    work: Work,
  ): Promise<Result<{ file: Blob; clips: number; mark: BackupMark | null }>>;
  /** What the second place holds, without touching the database: for when that does not answer any more. */
  rescue(work: Work): Promise<Result<{ file: Blob; clips: number; whole: boolean }>>;
  /** The dry run: reads the file and writes nothing. */
  inspectBackup(file: Blob, options: ImportOptions, work: Work): Promise<Result<ImportPlan>>;
  restoreBackup(file: Blob, options: ImportOptions, work: Work): Promise<Result<ImportPlan>>;
  /** The library as it was before each of the last upgrades, youngest first. */
  keptCopies(): Promise<Result<KeptCopy[]>>;
  backupState(): Promise<Result<BackupState>>;
  /** Call when the file of `backup` has been kept. */
  backedUp(at: string, mark: BackupMark): Promise<Result<object>>;
}

/** Named comparisons: which clips, what was decided by hand, the states of the matrix's cells. */
export interface ComparisonStore {
  /** Puts by id. Fails with `no-answer` where something else is kept under the same or a higher revision. Safe to repeat. */
  save(comparison: Comparison): Promise<Result<Comparison>>;
  /** Latest first. */
  list(): Promise<Result<Comparison[]>>;
  /** Answers what was removed; null where there was none that can be read. */
  remove(id: string): Promise<Result<{ count: number; removed: Comparison | null }>>;
  /** Ticks after every completed change, from whichever window it came. */
  changes: Subscribable<number>;
}
