/**
 * Reads files of the person's. They may lie on a drive that stops answering, and may have been moved or changed since they
 * were chosen: that says nothing about what is in them.
 */
import { isLate, StoreFailure, withDeadline } from '../failures';

/** A disk that has to spin up, or a slow network, gets this long for each part of a file. */
const PART_MS = 30_000;
const UNREADABLE = ['NotReadableError', 'NotFoundError'];

/** Rejects with `cancelled` at once when that is asked for; the work may go on. */
export async function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new StoreFailure('cancelled'));
  });
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A part of a file, as soon as it comes. Rejects with `cancelled`, and with `file-unreadable` when nothing comes. */
export async function reading<T>(part: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await withDeadline(unlessCancelled(part, signal), PART_MS);
  } catch (error) {
    if (isLate(error)) throw new StoreFailure('file-unreadable', 'no answer');
    const isGone = error instanceof DOMException && UNREADABLE.includes(error.name);
    throw isGone ? new StoreFailure('file-unreadable', String(error)) : error;
  }
}
