/**
 * One change of the library, and how it enters the database: all of it or nothing, in one strict transaction, safe to
 * repeat. Awaits nothing but the database, because a transaction commits itself as soon as it waits for anything else.
 */
import type { Clip } from '@/lib/core/model';
import type { Tables } from './database';
import { StoreFailure } from './failures';
import { type Head, type Line, lineOf, readHead, type Version } from './rows';

export interface Change {
  puts: Clip[];
  /** What the clips were before, for their history. */
  versions: Version[];
  /** Ids deleted for good. */
  purges: string[];
}

export interface Applied {
  head: Head;
  /** Ids that were written; the others were there already with the same or a higher revision. */
  written: string[];
}

/** The tables that a change touches, as one list for `dexie.transaction`. */
const touched = ({ clips, lines, versions, purged, state }: Tables) => [clips, lines, versions, purged, state];

/** Counts a line into or out of a head. */
const count = (head: Head, line: Pick<Line, 'trashed'> | undefined, by: 1 | -1): void => {
  if (line) head[line.trashed ? 'trashed' : 'kept'] += by;
};

/** How many earlier revisions of a clip are kept. */
const HISTORY = 50;

/** Adds to the histories and drops what is too old. Inside a transaction. */
const remember = ({ versions }: Tables, entries: Version[]): PromiseLike<unknown>[] => [
  ...(entries.length > 0 ? [versions.bulkPut(entries)] : []),
  ...entries
    .filter(({ revision }) => revision > HISTORY)
    .map(({ clipId, revision }) =>
      versions
        .where(':id')
        .between([clipId, 0], [clipId, revision - HISTORY], true, true)
        .delete(),
    ),
];

/** Deletes clips and all that belongs to them. Inside a transaction. */
async function erase(
  { clips, lines, versions, purged }: Tables,
  head: Head,
  ids: string[],
  seq: number,
): Promise<void> {
  if (ids.length === 0) return;
  for (const line of await lines.bulkGet(ids)) count(head, line, -1);
  await Promise.all([
    clips.bulkDelete(ids),
    lines.bulkDelete(ids),
    ...ids.map((id) => versions.where(':id').between([id, 0], [id, []]).delete()),
    purged.bulkPut(ids.map((id) => ({ id, seq }))),
  ]);
}

/**
 * Writes the change after `head`. A clip replaces one of lower revision only. `revive` lets ids come back that were
 * deleted for good (restoring a backup); otherwise they count as known. Fails when the database has moved on.
 */
export function applyChange(tables: Tables, before: Head, change: Change, revive = false): Promise<Applied> {
  const { dexie, clips, lines, purged, state } = tables;
  const ids = change.puts.map((clip) => clip.id);
  return dexie.transaction('rw', touched(tables), async () => {
    const [row, old, gone] = await Promise.all([state.get('head'), lines.bulkGet(ids), purged.bulkGet(ids)]);
    const found = readHead(row);
    if (!found || found.epoch !== before.epoch || found.seq !== before.seq)
      throw new StoreFailure('no-answer', 'moved on');
    const head = { ...found, seq: found.seq + 1, letters: before.letters };
    const puts = change.puts.filter(({ revision }, i) => (revive || !gone[i]) && (old[i]?.revision ?? 0) < revision);
    const next = puts.map((clip) => lineOf(clip, head.seq));
    const written = new Set(puts.map((clip) => clip.id));
    for (const line of old) if (line && written.has(line.id)) count(head, line, -1);
    for (const line of next) count(head, line, 1);
    await erase(tables, head, change.purges, head.seq);
    const revived = revive ? gone.flatMap((entry) => entry?.id ?? []) : [];
    await Promise.all([
      clips.bulkPut(puts),
      lines.bulkPut(next),
      ...remember(
        tables,
        change.versions.filter(({ clipId }) => written.has(clipId)),
      ),
      ...(revived.length > 0 ? [purged.bulkDelete(revived)] : []),
      state.put(head),
    ]);
    return { head, written: [...written] };
  });
}

/**
 * Enters records of the second place, in their order; what the database has in the same or a higher revision stays.
 * `seq` is what the head counts afterwards. Answers how many clips and deletions were entered.
 */
export function applyRecords(
  tables: Tables,
  records: readonly { seq: number; change: Change }[],
  seq: number | null,
): Promise<{ head: Head; entered: number }> {
  const { dexie, clips, lines, purged, state } = tables;
  const latest = new Map<string, { seq: number; clip: Clip | null }>();
  for (const { seq: at, change } of records) {
    for (const clip of change.puts) {
      if ((latest.get(clip.id)?.clip?.revision ?? 0) < clip.revision) latest.set(clip.id, { seq: at, clip });
    }
    for (const id of change.purges) latest.set(id, { seq: at, clip: null });
  }
  const ids = [...latest.keys()];
  return dexie.transaction('rw', touched(tables), async () => {
    const [row, old] = await Promise.all([state.get('head'), lines.bulkGet(ids)]);
    const found = readHead(row);
    if (!found) throw new StoreFailure('no-answer', 'no head');
    const head = { ...found, seq: seq ?? found.seq };
    const revisions = new Map(old.flatMap((line) => (line ? [[line.id, line.revision]] : [])));
    const puts = [...latest.values()].flatMap(({ seq: at, clip }) =>
      clip && (revisions.get(clip.id) ?? 0) < clip.revision ? [{ clip, line: lineOf(clip, at) }] : [],
    );
    const entered = new Set(puts.map(({ clip }) => clip.id));
    for (const line of old) if (line && entered.has(line.id)) count(head, line, -1);
    for (const { line } of puts) count(head, line, 1);
    const doomed = [...latest].flatMap(([id, { clip }]) => (clip ? [] : [id]));
    const kept = new Set(ids.filter((id) => latest.get(id)?.clip));
    await erase(tables, head, doomed, head.seq);
    await Promise.all([
      clips.bulkPut(puts.map(({ clip }) => clip)),
      lines.bulkPut(puts.map(({ line }) => line)),
      ...remember(
        tables,
        records.flatMap(({ change }) => change.versions).filter(({ clipId }) => kept.has(clipId)),
      ),
      purged.bulkDelete([...entered]),
      state.put(head),
    ]);
    return { head, entered: entered.size + doomed.filter((id) => old.some((line) => line?.id === id)).length };
  });
}
