// The disk is full: the profile lies in a small file system, which a ballast file fills before the work, in the middle of
// it, of a large restore, of a compaction of the journal or of a rebuild. Whatever was acknowledged must be there while it
// is full, after the browser was ended and started again, and once there is room; what was refused must have said why; and
// with room again everything works without being opened anew.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../tools/browser.mjs';
import { announced, BACKENDS, killAll, openLibrary } from './library.mjs';
import { Model } from './model.mjs';
import { mountSmall } from './small-disk.mjs';

/** The ballast leaves up to one of these, bytes. */
const LEFT = [0, 100_000, 1_000_000, 5_000_000];
/** A refusal comes within the deadline of a call. */
const LIMIT_MS = 5_500;
/** Clips of a restore that is more than one transaction takes, and how long it takes about, ms. */
const LARGE = 2_400;
const LARGE_MS = 1_600;
/** Bytes of pictures that make the journal be written anew, which begins when nothing has been written for so long. */
const GROWN = 12_000_000;
const QUIET_MS = 500;
const COMPACTION_MS = 500;
/** How long everything may take to be back once there is room: what failed is tried again ever more seldom. */
const AGAIN_MS = 30_000;
const TRIES = 3;
/** What a full disk is no reason to say. */
const FALSE = ['rebuilt-partly', 'copy-closed', 'single-copy', 'set-aside'];
/** Answers that say what the matter is. */
const CLEAR = ['store-full', 'store-rebuilding'];

const upTo = (most) => Math.floor(Math.random() * (most + 1));
const fillSome = (disk) => disk.fill(upTo(LEFT[upTo(LEFT.length - 1)]));
async function work(library, ms) {
  await library.call('work');
  await delay(ms);
}

/** What is being done when the disk becomes full. Each leaves the library open and the disk full. */
const MOMENTS = {
  async before({ library, disk }) {
    fillSome(disk);
    await work(library, 900);
    await library.call('rest');
    return library;
  },
  async meanwhile({ library, disk }) {
    await work(library, upTo(800));
    fillSome(disk);
    await delay(700);
    await library.call('rest');
    return library;
  },
  async compaction({ library, disk }) {
    await library.call('grow', GROWN);
    await delay(QUIET_MS + upTo(COMPACTION_MS));
    fillSome(disk);
    await work(library, 300);
    await library.call('rest');
    return library;
  },
  async restore({ library, disk }) {
    const restoring = library.call('restoreMany', LARGE);
    await delay(upTo(LARGE_MS));
    fillSome(disk);
    await restoring;
    return library;
  },
  async rebuild({ library, disk, open }) {
    await library.browser.close();
    rmSync(join(disk.profile, 'Default/IndexedDB'), { recursive: true, force: true });
    fillSome(disk);
    return open();
  },
};

/** What was answered and shown, in numbers, and what should not have been. */
class Tally {
  rounds = 0;
  acknowledged = 0;
  /** By the code of the refusal. */
  refused = {};
  /** What stood in place of the whole list while the disk was full. */
  unread = {};
  /** Times that there was no list, and the second place gave everything as a file. */
  rescued = 0;
  wiped = 0;
  /** What the library said of itself, and what of it was not so. */
  reports = {};
  misled = [];
  losses = [];
  silent = [];
  unanswered = [];
  slowest = 0;
  /** Times that the browser itself did not start, or not the extension’s worker in it. */
  notStarted = [];

  #count(table, code) {
    table[code] = (table[code] ?? 0) + 1;
  }

  answer(when, { code, detail = '', ms = 0 }) {
    this.slowest = Math.max(this.slowest, Math.round(ms));
    if (ms > LIMIT_MS && code !== 'ok') this.unanswered.push({ when, code, ms });
    if (code === 'ok') return;
    this.#count(this.refused, code);
    if (!CLEAR.includes(code)) this.silent.push({ when, code, detail: detail.slice(0, 300) });
  }

  lost(when, losses) {
    this.losses.push(...losses.slice(0, 3).map((loss) => ({ when, ...loss })));
  }

  said(when, code) {
    this.#count(this.reports, code);
    if (FALSE.includes(code)) this.misled.push({ when, code });
  }

  /** A list is whole, or says that it is not; where there is none, it is said why. */
  shown(when, model, { found, coming, refused }) {
    if (!found) {
      this.#count(this.unread, refused.code);
      if (!CLEAR.includes(refused.code)) this.silent.push({ when, ...refused });
      return;
    }
    const losses = model.losses(found);
    if (losses.length > 0 && coming) this.#count(this.unread, 'incomplete');
    else this.lost(when, losses);
  }
}

