/**
 * What takes longer than a comparison, beside filling the database (`rebuild.ts`): the second place anew from the
 * database, and reading the second place through. Done in steps between other writes, so that nobody waits; every step
 * may be the last, and the next start goes on.
 */
import type { KeptPicture } from '@/lib/core/model';
import { type Change, NO_CHANGE } from './apply';
import type { Tables } from './database';
import { StoreFailure, withDeadline } from './failures';
import { allComparisons, clipsById, pictureOf } from './reads';
import { finishRebuild, rebuildDatabase } from './rebuild';
import { type Head, type Version, versionSchema } from './rows';
import type { SecondPlace } from './second/place';
import { PARTIAL } from './settle';

export interface Hold {
  tables: Tables;
  head: Head;
  /** There is no second place yet that could take a change. */
  bare: boolean;
  /** Number of the last record that the second place had when both were compared; 0 when that cannot be a save. */
  tail: number;
  /** Bytes of the second place, when that was last heard of. */
  size: number;
  /** See `Settled`. */
  spentLetters: boolean;
  unreadLetters: boolean;
  lacking: boolean;
  /** Clips are still coming from the second place: what is there now may be older than that. */
  filling: boolean;
}
/** Does what has been judged still fit what the library holds? */
export type Fits = (tables: Tables, head: Head | null) => Promise<boolean>;
/** Runs one step with the turn held; null once another context has had the turn. Each call in it has its deadline. */
export type Step = <T>(work: (hold: Hold) => Promise<T>) => Promise<T | null>;

const ROWS = 100;
const atOnce = async (): Promise<void> => undefined;
/** Numbers that stay free for other writes while a large restore is prepared. */
const GAP = 100_000;

interface Rows {
  change: Change;
  pictures: KeptPicture[];
  /** None of those that are listed is missing or could not be read. */
  whole: boolean;
  last: string | null;
}

/** Clips after `last` in the order of their ids, with their histories. */
async function rowsAfter(tables: Tables, last: string, onAside: (count: number) => void): Promise<Rows> {
  const ids = await tables.clips.where(':id').above(last).limit(ROWS).primaryKeys();
  const end = ids.length < ROWS ? undefined : ids.at(-1);
  const known = new Set(ids);
  // One more than are known: if any is missing, one of these is.
  const range = tables.lines.where(':id').between(last, end ?? [], false, true);
  const listed = await range.limit(ids.length + 1).primaryKeys();
  const isListed = listed.every((id) => known.has(id));
  if (ids.length === 0) return { change: NO_CHANGE, pictures: [], whole: isListed, last: null };
  const [puts, rows] = await Promise.all([
    clipsById(tables, ids, onAside),
    tables.versions
      .where('[clipId+revision]')
      .between([ids[0], 0], [ids.at(-1), []])
      .toArray(),
  ]);
  const history: Version[] = rows.flatMap((row: unknown) => versionSchema.safeParse(row).data ?? []);
  const named = puts.filter(({ picture }) => picture);
  const pictures = (await Promise.all(named.map((clip) => pictureOf(tables, clip)))).filter((one) => one !== null);
  return {
    change: { puts, versions: history, purges: [] },
    pictures,
    whole: isListed && puts.length === ids.length && pictures.length === named.length,
    last: end ?? null,
  };
}

/** `incomplete`: a row of the database is missing or cannot be read, which the second place may still have. */
export type Copied = 'copied' | 'interrupted' | 'incomplete';

interface CopyOptions {
  /** Waited for before each step. */
  pause?: () => Promise<void>;
  /** Stops at a row that is missing or cannot be read; else it is left out. */
  wholeOnly?: boolean;
  /** Asked before the new one counts: has nothing been found missing that was not brought back? */
  isWhole?: () => boolean;
  /** Hears how many rows could not be read and were set aside. */
  onAside?: (count: number) => void;
}

/** Copies all comparisons and clips into the file that is being written. */
async function copyRows(
  step: Step,
  place: SecondPlace,
  seq: number,
  { pause = atOnce, wholeOnly = false, onAside = () => undefined }: CopyOptions = {},
): Promise<Copied> {
  const begun = await step(async ({ tables }) => {
    const puts = await withDeadline(allComparisons(tables));
    if (puts.length > 0) await place.add(seq, { ...NO_CHANGE, comparisons: { puts, drops: [] } });
    return true;
  });
  if (!begun) return 'interrupted';
  for (let last: string | null = ''; last !== null; ) {
    const from: string = last;
    await pause();
    const rows: Rows | null = await step(async ({ tables }) => {
      const found = await withDeadline(rowsAfter(tables, from, onAside));
      if (wholeOnly && !found.whole) return found;
      if (found.change.puts.length > 0) await place.add(seq, found.change);
      for (const picture of found.pictures) await place.add(seq, { ...NO_CHANGE, pictures: [picture] });
      return found;
    });
    if (!rows) return 'interrupted';
    if (wholeOnly && !rows.whole) return 'incomplete';
    last = rows.last;
  }
  return 'copied';
}

