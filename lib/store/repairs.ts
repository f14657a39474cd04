/** Runs repairs one at a time beside the writes, each under the hold it began with, and tells what came of them. */
import type { Change } from './apply';
import type { StoreReport } from './contract';
import { codeOf, isDamaged, StoreFailure } from './failures';
import { countsAgree } from './match-lines';
import { type Bookmark, finishRebuild, rebuildDatabase } from './rebuild';
import {
  type Copied,
  type Fits,
  forgetLetters,
  type Hold,
  renewCopy,
  replayInto,
  type Step,
  verifyCopy,
} from './repair';
import { isFull } from './room';
import type { SecondPlace } from './second/place';
import { PARTIAL } from './settle';

export interface RepairParts {
  step: (own: Hold) => Step;
  isHeld: (own: Hold) => boolean;
  /** When the last write began, ms. */
  lastWrite: () => number;
  /** Other windows see that this one is at it. */
  whileFilling: <T>(work: () => Promise<T>) => Promise<T>;
  /** Those of the worker. */
  clearLetters: () => Promise<void>;
  onReport: (report: StoreReport) => void;
  onRefilled: () => void;
  /** The database cannot be repaired: it is damaged. */
  onDamage: () => void;
}

const VERIFY_AFTER_MS = 3_000;
const TELL_EVERY_MS = 2_000;
const QUIET_MS = 500;
const COMPACT_PAUSE_MS = 60_000;
const TRIES = 3;
const TRY_AGAIN_MS = 300;
/** The database follows. */
const COMING: StoreReport = { code: 'rebuilt', count: 0 };
const CAUGHT_UP: StoreReport = { code: 'caught-up', count: 0 };
const total = ({ kept, trashed }: Hold['head']): number => kept + trashed;

