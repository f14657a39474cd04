/**
 * Files that one page of ours hands to another, which it opens for them: the reader to the table of many files, the
 * panel to the reader, with the password of a locked one, so that it is asked for once. They are asked for by the page that needs them, again when that is loaded again, as long as
 * the page that has them is open. Only pages of this extension share a channel.
 */
import { newId } from './ids';

const DEADLINE_MS = 3_000;

const channelOf = (id: string) => new BroadcastChannel(`files ${id}`);

export interface Handed {
  /** None where the PDF has an address. */
  files: readonly File[];
  password?: string | undefined;
}

function isHanded(value: unknown): value is Handed {
  if (typeof value !== 'object' || value === null || !('files' in value)) return false;
  const { files } = value;
  const fits = Array.isArray(files) && files.every((one) => one instanceof File);
  return fits && (!('password' in value) || ['string', 'undefined'].includes(typeof value.password));
}

/** @returns under what name it is asked for */
export function handOver(handed: Handed): string {
  const id = newId();
  const channel = channelOf(id);
  channel.addEventListener('message', ({ data }) => {
    if (data === 'files?') channel.postMessage(handed);
  });
  return id;
}

/** No files where the page that had them is gone. */
export async function takeOver(id: string): Promise<Handed> {
  const channel = channelOf(id);
  const { promise, resolve } = Promise.withResolvers<Handed>();
  channel.addEventListener('message', ({ data }) => {
    if (isHanded(data)) resolve(data);
  });
  const timer = setTimeout(() => resolve({ files: [] }), DEADLINE_MS);
  channel.postMessage('files?');
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    channel.close();
  }
}
