/**
 * A full disk shows itself in other ways than a refused write. Chromium's LevelDB writes files when it opens, so a sound
 * database cannot even be opened then, and is said to be unavailable in the words that are used of a damaged one.
 */
import { codeOf, StoreFailure, withDeadline } from './failures';

/** What a database may write when it opens: its log as a table, and a new log. */
const LEAST_BYTES = 16 * 1024 * 1024;

/** Much shorter than the deadline of the questions in which this is asked. */
const DEADLINE_MS = 500;

/**
 * Is there less room than that? With unlimited storage, what the browser offers is what the disk has left. A browser that
 * does not say so soon holds up no repair.
 */
export async function isFull(needed = 0): Promise<boolean> {
  try {
    const { quota = 0, usage = 0 } = await withDeadline(navigator.storage.estimate(), DEADLINE_MS);
    return quota > 0 && quota - usage < needed + LEAST_BYTES;
  } catch {
    return false;
  }
}

/** Why a database cannot be opened. */
export async function whyNotOpen(error: unknown): Promise<StoreFailure> {
  const code = codeOf(error);
  return new StoreFailure(code === 'store-unavailable' && (await isFull()) ? 'store-full' : code, String(error));
}
