/** May the second place take the place of a damaged database? */
import type { Tables } from './database';
import { withDeadline } from './failures';
import { readHead } from './rows';
import type { SecondPlace } from './second/place';
import { PARTIAL } from './settle';

/** Has the second place been written anew meanwhile, by whichever window? No, where that cannot be read. */
export async function isCopied({ state }: Tables): Promise<boolean> {
  const head = await withDeadline(state.get('head')).then(readHead, () => null);
  return Boolean(head?.copied && !head.rebuilding && !head.letters);
}

/** Is the second place whole, from its first record to its last, and not behind change `least`? */
export async function holdsAll(copy: SecondPlace, least = 1): Promise<boolean> {
  const state = await copy.open();
  if (!state || state.damaged || state.seq < Math.max(1, least) || state.epoch.startsWith(PARTIAL)) return false;
  for (let at: number | null = 0; at !== null; ) {
    const part: { next: number | null; damaged: boolean } = await copy.verify(at);
    if (part.damaged) return false;
    at = part.next;
  }
  return true;
}
