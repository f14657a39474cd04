// The service worker is stopped at random moments while a page has it save selections. Every save must be answered, and
// each clip must be there exactly once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Model, openLibrary } from './library.mjs';

const LIMIT_MS = 5_000;

/**
 * @param {{ extension: string, rounds: number, onRound?: (result: object) => void }} options
 */
export async function stopRounds({ extension, rounds, onRound = () => undefined }) {
  const profile = mkdtempSync(join(tmpdir(), 'policy-clip-stop-'));
  const model = new Model();
  const result = { rounds: 0, stopped: 0, unanswered: [], slowest: 0, lost: 0, doubled: 0 };
  const saved = [];
  try {
    const library = await openLibrary({ extension, profile, model });
    for (let round = 0; round < rounds; round += 1) {
      const answer = library.call('saveByWorker');
      await delay(Math.random() * 60);
      if (await library.browser.stopWorker().catch(() => false)) result.stopped += 1;
      const { id, ok, ms, error } = await answer;
      if (!ok || ms > LIMIT_MS) result.unanswered.push({ round, ms, error });
      if (ok) saved.push(id);
      result.slowest = Math.max(result.slowest, ms);
      result.rounds += 1;
      onRound(result);
    }
    const { clips } = await library.look();
    const counts = new Map();
    for (const { id } of clips) counts.set(id, (counts.get(id) ?? 0) + 1);
    result.lost = saved.filter((id) => !counts.has(id)).length;
    result.doubled = clips.length - counts.size;
    await library.browser.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return result;
}
