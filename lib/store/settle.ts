/**
 * Compares database and second place when this context begins to write: a few numbers on either side tell whether they
 * hold the same changes. Small differences are made good here; what takes longer is named for `repair.ts`.
 */
import { MAX_PAYLOAD } from '@/lib/core/journal/frame';
import type { Clip, KeptPicture } from '@/lib/core/model';
import { applyRecords, type Change } from './apply';
import type { StoreReport } from './contract';
import type { Tables } from './database';
import { LettersFailure, withDeadline } from './failures';
import { allComparisons, clipsById, pictureOf } from './reads';
import { enterRecords } from './refused';
import { type Head, newHead, readHead, versionSchema } from './rows';
import { fitsOne, partsOf } from './second/divide';
import type { Letter, Letters } from './second/letters';
import type { CopyRecord, CopyState, SecondPlace } from './second/place';

export interface Settled {
  head: Head;
  report: StoreReport | null;
  /** `rebuild`: the database from the second place, then that anew. `rewrite`: only the second place. */
  task: 'none' | 'rebuild' | 'rewrite';
  /** There is no second place yet that could take a change. */
  bare: boolean;
  /** Number of the last record that the second place had; 0 when that cannot be a save. */
  tail: number;
  /** Bytes of the second place. */
  size: number;
  /** The database has what the worker's letters say: once the second place was written anew, they go. */
  spentLetters: boolean;
  /** They could not be read, and may be again. */
  unreadLetters: boolean;
  /** The second place is known to lack, until it is written anew, what the database has. */
  lacking: boolean;
}

/** A journal that does not hold everything yet bears this before its epoch. */
export const PARTIAL = 'partial:';
/** More missing changes than this: writing the second place anew is quicker. */
const MANY = 2_000;
/** The same of pictures, in characters. */
const MUCH = 16 * 1024 * 1024;

/** Nothing is to be done, unless it is said. */
export const settled = (head: Head, report: StoreReport | null = null, task: Settled['task'] = 'none'): Settled => ({
  head,
  report,
  task,
  bare: false,
  tail: 0,
  size: 0,
  spentLetters: false,
  unreadLetters: false,
  lacking: false,
});
const all = ({ kept, trashed }: Head): number => kept + trashed;

const putHead = async (tables: Tables, head: Head): Promise<Head> => {
  await withDeadline(tables.state.put(head));
  return head;
};

/** Pictures of these clips; null when that is too much for one record. */
async function picturesOf(tables: Tables, clips: readonly Clip[]): Promise<KeptPicture[] | null> {
  const found: KeptPicture[] = [];
  let size = 0;
  for (const clip of clips) {
    const picture = await withDeadline(pictureOf(tables, clip));
    if (!picture) continue;
    found.push(picture);
    size += picture.data.length;
    if (size > MUCH) return null;
  }
  return found;
}

/**
 * The change that brings a second place from `seq` to the present. Comparisons are few: all of them go along. Null when
 * writing the second place anew is quicker.
 */
async function changeSince(tables: Tables, seq: number): Promise<Change | null> {
  const ids = await withDeadline(tables.lines.where('seq').above(seq).primaryKeys());
  const [puts, purges, versions, comparisons] = await Promise.all([
    clipsById(tables, ids),
    withDeadline(tables.purged.where('seq').above(seq).primaryKeys()),
    Promise.all(ids.map((id) => withDeadline(tables.versions.where(':id').between([id, 0], [id, []]).toArray()))),
    withDeadline(allComparisons(tables)),
  ]);
  const history = versions.flat().flatMap((row) => versionSchema.safeParse(row).data ?? []);
  const pictures = await picturesOf(tables, puts);
  // One that cannot be read now may be again: the second place is written from all that can.
  const change = pictures &&
    puts.length === ids.length && {
      puts,
      purges,
      versions: history,
      comparisons: { puts: comparisons, drops: [] },
      pictures,
    };
  return change && fitsOne(change) ? change : null;
}

/** Does a clip, or one that was deleted for good, bear each of the numbers after `seq`? */
async function isEveryNumberKnown({ lines, purged }: Tables, seq: number, last: number): Promise<boolean> {
  const rows = await Promise.all([lines, purged].map((table) => withDeadline(table.where('seq').above(seq).keys())));
  return new Set(rows.flat()).size === last - seq;
}

/** What lies with the worker. `whole`: every change of the database that the second place does not have is there. */
interface Mail {
  found: Letter[];
  readable: boolean;
  whole: boolean;
}

async function collect(letters: Letters, head: Head | null, copy: CopyState | null): Promise<Mail> {
  try {
    const found = await letters.all();
    if (!head?.letters) return { found, readable: true, whole: true };
    // A number that both have counted to is none that both know.
    const first = Math.min(found[0]?.seq ?? head.seq, (copy?.seq ?? 0) + 1, head.seq);
    const own = found.filter(({ seq, epoch }) => epoch === head.epoch && seq >= first && seq <= head.seq);
    return { found, readable: true, whole: own.length === head.seq - first + 1 };
  } catch (error) {
    if (!(error instanceof LettersFailure)) throw error;
    return { found: [], readable: false, whole: false };
  }
}

