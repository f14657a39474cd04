/** The second place from its first record to its last, for whoever asks of nothing else. */
import { DEADLINE_MS, withDeadline } from '../failures';
import type { Letters } from './letters';
import type { CopyPart, CopyRecord, SecondPlace } from './place';

/** It waits behind questions that may each take as long as a call may. */
const PART_MS = 3 * DEADLINE_MS;

/** `read` reads a part. Ends where the journal cannot be read on; `onMissing` hears of that, and of all that is damaged. */
export async function* allRecords(
  place: SecondPlace | null,
  letters: Letters | null,
  read: (place: SecondPlace, at: number) => Promise<CopyPart>,
  onMissing: () => void,
): AsyncGenerator<CopyRecord[]> {
  if (!place) return;
  // Before the journal: what was deleted there since stays deleted.
  const inBucket = await letters?.all().catch(onMissing);
  if (inBucket) yield inBucket;
  for (let at: number | null = 0; at !== null; ) {
    const from: number = at;
    const part: CopyPart | null = await withDeadline(read(place, from), PART_MS).catch((error: unknown) => {
      if (from === 0) throw error;
      return null;
    });
    if (!part || part.damaged) onMissing();
    if (part) yield part.records;
    at = part?.next ?? null;
  }
}
