/**
 * What a list is worth. Questions wait for the comparison at the start; an empty library is never shown as one while the
 * second place may know more; and every window says while clips are coming back, whichever window brings them. What
 * passes is looked at again and again, taken over when nobody is at it any more, and unsaid when it is over.
 */
import { createCell } from './changes';
import type { StoreReport, Subscribable } from './contract';
import type { Tables } from './database';
import { codeOf, DEADLINE_MS, StoreFailure, withDeadline } from './failures';
import { headOf } from './reads';
import { isFull } from './room';
import type { Head } from './rows';
import type { Writer } from './writer-contract';

export interface WatchParts {
  readable: () => Promise<Tables>;
  writer: Pick<Writer, 'checked' | 'failure' | 'check'>;
  /** Asks everything anew. */
  tell: () => void;
}

export interface Watch {
  report: Subscribable<StoreReport | null>;
  /** Said by this window itself. */
  say(report: StoreReport): void;
  /** The database, once it is known what a question to it is worth; throws when an answer would mislead. */
  tables(): Promise<Tables>;
  close(): void;
}

const COMING: StoreReport = { code: 'rebuilt', count: 0 };
const UNCHECKED: StoreReport = { code: 'unchecked', count: 0 };
const FULL: StoreReport = { code: 'unchecked-full', count: 0 };
const LOOK_MS = 1_000;
/** A comparison that fails costs reading and battery each time: it is tried less and less often. */
const LONGEST_MS = 60_000;
/** Leaves a question the time to be answered after all. */
const WAIT_MS = DEADLINE_MS - 1_000;
const POLL_MS = 50;

const unchecked = (failure: unknown): StoreReport => (codeOf(failure) === 'store-full' ? FULL : UNCHECKED);

/** Another window may be about to write the head of a database that was made anew. */
async function headSoon(tables: Tables): Promise<Head | null> {
  const until = performance.now() + DEADLINE_MS;
  for (;;) {
    const head = await headOf(tables);
    if (head || performance.now() > until) return head;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export function createWatch({ readable, writer, tell }: WatchParts): Watch {
  const report = createCell<StoreReport | null>(null);
  let said: StoreReport | null = null;
  /** What stood where now something stands that passes. */
  let before: StoreReport | null = null;
  /** The journal cannot be opened: nobody knows what it holds. */
  let shut = false;
  let seen: Tables | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = LOOK_MS;
  let ended = false;
  /** Not before: there may be room for a question, though not for what has to be repaired. */
  let roomAgainAt = 0;

  let waiting: { on: Promise<void>; late: Promise<unknown> } | null = null;

  /** Waits for the comparison, though not for one that does not end; answers why it is not known what it found. */
  async function unknown(): Promise<unknown> {
    const on = writer.checked;
    if (waiting?.on !== on) {
      const late = withDeadline(on, WAIT_MS).then(
        () => undefined,
        (error: unknown) => error,
      );
      const own = { on, late };
      waiting = own;
      void on.then(() => {
        own.late = Promise.resolve(undefined);
      });
    }
    return (await waiting.late) ?? writer.failure();
  }

  const isUnchecked = () => said === UNCHECKED || said === FULL;
  const passes = () => said === COMING || isUnchecked();
  const set = (next: StoreReport | null) => {
    said = next;
    report.set(next);
  };
  function pass(next: StoreReport): void {
    if (!passes()) before = said;
    if (said !== next) set(next);
    if (!ended) timer ??= setTimeout(() => void look(), rest);
  }

  /** Compares once more, or goes on with what a closed window has begun; then: is it over? */
  async function look(): Promise<void> {
    timer = undefined;
    if (ended || !passes()) return;
    await writer.check();
    const head = await readable()
      .then(headOf)
      .catch(() => null);
    if (ended || !passes()) return;
    const failure = writer.failure();
    rest = failure ? Math.min(2 * rest, LONGEST_MS) : LOOK_MS;
    if (failure) return pass(unchecked(failure));
    if (!head || (head.rebuilding && !shut)) return pass(COMING);
    set(before);
    tell();
  }

  return {
    report,
    say(found) {
      if (found.code === 'copy-closed') shut = true;
      const isComing = found.count === 0 && (found.code === 'rebuilt' || found.code === 'caught-up');
      if (isComing) pass(COMING);
      else if (passes() && found.code === 'set-aside') before = found;
      else set(found);
    },
    async tables() {
      let failure = await unknown();
      if (codeOf(failure) === 'store-full' && performance.now() >= roomAgainAt && !(await isFull())) {
        // Room was made: whoever asks need not wait for the next look.
        roomAgainAt = performance.now() + rest;
        await writer.check();
        failure = writer.failure();
      }
      const tables = await readable().catch((error: unknown) => {
        if (codeOf(error) === 'store-full') pass(FULL);
        throw error;
      });
      if (!tables.writable || (tables === seen && !failure && !shut)) return tables;
      let head = await headOf(tables);
      if (!head && !failure) {
        // Under this window's feet a database may have been lost and made anew.
        await writer.check();
        failure = writer.failure();
      }
      if (failure) pass(unchecked(failure));
      else if (isUnchecked() && rest > LOOK_MS) {
        // A change has compared them meanwhile: that need not wait for the next look.
        clearTimeout(timer);
        void look();
      }
      if (!failure) head ??= await headSoon(tables);
      const empty = !head || head.kept + head.trashed === 0;
      if (failure && empty) throw failure;
      if (!head) throw new StoreFailure('store-timeout', 'not compared yet');
      if (shut && empty) throw new StoreFailure('store-unavailable', 'the second place cannot be opened');
      // Nothing comes from a place that is shut, and what to do about that stays said.
      if (head.rebuilding && !shut) pass(COMING);
      seen = tables;
      return tables;
    },
    close() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
