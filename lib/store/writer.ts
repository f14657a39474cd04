/**
 * Writes changes to both places, one change after the other, acknowledged when both have it. Holds the turn until
 * another context wants it; on taking it, compares both places and sets repairs going.
 */
import type { Applied } from './apply';
import type { StoreReport } from './contract';
import type { Tables } from './database';
import { isFilledElsewhere, whileFilling } from './elsewhere';
import { codeOf, isLate, isNotOffered, JournalFailure, StoreFailure, withDeadline } from './failures';
import { planOfAll } from './join';
import type { Hold } from './repair';
import { createRepairs } from './repairs';
import { allRecords } from './second/all-records';
import type { Letters } from './second/letters';
import type { SecondPlace } from './second/place';
import { type Settled, settle, settleAlone, settled } from './settle';
import { createTurn } from './turn';
import { holdsAll, isCopied } from './whole';
import { writeBoth, writeLetter } from './write-both';
import type { Plan, WriteOptions, Writer } from './writer-contract';

export interface WriterParts {
  name: string;
  tables: () => Promise<Tables>;
  /** The journal; null in the service worker. */
  place: SecondPlace | null;
  letters: Letters | null;
  onReport: (report: StoreReport) => void;
  /** Takes the database away. */
  destroy: () => Promise<void>;
  /** After every change: other windows should see it. */
  onChanged: () => void;
  /** Clips and comparisons came, from the second place or out of a backup. */
  onRefilled: () => void;
}

interface Asked extends Required<WriteOptions> {
  /** Whoever asked has been told that it takes too long. What has not begun by then must not happen. */
  late: () => boolean;
}
/** A database that is damaged again so soon is not replaced again. */
const HEAL_PAUSE_MS = 60_000;

