/**
 * Backups that are made by themselves, into a folder that the person chose: while a window is open, once a day if
 * anything has changed. Off until a folder is chosen. One that is due and cannot be written is told.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { automaticBackupDue } from '@/lib/core/backup/reminder';
import { dayOf } from '@/lib/core/export/day';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { Result } from '@/lib/core/model/failure';
import type { ClipArchive, ClipStore } from '@/lib/store/contract';

/** What the browser offers; see `lib/platform/backup-folder.ts`. */
export interface FolderPort {
  available: boolean;
  look(): Promise<{ name: string; allowed: boolean } | null>;
  forgotten(): Promise<string | null>;
  choose(): Promise<Result<{ name: string; allowed: boolean }>>;
  ask(): Promise<{ name: string; allowed: boolean } | null>;
  write(day: string, file: Blob): Promise<Result<{ name: string }>>;
  forget(): Promise<void>;
  alone(work: () => Promise<void>): Promise<void>;
}

/**
 * Why no backups are written. `lost`: the browser has lost the folder; `waits`: one is due, and the browser wants to be
 * asked first; `failed`: the last one could not be written.
 */
export type FolderNotice =
  | { state: 'lost'; name: string }
  | { state: 'waits'; name: string }
  | { state: 'failed'; error: ErrorCode };

export interface FolderBackup {
  available: boolean;
  folder: ReadonlySignal<{ name: string; allowed: boolean } | null>;
  /** When the last one was written in this window, or why it was not. */
  outcome: ReadonlySignal<{ at: string } | { error: ErrorCode } | null>;
  /** A folder was chosen in this window: what goes into it from now on is said once. */
  chosen: ReadonlySignal<boolean>;
  notice: ReadonlySignal<FolderNotice | null>;
  choose(): Promise<void>;
  /** Asks the browser for the folder again; by a click. */
  allow(): Promise<void>;
  turnOff(): Promise<void>;
  /** Not now: `waits` and `failed` are told again at the next start. */
  postpone(): void;
  start(): () => void;
}

export interface FolderBackupServices {
  store: ClipStore & ClipArchive;
  port: FolderPort;
  clock: () => string;
}

/** Changes come in showers: one look after them is enough. */
const LOOK_AFTER_MS = 5_000;

export function createFolderBackup({ store, port, clock }: FolderBackupServices): FolderBackup {
  const folder = signal<{ name: string; allowed: boolean } | null>(null);
  const forgotten = signal<string | null>(null);
  const outcome = signal<{ at: string } | { error: ErrorCode } | null>(null);
  const isChosen = signal(false);
  const due = signal(false);
  const postponed = signal(false);
  let isOutdated = false;
  const notice = computed((): FolderNotice | null => {
    if (forgotten.value) return { state: 'lost', name: forgotten.value };
    if (!folder.value || postponed.value) return null;
    if (outcome.value && 'error' in outcome.value) return { state: 'failed', error: outcome.value.error };
    return due.value && !folder.value.allowed ? { state: 'waits', name: folder.value.name } : null;
  });
  const stopping = new AbortController();
  const work = { signal: stopping.signal, onProgress: () => undefined };

  async function ask(): Promise<void> {
    const state = await store.backupState();
    if (!state.ok) return;
    due.value = automaticBackupDue(state.value, clock());
    // Another window has written it meanwhile, or the person has.
    if (!due.value && outcome.value && 'error' in outcome.value) outcome.value = null;
  }
  async function write(): Promise<void> {
    await ask();
    if (!due.value) return;
    const at = clock();
    const made = await store.backup({ author: null, at }, work);
    // The library is not whole just now, and when it is, that is a change.
    if (made.ok && !made.value.mark) return;
    const written = made.ok ? await port.write(dayOf(at), made.value.file) : made;
    if (made.ok && made.value.mark && written.ok) {
      await store.backedUp(at, made.value.mark);
      due.value = false;
      outcome.value = { at };
    } else if (!written.ok && written.error !== 'cancelled') {
      outcome.value = { error: written.error };
    }
  }
  async function look(): Promise<void> {
    folder.value = await port.look();
    forgotten.value = folder.value ? null : await port.forgotten();
    // What a newer build wrote is not whole to this one, and its backup is not put in the place of a whole one.
    if (!folder.value || stopping.signal.aborted || isOutdated) return;
    await (folder.value.allowed ? port.alone(write) : ask());
  }

  return {
    available: port.available,
    folder,
    outcome,
    chosen: isChosen,
    notice,
    async choose() {
      const chosen = await port.choose();
      if (!chosen.ok) {
        if (chosen.error !== 'cancelled') outcome.value = { error: chosen.error };
        return;
      }
      outcome.value = null;
      postponed.value = false;
      isChosen.value = true;
      await look();
    },
    async allow() {
      folder.value = await port.ask();
      outcome.value = null;
      postponed.value = false;
      await look();
    },
    async turnOff() {
      await port.forget();
      isChosen.value = false;
      folder.value = null;
      forgotten.value = null;
      outcome.value = null;
    },
    postpone() {
      postponed.value = true;
    },
    start() {
      if (!port.available) return () => undefined;
      const hear = store.report.subscribe((report) => {
        isOutdated = report?.code === 'outdated';
      });
      void look();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const undo = store.changes.subscribe(() => {
        if (!folder.value) return;
        timer ??= setTimeout(() => {
          timer = undefined;
          void look();
        }, LOOK_AFTER_MS);
      });
      return () => {
        stopping.abort();
        clearTimeout(timer);
        undo();
        hear();
      };
    },
  };
}