/** The second place is written anew; the old one takes every change until then, and stays when this is not `copied`. */
async function rewriteCopy(step: Step, place: SecondPlace, options: CopyOptions = {}): Promise<Copied> {
  await options.pause?.();
  const begun = await step(async (hold) => {
    // What is still to come would be missing in it.
    if (hold.filling) return null;
    if (hold.bare) {
      // From now on changes can be acknowledged; what is older follows.
      await place.begin(`${PARTIAL}${hold.head.epoch}`);
      await place.commit(hold.head.seq);
      hold.bare = false;
    }
    await place.begin(hold.head.epoch);
    return hold.head.seq;
  });
  if (begun === null) return 'interrupted';
  const copied = await copyRows(step, place, begun, options);
  if (copied !== 'copied') return copied;
  const done = await step(async (hold): Promise<Copied> => {
    if (options.isWhole?.() === false) return 'incomplete';
    await place.commit(hold.head.seq);
    hold.lacking = false;
    await finishRebuild(hold);
    return 'copied';
  });
  return done ?? 'interrupted';
}

/**
 * The same, but before anything is left out of the new one because the database has lost it or cannot read it any more,
 * the database gets it back from the old one. `rebuild` does that; false when interrupted.
 */
export async function renewCopy(
  step: Step,
  place: SecondPlace,
  rebuild: () => Promise<boolean>,
  options: Omit<CopyOptions, 'wholeOnly'>,
): Promise<Copied> {
  const copied = await rewriteCopy(step, place, { ...options, wholeOnly: true });
  if (copied !== 'incomplete') return copied;
  return (await rebuild()) ? rewriteCopy(step, place, options) : 'interrupted';
}

/** The database has what the worker's letters said, and what the second place has as well: they need not be asked again. */
export async function forgetLetters(hold: Hold): Promise<void> {
  await withDeadline(hold.tables.state.update('head', { letters: false }));
  hold.head = { ...hold.head, letters: false };
}

/**
 * Writes the second place anew with `source` in it. The moment that takes effect is the moment all of it is there: from
 * then on the database counts as incomplete and follows, in this run or at the next start. Answers the number that all of
 * `source` bears.
 */
export async function replayInto(
  step: Step,
  place: SecondPlace,
  source: AsyncGenerator<Change>,
  signal: AbortSignal,
  fits: Fits,
  onAside: (count: number) => void,
): Promise<number> {
  const interrupted = () => new StoreFailure(signal.aborted ? 'cancelled' : 'no-answer', 'interrupted');
  const pause = async () => {
    if (signal.aborted) throw interrupted();
  };
  const copy = async (wholeOnly: boolean): Promise<{ seq: number; copied: Copied }> => {
    const seq = await step(async ({ head, filling }) => {
      if (filling) return null;
      await place.begin(head.epoch);
      return head.seq;
    });
    return seq === null
      ? { seq: 0, copied: 'interrupted' }
      : { seq, copied: await copyRows(step, place, seq, { wholeOnly, onAside, pause }) };
  };
  let { seq: begun, copied } = await copy(true);
  // What the database cannot read any more comes back from the second place before that is replaced.
  if (copied === 'incomplete' && (await rebuildDatabase(step, place))) {
    ({ seq: begun, copied } = await copy(false));
  }
  if (copied !== 'copied') throw interrupted();
  /** The next change is read and judged while this one is being written. */
  let adding: Promise<boolean | null> = Promise.resolve(true);
  for await (const change of source) {
    if ((await adding) === null || signal.aborted) throw interrupted();
    adding = step(async () => {
      if (change.puts.length > 0 || change.comparisons || change.pictures) await place.add(begun + GAP, change);
      return true;
    });
    adding.catch(() => undefined);
  }
  if ((await adding) === null || signal.aborted) throw interrupted();
  const seq = begun + GAP;
  const done = await step(async (hold) => {
    if (!(await fits(hold.tables, hold.head))) throw new StoreFailure('no-answer', 'moved on');
    await place.commit(seq);
    hold.head = { ...hold.head, seq, rebuilding: true };
    hold.filling = true;
    // Its last record is no save that the database could have refused.
    hold.tail = 0;
    await withDeadline(hold.tables.state.update('head', { seq, rebuilding: true }));
    return true;
  });
  if (done === null) throw interrupted();
  return seq;
}

/** Reads all of the second place while nothing is written; false when part of it is damaged, null when interrupted. */
export async function verifyCopy(step: Step, place: SecondPlace, quiet: () => Promise<void>): Promise<boolean | null> {
  for (let at: number | null = 0; at !== null; ) {
    const from: number = at;
    await quiet();
    const part: { next: number | null; damaged: boolean } | null = await step(() => place.verify(from));
    if (!part) return null;
    if (part.damaged) return false;
    at = part.next;
  }
  return true;
}
