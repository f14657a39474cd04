// Files of the profile are torn while the browser is closed: cut short or with a byte turned, one file at a time. After
// one start that writes and one that only looks, nothing may be missing, and whatever was lost in between must have
// been announced.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../tools/browser.mjs';
import { announced, BACKENDS, openLibrary } from './library.mjs';
import { Model } from './model.mjs';

const CLIPS = 30;
/** Times that each kind of change is made. */
const CHANGES = 3;
/** Changed one after the other, so that a torn store may also go back in time. */
const SETTINGS = [{ readerForGovernmentPdfs: true }, { citationEdition: '2015' }, { walkthroughDone: true }];
/** The check of the whole journal begins three seconds after the start, and waits for a machine that is busy. */
const VERIFIED_WITHIN_MS = 30_000;
const JOURNAL_HEADER = 128;

const filesIn = (folder, test) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((file) => statSync(file).size > 0)
    : [];
const isLog = (name) => /^\d+\.log$/u.test(name);
/** Chromium names these files by a hash in base 32. */
const isSqlite = (name) => /^[A-Z2-7]{52}(?:-wal)?$/u.test(name);

const fileSystem = (profile, test) => filesIn(join(profile, 'Default/File System'), test);
const isData = (name) => /^\d{8}$/u.test(name);
/** The file of the settings' copy is text; the journal's are not. */
const isText = (file) => readFileSync(file).subarray(0, 2).toString() === '{"';

/** Where each kind of file lies in a profile. */
const PLACES = {
  indexeddb: (profile) => filesIn(join(profile, 'Default/IndexedDB'), (name) => isLog(name) || isSqlite(name)),
  letters: (profile) => filesIn(join(profile, 'Default/WebStorage'), (name) => isLog(name) || isSqlite(name)),
  journal: (profile) => fileSystem(profile, isData).filter((file) => !isText(file)),
  directory: (profile) => fileSystem(profile, isLog),
  settings: (profile) => filesIn(join(profile, 'Default/Local Extension Settings'), isLog),
  'settings copy': (profile) => fileSystem(profile, isData).filter(isText),
};

const largest = (files) => files.toSorted((a, b) => statSync(b).size - statSync(a).size)[0];

function cut(file, bytes) {
  truncateSync(file, Math.max(0, statSync(file).size - bytes));
}
function flip(file, at) {
  const bytes = readFileSync(file);
  const place = Math.min(bytes.length - 1, at);
  bytes[place] ^= 1 << Math.floor(Math.random() * 8);
  writeFileSync(file, bytes);
}

/** Offset classes of a cut: a few bytes, within the last record, across records; then anywhere, and all of it. */
const CUTS = [100, 1, 1_000, 2, 8, 250, 3, 33, 4_000, 5, 7, 16, 64, 20_000];
const anywhere = (file, from = 0) => from + Math.floor(Math.random() * Math.max(1, statSync(file).size - from));

const cuts = (place, sizes, more = {}) => [
  ...sizes.map((bytes) => ({ place, name: `cut ${bytes}`, hurt: (file) => cut(file, bytes), ...more })),
  { place, name: 'cut anywhere', hurt: (file) => truncateSync(file, anywhere(file)), ...more },
  { place, name: 'cut to nothing', hurt: (file) => truncateSync(file, 0), ...more },
];
const flips = (place, more = {}) => [{ place, name: 'flip', hurt: (file) => flip(file, anywhere(file)), ...more }];
/** Offsets in a journal of few records: the whole of it is read and checked some seconds after the start. */
const journalFlip = { hurt: (file) => flip(file, anywhere(file, JOURNAL_HEADER)), noticed: true, slow: true };
const headerFlip = {
  name: 'flip in the header',
  hurt: (file) => flip(file, Math.floor(Math.random() * JOURNAL_HEADER)),
};

/**
 * What is done to which file. Each group has its turn before the first comes again, and then does the next of its kinds;
 * so twelve rounds cut and flip every place.
 */
const GROUPS = [
  cuts('indexeddb', CUTS),
  flips('indexeddb'),
  cuts('journal', CUTS, { noticed: true }),
  flips('journal', journalFlip),
  flips('journal', headerFlip),
  cuts('directory', [5, 100, 1]),
  flips('directory'),
  cuts('letters', [5, 100]),
  cuts('settings', [5, 100, 1, 16, 64, 250]),
  flips('settings'),
  cuts('settings copy', [5, 30, 1]),
  flips('settings copy'),
];
export const SHORT_ROUND = GROUPS.length;

