/**
 * One change of the library, and how it enters the database: all of it or nothing, in one strict transaction, safe to
 * repeat. Awaits nothing but the database, because a transaction commits itself as soon as it waits for anything else.
 */
import { type Comparison, comparisonSchema } from '@/lib/core/compare/stored';
import type { Clip, KeptPicture } from '@/lib/core/model';
import type { Tables } from './database';
import { StoreFailure } from './failures';
import { NEVER, outcomeOf } from './outcome';
import { type Head, isLine, type Line, lineOf, type Purged, readClip, readHead, type Version } from './rows';
import { settled, strictly } from './strict-transaction';
import { isSingle } from './twins';

export interface Change {
  puts: Clip[];
  /** What the clips were before, for their history. */
  versions: Version[];
  /** Ids deleted for good. */
  purges: string[];
  /** Named comparisons that were kept or deleted. */
  comparisons?: { puts: Comparison[]; drops: string[] };
  /** Of clips that are here or in the change. */
  pictures?: KeptPicture[];
}

export const NO_CHANGE: Change = { puts: [], versions: [], purges: [] };

/** Nothing but new clips, as a save writes them; a restore always carries comparisons, if none at all. */
export const isSave = ({ puts, versions, purges, comparisons }: Change): boolean =>
  puts.length > 0 && versions.length + purges.length === 0 && !comparisons;

/** How many rows they touch, about. */
const sizeOf = (changes: readonly Change[]): number =>
  changes.reduce((sum, { puts, versions, purges }) => sum + puts.length + versions.length + purges.length, 0);

export interface Applied {
  head: Head;
  /** Ids that were written; the others were there already with the same or a higher revision. */
  written: string[];
}

type Store = (name: string) => IDBObjectStore;
const TOUCHED = ['clips', 'lines', 'versions', 'purged', 'comparisons', 'state', 'pictures'];
/** How many earlier revisions of a clip are kept. */
const HISTORY = 50;

/** Is there none of these clips, because none lies between the first and the last? */
async function noneOf(store: Store, ids: readonly string[]): Promise<boolean> {
  if (ids.length < 2) return false;
  const inOrder = ids.toSorted();
  const range = IDBKeyRange.bound(inOrder[0], inOrder.at(-1));
  const first = await settled(store('lines').getKey(range));
  return first === undefined;
}

/** Light rows of these clips, in order. */
async function linesOf(store: Store, ids: readonly string[]): Promise<(Line | null)[]> {
  if (await noneOf(store, ids)) return ids.map(() => null);
  return Promise.all(
    ids.map(async (id) => {
      const row: unknown = await settled(store('lines').get(id));
      return isLine(row) ? row : null;
    }),
  );
}
/** Which revisions are kept of these; a light row that tells a higher one than its clip is not believed. */
const revisionsOf = (store: Store, puts: readonly Clip[], lines: readonly (Line | null)[]): Promise<number[]> =>
  Promise.all(
    puts.map(async ({ id, revision }, i) => {
      const told = lines[i]?.revision ?? 0;
      if (told < revision) return told;
      const read = readClip(await settled(store('clips').get(id)));
      return 'clip' in read ? read.clip.revision : told;
    }),
  );
const purgedOf = (store: Store, ids: readonly string[]): Promise<boolean[]> =>
  Promise.all(ids.map(async (id) => (await settled(store('purged').count(id))) > 0));

/** Does the passage of one of these clips live under another id? */
async function anyTwin(store: Store, clips: readonly Clip[]): Promise<boolean> {
  const found = await Promise.all(
    clips.filter(isSingle).map(async ({ id, key }) => {
      const rows: unknown[] = await settled(store('lines').index('key').getAll(key));
      return rows.some((row) => isLine(row) && row.id !== id && row.trashed === 0);
    }),
  );
  return found.includes(true);
}

/** Does the passage of one of these, which come back out of the trash, live as another clip of which there is one? */
async function anyLiving(store: Store, clips: readonly Clip[]): Promise<boolean> {
  const found = await Promise.all(
    clips.map(async ({ id, key }) => {
      const lines: unknown[] = await settled(store('lines').index('key').getAll(key));
      const ids = lines.flatMap((line) => (isLine(line) && line.id !== id && line.trashed === 0 ? [line.id] : []));
      return Promise.all(ids.map((other): Promise<unknown> => settled(store('clips').get(other))));
    }),
  );
  return found.flat().some((row) => {
    const read = readClip(row);
    return 'clip' in read && isSingle(read.clip);
  });
}

