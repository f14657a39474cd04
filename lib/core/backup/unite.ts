/**
 * Merging a colleague's backup: the same passage becomes one clip; the colleague's tags and note stay recognisable as
 * theirs (`标签@name`, and a paragraph under 【name】), one's own stay as they are. Doing it again changes nothing.
 */
import type { Clip } from '../model/clip';
import { MAX_TAG_CHARS, normaliseTag } from '../model/tag';
import type { BackedClip } from './format';
import type { Judgement } from './judge';

const MAX_TAGS = 100;
const MAX_NOTE = 100_000;

/** A tag with its author; the tag is shortened rather than the name. */
export const authoredTag = (tag: string, author: string): string => {
  const name = `@${normaliseTag(author)}`;
  return normaliseTag(`${tag.slice(0, MAX_TAG_CHARS - name.length).toWellFormed()}${name}`);
};
const authoredNote = (note: string, author: string): string => (note.trim() ? `【${author}】\n${note.trim()}` : '');

const joined = (own: string, added: string): string =>
  own.includes(added)
    ? own
    : [own, added]
        .filter((part) => part !== '')
        .join('\n\n')
        .slice(0, MAX_NOTE)
        .toWellFormed();

/** A colleague's clip as it enters when there is none of the passage yet. */
export const authored = ({ clip, past }: BackedClip, author: string): BackedClip => ({
  clip: {
    ...clip,
    tags: [...new Set(clip.tags.map((tag) => authoredTag(tag, author)))],
    note: authoredNote(clip.note, author).slice(0, MAX_NOTE).toWellFormed(),
  },
  past,
});

/** One's own clip with what the colleague's adds; `at` is when. */
export function unite(own: BackedClip, theirs: Clip, author: string, at: string): Judgement {
  const added = theirs.tags.filter((tag) => !own.clip.tags.includes(tag)).map((tag) => authoredTag(tag, author));
  const tags = [...new Set([...own.clip.tags, ...added])].slice(0, MAX_TAGS);
  const known = own.clip.note.includes(theirs.note.trim());
  const note = known ? own.clip.note : joined(own.clip.note, authoredNote(theirs.note, author));
  if (tags.length === own.clip.tags.length && note === own.clip.note) return { kind: 'same' };
  const { id, revision, updatedAt, corrections, deletedAt } = own.clip;
  const before = {
    clipId: id,
    revision,
    at: updatedAt,
    tags: own.clip.tags,
    note: own.clip.note,
    corrections,
    deletedAt,
  };
  return {
    kind: 'united',
    put: { clip: { ...own.clip, tags, note, updatedAt: at, revision: revision + 1 }, past: [...own.past, before] },
  };
}
