/**
 * One change of the library, and how it enters the database: all of it or nothing, in one strict transaction, safe to
 * repeat. Awaits nothing but the database, because a transaction commits itself as soon as it waits for anything else.
 */
import type { Clip } from '@/lib/core/model';
import type { Tables } from './database';
import { type Head, lineOf, readHead, type Version } from './rows';

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

/** The rows that a change touches, as one list for `dexie.transaction`. */
const touched = ({ clips, lines, versions, purged, state }: Tables) => [clips, lines, versions, purged, state];

const newHead = (): Head => ({ name: 'head', epoch: crypto.randomUUID(), seq: 0, kept: 0, trashed: 0 });

/**
 * Writes a change. A clip replaces one of lower revision only. `revive` lets ids come back that were deleted for good
 * (restoring a backup); otherwise they count as known.
 */
export function applyChange(tables: Tables, change: Change, revive = false): Promise<Applied> {
  const { dexie, clips, lines, versions, purged, state } = tables;
  const ids = change.puts.map((clip) => clip.id);
  return dexie.transaction('rw', touched(tables), async () => {
    const [row, before, gone] = await Promise.all([
      state.get('head'),
      lines.bulkGet(ids),
      revive ? [] : purged.bulkGet(ids),
    ]);
    const head = { ...(readHead(row) ?? newHead()) };
    head.seq += 1;
    const puts = change.puts.filter((clip, i) => !gone[i] && (before[i]?.revision ?? 0) < clip.revision);
    const written = new Set(puts.map((clip) => clip.id));
    for (const line of before) if (line && written.has(line.id)) head[line.trashed ? 'trashed' : 'kept'] -= 1;
    for (const clip of puts) head[clip.deletedAt === null ? 'kept' : 'trashed'] += 1;
    const doomed = change.purges.length > 0 ? await lines.bulkGet(change.purges) : [];
    for (const line of doomed) if (line) head[line.trashed ? 'trashed' : 'kept'] -= 1;
    await Promise.all([
      clips.bulkPut(puts),
      lines.bulkPut(puts.map((clip) => lineOf(clip, head.seq))),
      versions.bulkPut(change.versions.filter(({ clipId }) => written.has(clipId))),
      ...(change.purges.length > 0
        ? [
            clips.bulkDelete(change.purges),
            lines.bulkDelete(change.purges),
            ...change.purges.map((id) => versions.where(':id').between([id, 0], [id, []]).delete()),
            purged.bulkPut(change.purges.map((id) => ({ id, seq: head.seq }))),
          ]
        : []),
      ...(revive && puts.length > 0 ? [purged.bulkDelete(ids)] : []),
      state.put(head),
    ]);
    return { head, written: [...written] };
  });
}