export function createWriter(parts: WriterParts): Writer {
  const { name, tables, place, letters, onReport, onChanged } = parts;
  let queue: Promise<unknown> = Promise.resolve();
  let hold: Hold | null = null;
  /** The last one there was. */
  let latest: Hold | null = null;
  /** Null once the file system failed: the database goes on without it, and the person has been told. */
  let journal = place;
  /** The browser has no such thing; else it is there and cannot be opened. */
  let isGone = false;
  let healAgainAt = 0;
  let lastWrite = Number.NEGATIVE_INFINITY;
  let failure: unknown;
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const next = () => work();
    const run = queue.then(next, next);
    queue = run.catch(() => undefined);
    return run;
  };
  const turn = createTurn(name, () => void queued(letGo));
  const repairs = createRepairs({
    step: (own) => (work) =>
      queued(async () => {
        if (hold !== own) return null;
        try {
          return await work(own);
        } catch (error) {
          if (error instanceof JournalFailure && codeOf(error) !== 'store-full') await openAgain(own);
          throw error;
        }
      }),
    isHeld: (own) => hold === own,
    lastWrite: () => lastWrite,
    whileFilling: (work) => whileFilling(name, work),
    clearLetters: async () => letters?.clear(),
    onReport,
    onRefilled: parts.onRefilled,
    onDamage: () => void heal().catch(() => undefined),
  });

  /** A worker that left a request unanswered was ended. If it is not as it was, the next change begins with a comparison. */
  async function openAgain({ head }: Hold): Promise<void> {
    const state = await journal?.open().catch(() => null);
    if (state?.seq === head.seq && state.epoch.endsWith(head.epoch)) return;
    hold = null;
    // It has moved on: what the list shows may be older.
    if (state && state.seq > head.seq) void check();
  }

  async function letGo(): Promise<void> {
    hold = null;
    if (!turn.held()) return;
    if (place && !isGone) await place.close();
    turn.give();
  }

  async function alone(db: Tables, report: StoreReport | null): Promise<Settled> {
    return { ...settled(await settleAlone(db, letters, isGone), report), bare: true };
  }

  async function compare(db: Tables): Promise<Settled> {
    if (!journal) return alone(db, null);
    try {
      return await settle(db, journal, letters);
    } catch (error) {
      if (!(error instanceof JournalFailure) || ['store-full', 'store-newer'].includes(codeOf(error))) throw error;
      await journal.close();
      journal = null;
      isGone = isNotOffered(error);
      return alone(db, { code: isGone ? 'single-copy' : 'copy-closed', count: 0 });
    }
  }

  /** Has the turn and knows the head. Another context is not waited for for longer than an answer may take. */
  async function ready(): Promise<Hold> {
    const db = await tables();
    // A connection that was lost and opened again is compared again.
    if (hold?.tables === db) return hold;
    hold = null;
    await turn.take();
    try {
      const { report, task, ...found } = await compare(db);
      const own: Hold = { tables: db, ...found, filling: found.head.rebuilding };
      hold = own;
      latest = own;
      failure = undefined;
      if (report) onReport(report);
      if (journal) repairs.start(own, journal, task, report);
      return own;
    } catch (error) {
      await letGo();
      throw error;
    }
  }

  async function writeOnce(plan: Plan, asked: Asked, again = false): Promise<Applied | null> {
    const { revive, deadline, onlyNew, late } = asked;
    const refuseLate = () => {
      if (late()) throw new StoreFailure('store-timeout');
    };
    refuseLate();
    lastWrite = performance.now();
    if (place && !onlyNew && !turn.held() && (await isFilledElsewhere(name, tables))) {
      throw new StoreFailure('store-rebuilding');
    }
    const own = await ready();
    if (own.filling && !onlyNew) {
      // Nobody is at it any more: the next comparison begins it anew, also where the journal could not be opened.
      if (!repairs.busy()) [hold, journal] = [null, place];
      throw new StoreFailure('store-rebuilding');
    }
    if (own.bare && journal) await repairs.establish(own, journal);
    const planned = plan(own.tables, again);
    const change = await (deadline ? withDeadline(planned) : planned);
    refuseLate();
    if (!change) return null;
    try {
      const applied = await (journal
        ? writeBoth(own, journal, change, revive)
        : writeLetter(own, letters, change, revive));
      own.head = applied.head;
      if (journal && applied.grown > 0) repairs.compact(own, journal, applied.grown);
      return applied;
    } catch (error) {
      // Whatever happened, the next write begins with a comparison; what is too large was begun nowhere.
      if (codeOf(error) !== 'change-too-large') await letGo();
      throw error;
    }
  }

  async function writeTwice(plan: Plan, asked: Asked): Promise<Applied | null> {
    try {
      return await writeOnce(plan, asked);
    } catch (error) {
      if (!(error instanceof StoreFailure) || error.code !== 'no-answer') throw error;
      return writeOnce(plan, asked, true);
    }
  }

  async function replaced(): Promise<boolean> {
    const healed = await queued(async () => {
      if (!journal || performance.now() < healAgainAt) return false;
      if (latest?.lacking && !(await isCopied(latest.tables))) return false;
      healAgainAt = performance.now() + HEAL_PAUSE_MS;
      await turn.take();
      hold = null;
      if (!(await holdsAll(journal, latest?.head.seq))) return false;
      await parts.destroy();
      return true;
    });
    if (healed) await queued(ready);
    return healed;
  }

  /** Until it is done, nobody sees the database that is still empty. */
  function heal(): Promise<boolean> {
    const healing = replaced();
    const before = checked;
    checked = Promise.allSettled([before, healing]).then(() => undefined);
    return healing;
  }

  function check(): Promise<void> {
    const compared = queued(async () => {
      // What failed goes on, or is begun anew.
      const isOpen = journal && (hold?.filling || hold?.head.rebuilding || repairs.failure());
      if (isOpen && !repairs.busy() && !repairs.goOn()) hold = null;
      if (place && (turn.held() || (await turn.tryTake()))) await ready();
      else repairs.leave();
    });
    const note = (error?: unknown) => {
      failure = error;
    };
    return compared.then(() => note(), note);
  }

  let checked = check();

  return {
    async write(plan, { revive = false, deadline = true, onlyNew = false } = {}) {
      let late = false;
      const asked: Asked = { revive, deadline, onlyNew, late: () => late };
      // The next one waits for this one to end, answered or not: two at the same time would count from the same number.
      const writing = queued(() => writeTwice(plan, asked)).then(
        (applied) => {
          if (applied) onChanged();
          return applied;
        },
        (error: unknown) => {
          // The database may have it all the same.
          if (isLate(error) || error instanceof JournalFailure) onChanged();
          throw error;
        },
      );
      try {
        return await (deadline ? withDeadline(writing) : writing);
      } catch (error) {
        late = isLate(error);
        throw error;
      } finally {
        if (!place) void queued(letGo);
      }
    },
    async replay(source, signal, fits) {
      const own = await queued(() => {
        // One that could not be opened is tried again: beside a database only, this is too much for one change.
        if (place && !journal && !isGone) [hold, journal] = [null, place];
        return ready();
      });
      if (own.filling) throw new StoreFailure('store-rebuilding');
      if (place && !journal && !isGone)
        throw new StoreFailure('store-unavailable', 'the second place cannot be opened');
      if (!journal) {
        const plan = await planOfAll(source, signal, fits);
        return (await this.write(plan, { revive: true, deadline: false }))?.head.seq ?? null;
      }
      const copy = journal;
      if (own.bare) await queued(() => repairs.establish(own, copy));
      const seq = await repairs.replay(own, copy, source, signal, fits);
      onChanged();
      return seq;
    },
    get checked() {
      return checked;
    },
    failure: () => failure ?? repairs.failure(),
    check,
    async recover() {
      repairs.miss();
      const own = await queued(ready);
      // What is coming already has it.
      if (!journal || (own.filling && repairs.busy())) return repairs.ended();
      await repairs.start(own, journal, 'rebuild', { code: 'caught-up', count: 0 });
    },
    records(onMissing = () => undefined) {
      const read = async (copy: SecondPlace, at: number) => {
        // Between two parts another window may have had the turn, a change have failed, or the worker have ended.
        if (!hold) await turn.take().then(copy.open);
        return copy.replay(at).catch(() => copy.open().then(() => copy.replay(at)));
      };
      return allRecords(place, letters, (copy, at) => queued(() => read(copy, at)), onMissing);
    },
    heal,
    async close() {
      await queued(letGo).catch(() => undefined);
      turn.close();
      letters?.close();
    },
  };
}
