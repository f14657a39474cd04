/** What an edit makes of clips: the next revisions and what they were before; the caller writes them. */
import { pastOf } from '@/lib/core/backup/format';
import { RecordTooLarge } from '@/lib/core/journal/frame';
import type { Clip } from '@/lib/core/model';
import type { Change } from './apply';
import type { ClipChange } from './contract';
import { codeOf, withDeadline } from './failures';
import { mergeCorrections } from './rows';

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
    versions: changed.map(({ before }) => pastOf(before)),
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

/** So many clips are one change, and so many characters: more would not be written within the deadline of a call. */
const SHARE = 1_000;
const SHARE_CHARS = 4 * 1024 * 1024;

/** The change; throws where it should be made in smaller shares. */
export function inBounds(change: Change): Change {
  const { puts, versions, pictures = [] } = change;
  let chars = 0;
  for (const { item, note } of puts) chars += item.text.length + note.length;
  for (const { note } of versions) chars += note.length;
  for (const { data } of pictures) chars += data.length;
  if (puts.length > 1 && chars > SHARE_CHARS) throw new RecordTooLarge(chars);
  return change;
}

/**
 * Changes many clips, of which each stands for itself, in shares that one record takes; where their texts are too long
 * for that, in smaller ones. Answers what `write` answered, in order.
 */
export async function inShares<T, A>(all: readonly T[], write: (share: readonly T[]) => Promise<A>): Promise<A[]> {
  const answers: A[] = [];
  let [from, size] = [0, SHARE];
  do {
    const share = all.slice(from, from + size);
    try {
      answers.push(await withDeadline(write(share)));
      from += share.length;
    } catch (error) {
      if (codeOf(error) !== 'change-too-large' || share.length < 2) throw error;
      size = Math.ceil(share.length / 2);
    }
    // Of none as well: whether anything may be written at all is the writer's to say.
  } while (from < all.length);
  return answers;
}