/** Counts a line into or out of a head. */
const count = (head: Head, line: Pick<Line, 'trashed'> | null, by: 1 | -1): void => {
  if (line) head[line.trashed ? 'trashed' : 'kept'] += by;
};

/** Adds to the histories and drops what is too old. */
function remember(store: Store, versions: readonly Version[]): void {
  for (const version of versions) {
    store('versions').put(version);
    const { clipId, revision } = version;
    if (revision > HISTORY) store('versions').delete(IDBKeyRange.bound([clipId, 0], [clipId, revision - HISTORY]));
  }
}

/** Deletes clips and all that belongs to them; `seq`: the change that did it. */
async function erase(store: Store, head: Head, purged: readonly Purged[]): Promise<number> {
  const ids = purged.map(({ id }) => id);
  const lines = ids.length > 0 ? await linesOf(store, ids) : [];
  for (const line of lines) count(head, line, -1);
  for (const { id, seq } of purged) {
    store('clips').delete(id);
    store('lines').delete(id);
    store('pictures').delete(id);
    store('versions').delete(IDBKeyRange.bound([id, 0], [id, []]));
    store('purged').put({ id, seq });
  }
  return lines.filter(Boolean).length;
}

/** Writes clips with their light rows. */
function put(store: Store, head: Head, entries: readonly { clip: Clip; seq: number; before: Line | null }[]): void {
  for (const { clip, seq, before } of entries) {
    const line = lineOf(clip, seq);
    count(head, before, -1);
    count(head, line, 1);
    store('clips').put(clip);
    store('lines').put(line);
  }
}

/** Keeps pictures of the clips that are there by now. */
async function putPictures(store: Store, changes: readonly Change[]): Promise<void> {
  const latest = new Map(changes.flatMap(({ pictures = [] }) => pictures.map((one) => [one.clipId, one] as const)));
  await Promise.all(
    [...latest].map(async ([id, picture]) => {
      if ((await settled(store('lines').count(id))) > 0) store('pictures').put(picture);
    }),
  );
}

/** Comparisons as the changes leave them; one of higher or the same revision stays. */
async function enterComparisons(store: Store, changes: readonly Change[]): Promise<void> {
  const latest = new Map<string, Comparison | null>();
  for (const { comparisons } of changes) {
    for (const one of comparisons?.puts ?? [])
      if ((latest.get(one.id)?.revision ?? 0) < one.revision) latest.set(one.id, one);
    for (const id of comparisons?.drops ?? []) latest.set(id, null);
  }
  await Promise.all(
    [...latest].map(async ([id, comparison]) => {
      if (!comparison) return void store('comparisons').delete(id);
      const row: unknown = await settled(store('comparisons').get(id));
      const present = comparisonSchema.safeParse(row).data;
      if ((present?.revision ?? 0) < comparison.revision) store('comparisons').put(comparison);
    }),
  );
}

/**
 * Writes the change after `before`. A clip replaces one of lower revision only. `revive` lets ids come back that were
 * deleted for good and passages be kept twice (restoring a backup). Fails, to be planned anew, when the database has
 * moved on, and without `revive` for such an id and when the passage of a new or a returning clip lives already.
 */
