/** The border of this room: whatever happens behind it becomes data. */
import { fail, type Result } from '@/lib/core/model';
import { codeOf, DEADLINE_MS, detailOf, isClosed, withDeadline } from './failures';
import { isFull } from './room';

/** Runs `work` and answers as data, whatever happens. Null: the work itself gives each of its calls a deadline. */
export async function attempt<T>(work: () => Promise<T>, ms: number | null = DEADLINE_MS): Promise<Result<T>> {
  try {
    return { ok: true, value: await (ms === null ? work() : withDeadline(work(), ms)) };
  } catch (error) {
    const [code, detail] = [codeOf(error), detailOf(error)];
    // While the disk is full everything may be cut off, in words that do not say why.
    const unclear = code === 'store-unavailable' || (code === 'unexpected' && isClosed(detail));
    return fail(unclear && (await isFull()) ? 'store-full' : code, detail);
  }
}