/** A repair that fails is tried again, unless more than a moment is needed; what is not finished then is found by a comparison. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || isDamaged(error) || codeOf(error) === 'store-full') throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
}

export function createRepairs(parts: RepairParts) {
  const { step, isHeld, lastWrite, onReport, onRefilled, onDamage } = parts;
  let running: Promise<void> = Promise.resolve();
  let busy = 0;
  let compacting = false;
  let verified = false;
  let unfinished: unknown;
  /** Goes on with that. */
  let goOn: { own: Hold; attempt: () => Promise<void> } | null = null;
  let compactAgainAt = 0;
  /** How often rows were found lost, and up to which time filling has looked for them in the second place. */
  let [lost, sought] = [0, 0];
  /** Where filling was interrupted. Only a comparison that finds the database still incomplete goes on there. */
  const bookmark: Bookmark = { stand: null };

  /** `onRefilled` at most every two seconds: whoever hears it looks at everything anew. */
  function seldom(): () => void {
    let last = performance.now();
    return () => {
      if (performance.now() - last < TELL_EVERY_MS) return;
      last = performance.now();
      onRefilled();
    };
  }

  const onAside = (count: number) => onReport({ code: 'set-aside', count });
  const isWhole = () => sought === lost;
  const fill = (own: Hold, copy: SecondPlace) =>
    parts.whileFilling(() => rebuildDatabase(step(own), copy, seldom(), bookmark));

  async function rebuild(own: Hold, copy: SecondPlace, report: StoreReport | null): Promise<boolean> {
    const asked = lost;
    const outcome = await fill(own, copy);
    if (!outcome) return false;
    sought = asked;
    const count = report?.code === 'caught-up' ? outcome.added : outcome.total;
    // What neither place has any more is lost: that is said, whatever came back.
    const partly = report?.code === 'rebuilt' && !outcome.whole;
    if (partly) onReport({ code: 'rebuilt-partly', count });
    else if (report && count > 0) onReport({ ...report, count });
    onRefilled();
    return true;
  }

  /** The second place anew. Throws where there is no room for two: trying would leave none for changes either. */
  async function renew(own: Hold, copy: SecondPlace, pause?: () => Promise<void>): Promise<Copied> {
    if (await isFull(own.size)) throw new StoreFailure('store-full');
    const options = { onAside, isWhole, ...(pause && { pause }) };
    return renewCopy(step(own), copy, () => rebuild(own, copy, CAUGHT_UP), options);
  }

  /** Waits until nothing has been written for a while: what can wait would be in the way. */
  async function quiet(): Promise<void> {
    for (let left = 1; left > 0; ) {
      left = lastWrite() + QUIET_MS - performance.now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    }
  }

  async function verify(own: Hold, copy: SecondPlace): Promise<void> {
    if (verified || !isHeld(own)) return;
    const whole = await verifyCopy(step(own), copy, quiet);
    if (whole === null) return;
    if (!whole) {
      const count = total(own.head);
      if ((await renew(own, copy)) === 'copied') onReport({ code: 'copy-rebuilt', count });
    }
    await quiet();
    if ((await countsAgree(step(own), quiet)) === false) {
      if (await rebuild(own, copy, CAUGHT_UP)) await renew(own, copy);
      // Rows that are counted but not found, or found but not counted, are beyond repair.
      if ((await countsAgree(step(own), quiet)) === false) onDamage();
    }
    verified = true;
  }

  /** One after the other; what is not finished is found and finished at the next start. */
  function chain(work: () => Promise<unknown>): Promise<void> {
    busy += 1;
    running = running
      .then(work)
      .then(
        () => undefined,
        (error: unknown) => {
          if (isDamaged(error)) onDamage();
        },
      )
      .finally(() => {
        busy -= 1;
      });
    return running;
  }

  function start(
    own: Hold,
    copy: SecondPlace,
    task: 'none' | 'rebuild' | 'rewrite',
    report: StoreReport | null,
  ): Promise<void> {
    if (task !== 'rebuild' || report?.code === 'caught-up') bookmark.stand = null;
    if (task === 'none') {
      unfinished = undefined;
      setTimeout(() => void chain(() => verify(own, copy)), VERIFY_AFTER_MS);
      return running;
    }
    let isComplete = task !== 'rebuild';
    const work = async () => {
      if (!isHeld(own)) return;
      isComplete ||= await rebuild(own, copy, report);
      if (!isComplete) return;
      // Before there is a new second place, for which there may be no room; that it is due is in the head as well.
      if (own.spentLetters && !own.unreadLetters && task === 'rebuild') await step(own)(forgetLetters);
      if ((await renew(own, copy)) !== 'copied' || !own.spentLetters) return;
      await step(own)(async (hold) => {
        await parts.clearLetters().catch(() => undefined);
        await forgetLetters(hold);
      });
    };
    const attempt = () =>
      chain(async () => {
        try {
          await insist(work);
          unfinished = undefined;
        } catch (error) {
          if (codeOf(error) !== 'store-full') throw error;
          unfinished = error;
          goOn = { own, attempt };
          // Whoever asks now hears it.
          onRefilled();
        }
      });
    return attempt();
  }

  return {
    busy: () => busy > 0,
    /** Resolves after what is running now. */
    ended: () => running,
    /** Why a repair could not be finished, where it needs room; until one is. */
    failure: () => unfinished,
    /** Goes on with that repair; false when there is none under a hold that stands. */
    goOn(): boolean {
      if (unfinished === undefined || !goOn || !isHeld(goOn.own)) return false;
      void goOn.attempt();
      return true;
    },
    /** Rows were found lost: until they have been looked for there, no other second place takes the place of this one. */
    miss(): void {
      lost += 1;
    },
    /** Another window has the turn, and compares. */
    leave(): void {
      unfinished = undefined;
    },
    start,
    /** Writes the second place anew because it has grown to `size`; that can wait for every save. */
    compact(own: Hold, copy: SecondPlace, size: number): void {
      if (compacting || performance.now() < compactAgainAt) return;
      compacting = true;
      compactAgainAt = performance.now() + COMPACT_PAUSE_MS;
      own.size = size;
      void chain(() => renew(own, copy, quiet)).then(() => {
        compacting = false;
      });
    },
    /** Enters changes at one stroke, under one number, which is answered; throws when nothing of them was entered. */
    replay(
      own: Hold,
      copy: SecondPlace,
      source: AsyncGenerator<Change>,
      signal: AbortSignal,
      fits: Fits,
    ): Promise<number> {
      return new Promise((resolve, reject) => {
        const giveUp = () => reject(new StoreFailure('cancelled'));
        if (signal.aborted) return giveUp();
        signal.addEventListener('abort', giveUp);
        void chain(async () => {
          // From here on it says itself when it stops.
          signal.removeEventListener('abort', giveUp);
          if (signal.aborted) return giveUp();
          let entered: number | null = null;
          const stillFits: Fits = async (...now) => isWhole() && fits(...now);
          try {
            if (!isWhole()) await rebuild(own, copy, CAUGHT_UP);
            entered = await replayInto(step(own), copy, source, signal, stillFits, onAside);
            bookmark.stand = null;
            const outcome = await fill(own, copy);
            // It was written a moment ago: what cannot be read of it must not count as restored.
            if (outcome && !outcome.whole) throw new StoreFailure('restored-partly');
            // Another context has the turn: the list says that clips are still coming, and somebody goes on.
            if (!outcome || !(await step(own)(finishRebuild))) onReport(COMING);
            resolve(entered);
          } catch (error) {
            if (entered === null) return reject(error);
            // All of it is in the second place: the database goes on following.
            onReport(COMING);
            void start(own, copy, 'rebuild', COMING);
            if (codeOf(error) === 'restored-partly') reject(error);
            else resolve(entered);
          }
        });
      });
    },
    /** Makes a second place that can take changes at once, although it holds nothing older yet. */
    async establish(own: Hold, copy: SecondPlace): Promise<void> {
      await copy.begin(`${PARTIAL}${own.head.epoch}`);
      await copy.commit(own.head.seq);
      own.bare = false;
    },
  };
}
