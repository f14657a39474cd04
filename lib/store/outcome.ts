/** Records of the second place taken together. */
import type { Clip } from '@/lib/core/model';
import type { Change } from './apply';

/** Lower than any number of a change. */
export const NEVER = -1;

interface Outcome {
  seq: number;
  /** Null: deleted for good. */
  clip: Clip | null;
  /** Number of the last change that deleted it for good. */
  purged: number;
}

/** What becomes of each clip when the records have been entered in their order. */
export function outcomeOf(records: readonly { seq: number; change: Change }[]): Map<string, Outcome> {
  const latest = new Map<string, Outcome>();
  for (const { seq, change } of records) {
    for (const clip of change.puts) {
      const { clip: known, purged = NEVER } = latest.get(clip.id) ?? {};
      if ((known?.revision ?? 0) < clip.revision) latest.set(clip.id, { seq, clip, purged });
    }
    for (const id of change.purges) latest.set(id, { seq, clip: null, purged: seq });
  }
  return latest;
}
