/** A short share of `npm run soak`: what was acknowledged survives kills, torn files and stopped workers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { killRounds } from '../soak/kill.mjs';
import { restoreKills } from '../soak/restore.mjs';
import { stopRounds } from '../soak/stop-worker.mjs';
import { SHORT_ROUND, tearRounds } from '../soak/tear.mjs';
import { roundTrips } from '../soak/trip.mjs';
import { buildExtension } from '../tools/build-extension.mjs';

const MINUTES = 60_000;

describe('the library', () => {
  let extension: string;
  beforeAll(async () => {
    extension = await buildExtension();
  });

  it.each([
    ['leveldb', 25],
    ['sqlite', 15],
  ] as const)(
    'loses nothing when the browser is killed (%s, %i times)',
    { timeout: 10 * MINUTES },
    async (backend, rounds) => {
      const result = await killRounds({ extension, rounds, backend });
      expect(result).toMatchObject({ rounds, losses: [], silent: 0 });
      expect(result.acknowledged).toBeGreaterThan(rounds);
    },
  );

  it('loses nothing when files are torn, and says so', { timeout: 10 * MINUTES }, async () => {
    const result = await tearRounds({ extension, rounds: SHORT_ROUND });
    expect(result).toMatchObject({ rounds: SHORT_ROUND, losses: [], silent: [], skipped: {} });
    const hurt = Object.keys(result.hurt);
    for (const place of ['indexeddb', 'journal', 'directory', 'settings', 'settings copy']) {
      for (const how of ['cut', 'flip']) expect(hurt).toContainEqual(expect.stringContaining(`${place} ${how}`));
    }
    expect(result.wiped).toBeGreaterThan(0);
    expect(result.settingsBack).toBeGreaterThan(0);
  });

  it('keeps every selection once, however often the worker is stopped', { timeout: 5 * MINUTES }, async () => {
    const result = await stopRounds({ extension, rounds: 25 });
    expect(result).toMatchObject({ rounds: 25, lost: 0, doubled: 0, unanswered: [] });
  });

  it('comes back equal from a backup', { timeout: 5 * MINUTES }, async () => {
    const result = await roundTrips({ extension, rounds: 10 });
    expect(result).toMatchObject({ rounds: 10, different: [] });
    const { rounds: _, different: __, ...counts } = result;
    for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(0);
  });

  it('is old or new after a restore that was killed', { timeout: 5 * MINUTES }, async () => {
    const result = await restoreKills({ extension, rounds: 4 });
    expect(result).toMatchObject({ rounds: 4, mixed: [], losses: [] });
  });
});
