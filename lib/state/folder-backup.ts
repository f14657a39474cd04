/**
 * Backups that are made by themselves, into a folder that the person chose: while a window is open, once a day if
 * anything has changed. Off until a folder is chosen.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { automaticBackupDue } from '@/lib/core/backup/reminder';
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

export interface FolderBackup {
  available: boolean;
  folder: ReadonlySignal<{ name: string; allowed: boolean } | null>;
  /** Name of a folder that the browser has lost: backups have ended and it must be chosen again. */
  forgotten: ReadonlySignal<string | null>;
  /** When the last one was written in this window, or why it was not. */
  outcome: ReadonlySignal<{ at: string } | { error: ErrorCode } | null>;
  /** A folder was chosen in this window: what goes into it from now on is said once. */
  chosen: ReadonlySignal<boolean>;
  choose(): Promise<void>;
  /** Asks the browser for the folder again; by a click. */
  allow(): Promise<void>;
  turnOff(): Promise<void>;
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
  const stopping = new AbortController();
  const work = { signal: stopping.signal, onProgress: () => undefined };

  async function write(): Promise<void> {
    const state = await store.backupState();
    if (!state.ok || !automaticBackupDue(state.value, clock())) return;
    const at = clock();
    const made = await store.backup({ author: null, at }, work);
    const written = made.ok ? await port.write(at.slice(0, 10), made.value.file) : made;
    if (written.ok) {
      await store.backedUp(at);
      outcome.value = { at };
    } else if (written.error !== 'cancelled') {
      outcome.value = { error: written.error };
    }
  }
  async function look(): Promise<void> {
    folder.value = await port.look();
    forgotten.value = folder.value ? null : await port.forgotten();
    if (folder.value?.allowed && !stopping.signal.aborted) await port.alone(write);
  }

  return {
    available: port.available,
    folder,
    forgotten,
    outcome,
    chosen: isChosen,
    async choose() {
      const chosen = await port.choose();
      if (!chosen.ok) {
        if (chosen.error !== 'cancelled') outcome.value = { error: chosen.error };
        return;
      }
      outcome.value = null;
      isChosen.value = true;
      await look();
    },
    async allow() {
      folder.value = await port.ask();
      outcome.value = null;
      await look();
    },
    async turnOff() {
      await port.forget();
      isChosen.value = false;
      folder.value = null;
      forgotten.value = null;
      outcome.value = null;
    },
    start() {
      if (!port.available) return () => undefined;
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
      };
    },
  };
}
