/** How one change enters both places: acknowledged when both have it, taken back from one when the other refuses it. */
import { type Applied, applyChange, type Change } from './apply';
import { applyNew } from './apply-new';
import { codeOf } from './failures';
import type { Hold } from './repair';
import type { Letters } from './second/letters';
import type { SecondPlace } from './second/place';

/** The journal is rewritten when it has grown to twice its size and by this much. */
const SLACK = 8 * 1024 * 1024;

export interface Written extends Applied {
  /** The size of a journal that should be written anew, else 0. */
  grown: number;
}

/** The bucket of the worker is of the database's kind, so it is written before, never at the same time. */
export async function writeLetter(
  own: Hold,
  letters: Letters | null,
  change: Change,
  revive: boolean,
): Promise<Written> {
  const seq = own.head.seq + 1;
  // What lies there has been entered, and whoever did it could not take it away any more.
  if (!own.head.letters) await letters?.clear();
  await letters?.put({ seq, epoch: own.head.epoch, change });
  try {
    const applied = await applyChange(own.tables, { ...own.head, letters: letters !== null }, change, revive);
    return { ...applied, grown: 0 };
  } catch (error) {
    await letters?.drop(seq);
    throw error;
  }
}

const enter = async ({ tables, head }: Hold, change: Change, revive: boolean, stop: AbortSignal): Promise<Applied> =>
  (revive ? null : await applyNew(tables, head, change, stop)) ?? applyChange(tables, head, change, revive, stop);

/** Both at the same time: a tear in one says nothing about the other. */
export async function writeBoth(own: Hold, copy: SecondPlace, change: Change, revive: boolean): Promise<Written> {
  const seq = own.head.seq + 1;
  // The database first, because it takes longer: what the journal writes is made ready meanwhile.
  const stop = new AbortController();
  const entering = enter(own, change, revive, stop.signal);
  const appending = copy.append(seq, change).catch((error: unknown) => {
    // It says so at once, while the database has not ended yet.
    if (codeOf(error) === 'change-too-large') stop.abort(error);
    throw error;
  });
  const [second, main] = await Promise.allSettled([appending, entering]);
  if (main.status === 'rejected') {
    if (second.status === 'fulfilled') await copy.rollback(seq);
    throw stop.signal.aborted ? stop.signal.reason : main.reason;
  }
  if (second.status === 'rejected') throw second.reason;
  const { size, base } = second.value;
  return { ...main.value, grown: size > 2 * base + SLACK ? size : 0 };
}
