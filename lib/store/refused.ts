/**
 * A save is written into both places at the same time. When the database refuses it, because the passage is kept already,
 * it is taken back from the second place; a browser that ends in between leaves it there as the last record. Nobody was
 * told that it was saved, and it must not come back as a second clip of its passage.
 */
import { applyRecords, isSave } from './apply';
import type { Tables } from './database';
import { withDeadline } from './failures';
import { linesByKey } from './lines';
import type { Head } from './rows';
import type { CopyRecord } from './second/place';
import { isSingle } from './twins';

/** Would the database have refused this save? What was kept after it says nothing of that. */
async function isRefused(tables: Tables, { seq, change: { puts } }: CopyRecord): Promise<boolean> {
  const lines = await tables.lines.bulkGet(puts.map(({ id }) => id));
  const keys = puts.flatMap((clip, i) => (!lines[i] && isSingle(clip) ? [clip.key] : []));
  const found = await linesByKey(tables, keys);
  return found.some((line) => line.trashed === 0 && line.seq < seq);
}

/**
 * Enters records as `applyRecords` does. The one of number `tail`, the last that the second place had at the start, is
 * left out when it is a save that the database refused.
 */
export async function enterRecords(
  tables: Tables,
  records: readonly CopyRecord[],
  seq: number | null,
  tail: number,
): Promise<{ head: Head; entered: number; refused: boolean }> {
  const at = records.findIndex((record) => record.seq === tail && isSave(record.change));
  const last = records[at];
  if (!last) return { ...(await applyRecords(tables, records, seq)), refused: false };
  const first = await applyRecords(tables, records.slice(0, at), null);
  const refused = await withDeadline(isRefused(tables, last));
  const counted = seq !== null && refused ? tail - 1 : seq;
  const rest = await applyRecords(tables, records.slice(refused ? at + 1 : at), counted);
  return { head: rest.head, entered: first.entered + rest.entered, refused };
}
