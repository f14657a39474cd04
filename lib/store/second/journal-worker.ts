/**
 * Holds the journal's two files: synchronous file handles exist in dedicated workers only. Serves one page, one request
 * after the other.
 */
import type { JournalFile } from '@/lib/core/journal/file';
import { createJournal, type Journal } from '@/lib/core/journal/journal';
import type { JournalAnswers, JournalAsk, JournalReply, JournalRequest } from './journal-messages';

const REPLAY_BYTES = 2 * 1024 * 1024;
const VERIFY_BYTES = 4 * 1024 * 1024;
/** The handles of a window that was just closed may be let go a moment after its lock. */
const TRIES = 40;
const PAUSE_MS = 50;

interface SyncHandle extends JournalFile {
  close(): void;
}
/** The page's own type library leaves out what only workers have. */
interface SyncFile extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncHandle>;
}
const isSyncFile = (file: FileSystemFileHandle): file is SyncFile => 'createSyncAccessHandle' in file;

let handles: SyncHandle[] = [];
let journal: Journal | null = null;

function close(): void {
  for (const handle of handles) handle.close();
  handles = [];
  journal = null;
}

async function handleOf(directory: FileSystemDirectoryHandle, name: string): Promise<SyncHandle> {
  const file = await directory.getFileHandle(name, { create: true });
  if (!isSyncFile(file)) throw new DOMException('journal: no synchronous files', 'NotSupportedError');
  for (let tries = 1; ; tries += 1) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

async function open(name: string, version: number): Promise<JournalAnswers['open']> {
  close();
  const directory = await navigator.storage.getDirectory();
  const first = await handleOf(directory, `${name}-a.journal`);
  handles = [first];
  const second = await handleOf(directory, `${name}-b.journal`);
  handles = [first, second];
  journal = createJournal([first, second], version);
  return journal.open();
}

function opened(): Journal {
  if (!journal) throw new Error('journal: not open');
  return journal;
}

/** Requests whose answer is only that they are done. */
function act(ask: JournalAsk): null {
  if (ask.op === 'rollback') opened().rollback(ask.seq);
  else if (ask.op === 'begin') opened().begin(ask.epoch);
  else if (ask.op === 'add') opened().add(ask.seq, ask.payload);
  else if (ask.op === 'commit') opened().commit(ask.seq);
  else if (ask.op === 'close') close();
  return null;
}

async function answer(ask: JournalAsk): Promise<JournalAnswers[keyof JournalAnswers]> {
  if (ask.op === 'open') return open(ask.name, ask.version);
  if (ask.op === 'append') {
    opened().append(ask.seq, ask.payload);
    return opened().size();
  }
  if (ask.op === 'after') return opened().after(ask.seq);
  if (ask.op === 'replay') return opened().replay(ask.at, REPLAY_BYTES);
  if (ask.op === 'verify') {
    const { next, damaged } = opened().replay(ask.at, VERIFY_BYTES);
    return { next, damaged };
  }
  return act(ask);
}

const reply = (message: JournalReply): void => globalThis.postMessage(message);

let turn: Promise<void> = Promise.resolve();
globalThis.addEventListener('message', ({ data: { id, ask } }: MessageEvent<JournalRequest>) => {
  turn = turn.then(async () => {
    try {
      reply({ id, ok: true, value: await answer(ask) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      reply({ id, ok: false, name, message });
    }
  });
});
