// `npm run soak [-- NAME…] [--rounds N] [--backend leveldb|sqlite] [--moment NAME]`: hurts the library for a long time and
// counts what is lost.
// Names: kill, tear, full, stop, trip, restore, fuzz. Without names all of them, each as often as is aimed for. A short
// share runs with the end-to-end tests, of `full` none: it takes root.
import { buildExtension } from '../tools/build-extension.mjs';
import { ensureBrowsers } from '../tools/install-browsers.mjs';
import { fullRounds } from './full.mjs';
import { fuzzRounds } from './fuzz.mjs';
import { killRounds } from './kill.mjs';
import { restoreKills } from './restore.mjs';
import { stopRounds } from './stop-worker.mjs';
import { tearRounds } from './tear.mjs';
import { roundTrips } from './trip.mjs';

const TESTS = {
  kill: { run: killRounds, rounds: 1_000, bad: (r) => r.losses.length + r.silent },
  tear: { run: tearRounds, rounds: 200, bad: (r) => r.losses.length + r.silent.length },
  full: {
    run: fullRounds,
    rounds: 100,
    bad: (r) => r.losses.length + r.silent.length + r.misled.length + r.unanswered.length,
  },
  stop: { run: stopRounds, rounds: 2_000, bad: (r) => r.lost + r.doubled + r.unanswered.length },
  trip: { run: roundTrips, rounds: 1_000, bad: (r) => r.different.length },
  restore: { run: restoreKills, rounds: 100, bad: (r) => r.losses.length + r.mixed.length },
  fuzz: { run: fuzzRounds, rounds: 1_000_000, bad: (r) => r.failed, inNode: true },
};
const TELL_EVERY = 50;

const words = process.argv.slice(2);
const option = (name) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? undefined : words.splice(at, 2)[1];
};
const rounds = option('rounds');
const backend = option('backend') ?? 'leveldb';
const only = option('moment');
const names = words.length > 0 ? words : Object.keys(TESTS);
const unknown = names.filter((name) => !Object.hasOwn(TESTS, name));

if (unknown.length > 0 || !['leveldb', 'sqlite'].includes(backend)) {
  console.error(
    `Unknown: ${[...unknown, backend].join(', ')}. Known: ${Object.keys(TESTS).join(', ')}; leveldb, sqlite.`,
  );
  process.exitCode = 1;
} else {
  let extension;
  if (names.some((name) => !TESTS[name].inNode)) {
    ensureBrowsers();
    extension = await buildExtension();
  }
  for (const name of names) {
    const test = TESTS[name];
    const start = Date.now();
    const result = await test.run({
      extension,
      backend,
      only,
      rounds: Number(rounds ?? test.rounds),
      onRound: (so) => so.rounds % TELL_EVERY === 0 && console.error(`${name} ${so.rounds} …`),
    });
    if (!result) {
      console.log(`– ${name}: skipped, because only root on Linux can have the small file system that it fills`);
      continue;
    }
    const bad = test.bad(result);
    if (bad > 0) process.exitCode = 1;
    console.log(
      `${bad === 0 ? '✓' : '✗'} ${name} (${test.inNode ? 'node' : backend}, ${Math.round((Date.now() - start) / 1000)} s)`,
    );
    console.log(JSON.stringify(result, null, 1));
  }
}
