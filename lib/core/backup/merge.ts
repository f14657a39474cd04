/**
 * What a colleague's clip is beside what the library has. A merge never removes, throws away or replaces anything: what
 * both have becomes one clip with the colleague's words under their name, and what only they have is added, except what
 * was deleted here for good.
 */
import type { Clip } from '../model/clip';
import type { BackedClip } from './format';
import { besideIt, type Judgement } from './judge';
import { authored, unite } from './unite';

export interface Library {
  /** The clip of the same id; in the trash or not, of the same passage or, by chance, of another one. */
  here: BackedClip | null;
  /** A living clip of the same passage. */
  passage: BackedClip | null;
  /** The clip of that id was deleted for good. */
  isGone: boolean;
}

/**
 * The clip that takes over what another of its passage has: for a living one a living one, if there is any. None where
 * the id is that of another passage by chance.
 */
export function hostOf(
  { key, deletedAt }: Clip,
  { here, passage }: Pick<Library, 'here' | 'passage'>,
): BackedClip | null {
  if (here && here.clip.key !== key) return null;
  const suits = here && (here.clip.deletedAt === null || deletedAt !== null);
  return suits ? here : (passage ?? here);
}

export function mergeClip(incoming: BackedClip, library: Library, author: string, at: string): Judgement {
  const host = hostOf(incoming.clip, library);
  const united = host ? unite(host, incoming.clip, author, at) : null;
  // In the trash their words would be gone with it: a living clip that has any is kept beside it.
  const isLost = united?.kind === 'united' && incoming.clip.deletedAt === null && host?.clip.deletedAt !== null;
  if (united && united.kind !== 'full' && !isLost) return united;
  const signed = authored(incoming, author);
  if (host || library.here) return besideIt(signed);
  return library.isGone ? { kind: 'gone' } : { kind: 'new', put: signed };
}
