// A large restore that is killed leaves the old or the new state.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { killAll, openLibrary } from './library.mjs';
import { Model } from './model.mjs';

/** More than what one transaction takes. */
const LARGE = 2_400;
const BEFORE = 10;

/** How long a large restore takes here when nobody is in its way, ms. */
async function wholeRestore(extension) {
  const profile = mkdtempSync(join(tmpdir(), 'policy-clip-restore-'));
  try {
    const library = await openLibrary({ extension, profile, model: new Model() });
    await library.look();
    await library.call('fill', BEFORE);
    const start = performance.now();
    await library.call('restoreMany', LARGE);
    const took = performance.now() - start;
    await library.browser.close();
    return took;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Where a restore was when it was killed, as the database tells before anything has repaired it. */
function phaseOf({ clips, before }, acknowledged) {
  if (acknowledged) return 'acknowledged';
  if (clips.length === BEFORE) return 'before the switch';
  return before < BEFORE + LARGE ? 'after the switch, the database incomplete' : 'the database complete';
}

/**
 * Kills are spread evenly over the whole of a restore, from its first moment to its acknowledgement.
 * @param {{ extension: string, rounds: number, onRound?: (result: object) => void }} options
 */
export async function restoreKills({ extension, rounds, onRound = () => undefined }) {
  const whole = await wholeRestore(extension);
  const result = { rounds: 0, old: 0, new: 0, mixed: [], losses: [], whole: Math.round(whole), phases: {} };
  for (let round = 0; round < rounds; round += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'policy-clip-restore-'));
    const model = new Model();
    try {
      const library = await openLibrary({ extension, profile, model });
      await library.look();
      await library.call('fill', BEFORE);
      library.call('restoreMany', LARGE).catch(() => undefined);
      await delay((whole * (round + Math.random())) / rounds);
      const acknowledged = model.size > BEFORE;
      await killAll(library);
      const again = await openLibrary({ extension, profile, model });
      const found = await again.look();
      const { length } = found.clips;
      const phase = phaseOf(found, acknowledged);
      result.phases[phase] = (result.phases[phase] ?? 0) + 1;
      if (length === BEFORE && !acknowledged) result.old += 1;
      else if (length === BEFORE + LARGE) result.new += 1;
      else result.mixed.push({ round, length, acknowledged, reports: found.reports });
      result.losses.push(...model.losses(found).slice(0, 3));
      await again.browser.close();
      result.rounds += 1;
      onRound(result);
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  }
  return result;
}