/** A closed profile with a library that has been worked on, settings that were changed, and a worker's save in it. */
async function makeTemplate(options) {
  const profile = mkdtempSync(join(tmpdir(), 'policy-clip-tear-'));
  const model = new Model();
  const library = await openLibrary({ ...options, profile, model });
  await library.look();
  await library.call('saveByWorker');
  await library.call('fill', CLIPS);
  await library.call('change', CHANGES);
  await library.call('changeSettings', SETTINGS);
  await library.call('close');
  await library.browser.close();
  const second = await openLibrary({ ...options, profile, model });
  const found = await second.look();
  model.settings = found.settings.values;
  if (!isSame(model.settings, Object.assign({}, model.settings, ...SETTINGS)))
    throw new Error('The settings were not kept.');
  model.accept(found);
  await second.call('close');
  await second.browser.close();
  return { profile, model };
}

const saysCopy = (codes) => codes.some((code) => code.startsWith('copy-'));
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What is wrong with what one start found. */
function faults(model, { settings, ...found }) {
  const losses = model.losses(found).slice(0, 3);
  if (!isSame(settings.values, model.settings)) losses.push({ what: 'other settings', settings });
  const silent = [];
  if (found.before < model.size && !announced(found)) silent.push({ before: found.before });
  if (!isSame(settings.before.first, model.settings) && !settings.announced) silent.push({ settings });
  return { losses, silent };
}

/** One injury: a start that writes, and one that only looks. */
async function tear(options, injury, profile, model) {
  const codes = [];
  const result = { losses: [], silent: [], settingsBack: false };
  for (const start of ['writing', 'looking']) {
    const library = await openLibrary({ ...options, profile, model });
    const found = await library.look();
    const { losses, silent } = faults(model, found);
    result.losses.push(...losses.map((loss) => ({ start, ...loss })));
    result.silent.push(...silent.map((what) => ({ start, ...what })));
    if (found.settings.announced) result.settingsBack = true;
    const mayBeMended = injury.place === 'settings copy' && start === 'looking';
    if (mayBeMended && !isSame(found.settings.before.second, model.settings))
      result.losses.push({ start, what: 'the copy of the settings was not mended', settings: found.settings });
    model.accept(found);
    if (start === 'writing') {
      // Where it is not noticed, that is said below.
      const isNoticed = async () => saysCopy(await library.call('reported'));
      if (injury.slow) await until(isNoticed, { deadline: VERIFIED_WITHIN_MS }).catch(() => undefined);
      await library.call('fill', 1);
      model.settings = await library.call('changeSettings', [{ walkthroughDone: !model.settings.walkthroughDone }]);
    }
    codes.push(...(await library.call('reported')));
    await library.call('close');
    await library.browser.close();
  }
  if (injury.noticed && !saysCopy(codes)) result.silent.push({ codes });
  return { ...result, codes };
}

/**
 * @param {{ extension: string, rounds: number, backend?: 'leveldb' | 'sqlite', only?: string, onRound?: (result: object) => void }} options
 *   `only`: how the names of the injuries begin, such as `indexeddb flip`
 */
export async function tearRounds({ extension, rounds, backend = 'leveldb', only = '', onRound = () => undefined }) {
  const groups = GROUPS.map((group) => group.filter(({ place, name }) => `${place} ${name}`.startsWith(only))).filter(
    (group) => group.length > 0,
  );
  const options = { extension, args: BACKENDS[backend] };
  const template = await makeTemplate(options);
  const result = { rounds: 0, hurt: {}, skipped: {}, wiped: 0, repaired: 0, settingsBack: 0, silent: [], losses: [] };
  const count = (table, name) => {
    table[name] = (table[name] ?? 0) + 1;
  };
  try {
    // What is not there cannot be hurt: that is no round, and the next kind has its turn.
    for (let turn = 0; result.rounds < rounds && turn < 2 * rounds; turn += 1) {
      const group = groups[turn % groups.length];
      const injury = group[Math.floor(turn / groups.length) % group.length];
      const name = `${injury.place} ${injury.name}`;
      const profile = mkdtempSync(join(tmpdir(), 'policy-clip-tear-'));
      try {
        cpSync(template.profile, profile, { recursive: true });
        const file = largest(PLACES[injury.place](profile));
        if (!file) {
          count(result.skipped, name);
          continue;
        }
        injury.hurt(file);
        const { losses, silent, codes, settingsBack } = await tear(options, injury, profile, template.model.copy());
        const round = result.rounds;
        result.losses.push(...losses.map((loss) => ({ round, name, ...loss })));
        result.silent.push(...silent.map((what) => ({ round, name, ...what })));
        if (codes.includes('rebuilt')) result.wiped += 1;
        if (codes.length > 0) result.repaired += 1;
        if (settingsBack) result.settingsBack += 1;
        result.rounds += 1;
        count(result.hurt, name);
        onRound(result);
      } finally {
        rmSync(profile, { recursive: true, force: true });
      }
    }
  } finally {
    rmSync(template.profile, { recursive: true, force: true });
  }
  return result;
}
