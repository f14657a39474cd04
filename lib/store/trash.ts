/**
 * What has lain in the trash for 30 days goes when the library is opened. No clock is believed for that, because one that
 * is wrong must not empty it early, whether it was ahead or behind at the deletion or at a start. Days are counted from
 * start to start instead: a start takes the days since the one before, at most a week, and a clock that goes back takes a
 * week away again, so that no excursion of a clock gains any; less than a day, as a clock is set right or two systems of
 * one computer disagree, counts as the same start. Each start notes how far the library's changes had come,
 * and a clip goes when the start before this one was 30 such days after one that found it in the trash; by the times
 * that are written in the clip its days must be over as well.
 */
import { z } from '@/lib/core/model';
import type { Tables } from './database';
import { withDeadline } from './failures';
import { isLine, readHead } from './rows';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;
const MOST_DAYS = 7;
/** Enough for one start a day, and for clocks that went back meanwhile. */
const MARKS = 90;
const ROW = 'start';
/** A row of an older build has only the time: its days begin now. */
const startSchema = z.object({
  name: z.literal(ROW),
  at: z.iso.datetime(),
  /** Counted so far. */
  days: z.number().default(0),
  /** What each start found: the number of the last change. */
  marks: z.array(z.object({ days: z.number(), seq: z.int() })).default([]),
});

/** When the start before this one was, and the last change that it had long known; null when nothing can be due. */
export interface Due {
  by: string;
  seq: number;
}

/** What can be due at this start, which is remembered. */
export async function dueAt({ state }: Tables, now: string): Promise<Due | null> {
  const [row, head] = await withDeadline(Promise.all([state.get(ROW), state.get('head')]));
  const before = startSchema.safeParse(row).data ?? { at: now, days: 0, marks: [] };
  const seq = readHead(head)?.seq ?? 0;
  const since = (Date.parse(now) - Date.parse(before.at)) / DAY_MS;
  if (Math.abs(since) < 1 && before.marks.length > 0) return null;
  const days = before.days + (since < 0 ? -MOST_DAYS : Math.min(since, MOST_DAYS));
  const marks = [...before.marks, { days, seq }].slice(-MARKS);
  await withDeadline(state.put({ name: ROW, at: now, days, marks }));
  const long = since < 0 ? [] : before.marks.filter((mark) => before.days - mark.days >= KEPT_DAYS);
  return long.length === 0 ? null : { by: before.at, seq: Math.max(...long.map((mark) => mark.seq)) };
}

/** Ids of what had lain in the trash for 30 days by then. */
export async function outlived({ lines }: Tables, { by, seq }: Due): Promise<string[]> {
  const trash = await withDeadline(lines.where('[trashed+createdAt+id]').between([1], [1, []]).toArray());
  const isOver = (deletedAt: string | null) =>
    deletedAt !== null && Date.parse(by) - Date.parse(deletedAt) > KEPT_DAYS * DAY_MS;
  return trash.filter(isLine).flatMap((line) => (line.seq <= seq && isOver(line.deletedAt) ? [line.id] : []));
}
