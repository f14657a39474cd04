/**
 * Files that one page of ours hands to another, which it opens for them: the reader to the table of many files, the
 * panel to the reader. They are asked for by the page that needs them, again when that is loaded again, as long as
 * the page that has them is open. Only pages of this extension share a channel.
 */
import { newId } from './ids';

const DEADLINE_MS = 3_000;

const channelOf = (id: string) => new BroadcastChannel(`files ${id}`);

const isFiles = (value: unknown): value is File[] => Array.isArray(value) && value.every((one) => one instanceof File);

/** @returns under what name they are asked for */
export function handOver(files: readonly File[]): string {
  const id = newId();
  const channel = channelOf(id);
  channel.addEventListener('message', ({ data }) => {
    if (data === 'files?') channel.postMessage(files);
  });
  return id;
}

/** None where the page that had them is gone. */
export async function takeOver(id: string): Promise<readonly File[]> {
  const channel = channelOf(id);
  const { promise, resolve } = Promise.withResolvers<readonly File[]>();
  channel.addEventListener('message', ({ data }) => {
    if (isFiles(data)) resolve(data);
  });
  const timer = setTimeout(() => resolve([]), DEADLINE_MS);
  channel.postMessage('files?');
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    channel.close();
  }
}
