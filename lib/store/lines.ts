/**
 * Light rows as they come out of the database. One that a damaged file has made unreadable is left out here and made
 * anew from its clip: it says nothing that the clip does not say.
 */
import type { Tables } from './database';
import { withDeadline } from './failures';
import { isLine, isLineOf, type Line, lineOf, readClip, readHead } from './rows';
import { settled } from './strict-transaction';

/** Lines of passages, the trash included. */
export async function linesByKey({ lines }: Tables, keys: readonly string[]): Promise<Line[]> {
  if (keys.length === 0) return [];
  // All at once: a cursor over several keys would wait for each answer before it goes on.
  const found = lines.db.transaction('r', lines, ({ idbtrans }) => {
    const byKey = idbtrans.objectStore(lines.name).index('key');
    return Promise.all(keys.map((key): Promise<unknown[]> => settled(byKey.getAll(key))));
  });
  return (await withDeadline(found)).flat().filter(isLine);
}

/** Takes lines away whose clip a damaged file does not find any more, so that it can come back; answers how many. */
export async function dropOrphans({ dexie, clips, lines, state }: Tables, ids: readonly string[]): Promise<number> {
  // Most of those that are not found have never been there.
  const listed = await withDeadline(lines.bulkGet([...ids]));
  const missed = ids.filter((_, i) => listed[i] !== undefined);
  if (missed.length === 0) return 0;
  const dropped = dexie.transaction('rw', [clips, lines, state], async () => {
    const [kept, rows, row] = await Promise.all([clips.bulkGet(missed), lines.bulkGet(missed), state.get('head')]);
    const orphans = missed.filter((_, i) => kept[i] === undefined && rows[i] !== undefined);
    const head = readHead(row);
    await lines.bulkDelete(orphans);
    if (!head || orphans.length === 0) return orphans.length;
    for (const line of rows.filter((_, i) => kept[i] === undefined).filter(isLine)) {
      head[line.trashed ? 'trashed' : 'kept'] -= 1;
    }
    await state.put(head);
    return orphans.length;
  });
  return withDeadline(dropped);
}

/**
 * Makes those of these lines anew that cannot be read, and answers with them; one without a clip goes. Where the database
 * is only read, nothing of it is written.
 */
export function mendLines({ dexie, clips, lines, writable }: Tables, ids: readonly string[]): Promise<Line[]> {
  const made = dexie.transaction(writable ? 'rw' : 'r', [clips, lines], async () => {
    const rows = await lines.bulkGet([...ids]);
    const bad = ids.filter((_, i) => rows[i] !== undefined && !isLineOf(rows[i], ids[i]));
    const kept = await clips.bulkGet(bad);
    const mended = kept.flatMap((row) => {
      const read = row === undefined ? null : readClip(row, !writable);
      return read && 'clip' in read ? [lineOf(read.clip, 0)] : [];
    });
    if (!writable) return mended;
    await lines.bulkPut(mended);
    await lines.bulkDelete(bad.filter((_, i) => kept[i] === undefined));
    return mended;
  });
  return withDeadline(made);
}
