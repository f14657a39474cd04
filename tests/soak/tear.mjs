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
import { setTimeout as delay } from 'node:timers/promises';
import { announced, BACKENDS, Model, openLibrary } from './library.mjs';

const CLIPS = 40;
/** The check of the whole journal begins three seconds after the start. */
const VERIFIED_AFTER_MS = 4_500;
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

/** Where each kind of file lies in a profile. */
const PLACES = {
  indexeddb: (profile) => filesIn(join(profile, 'Default/IndexedDB'), (name) => isLog(name) || isSqlite(name)),
  letters: (profile) => filesIn(join(profile, 'Default/WebStorage'), (name) => isLog(name) || isSqlite(name)),
  journal: (profile) => filesIn(join(profile, 'Default/File System'), (name) => /^\d{8}$/u.test(name)),
  directory: (profile) => filesIn(join(profile, 'Default/File System'), isLog),
  settings: (profile) => filesIn(join(profile, 'Default/Local Extension Settings'), isLog),
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

/** Offset classes: a few bytes, within the last record, across records, anywhere. */
const CUTS = [1, 2, 3, 5, 7, 8, 16, 33, 64, 100, 250, 1_000, 4_000, 20_000];
const anywhere = (file, from = 0) => from + Math.floor(Math.random() * Math.max(1, statSync(file).size - from));

/** What is done to which file, in turn. */
const INJURIES = [
  ...CUTS.map((bytes) => ({ place: 'indexeddb', name: `cut ${bytes}`, hurt: (file) => cut(file, bytes) })),
  { place: 'indexeddb', name: 'cut anywhere', hurt: (file) => truncateSync(file, anywhere(file)) },
  { place: 'indexeddb', name: 'emptied', hurt: (file) => truncateSync(file, 0) },
  { place: 'indexeddb', name: 'flip', hurt: (file) => flip(file, anywhere(file)) },
  { place: 'indexeddb', name: 'flip', hurt: (file) => flip(file, anywhere(file)) },
  ...CUTS.map((bytes) => ({ place: 'journal', name: `cut ${bytes}`, hurt: (file) => cut(file, bytes), noticed: true })),
  { place: 'journal', name: 'cut anywhere', hurt: (file) => truncateSync(file, anywhere(file)), noticed: true },
  { place: 'journal', name: 'emptied', hurt: (file) => truncateSync(file, 0), noticed: true },
  {
    place: 'journal',
    name: 'flip',
    hurt: (file) => flip(file, anywhere(file, JOURNAL_HEADER)),
    noticed: true,
    slow: true,
  },
  {
    place: 'journal',
    name: 'flip',
    hurt: (file) => flip(file, anywhere(file, JOURNAL_HEADER)),
    noticed: true,
    slow: true,
  },
  {
    place: 'journal',
    name: 'flip in the header',
    hurt: (file) => flip(file, Math.floor(Math.random() * JOURNAL_HEADER)),
  },
  ...[5, 100].map((bytes) => ({ place: 'directory', name: `cut ${bytes}`, hurt: (file) => cut(file, bytes) })),
  { place: 'directory', name: 'flip', hurt: (file) => flip(file, anywhere(file)) },
  ...[5, 100].map((bytes) => ({ place: 'letters', name: `cut ${bytes}`, hurt: (file) => cut(file, bytes) })),
  ...[5, 100].map((bytes) => ({ place: 'settings', name: `cut ${bytes}`, hurt: (file) => cut(file, bytes) })),
  { place: 'settings', name: 'flip', hurt: (file) => flip(file, anywhere(file)) },
];

/** A closed profile with a library, settings and a worker's save in it. */
async function makeTemplate(options) {
  const profile = mkdtempSync(join(tmpdir(), 'policy-clip-tear-'));
  const model = new Model();
  const library = await openLibrary({ ...options, profile, model });
  await library.look();
  await library.call('saveByWorker');
  await library.call('fill', CLIPS);
  await library.page.evaluate(() => chrome.storage.local.set({ settings: { readerForGovernmentPdfs: true } }));
  await library.call('close');
  await library.browser.close();
  const second = await openLibrary({ ...options, profile, model });
  model.accept(await second.look());
  await second.call('close');
  await second.browser.close();
  return { profile, model };
}

/**
 * @param {{ extension: string, rounds: number, backend?: 'leveldb' | 'sqlite', only?: string, onRound?: (result: object) => void }} options
 *   `only`: how the names of the injuries begin, such as `indexeddb flip`
 */
export async function tearRounds({ extension, rounds, backend = 'leveldb', only = '', onRound = () => undefined }) {
  const injuries = INJURIES.filter(({ place, name }) => `${place} ${name}`.startsWith(only));
  const options = { extension, args: BACKENDS[backend] };
  const template = await makeTemplate(options);
  const result = { rounds: 0, hurt: {}, wiped: 0, repaired: 0, silent: [], losses: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      // Spread over all kinds, whatever the number of rounds.
      const injury =
        injuries[rounds < injuries.length ? Math.floor((round * injuries.length) / rounds) : round % injuries.length];
      const profile = mkdtempSync(join(tmpdir(), 'policy-clip-tear-'));
      cpSync(template.profile, profile, { recursive: true });
      const file = largest(PLACES[injury.place](profile));
      if (!file) {
        rmSync(profile, { recursive: true, force: true });
        continue;
      }
      injury.hurt(file);
      const name = `${injury.place} ${injury.name}`;
      const model = new Model();
      model.known = new Map(template.model.known);
      const codes = [];
      for (const start of ['writing', 'looking']) {
        const library = await openLibrary({ ...options, profile, model });
        const found = await library.look();
        result.losses.push(
          ...model
            .losses(found)
            .slice(0, 3)
            .map((loss) => ({ round, name, start, ...loss })),
        );
        if (found.before < model.size && !announced(found))
          result.silent.push({ round, name, start, before: found.before });
        if (start === 'writing') {
          if (injury.slow) await delay(VERIFIED_AFTER_MS);
          await library.call('fill', 1);
        }
        codes.push(...(await library.call('told')));
        await library.call('close');
        await library.browser.close();
      }
      if (codes.includes('rebuilt')) result.wiped += 1;
      if (codes.length > 0) result.repaired += 1;
      if (injury.noticed && !codes.some((code) => code.startsWith('copy-'))) result.silent.push({ round, name, codes });
      result.rounds += 1;
      result.hurt[injury.place] = (result.hurt[injury.place] ?? 0) + 1;
      onRound(result);
      rmSync(profile, { recursive: true, force: true });
    }
  } finally {
    rmSync(template.profile, { recursive: true, force: true });
  }
  return result;
}