/**
 * Letters of the worker enter the journal, in order; also those to a database that is gone, because no other place has
 * them any more. What was deleted for good stays away. A page that ended before the database had its last record, and
 * the worker after it, have counted from the same number: then the letters go behind that record, and the database
 * follows from there. Answers the last number in the journal, and from which on the database has to be compared.
 */
async function enterLetters(
  { purged }: Tables,
  place: SecondPlace,
  { found }: Mail,
  copy: CopyState,
): Promise<{ seq: number; from: number }> {
  const first = found[0]?.seq ?? Number.POSITIVE_INFINITY;
  const shift = Math.max(0, copy.seq + 1 - first);
  for (const { seq, change } of found) {
    const gone = await withDeadline(purged.bulkGet(change.puts.map(({ id }) => id)));
    const kept = { ...change, puts: change.puts.filter((_, i) => !gone[i]) };
    for (const part of partsOf(kept, MAX_PAYLOAD)) await place.append(seq + shift, part.change);
  }
  const last = found.at(-1);
  return { seq: last ? last.seq + shift : copy.seq, from: shift > 0 ? first - 1 : Number.POSITIVE_INFINITY };
}

/**
 * The database without a journal: its head, made if there is none. Letters to a database that was wiped may be all that
 * is left of it: they stay, and the numbers go on behind them. `isGone`: there is no journal any more, and nothing comes
 * back. The database gets another name then, so that one that turns up after all is united with it.
 */
export async function settleAlone(tables: Tables, letters: Letters | null, isGone: boolean): Promise<Head> {
  const head = readHead(await withDeadline(tables.state.get('head')));
  if (head?.rebuilding && isGone) return putHead(tables, { ...head, epoch: crypto.randomUUID(), rebuilding: false });
  if (head) return head;
  const seq = (await letters?.all())?.at(-1)?.seq ?? 0;
  return putHead(tables, { ...newHead(crypto.randomUUID()), seq, letters: seq > 0 });
}

/** Marks the database as incomplete, so that the next start goes on with the rebuilding. */
const incomplete = (tables: Tables, head: Head, seq: number): Promise<Head> =>
  putHead(tables, { ...head, seq: Math.max(seq, head.seq), copied: true, rebuilding: true });

const asRecords = (changes: readonly Change[], seq: number): CopyRecord[] => changes.map((change) => ({ seq, change }));

/** The database has never been written, or was wiped. */
async function settleEmpty(tables: Tables, copy: CopyState | null, letters: Change[]): Promise<Settled> {
  const fresh = newHead(copy?.epoch || crypto.randomUUID());
  if (copy && (copy.seq > 0 || copy.damaged)) {
    await incomplete(tables, fresh, copy.seq);
    const { head } = await applyRecords(tables, asRecords(letters, copy.seq), copy.seq);
    return settled(head, { code: 'rebuilt', count: 0 }, 'rebuild');
  }
  await putHead(tables, fresh);
  const { head, entered } = await applyRecords(tables, asRecords(letters, 1), letters.length > 0 ? 1 : 0);
  return settled(head, entered > 0 ? { code: 'rebuilt', count: entered } : null, 'rewrite');
}

/** The database follows the second place from its first record. */
const followAgain = async (tables: Tables, head: Head, copy: CopyState): Promise<Settled> =>
  settled(await incomplete(tables, head, copy.seq), { code: 'caught-up', count: 0 }, 'rebuild');

/** The second place knows more. */
async function catchUp(tables: Tables, place: SecondPlace, head: Head, copy: CopyState): Promise<Settled> {
  const from = await place.after(head.seq);
  if (from < copy.base || copy.seq - head.seq > MANY) return followAgain(tables, head, copy);
  const records: CopyRecord[] = [];
  for (let at: number | null = from; at !== null; ) {
    const part = await place.replay(at);
    records.push(...part.records);
    at = part.next;
  }
  const { head: next, entered, refused } = await enterRecords(tables, records, copy.seq, copy.seq);
  if (refused) await place.rollback(copy.seq);
  return settled(next, entered > 0 ? { code: 'caught-up', count: entered } : null);
}

