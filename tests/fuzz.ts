/**
 * Fuzzing with one switch: POLICY_CLIP_FUZZ says how many inputs each kind gets; `npm run soak -- fuzz` gives a million.
 * No input may throw or keep the thread for longer than 50 ms. The time is the thread's own, and what was slow is read
 * again, so that neither a busy machine nor a collection of garbage is taken for a slow input.
 */
import fc from 'fast-check';
import { ownTimeOf } from './own-time';

export const RUNS = Number(process.env.POLICY_CLIP_FUZZ ?? 10_000);
/** Fewer inputs than this need not reach everything that there is to reach. */
export const REACHES_ALL = RUNS >= 1_000;
const SLOW_MS = 50;
const READINGS = 3;

/** For a million of the slowest kind. */
export const FUZZ_TIMEOUT = Math.max(120_000, RUNS * 12);

/** Reads all inputs; what `read` throws fails the test, as does an input that is slow each time. */
export async function fuzz<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  read: (input: T) => unknown,
  runs = RUNS,
): Promise<void> {
  let longest = 0;
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      let took = await ownTimeOf(() => read(input));
      for (let again = 1; took > SLOW_MS && again < READINGS; again += 1) {
        took = Math.min(took, await ownTimeOf(() => read(input)));
      }
      longest = Math.max(longest, took);
      if (took > SLOW_MS) throw new Error(`took ${took.toFixed(1)} ms`);
    }),
    { numRuns: runs },
  );
  console.info(`fuzz: ${runs} ${name}, longest ${longest.toFixed(1)} ms`);
}
