/**
 * The database back from the second place, in steps between other writes. Every step may be the last, because another
 * context writes: after the next comparison it goes on where it was, if both places are still the ones that they were.
 */
import type { Tables } from './database';
import { withDeadline } from './failures';
import { matchLines } from './match-lines';
import { enterRecords } from './refused';
import type { Hold, Step } from './repair';
import type { CopyPart, SecondPlace } from './second/place';

/** How far filling came, and what was filled from what. New clips that are kept meanwhile stand behind it. */
interface Stand {
  tables: Tables;
  epoch: string;
  /** Nothing has been filled to its end since the second place was written: else what lies before may have been lost again. */
  copied: boolean;
  /** See `CopyPart`. */
  file: string;
  at: number;
  /** All that lies before could be read. */
  whole: boolean;
  /** How many clips there were when it began, and the last number at that time. */
  before: number;
  seq: number;
  /** See `Hold`. */
  tail: number;
}
/** Keeps it from one try to the next. */
export interface Bookmark {
  stand: Stand | null;
}
type Readable = Pick<SecondPlace, 'replay'>;
type Outcome = { added: number; total: number; whole: boolean };

/** Begins to read a part of the second place; what fails is told to whoever asks for it. */
function replayed(place: Readable, at: number): () => Promise<CopyPart> {
  const part = place.replay(at);
  part.catch(() => undefined);
  return () => part;
}

/** From now on the database counts as incomplete. */
async function begin(hold: Hold): Promise<Pick<Stand, 'tables' | 'epoch' | 'copied' | 'seq' | 'tail'>> {
  const { tables, head, tail } = hold;
  hold.filling = true;
  if (!head.rebuilding) {
    await withDeadline(tables.state.update('head', { rebuilding: true }));
    hold.head = { ...head, rebuilding: true };
  }
  return { tables, epoch: head.epoch, copied: head.copied, seq: Math.max(head.seq, tail), tail };
}

/** The database is complete, though the second place may have to be written anew; what the head tells at a glance is counted. */
async function end(hold: Hold, { before, seq, whole }: Stand): Promise<Outcome> {
  const { lines, state } = hold.tables;
  const [kept = 0, trashed = 0, later = 0] = await Promise.all([
    ...[0, 1].map((flag) => withDeadline(lines.where('[trashed+createdAt+id]').between([flag], [flag, []]).count())),
    withDeadline(lines.where('seq').above(seq).count()),
  ]);
  const head = { ...hold.head, kept, trashed, copied: false, rebuilding: false };
  await withDeadline(state.put(head));
  hold.head = head;
  hold.filling = false;
  const total = kept + trashed;
  return { added: total - before - later, total, whole };
}

/** Both places are complete. */
export async function finishRebuild(hold: Hold): Promise<true> {
  await withDeadline(hold.tables.state.update('head', { copied: true, rebuilding: false }));
  hold.head = { ...hold.head, copied: true, rebuilding: false };
  hold.filling = false;
  return true;
}

/**
 * Everything in the second place enters the database. Answers how many clips came, of how many, and whether all of it
 * could be read; null when interrupted: then the bookmark tells where to go on.
 */
export async function rebuildDatabase(
  step: Step,
  place: Readable,
  onPart: () => void = () => undefined,
  bookmark: Bookmark = { stand: null },
): Promise<Outcome | null> {
  // Marked before anything is entered: an interruption leaves it to the next start.
  const now = await step(begin);
  if (!now) return null;
  const known = bookmark.stand?.tables === now.tables && bookmark.stand.epoch === now.epoch && now.copied;
  const last = known ? bookmark.stand : null;
  const before = last ? last.before : await matchLines(step);
  if (before === null) return null;
  let stand: Stand = last ?? { ...now, file: '', at: 0, whole: true, before };
  /** The next part is read and parsed while this one is being written. */
  let coming = replayed(place, stand.at);
  for (;;) {
    const found: Outcome | 'more' | 'other' | null = await step(async (hold) => {
      const { records, next, damaged, file } = await coming();
      if (stand.at > 0 && file !== stand.file) return 'other';
      if (next !== null) coming = replayed(place, next);
      // There may have been a last record before this comparison, and at it.
      const tail = records.some(({ seq }) => seq === stand.tail) ? stand.tail : hold.tail;
      await enterRecords(hold.tables, records, null, tail);
      stand = { ...stand, file, at: next ?? stand.at, whole: stand.whole && !damaged };
      return next === null ? end(hold, stand) : 'more';
    });
    if (!found) return null;
    if (found === 'other') {
      // It was written anew meanwhile: a place in the old one says nothing.
      bookmark.stand = null;
      return rebuildDatabase(step, place, onPart, bookmark);
    }
    onPart();
    bookmark.stand = found === 'more' && stand.file !== '' && stand.copied ? stand : null;
    if (found !== 'more') return found;
  }
}
