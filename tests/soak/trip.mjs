// Random libraries come back equal from their backups.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from './library.mjs';
import { Model } from './model.mjs';

/** The browser answers each share within the deadline of a call. */
const SHARE = 10;

/** @param {{ extension: string, rounds: number, onRound?: (result: object) => void }} options */
export async function roundTrips({ extension, rounds, onRound = () => undefined }) {
  const result = { rounds: 0, different: [], large: 0, clips: 0, pictures: 0, comparisons: 0, trashed: 0, versions: 0 };
  const profile = mkdtempSync(join(tmpdir(), 'policy-clip-trip-'));
  try {
    const library = await openLibrary({ extension, profile, model: new Model() });
    while (result.rounds < rounds) {
      const share = Math.min(SHARE, rounds - result.rounds);
      const { different, ...counts } = await library.call('roundTrips', share, library.workers, result.rounds);
      result.different.push(...different);
      for (const [name, count] of Object.entries(counts)) result[name] += count;
      onRound(result);
    }
    await library.browser.close();
    return result;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
