/**
 * Backup and restore as the person sees them: what is running and how far, what a file would do before it does it, when
 * a backup is due, and what the start-up check found.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { backupReminder, type Reminder } from '@/lib/core/backup/reminder';
import { dayOf } from '@/lib/core/export/day';
import type { ErrorCode } from '@/lib/core/model/errors';
import type {
  ClipArchive,
  ClipStore,
  ImportOptions,
  ImportPlan,
  KeptCopy,
  StoreReport,
  Work,
} from '@/lib/store/contract';
import { createMarkedClips, type MarkedClips } from './marked-clips';

export type BackupPhase =
  | { state: 'idle' }
  | { state: 'running'; work: 'write' | 'inspect' | 'restore'; done: number; total: number }
  /** `missing`: clips are still coming back from the second place, or part of that cannot be read. */
  | { state: 'written'; clips: number; name: string; missing: 'coming' | 'unreadable' | null }
  /** `file` is what was looked at; nothing has been changed yet. */
  | { state: 'planned'; file: Blob; plan: ImportPlan }
  | { state: 'restored'; plan: ImportPlan }
  | { state: 'failed'; error: ErrorCode; detail: string };

export interface BackupStore {
  phase: ReadonlySignal<BackupPhase>;
  reminder: ReadonlySignal<Reminder | null>;
  /** What the start-up check did; null once it has been read. */
  report: ReadonlySignal<StoreReport | null>;
  /** The library as it was before the last upgrades. */
  copies: ReadonlySignal<readonly KeptCopy[]>;
  /** Why it is not known whether there are any. */
  copiesError: ReadonlySignal<ErrorCode | null>;
  lookForCopies(): Promise<void>;
  /** Clips with confidentiality marks, which every backup takes out with the others. */
  marked: MarkedClips;
  /** Whose backup is restored, when it is a colleague's; empty for one's own. */
  author: Signal<string>;
  write(): Promise<void>;
  /** Gives the person one of the kept copies. */
  saveCopy(copy: KeptCopy): void;
  inspect(file: Blob): Promise<void>;
  /** Carries out what was planned. */
  restore(): Promise<void>;
  stop(): void;
  /** Not now: asks again at the next start. */
  postpone(): void;
  dismissReport(): void;
  start(): () => void;
}

export interface BackupServices {
  store: ClipStore & ClipArchive;
  /** Now, as an ISO date and time. */
  clock: () => string;
  /** Gives the person a file. */
  save: (name: string, content: Blob) => void;
}

/** Changes come in showers, and each look reads the library. */
const REMIND_MS = 1_000;

const fileName = (at: string): string => `policy-clip-${dayOf(at)}`;
/** The database cannot be read, or does not answer. */
const SILENT: readonly ErrorCode[] = ['store-unavailable', 'store-timeout', 'store-full', 'unexpected'];

export function createBackupStore({ store, clock, save }: BackupServices): BackupStore {
  const phase = signal<BackupPhase>({ state: 'idle' });
  const reminder = signal<Reminder | null>(null);
  const report = signal<StoreReport | null>(null);
  const copies = signal<readonly KeptCopy[]>([]);
  const copiesError = signal<ErrorCode | null>(null);
  const author = signal('');
  let running: AbortController | null = null;
  let postponed = false;

  /** Starts work that can be stopped; what ran before is stopped, and what it answers later is shown no more. */
  function begin(work: 'write' | 'inspect' | 'restore'): Work & { stopped: () => boolean } {
    running?.abort();
    const own = new AbortController();
    running = own;
    phase.value = { state: 'running', work, done: 0, total: 0 };
    return {
      signal: own.signal,
      stopped: () => running !== own,
      onProgress: (done, total) => {
        if (running === own) phase.value = { state: 'running', work, done, total };
      },
    };
  }
  const options = (file: Blob): ImportOptions => ({
    author: author.value.trim() || null,
    at: clock(),
    ...(copies.value.some((copy) => copy.file === file) && { kept: true }),
  });
  const failed = (answer: { error: ErrorCode; detail?: string | undefined }): BackupPhase =>
    answer.error === 'cancelled'
      ? { state: 'idle' }
      : { state: 'failed', error: answer.error, detail: answer.detail ?? '' };

  async function remind(): Promise<void> {
    const answer = await store.backupState();
    if (answer.ok) reminder.value = postponed ? null : backupReminder(answer.value, clock());
  }

  async function lookForCopies(): Promise<void> {
    const answer = await store.keptCopies();
    copiesError.value = answer.ok ? null : answer.error;
    if (answer.ok) copies.value = answer.value;
  }

  return {
    phase,
    reminder,
    report,
    copies,
    copiesError,
    lookForCopies,
    marked: createMarkedClips(store),
    author,
    async write() {
      const work = begin('write');
      const at = clock();
      const answer = await store.backup({ author: null, at }, work);
      // A library that does not answer is saved from its second copy.
      const isSilent = !answer.ok && SILENT.includes(answer.error) && !work.stopped();
      const given = isSilent ? await store.rescue(work) : answer;
      if (work.stopped()) return;
      if (!given.ok) {
        phase.value = failed(given);
        return;
      }
      const mark = answer.ok ? answer.value.mark : null;
      const whole = 'whole' in given.value ? given.value.whole : mark !== null;
      const missing = whole ? null : answer.ok ? 'coming' : 'unreadable';
      const name = `${fileName(at)}${whole ? '' : '-partial'}${answer.ok ? '.zip' : '.jsonl.gz'}`;
      save(name, given.value.file);
      phase.value = { state: 'written', clips: given.value.clips, name, missing };
      if (mark) await store.backedUp(at, mark);
      await remind();
    },
    saveCopy: ({ at, shape, file }) => save(`${fileName(at)}-v${shape}.zip`, file),
    async inspect(file) {
      const work = begin('inspect');
      const answer = await store.inspectBackup(file, options(file), work);
      if (work.stopped()) return;
      phase.value = answer.ok ? { state: 'planned', file, plan: answer.value } : failed(answer);
    },
    async restore() {
      const planned = phase.value;
      if (planned.state !== 'planned') return;
      const work = begin('restore');
      const answer = await store.restoreBackup(planned.file, options(planned.file), work);
      // Stopped too late, it was done all the same: that is said unless something else is going on by now.
      if (work.stopped() && !(answer.ok && running === null)) return;
      phase.value = answer.ok ? { state: 'restored', plan: answer.value } : failed(answer);
    },
    stop() {
      running?.abort();
      running = null;
      phase.value = { state: 'idle' };
    },
    postpone() {
      postponed = true;
      reminder.value = null;
    },
    dismissReport() {
      report.value = null;
    },
    start() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      void remind();
      void lookForCopies();
      const undo = [
        store.report.subscribe((found) => {
          report.value = found;
          if (found?.code === 'upgraded') void lookForCopies();
        }),
        store.changes.subscribe(() => {
          timer ??= setTimeout(() => {
            timer = undefined;
            void remind();
          }, REMIND_MS);
        }),
      ];
      return () => {
        running?.abort();
        clearTimeout(timer);
        for (const stop of undo) stop();
      };
    },
  };
}
