/**
 * What a clip from one's own backup is beside what the library has: new, the same, a newer state of it, or another clip
 * under the same id. Nothing is ever overwritten: of two that contradict each other both are kept, the one from the
 * backup under an id that follows from its content, so that restoring again adds nothing.
 */
import { hashText } from '../clip/hash';
import type { Clip } from '../model/clip';
import type { BackedClip, Past } from './format';
import { paragraphsOf } from './signed';

export type Judgement =
  | { kind: 'same' }
  /** A colleague's clip that was deleted here for good. */
  | { kind: 'gone' }
  | { kind: 'new' | 'newer' | 'conflict' | 'united'; put: BackedClip };

/** The clip without what only counts saves. */
const content = (clip: Clip): string => JSON.stringify({ ...clip, revision: 0, updatedAt: '' });

/** Do two say the same, whatever counts their saves? */
export const sameContent = (a: Clip, b: Clip): boolean => content(a) === content(b);

type Editable = Pick<Past, 'tags' | 'note' | 'corrections' | 'deletedAt'>;
const editable = ({ tags, note, corrections, deletedAt }: Editable): string =>
  JSON.stringify([tags, note, corrections, deletedAt]);
/** What no edit ever changes. */
const fixed = ({ type, source, item, anchor, key, createdAt, typed, picture }: Clip): string =>
  JSON.stringify([type, source, item, anchor, key, createdAt, typed, picture]);
/** Are these states of one clip? A picture may have come to it from a twin since. */
const isStateOf = ({ picture, ...earlier }: Clip, clip: Clip): boolean =>
  fixed({ ...earlier, ...((picture ?? clip.picture) && { picture: picture ?? clip.picture }) }) === fixed(clip);

/** Was `clip` at some time what `state` is now? */
const wasOnce = (clip: BackedClip, state: Clip): boolean =>
  isStateOf(state, clip.clip) &&
  clip.past.some((past) => past.revision === state.revision && editable(past) === editable(state));

/**
 * Is every word of `state` in the clip or in its history? A history does not go back for ever: then this is what can
 * still be said of an old state, and leaving it out loses nothing.
 */
function holdsAllOf({ clip, past }: BackedClip, state: Clip): boolean {
  const states = [clip, ...past];
  const tags = new Set(states.flatMap((one) => one.tags));
  const words = new Set(states.flatMap((one) => paragraphsOf(one.note)));
  const corrected = new Set(
    states.flatMap((one) => Object.entries(one.corrections).map((field) => JSON.stringify(field))),
  );
  return (
    isStateOf(state, clip) &&
    state.tags.every((tag) => tags.has(tag)) &&
    paragraphsOf(state.note).every((paragraph) => words.has(paragraph)) &&
    Object.entries(state.corrections).every((field) => corrected.has(JSON.stringify(field)))
  );
}

/** A UUID (version 8) that follows from a content. */
export function idOf(text: string): string {
  const hex = hashText(text);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const twinId = (clip: Clip): string => idOf(content(clip));

/** Stands the clip of this id beside another of its passage because a restore kept both of a contradiction? */
export const keptBeside = (id: string): boolean => id.charAt(14) === '8';

/** To be kept under another id, its history with it; the same, where the library has a clip of that id already. */
export function besideIt({ clip, past }: BackedClip): Judgement {
  const id = twinId(clip);
  return { kind: 'conflict', put: { clip: { ...clip, id }, past: past.map((entry) => ({ ...entry, clipId: id })) } };
}

/** `here` is what the library has under the same id. */
export function judge(incoming: BackedClip, here: BackedClip | null): Judgement {
  if (!here) return { kind: 'new', put: incoming };
  if (sameContent(incoming.clip, here.clip)) return { kind: 'same' };
  if (incoming.clip.revision > here.clip.revision && wasOnce(incoming, here.clip))
    return { kind: 'newer', put: incoming };
  if (incoming.clip.revision < here.clip.revision && (wasOnce(here, incoming.clip) || holdsAllOf(here, incoming.clip)))
    return { kind: 'same' };
  return besideIt(incoming);
}
