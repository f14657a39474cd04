/** The second place from its first record to its last, for whoever asks of nothing else. */
import { DEADLINE_MS, withDeadline } from '../failures';
import type { Letters } from './letters';
import type { CopyPart, CopyRecord, SecondPlace } from './place';

/** It waits behind questions that may each take as long as a call may. */
const PART_MS = 3 * DEADLINE_MS;

/** `read` reads a part. */
export async function* allRecords(
  place: SecondPlace | null,
  letters: Letters | null,
  read: (place: SecondPlace, at: number) => Promise<CopyPart>,
): AsyncGenerator<CopyRecord[]> {
  if (!place) return;
  // Before the journal: what was deleted there since stays deleted.
  if (letters) yield await letters.all().catch(() => []);
  for (let at: number | null = 0; at !== null; ) {
    const part: CopyPart = await withDeadline(read(place, at), PART_MS);
    yield part.records;
    at = part.next;
  }
}
