/**
 * Two clips of one passage become one. A colleague's tags and note stay recognisable as theirs (`标签@name`, and a
 * paragraph under 【name】); of two clips of one's own the tags, the notes and the corrections come together, and where
 * corrections contradict each other those of the clip that stays win. Doing it again changes nothing.
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

/** One's own clip with what the other adds; `author` is a colleague or null for oneself, `at` is when. */
export function unite(own: BackedClip, other: Clip, author: string | null, at: string): Judgement {
  const { id, revision, updatedAt, deletedAt } = own.clip;
  const missing = other.tags.filter((tag) => !own.clip.tags.includes(tag));
  const added = author === null ? missing : missing.map((tag) => authoredTag(tag, author));
  const tags = [...new Set([...own.clip.tags, ...added])].slice(0, MAX_TAGS);
  const known = own.clip.note.includes(other.note.trim());
  const addition = author === null ? other.note.trim() : authoredNote(other.note, author);
  const note = known ? own.clip.note : joined(own.clip.note, addition);
  const corrections = author === null ? { ...other.corrections, ...own.clip.corrections } : own.clip.corrections;
  const corrected = Object.keys(corrections).length > Object.keys(own.clip.corrections).length;
  if (tags.length === own.clip.tags.length && note === own.clip.note && !corrected) return { kind: 'same' };
  const before = {
    clipId: id,
    revision,
    at: updatedAt,
    tags: own.clip.tags,
    note: own.clip.note,
    corrections: own.clip.corrections,
    deletedAt,
  };
  const clip = { ...own.clip, tags, note, corrections, updatedAt: at, revision: revision + 1 };
  return { kind: 'united', put: { clip, past: [...own.past, before] } };
}
