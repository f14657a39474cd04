/**
 * Reading clips: rows are parsed one by one, and a row that is no clip is set aside instead of breaking the list.
 */

import { parseKnown } from '@/lib/core/backup/read-line';
import { isPictureOf } from '@/lib/core/clip/picture';
import { type Comparison, comparisonSchema } from '@/lib/core/compare/stored';
import { type Clip, type KeptPicture, keptPictureSchema, type z } from '@/lib/core/model';
import { parseSafely } from '@/lib/core/model/zod';
import type { ClipQuery } from './contract';
import type { Tables } from './database';
import { withDeadline } from './failures';
import { type Head, isLine, readClip, readHead, type Version, versionSchema } from './rows';
import { ahead, rowsOf } from './rows-of';

/** How many rows are read at once; each batch has the common deadline. */
export const BATCH = 500;

/**
 * Clips in the order of `ids`; what is missing or cannot be read is left out, and set aside where `onAside` hears of how
 * many rows: unheard, they would vanish. Where the database is only read, none is.
 */
export async function clipsById(
  tables: Tables,
  ids: readonly string[],
  onAside?: (count: number) => void,
): Promise<Clip[]> {
  const clips = new Map<string, Clip>();
  const bad: { id: string; row: unknown; reason: string }[] = [];
  const inOrder = [...new Set(ids)].sort();
  const parts = Array.from({ length: Math.ceil(inOrder.length / BATCH) }, (_, i) =>
    inOrder.slice(i * BATCH, (i + 1) * BATCH),
  );
  const fetched = async (part: readonly string[]) => ({ part, rows: await withDeadline(rowsOf(tables.clips, part)) });
  for await (const { part, rows } of ahead(parts, fetched)) {
    for (const [i, id] of part.entries()) {
      const row = rows[i];
      if (row === undefined) continue;
      const read = readClip(row, !tables.writable);
      // A damaged file may also answer with another key than the row was put under.
      if ('clip' in read && read.clip.id === id) clips.set(id, read.clip);
      else bad.push({ id, row, reason: 'clip' in read ? 'id: not its key' : read.reason });
    }
  }
  if (bad.length > 0 && tables.writable && onAside) {
    await setAside(tables, bad);
    onAside(bad.length);
  }
  return ids.flatMap((id) => clips.get(id) ?? []);
}

/** The row as a list of one, or of none when it cannot be read. */
function readAs<S extends z.ZodType>(schema: S, row: unknown, { writable }: Tables): z.infer<S>[] {
  const read = writable ? parseSafely(schema, row) : parseKnown(schema, row);
  return typeof read === 'string' || read.data === undefined ? [] : [read.data];
}

/** The picture that a clip names; null without one, or when it is not there as it was. */
export async function pictureOf({ pictures }: Tables, { id, picture }: Clip): Promise<KeptPicture | null> {
  if (!picture || !pictures) return null;
  const row = parseSafely(keptPictureSchema, await withDeadline(pictures.get(id))).data;
  return row && row.clipId === id && isPictureOf(picture, row.data) ? row : null;
}

/** Moves rows that cannot be read out of the way; they stay in the rescue table. */
async function setAside(tables: Tables, bad: { id: string; row: unknown; reason: string }[]): Promise<void> {
  const { dexie, aside, clips, lines, state } = tables;
  const ids = bad.map(({ id }) => id);
  const moved = dexie.transaction('rw', [aside, clips, lines, state], async () => {
    const gone = await lines.bulkGet(ids);
    const head = readHead(await state.get('head'));
    await aside.bulkPut(bad);
    await clips.bulkDelete(ids);
    await lines.bulkDelete(ids);
    if (!head) return;
    for (const line of gone) if (isLine(line)) head[line.trashed ? 'trashed' : 'kept'] -= 1;
    await state.put(head);
  });
  await withDeadline(moved);
}

/** True when a query asks for everything: then the database's own order answers without the index in memory. */
export const asksForAll = (query: ClipQuery): boolean =>
  !query.text?.trim() &&
  !query.regions?.length &&
  !query.tags?.length &&
  !query.agencies?.length &&
  query.documentKey === undefined &&
  query.issueNumber === undefined &&
  query.publishedFrom === undefined &&
  query.publishedTo === undefined;

/** Null before anything was written. */
export const headOf = async ({ state }: Tables): Promise<Head | null> =>
  readHead(await withDeadline(state.get('head')));

/** A window of everything, newest first, and how many there are. */
export async function newest(
  tables: Tables,
  trashed: boolean,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ ids: string[]; total: number }> {
  const flag = trashed ? 1 : 0;
  const inOrder = tables.lines.where('[trashed+createdAt+id]').between([flag], [flag, []]).reverse();
  const [row, ids] = await withDeadline(
    Promise.all([tables.state.get('head'), inOrder.offset(offset).limit(limit).primaryKeys()]),
  );
  const head = readHead(row);
  return { ids, total: (trashed ? head?.trashed : head?.kept) ?? 0 };
}

/** Named comparisons that can be read. */
export async function allComparisons(tables: Tables): Promise<Comparison[]> {
  const rows = await withDeadline(tables.comparisons.toArray());
  return rows.flatMap((row) => readAs(comparisonSchema, row, tables));
}

/** Earlier revisions of a clip, newest first. */
export async function versionsOf(tables: Tables, id: string): Promise<Version[]> {
  const rows: unknown[] = await withDeadline(
    tables.versions.where(':id').between([id, 0], [id, []]).reverse().toArray(),
  );
  return rows.flatMap((row) => readAs(versionSchema, row, tables));
}
