/**
 * What a clip from a backup is beside what the library has: new, the same, a newer state of it, or another clip under
 * the same id. Nothing is ever overwritten: of two that contradict each other both are kept, the one from the backup
 * under an id that follows from its content, so that restoring again adds nothing.
 */
import { hashText } from '../clip/hash';
import type { Comparison } from '../compare/stored';
import type { Clip } from '../model/clip';
import type { BackedClip, Past } from './format';

export type Judgement = { kind: 'same' } | { kind: 'new' | 'newer' | 'conflict' | 'united'; put: BackedClip };

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

/** Was `clip` at some time what `state` is now? */
const wasOnce = (clip: BackedClip, state: Clip): boolean =>
  fixed(clip.clip) === fixed(state) &&
  clip.past.some((past) => past.revision === state.revision && editable(past) === editable(state));

/** A UUID (version 8) that follows from a content. */
function idOf(text: string): string {
  const hex = hashText(text);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const twinId = (clip: Clip): string => idOf(content(clip));

/** Stands the clip of this id beside another of its passage because a restore kept both of a contradiction? */
export const keptBeside = (id: string): boolean => id.charAt(14) === '8';

/** A comparison beside what is there: the later revision wins, of a contradiction both are kept. */
export function judgeComparison(
  incoming: Comparison,
  here: Comparison | null,
  twins: (id: string) => boolean,
): { kind: 'same' } | { kind: 'new' | 'newer' | 'conflict'; put: Comparison } {
  const said = (one: Comparison) => JSON.stringify({ ...one, revision: 0, updatedAt: '' });
  if (!here) return { kind: 'new', put: incoming };
  if (said(incoming) === said(here) || incoming.revision < here.revision) return { kind: 'same' };
  if (incoming.revision > here.revision) return { kind: 'newer', put: incoming };
  const id = idOf(said(incoming));
  return twins(id) ? { kind: 'same' } : { kind: 'conflict', put: { ...incoming, id } };
}

/** The clip under another id, its history with it. */
const renumbered = ({ clip, past }: BackedClip, id: string): BackedClip => ({
  clip: { ...clip, id },
  past: past.map((entry) => ({ ...entry, clipId: id })),
});

/** `here` is what the library has under the same id; `twins` tells whether it has a clip of an id. */
export function judge(incoming: BackedClip, here: BackedClip | null, twins: (id: string) => boolean): Judgement {
  if (!here) return { kind: 'new', put: incoming };
  if (sameContent(incoming.clip, here.clip)) return { kind: 'same' };
  if (incoming.clip.revision < here.clip.revision && wasOnce(here, incoming.clip)) return { kind: 'same' };
  if (incoming.clip.revision > here.clip.revision && wasOnce(incoming, here.clip))
    return { kind: 'newer', put: incoming };
  const id = twinId(incoming.clip);
  return twins(id) ? { kind: 'same' } : { kind: 'conflict', put: renumbered(incoming, id) };
}
