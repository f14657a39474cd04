/**
 * Random libraries with everything that a library may hold, in texts that are hard on files: backed up, wiped with both of
 * their places, and restored under the same name. Everything must be as it was, at once, when the library is opened
 * again, and when the database is lost and comes back from the journal.
 */
import { type OpenClipStore, openClipStore } from '@/lib/store/open-clip-store';
import { clipsOf, newClip, newComparison, pick, picturesOf, random, randomTags, stamp } from './clips';
import { allClips, startWorker, valueIn, type Workers } from './library';
import { hashOf } from './told';

const NAME = 'soak-trip';
/** Clips that are restored in one transaction here, so that libraries need not be huge to go the other way. */
const ONE_TRANSACTION = 8;
/** Every so many libraries one is longer than a batch of lines. */
const LONG_EVERY = 10;
const LONG = 230;

/** Texts that are hard on files: quotes, line ends, other planes, half pairs, markup, control characters. */
const HARD = [
  '"',
  '\\',
  '\n',
  '\r\n',
  '\u2028',
  '\u0000',
  '😀',
  '\uD800',
  '<script>',
  '{{x}}',
  '，',
  'ａ',
  '\u202E',
  ' ',
  '---',
  '__proto__',
];
const hardText = (length: number) => Array.from({ length: random(length) }, () => pick(HARD)).join('');
const none = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

export interface Trips {
  rounds: number;
  different: { round: number; when: string; clips: number }[];
  clips: number;
  /** Restored in more than one transaction. */
  large: number;
  pictures: number;
  comparisons: number;
  trashed: number;
  versions: number;
}

/** A hash of everything in a library, and what is counted of it. */
async function digest(library: OpenClipStore) {
  const clips = await allClips(library);
  const histories = await Promise.all(clips.map(async ({ id }) => valueIn(await library.history(id))));
  const named = clips.filter(({ picture }) => picture);
  const pictures = await Promise.all(named.map(async ({ id }) => valueIn(await library.picture(id))));
  const comparisons = valueIn(await library.comparisons.list());
  const facets = valueIn(await library.facets());
  return {
    hash: hashOf([clips, histories, pictures, comparisons, facets]),
    clips: clips.length,
    pictures: pictures.filter((one) => one !== null).length,
    comparisons: comparisons.length,
    trashed: clips.filter(({ deletedAt }) => deletedAt !== null).length,
    versions: histories.flat().length,
  };
}

async function editSome(library: OpenClipStore, id: string, mayGo: boolean): Promise<void> {
  const times = random(3);
  for (let i = 0; i < times; i += 1) {
    const change = { note: hardText(20), tags: randomTags(), corrections: { title: `题${hardText(5)}` } };
    valueIn(await library.update(id, change, stamp()));
  }
  if (times > 0 && random(4) === 0) valueIn(await library.revert(id, 1, stamp()));
  if (random(3) === 0) {
    valueIn(await library.remove([id], stamp()));
    if (random(3) === 0) valueIn(await library.restore([id], stamp()));
    else if (mayGo && random(4) === 0) valueIn(await library.purge([id]));
  }
}

/** Every change is looked at: a library that was not made is no round. */
async function fill(library: OpenClipStore, count: number): Promise<void> {
  const made = Array.from({ length: count }, () => newClip({ note: hardText(40) }));
  const clips = clipsOf(made);
  const { saved } = valueIn(await library.save(clips, picturesOf(made)));
  if (saved.length !== count) throw new Error(`${saved.length} of ${count} saved`);
  for (const [i, { id }] of clips.slice(0, 12).entries()) await editSome(library, id, i > 0);
  for (let times = random(4); times > 0; times -= 1) {
    const name = hardText(20);
    const comparison = newComparison(
      clips.slice(0, random(4)).map(({ id }) => id),
      { name },
    );
    valueIn(await library.comparisons.save(comparison));
    if (random(4) === 0) valueIn(await library.comparisons.remove(comparison.id));
  }
  if (random(4) === 0) valueIn(await library.renameTag('样例', '改名', stamp()));
}

async function wipeDatabase(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith(NAME)) continue;
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error('the database is still open'));
    });
  }
}
async function wipe(): Promise<void> {
  await wipeDatabase();
  const directory = await navigator.storage.getDirectory();
  for (const place of ['a', 'b']) await directory.removeEntry(`${NAME}-${place}.journal`).catch(() => undefined);
  const buckets = Reflect.get(navigator, 'storageBuckets') as { delete(name: string): Promise<void> };
  await buckets.delete(NAME).catch(() => undefined);
}

/** The library of this room, with a way to end it and its workers. */
function open(workers: Workers) {
  const running: Worker[] = [];
  const start = (address: string) => {
    const worker = startWorker(address);
    running.push(worker);
    return worker;
  };
  const library = openClipStore({
    name: NAME,
    oneTransaction: ONE_TRANSACTION,
    startJournal: () => start(workers.journal),
    startPress: () => start(workers.press),
  });
  const end = async () => {
    await library.close();
    for (const worker of running) worker.terminate();
  };
  return { library, end };
}

/** Is everything as it was? What comes from the journal comes a moment after the start. */
async function becomes(library: OpenClipStore, hash: string, tries = 1): Promise<boolean> {
  for (let left = tries; ; left -= 1) {
    if ((await digest(library)).hash === hash) return true;
    if (left <= 1) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** One library; tells what was in it and when it was not as before. */
async function roundTrip(count: number, workers: Workers) {
  const from = open(workers);
  await fill(from.library, count);
  const was = await digest(from.library);
  const { file } = valueIn(await from.library.backup({ author: null, at: stamp() }, none()));
  await from.end();
  await wipe();

  const different: string[] = [];
  const to = open(workers);
  if ((await digest(to.library)).clips > 0) throw new Error('not wiped');
  const { counts } = valueIn(await to.library.restoreBackup(file, { author: null, at: stamp() }, none()));
  if (counts.new !== was.clips + was.comparisons) different.push(`plan ${JSON.stringify(counts)}`);
  if (!(await becomes(to.library, was.hash))) different.push('restored');
  await to.end();

  const again = open(workers);
  if (!(await becomes(again.library, was.hash))) different.push('opened again');
  await again.end();

  await wipeDatabase();
  const rebuilt = open(workers);
  if (!(await becomes(rebuilt.library, was.hash, 100))) different.push('rebuilt from the journal');
  await rebuilt.end();
  await wipe();
  return { was, different };
}

/** `first`: number of the first of these libraries. */
export async function roundTrips(rounds: number, workers: Workers, first: number): Promise<Trips> {
  const result: Trips = {
    rounds: 0,
    different: [],
    large: 0,
    clips: 0,
    pictures: 0,
    comparisons: 0,
    trashed: 0,
    versions: 0,
  };
  for (let round = first; round < first + rounds; round += 1) {
    const count = round % LONG_EVERY === LONG_EVERY - 1 ? LONG : 1 + random(2 * ONE_TRANSACTION);
    const { was, different } = await roundTrip(count, workers);
    result.different.push(...different.map((when) => ({ round, when, clips: was.clips })));
    for (const name of ['clips', 'pictures', 'comparisons', 'trashed', 'versions'] as const) result[name] += was[name];
    if (was.clips > ONE_TRANSACTION) result.large += 1;
    result.rounds += 1;
  }
  return result;
}
