// The service worker is stopped at random moments while a page has it save selections. Every save must be answered, and
// each clip must be there exactly once. Only a stop that ends while the save is unanswered is one in the middle of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openLibrary } from './library.mjs';
import { Model } from './model.mjs';

const LIMIT_MS = 5_000;
/** So many saves at most for each stop in the middle. */
const MOST_SAVES = 8;
/** A stop comes up to so many ms after the call at first; sooner when the answer was sooner, later when it was not. */
const SOON = { first: 12, least: 0.5, most: 60 };

/**
 * @param {{ extension: string, rounds: number, onRound?: (result: object) => void }} options
 *   `rounds`: stops in the middle of a save
 */
export async function stopRounds({ extension, rounds, onRound = () => undefined }) {
  const profile = mkdtempSync(join(tmpdir(), 'policy-clip-stop-'));
  const model = new Model();
  const result = { rounds: 0, saves: 0, stopped: 0, unanswered: [], slowest: 0, lost: 0, doubled: 0 };
  const saved = [];
  let soon = SOON.first;
  try {
    const library = await openLibrary({ extension, profile, model });
    while (result.rounds < rounds && result.saves < MOST_SAVES * rounds) {
      const stop = await library.browser.holdWorker();
      const wait = Math.random() * soon;
      const answer = library.call('saveByWorker');
      await delay(wait);
      const from = Date.now();
      const wasThere = await stop();
      const stopped = Date.now();
      const { id, ok, error, begun, answered } = await answer;
      const ms = answered - begun;
      if (!ok || ms > LIMIT_MS) result.unanswered.push({ save: result.saves, ms, error });
      if (ok) saved.push(id);
      result.slowest = Math.max(result.slowest, ms);
      result.saves += 1;
      if (!wasThere) continue;
      result.stopped += 1;
      const inTheMiddle = from >= begun && stopped <= answered;
      soon = stopped > answered ? Math.max(SOON.least, soon * 0.8) : Math.min(SOON.most, soon * 1.1);
      if (!inTheMiddle) continue;
      result.rounds += 1;
      onRound(result);
    }
    const { clips } = await library.look();
    const asked = new Set(model.asked.flatMap(({ ids }) => ids));
    const there = new Set(clips.map(({ id }) => id));
    const passages = new Set(clips.filter(({ trashed }) => !trashed).map(({ passage }) => passage));
    result.lost = saved.filter((id) => !there.has(id)).length;
    // Clips that nobody asked for, and passages that live twice.
    result.doubled = clips.filter(({ id }) => !asked.has(id)).length + (clips.length - passages.size);
    await library.browser.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return result;
}
