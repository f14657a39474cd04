/**
 * What has lain in the trash for 30 days goes when the library is opened. A clock that is wrong must not empty it early:
 * a clip goes only when its days were over at an earlier start already, at least a day before this one. So a start with a
 * clock set years ahead deletes nothing, and the next one with the right clock takes the wrong time back.
 */
import { z } from '@/lib/core/model';
import type { Tables } from './database';
import { withDeadline } from './failures';
import { isLine } from './rows';

const DAY_MS = 86_400_000;
const KEPT_MS = 30 * DAY_MS;
const ROW = 'start';
const startSchema = z.object({ name: z.literal(ROW), at: z.iso.datetime() });

/** The time that two starts, a day apart, agree has come; null where they do not yet. Remembers this start. */
export async function agreedTime({ state }: Tables, now: string): Promise<string | null> {
  const before = startSchema.safeParse(await withDeadline(state.get(ROW))).data?.at ?? null;
  const since = before === null ? -1 : Date.parse(now) - Date.parse(before);
  if (since >= 0 && since < DAY_MS) return null;
  await withDeadline(state.put({ name: ROW, at: now }));
  return since < 0 ? null : before;
}

/** Ids of what had lain in the trash for 30 days by then. */
export async function outlived({ lines }: Tables, by: string): Promise<string[]> {
  const trash = await lines.where('[trashed+createdAt+id]').between([1], [1, []]).toArray();
  const isOver = (deletedAt: string | null) => deletedAt !== null && Date.parse(by) - Date.parse(deletedAt) > KEPT_MS;
  return trash.filter(isLine).flatMap(({ id, deletedAt }) => (isOver(deletedAt) ? [id] : []));
}