export function applyChange(
  { dexie }: Tables,
  before: Head,
  change: Change,
  revive = false,
  stop: AbortSignal | null = null,
): Promise<Applied> {
  const ids = change.puts.map((clip) => clip.id);
  if (new Set(ids).size < ids.length) throw new StoreFailure('unexpected', 'one clip twice in a change');
  return strictly(dexie, TOUCHED, { rows: sizeOf([change]), stop }, async (store) => {
    const [row, lines, gone] = await Promise.all([
      settled(store('state').get('head')),
      linesOf(store, ids),
      purgedOf(store, ids),
    ]);
    const found = readHead(row);
    if (!found || found.epoch !== before.epoch || found.seq !== before.seq) {
      throw new StoreFailure('no-answer', 'moved on');
    }
    const head = { ...found, seq: found.seq + 1, letters: before.letters };
    if (!revive && gone.includes(true)) throw new StoreFailure('no-answer', 'deleted for good');
    const revisions = await revisionsOf(store, change.puts, lines);
    const entries = change.puts.flatMap((clip, i) => {
      const line = lines[i] ?? null;
      const newer = (revisions[i] ?? 0) < clip.revision;
      return newer ? [{ clip, seq: head.seq, before: line }] : [];
    });
    const written = new Set(entries.map(({ clip }) => clip.id));
    const fresh = change.puts.filter((_, i) => !lines[i]);
    const returning = entries.flatMap(({ clip, before: line }) => (line?.trashed && isSingle(clip) ? [clip] : []));
    if (!revive && ((await anyTwin(store, fresh)) || (await anyLiving(store, returning)))) {
      throw new StoreFailure('no-answer', 'passage kept already');
    }
    await erase(
      store,
      head,
      change.purges.map((id) => ({ id, seq: head.seq })),
    );
    await enterComparisons(store, [change]);
    put(store, head, entries);
    await putPictures(store, [change]);
    remember(
      store,
      change.versions.filter(({ clipId }) => written.has(clipId)),
    );
    ids.forEach((id, i) => {
      if (revive && gone[i]) store('purged').delete(id);
    });
    store('state').put(head);
    return { head, written: [...written] };
  });
}

/** Which change deleted each of these for good, as far as the database knows. */
async function marksOf(store: Store, ids: readonly string[]): Promise<Map<string, number>> {
  if ((await settled(store('purged').count())) === 0) return new Map();
  const rows = await Promise.all(ids.map((id): Promise<Purged | undefined> => settled(store('purged').get(id))));
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.seq]] : [])));
}

/**
 * Enters records of the second place, as often as one likes and from wherever they begin: what the database has in the
 * same or a higher revision stays, what it knows to have been deleted for good after them does not come back, and what
 * came back after a deletion is not deleted again. `seq` is what the head counts afterwards, null: as before. Answers how
 * many clips and deletions were entered.
 */
export function applyRecords(
  { dexie }: Tables,
  records: readonly { seq: number; change: Change }[],
  seq: number | null,
): Promise<{ head: Head; entered: number }> {
  const latest = outcomeOf(records);
  const ids = [...latest.keys()];
  const changes = records.map(({ change }) => change);
  return strictly(dexie, TOUCHED, { rows: sizeOf(changes), stop: null }, async (store) => {
    const [row, lines, marks] = await Promise.all([
      settled(store('state').get('head')),
      linesOf(store, ids),
      marksOf(store, ids),
    ]);
    const found = readHead(row);
    if (!found) throw new StoreFailure('no-answer', 'no head');
    const head = { ...found, seq: seq ?? found.seq };
    const doomed: Purged[] = [];
    const entries = ids.flatMap((id, i) => {
      const { clip = null, seq: at = 0, purged = NEVER } = latest.get(id) ?? {};
      const [line = null, mark = NEVER] = [lines[i], marks.get(id)];
      const dies = purged > mark && (line?.seq ?? 0) <= purged;
      if (dies) doomed.push({ id, seq: purged });
      const before = dies ? null : line;
      return clip && at > mark && (before?.revision ?? 0) < clip.revision ? [{ clip, seq: at, before }] : [];
    });
    const isGone = (id: string, at: number) => at <= Math.max(marks.get(id) ?? NEVER, latest.get(id)?.purged ?? NEVER);
    const erased = await erase(store, head, doomed);
    await enterComparisons(store, changes);
    put(store, head, entries);
    await putPictures(store, changes);
    const versions = records.flatMap(({ seq: at, change }) =>
      change.versions.filter(({ clipId }) => latest.get(clipId)?.clip && !isGone(clipId, at)),
    );
    remember(store, versions);
    if (marks.size + doomed.length > 0) for (const { clip } of entries) store('purged').delete(clip.id);
    store('state').put(head);
    return { head, entered: entries.length + erased };
  });
}
