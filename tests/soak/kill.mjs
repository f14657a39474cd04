// The browser is killed at random moments while clips are saved, edited, thrown away, brought back, deleted and restored.
// After each start everything that was acknowledged must be there, whole, and what was asked for together must be there
// together or not at all.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { announced, BACKENDS, killAll, openLibrary } from './library.mjs';
import { Model } from './model.mjs';

/** A profile grows with every round; a new one begins before starts get slow. */
const CLIPS_PER_PROFILE = 2_000;

/**
 * @param {{ extension: string, rounds: number, backend?: 'leveldb' | 'sqlite', onRound?: (round: number) => void }} options
 * @returns what was lost, and how often the database had to be rebuilt
 */
export async function killRounds({ extension, rounds, backend = 'leveldb', onRound = () => undefined }) {
  const result = { rounds: 0, acknowledged: 0, wiped: 0, caughtUp: 0, silent: 0, losses: [] };
  let profile = mkdtempSync(join(tmpdir(), 'policy-clip-soak-'));
  let model = new Model();
  const check = (found) => {
    const losses = model.losses(found);
    result.losses.push(...losses.slice(0, 5).map((loss) => ({ round: result.rounds, ...loss })));
    const codes = found.reports.map(({ code }) => code);
    if (codes.includes('rebuilt')) result.wiped += 1;
    if (codes.includes('caught-up')) result.caughtUp += 1;
    if (found.before < model.size && !announced(found)) result.silent += 1;
  };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const library = await openLibrary({ extension, profile, args: BACKENDS[backend], model });
      const found = await library.look();
      check(found);
      model.accept(found);
      if (round === rounds) {
        await library.browser.close();
        break;
      }
      const before = model.heard;
      await library.call('work');
      await delay(80 + Math.random() * 320);
      await killAll(library);
      result.rounds += 1;
      result.acknowledged += model.heard - before;
      onRound(result);
      if (model.known.size > CLIPS_PER_PROFILE) {
        const last = await openLibrary({ extension, profile, args: BACKENDS[backend], model });
        check(await last.look());
        await last.browser.close();
        rmSync(profile, { recursive: true, force: true });
        profile = mkdtempSync(join(tmpdir(), 'policy-clip-soak-'));
        model = new Model();
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return result;
}
