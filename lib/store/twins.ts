/**
 * A passage is kept once: of an item or a measure only one clip lives, whoever saves it and from however many windows at
 * the same moment. Looked at inside the transaction that writes. Selections may be kept as often as the person likes.
 */
import { keptBeside } from '@/lib/core/backup/judge';
import type { Clip } from '@/lib/core/model';
import type { Tables } from './database';
import { linesByKey } from './lines';
import { clipsById } from './reads';

/** Clips of which there is one for each key. */
export const isSingle = ({ id, type, deletedAt }: Pick<Clip, 'id' | 'type' | 'deletedAt'>): boolean =>
  type !== 'excerpt' && deletedAt === null && !keptBeside(id);

/** Each id once, the last of several; each passage once, the first of several. */
export function withoutRepeats(clips: readonly Clip[]): Clip[] {
  const ids = [...new Map(clips.toReversed().map((clip) => [clip.id, clip])).values()].toReversed();
  const keys = new Set<string>();
  return ids.filter((clip) => {
    if (!isSingle(clip)) return true;
    const first = !keys.has(clip.key);
    keys.add(clip.key);
    return first;
  });
}

/** Ids of living clips by the key of the passage. */
export async function livingIn(tables: Tables, clips: readonly Clip[]): Promise<Map<string, string>> {
  const keys = clips.filter(isSingle).map(({ key }) => key);
  const found = await linesByKey(tables, keys);
  return new Map(found.flatMap(({ key, id, trashed }) => (trashed === 0 ? [[key, id]] : [])));
}

/** Which clip stands for each of these: itself, or the one that has the passage. */
export function standingFor(
  clips: readonly Clip[],
  puts: readonly Clip[],
  living: ReadonlyMap<string, string>,
): string[] {
  const first = new Map(puts.filter(isSingle).map(({ key, id }) => [key, id]));
  return clips.map((clip) => (isSingle(clip) ? (living.get(clip.key) ?? first.get(clip.key)) : null) ?? clip.id);
}

/** The clip of each key of which there is one. */
export async function singlesOf(tables: Tables, keys: readonly string[]): Promise<Map<string, Clip>> {
  const lines = await linesByKey(tables, keys);
  const living = lines.filter(({ trashed }) => trashed === 0).map(({ id }) => id);
  const clips = await clipsById(tables, living);
  return new Map(clips.filter(isSingle).map((clip) => [clip.key, clip]));
}
