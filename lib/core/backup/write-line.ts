/**
 * A clip as one line of a backup, so that reading takes it again: a history is shortened from its beginning where it is
 * too much, and an entry of it that a damaged file has made unreadable does not take the clip along.
 */
import { parseQuickly } from '../model/conforms';
import { MAX_LINE_CHARS, MAX_PAST, pastSchema } from './format';
import { parseKnown } from './read-line';

/** Keys of a newer build are no reason to leave an entry out. */
const isPast = (row: unknown): boolean =>
  parseQuickly(pastSchema, row).success || typeof parseKnown(pastSchema, JSON.parse(JSON.stringify(row))) !== 'string';

/** `past` with its oldest entry first. The clip goes as it is; its line is too long only if it is so by itself. */
export function clipLine(clip: unknown, past: readonly unknown[]): string {
  let kept = past.filter(isPast).slice(-MAX_PAST);
  for (;;) {
    const line = JSON.stringify({ clip, past: kept });
    if (line.length <= MAX_LINE_CHARS || kept.length === 0) return line;
    kept = kept.slice(Math.ceil(kept.length / 2));
  }
}
