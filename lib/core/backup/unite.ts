/**
 * Two clips of one passage become one: the clip that stays takes over what the other has and it has not, tag by tag and
 * paragraph by paragraph, a colleague's under their name. Nothing of it is replaced. A colleague's corrections come as
 * paragraphs; of one's own, where two contradict each other, those of the clip that stays win. Doing it again, or in
 * the other direction, adds nothing.
 */
import type { Clip } from '../model/clip';
import { type BackedClip, type Past, pastOf } from './format';
import type { Judgement } from './judge';
import { correctionParagraphs, paragraphsOf, signedParagraph, signedTag, unsigned, unsignedParagraph } from './signed';

const MAX_TAGS = 100;
const MAX_NOTE = 100_000;

type Words = Pick<Clip, 'tags' | 'note'>;

/** A note that would be too long with names in it stays whole without them. */
function signedWords<T extends Words>(words: T, author: string): T {
  const note = paragraphsOf(words.note)
    .map((paragraph) => signedParagraph(paragraph, author))
    .join('\n\n');
  return {
    ...words,
    tags: [...new Set(words.tags.map((tag) => signedTag(tag, author)))],
    note: note.length > MAX_NOTE ? words.note : note,
  };
}

/** A colleague's clip as it enters when there is none of the passage yet, with its history. */
export const authored = ({ clip, past }: BackedClip, author: string): BackedClip => ({
  clip: signedWords(clip, author),
  past: past.map((entry) => signedWords(entry, author)),
});

/** Tags that the clip has not; what it has itself does not come back under somebody's name. */
function missingTags(own: Clip, other: Clip, author: string | null): string[] {
  const mine = new Set(own.tags);
  const theirs = author === null ? other.tags : other.tags.map((tag) => signedTag(tag, author));
  return [...new Set(theirs)].filter((tag) => {
    const { name } = unsigned(tag);
    const isMine = author !== null && name !== null && own.tags.some((known) => signedTag(known, name) === tag);
    return !mine.has(tag) && !isMine;
  });
}

function missingParagraphs(own: Clip, other: Clip, author: string | null): string[] {
  const mine = new Set(paragraphsOf(own.note));
  const theirs = paragraphsOf(other.note);
  if (author === null) return [...new Set(theirs)].filter((paragraph) => !mine.has(paragraph));
  for (const corrected of correctionParagraphs(own.corrections)) mine.add(corrected);
  const signed = [...theirs, ...correctionParagraphs(other.corrections)].map((one) => signedParagraph(one, author));
  return [...new Set(signed)].filter((one) => !mine.has(one) && !mine.has(unsignedParagraph(one)));
}

/**
 * One's own clip with what the other adds; `author` is a colleague or null for oneself, `at` is when. `full`: it has no
 * room for all of that.
 */
export function unite(
  own: BackedClip,
  other: Clip,
  author: string | null,
  at: string,
): Extract<Judgement, { kind: 'same' }> | { kind: 'united'; put: BackedClip } | { kind: 'full' } {
  const before = own.clip;
  const tags = [...before.tags, ...missingTags(before, other, author)];
  const added = missingParagraphs(before, other, author);
  const note = added.length > 0 ? [before.note, ...added].filter(Boolean).join('\n\n') : before.note;
  const corrections = author === null ? { ...other.corrections, ...before.corrections } : before.corrections;
  const isCorrected = Object.keys(corrections).length > Object.keys(before.corrections).length;
  const pictured = before.picture ? undefined : other.picture;
  if (tags.length === before.tags.length && added.length === 0 && !isCorrected && !pictured) return { kind: 'same' };
  if (tags.length > MAX_TAGS || note.length > MAX_NOTE) return { kind: 'full' };
  const clip = {
    ...before,
    tags,
    note,
    corrections,
    ...(pictured && { picture: pictured }),
    updatedAt: at,
    revision: before.revision + 1,
  };
  return { kind: 'united', put: { clip, past: [...own.past, pastOf(before)] } };
}

const said = ({ tags, note, corrections }: Past): string => JSON.stringify([tags, note, corrections]);

/** A united clip with what the history of the other has and its own has not: one's own words from before are not lost. */
export function withPastOf({ clip, past }: BackedClip, other: BackedClip): BackedClip {
  const known = new Set(past.map(said));
  const missing = other.past.filter((entry) => !known.has(said(entry)));
  const moved = missing.map((entry, i) => ({ ...entry, clipId: clip.id, revision: clip.revision + i }));
  return { clip: { ...clip, revision: clip.revision + missing.length }, past: [...past, ...moved] };
}