/** One round; the profile is left closed, on a disk with room. */
async function round({ name, disk, model, tally, open }) {
  const when = (what) => `${tally.rounds} ${name}: ${what}`;
  let library = await open();
  const end = async () => {
    for (const code of await library.call('reported')) tally.said(when('reports'), code);
    await (upTo(1) ? killAll(library) : library.browser.close());
  };
  const now = () => library.call('lookNow', library.workers);
  const hear = async (what) => {
    for (const answer of await library.call('heard')) tally.answer(when(what), answer);
  };
  const start = await library.look();
  tally.lost(when('start'), model.losses(start));
  if (start.before < model.size && !announced(start)) tally.silent.push({ when: when('start'), before: start.before });
  if (start.reports.some(({ code }) => code === 'rebuilt')) tally.wiped += 1;
  model.accept(start);
  const before = model.heard;

  library = await MOMENTS[name]({ library, disk, open });
  await hear('work');
  const { id, ok, error, begun, answered } = await library.call('saveByWorker');
  const [code, ...detail] = ok ? ['ok'] : error.split(' ');
  tally.answer(when('worker'), { code, detail: detail.join(' '), ms: answered - begun });
  const shown = await now();
  tally.shown(when('full'), model, shown);
  if (!shown.found && model.size > 0) {
    // Where there is no list, everything can still be had as a file.
    const rescued = await library.call('rescue');
    tally.answer(when('rescue'), rescued);
    if (rescued.code === 'ok' && rescued.clips < model.size) tally.lost(when('rescue'), [{ what: 'lost', rescued }]);
    if (rescued.code === 'ok') tally.rescued += 1;
  }
  tally.answer(when('backup'), await library.call('backUp'));
  await end();

  if (upTo(1)) disk.free();
  library = await open();
  tally.shown(when('started again'), model, await now());
  disk.free();
  const isBack = () => library.call('isWhole');
  await until(isBack, { what: 'the whole library', deadline: AGAIN_MS }).catch(() => undefined);
  const { found, ...instead } = await now();
  tally.lost(when('room again'), found ? model.losses(found) : [{ what: 'does not come back', instead }]);
  if (ok && !found?.clips.some((clip) => clip.id === id))
    tally.lost(when('room again'), [{ what: 'the worker’s', id }]);
  await library.call('fill', 1).catch((why) => tally.lost(when('room again'), [{ what: String(why).slice(0, 300) }]));
  await hear('room again');
  await end();
  tally.acknowledged += model.heard - before + (ok ? 1 : 0);
  tally.rounds += 1;
}

/**
 * @param {{ extension: string, rounds: number, backend?: 'leveldb' | 'sqlite', only?: string, onRound?: (result: object) => void }} options
 *   `only`: how the names of the moments begin
 * @returns what was lost, refused and not said; null where no small file system can be had
 */
export async function fullRounds({ extension, rounds, backend = 'leveldb', only = '', onRound = () => undefined }) {
  const disk = mountSmall();
  if (!disk) return null;
  const tally = new Tally();
  const names = Object.keys(MOMENTS).filter((name) => name.startsWith(only));
  let model = new Model();
  let library;
  const open = async () => {
    for (let tries = 1; ; tries += 1) {
      try {
        library = await openLibrary({ extension, profile: disk.profile, args: BACKENDS[backend], model });
        return library;
      } catch (error) {
        tally.notStarted.push(String(error).slice(0, 200));
        if (tries === TRIES) throw error;
      }
    }
  };
  try {
    while (tally.rounds < rounds) {
      await round({ name: names[tally.rounds % names.length], disk, model, tally, open });
      onRound(tally);
      // A profile lives through each moment once; what the last one left is looked at as well.
      if (tally.rounds % names.length > 0 && tally.rounds < rounds) continue;
      tally.lost('the end of a profile', model.losses(await (await open()).look()));
      await library.browser.close();
      disk.clear();
      model = new Model();
    }
    return { ...tally };
  } finally {
    await library?.browser.close().catch(() => undefined);
    await disk.end();
  }
}
