/** What an edit makes of clips: the next revisions and what they were before. Pure; the caller writes them. */
import type { Clip } from '@/lib/core/model';
import type { Change } from './apply';
import type { ClipChange } from './contract';
import { mergeCorrections, versionOf } from './rows';

const NOTHING: Change = { puts: [], versions: [], purges: [] };

const changes = (clip: Clip, change: Partial<Clip>): boolean =>
  JSON.stringify({ ...clip, ...change }) !== JSON.stringify(clip);

/**
 * The next revision of each clip; `edit` returns what changes, or null for nothing. An edit that changes nothing makes no
 * revision: one that was asked for again, because nobody answered, may have been written the first time.
 */
export function revise(clips: readonly Clip[], at: string, edit: (clip: Clip) => Partial<Clip> | null): Change {
  const changed = clips.flatMap((clip) => {
    const change = edit(clip);
    return change && changes(clip, change)
      ? [{ before: clip, after: { ...clip, ...change, updatedAt: at, revision: clip.revision + 1 } }]
      : [];
  });
  return {
    ...NOTHING,
    puts: changed.map(({ after }) => after),
    versions: changed.map(({ before }) => versionOf(before)),
  };
}

/** Fields of a clip that `change` sets. */
export const edited = (clip: Clip, change: ClipChange): Partial<Clip> => ({
  ...(change.tags === undefined ? {} : { tags: change.tags }),
  ...(change.note === undefined ? {} : { note: change.note }),
  ...(change.corrections === undefined ? {} : { corrections: mergeCorrections(clip.corrections, change.corrections) }),
});

/** Tags with one name put for another, each name once; an empty `to` takes it away. */
export const renamed = (tags: readonly string[], from: string, to: string, same: (tag: string) => string): string[] => {
  const next = tags.map((tag) => (same(tag) === same(from) ? to : tag)).filter(Boolean);
  return next.filter((tag, i) => next.findIndex((other) => same(other) === same(tag)) === i);
};
