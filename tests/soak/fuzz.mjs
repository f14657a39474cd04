// The fuzz tests of the pure rooms with many inputs of each kind: page text, messages, backups, tags, settings.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../tools/build-extension.mjs';

/** @param {{ rounds: number }} options */
export async function fuzzRounds({ rounds }) {
  const vitest = join(ROOT, 'node_modules/.bin/vitest');
  const run = spawn(vitest, ['run', '--config', 'tests/vitest.config.ts', '--project', 'unit', 'fuzz.test'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, POLICY_CLIP_FUZZ: String(rounds) },
  });
  const [status] = await once(run, 'exit');
  return { rounds, failed: status === 0 ? 0 : 1 };
}
