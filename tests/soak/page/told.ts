/**
 * What the driver tells the test of clips and comparisons: hashes of everything in them, so that a state which was
 * acknowledged can be compared with the one found after the injury, whatever has happened to it.
 */
import { hashText } from '@/lib/core/clip/hash';
import type { Comparison } from '@/lib/core/compare/stored';
import type { Clip } from '@/lib/core/model/clip';
import type { ClipVersion } from '@/lib/store/contract';
import { versionOf } from './clips';

/** What is known of a clip once a change of it was acknowledged. */
export interface Acknowledged {
  id: string;
  revision: number;
  trashed: boolean;
  purged: boolean;
  /** Of what an edit never touches: text, source, anchor, the picture's head. */
  text: string;
  /** Of tags, note, corrections and trash, by revision; the last one is the present. */
  versions: [revision: number, hash: string][];
  hasPicture: boolean;
  /** Same for two clips of the same words. */
  passage: string;
}
export interface FoundClip extends Acknowledged {
  /** The picture that the clip names can be read. */
  pictured: boolean;
}
export interface KnownComparison {
  id: string;
  revision: number;
  dropped: boolean;
  hash: string;
}
/** Something was asked for; told before it is, because the browser may be killed before it answers. */
export type Asked =
  | { what: 'together'; ids: string[]; comparisons: string[] }
  | { what: 'change'; id: string }
  | { what: 'purge'; id: string };

/** The same text for the same value, whatever the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
export const hashOf = (value: unknown): string => hashText(canonical(value)).slice(0, 24);

export function told(clip: Clip, past: readonly ClipVersion[] = []): Acknowledged {
  const { revision, updatedAt: _at, tags: _tags, note: _note, corrections: _c, deletedAt, ...text } = clip;
  const versions = [...past, versionOf(clip)].sort((a, b) => a.revision - b.revision);
  return {
    id: clip.id,
    revision,
    trashed: deletedAt !== null,
    purged: false,
    text: hashOf(text),
    versions: versions.map((version) => [version.revision, hashOf(version)]),
    hasPicture: clip.picture !== undefined,
    passage: hashOf(clip.item.text),
  };
}

export const toldComparison = (comparison: Comparison): KnownComparison => ({
  id: comparison.id,
  revision: comparison.revision,
  dropped: false,
  hash: hashOf(comparison),
});