/** Both are there and of one database. */
async function settleBoth(tables: Tables, place: SecondPlace, head: Head, copy: CopyState): Promise<Settled> {
  if (copy.seq > head.seq) return catchUp(tables, place, head, copy);
  if (copy.seq === head.seq) return settled(head, copy.trimmed > 0 ? { code: 'copy-trimmed', count: 1 } : null);
  const missing = await withDeadline(tables.lines.where('seq').above(copy.seq).count());
  const change = missing > MANY ? null : await changeSince(tables, copy.seq);
  if (!change) return { ...settled(head, { code: 'copy-rebuilt', count: all(head) }, 'rewrite'), lacking: true };
  await place.append(head.seq, change);
  // A number that no row bears may be that of a comparison which was deleted: that is in no change.
  const task = (await isEveryNumberKnown(tables, copy.seq, head.seq)) ? 'none' : 'rewrite';
  return settled(head, { code: 'copy-caught-up', count: head.seq - copy.seq }, task);
}

async function compare(
  tables: Tables,
  place: SecondPlace,
  head: Head | null,
  copy: CopyState | null,
  partial: boolean,
  letters: Change[],
): Promise<Settled> {
  if (!head) return { ...(await settleEmpty(tables, copy, letters)), bare: !copy };
  if (!copy) {
    const report: StoreReport | null = head.copied ? { code: 'copy-rebuilt', count: all(head) } : null;
    // What had not come back is lost: nothing comes any more.
    const now = head.rebuilding ? await putHead(tables, { ...head, rebuilding: false }) : head;
    return { ...settled(now, report, 'rewrite'), bare: true };
  }
  if (head.rebuilding) return settled(head, { code: 'rebuilt', count: 0 }, 'rebuild');
  if (copy.epoch === head.epoch) {
    const both = await settleBoth(tables, place, head, copy);
    if (both.task !== 'none' || !(partial || copy.damaged || copy.older || !head.copied)) return both;
    return settled(both.head, copy.damaged ? { code: 'copy-rebuilt', count: all(both.head) } : both.report, 'rewrite');
  }
  // The database was made anew, or the journal's header cannot be read: what either holds is united.
  const epoch = copy.epoch || head.epoch;
  const report: StoreReport = copy.epoch ? { code: 'rebuilt', count: 0 } : { code: 'copy-rebuilt', count: all(head) };
  return { ...settled(await incomplete(tables, { ...head, epoch }, copy.seq), report, 'rebuild'), lacking: true };
}

/** That the second place has to be written anew is known until it is: a later change would make both look alike. */
async function remembered(tables: Tables, outcome: Settled): Promise<Settled> {
  if (outcome.task !== 'rewrite' || !outcome.head.copied) return outcome;
  return { ...outcome, head: await putHead(tables, { ...outcome.head, copied: false }) };
}

/**
 * The comparison. The caller has the turn. Each call has its deadline, the whole has none: given up half-way, it would
 * go on beside the next one.
 */
export async function settle(tables: Tables, place: SecondPlace, letters: Letters | null): Promise<Settled> {
  const [row, opened] = await Promise.all([withDeadline(tables.state.get('head')), place.open()]);
  let head = readHead(row);
  const partial = opened?.epoch.startsWith(PARTIAL) ?? false;
  let copy = opened && partial ? { ...opened, epoch: opened.epoch.slice(PARTIAL.length) } : opened;
  const mail = letters && (!head || !copy || head.letters) ? await collect(letters, head, copy) : null;
  const unread = mail && !head ? mail.found.map(({ change }) => change) : [];
  if (copy && mail) {
    const entered = await enterLetters(tables, place, mail, copy);
    copy = { ...copy, seq: entered.seq };
    if (head) head = { ...head, seq: Math.min(head.seq, entered.from) };
  }
  // Where nothing follows on a rewriting, the last number is that of all that was written then.
  const tail = copy && opened && (copy.seq > opened.seq || copy.size > copy.base) ? copy.seq : 0;
  const size = copy?.size ?? 0;
  const outcome = { ...(await compare(tables, place, head, copy, partial, unread)), tail, size };
  if (outcome.bare && all(outcome.head) === 0 && (await withDeadline(tables.comparisons.count())) === 0) {
    // Nothing to copy: the journal begins here.
    await place.begin(outcome.head.epoch);
    await place.commit(outcome.head.seq);
    if (mail?.readable) await letters?.clear().catch(() => undefined);
    return settled(await putHead(tables, { ...outcome.head, copied: true }), outcome.report);
  }
  if (!letters || !mail) return remembered(tables, outcome);
  const unreadLetters = !mail.readable;
  if (!copy) return remembered(tables, { ...outcome, unreadLetters, spentLetters: mail.readable || head !== null });
  const next = await putHead(tables, { ...outcome.head, letters: !mail.whole });
  if (mail.readable) await letters.clear().catch(() => undefined);
  if (mail.whole || !head) return remembered(tables, { ...outcome, head: next });
  // The database has what was in letters which are lost, maybe under numbers of records that it lost before: both are
  // united.
  const { report, task, head: now } = outcome.task === 'rebuild' ? outcome : await followAgain(tables, next, copy);
  return {
    ...outcome,
    head: { ...now, letters: true },
    report,
    task,
    spentLetters: true,
    unreadLetters,
    lacking: true,
  };
}
