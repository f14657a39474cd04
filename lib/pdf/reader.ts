/**
 * Reads PDFs off the main thread. Two workers per file, one for pdf.js and one for the layout, ended when the file is
 * read, stopped, cancelled, or silent for `deadline` milliseconds; what had been read by then is kept and says so. The
 * page that is looked at comes first, and a stopped reading goes on where it was. Must not know the browser's
 * extension API: bytes come in, a Result goes out.
 */
import { fail, ok, type Result } from '@/lib/core/model/failure';
import { startWorker } from '@/lib/platform/trusted-worker';
import type { OpenMessage, SteerMessage, WorkerAnswer } from './messages';
import { checkBytes } from './open';
import parserUrl from './parser?worker&url';
import type { PagesRead, PdfReading } from './read-document';
import workerUrl from './worker?worker&url';

export interface PdfProgress {
  /** Pages. */
  done: number;
  total: number;
  partial?: PdfReading;
}

export interface PdfReadOptions {
  url?: string;
  fileName?: string | null;
  password?: string;
  /** Read all pages of very long files too. */
  whole?: boolean;
  /** Tell where every block's text is on its page. */
  places?: boolean;
  /** Nothing is wanted any more: ends with `cancelled`. */
  signal?: AbortSignal;
  /** What has been read is enough: ends with that. */
  stop?: AbortSignal;
  /** What a reading of the same file that was not finished had read; pages of another edition are not used. */
  before?: PagesRead | undefined;
  /** The page that is looked at, now and from then on. */
  looked?: { subscribe(next: (page: number) => void): () => void };
  onProgress?(progress: PdfProgress): void;
  /** Longest silence of the worker, in milliseconds. */
  deadline?: number;
}

export interface PdfReader {
  /** Starts a worker ahead of time, so that the next file finds it warm. */
  warm(): void;
  read(bytes: Uint8Array, options?: PdfReadOptions): Promise<Result<PdfReading>>;
  /** Ends a worker that waits for a file. */
  dispose(): void;
}

export const PDF_DEADLINE = 8_000;

/** How long the worker may take to put together what has been read, in milliseconds. */
const STOP_DEADLINE = 3_000;

/** @param assets address of the folder with `cmaps/` and `standard_fonts/`, ending in a slash. */
export function createPdfReader(assets: string): PdfReader {
  let spare: Workers | null = null;
  const take = (): Workers => {
    const workers = spare ?? startWorkers();
    spare = null;
    return workers;
  };
  return {
    warm() {
      spare ??= startWorkers();
    },
    dispose() {
      if (spare) endWorkers(spare);
      spare = null;
    },
    read(bytes, options = {}) {
      const problem = checkBytes(bytes);
      if (problem) return Promise.resolve(fail(problem));
      if (options.signal?.aborted || options.stop?.aborted) return Promise.resolve(fail('cancelled'));
      return run(take(), bytes, assets, options);
    },
  };
}

interface Workers {
  reading: Worker;
  parser: Worker;
  /** To the parser, for the reading worker. */
  port: MessagePort;
}

/** Both at once, so that one loads while the other does. */
function startWorkers(): Workers {
  const parser = startWorker(parserUrl);
  const { port1, port2 } = new MessageChannel();
  parser.postMessage(port1, [port1]);
  return { parser, reading: startWorker(workerUrl), port: port2 };
}

function endWorkers({ reading, parser }: Workers): void {
  reading.terminate();
  parser.terminate();
}

function run(
  workers: Workers,
  bytes: Uint8Array,
  assets: string,
  options: PdfReadOptions,
): Promise<Result<PdfReading>> {
  const { signal, stop, looked, onProgress, deadline = PDF_DEADLINE } = options;
  const { reading, parser, port } = workers;
  const { promise, resolve } = Promise.withResolvers<Result<PdfReading>>();
  let partial: PdfReading | null = null;
  let done = 0;
  let total = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leave: (() => void) | undefined;
  const end = (result: Result<PdfReading>): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    stop?.removeEventListener('abort', enough);
    leave?.();
    endWorkers(workers);
    resolve(result);
  };
  const cancel = (): void => end(fail('cancelled'));
  const giveUp = (): void => {
    if (partial && partial.model.blocks.length > 0) end(ok(partial));
    else end(fail(stop?.aborted ? 'cancelled' : 'pdf-timeout'));
  };
  const stillAlive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, stop?.aborted ? STOP_DEADLINE : deadline);
  };
  const steer = (message: SteerMessage): void => reading.postMessage(message);
  const enough = (): void => {
    steer({ type: 'stop' });
    stillAlive();
  };
  reading.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    if (data.type === 'failed') return end(fail(data.error));
    if (data.type === 'done') return end(ok(data.reading));
    if (!stop?.aborted) stillAlive();
    if (data.type === 'page') {
      ({ done, total } = data);
      onProgress?.({ done, total });
      return;
    }
    partial = data.reading;
    onProgress?.({ done, total, partial });
  });
  for (const worker of [reading, parser]) {
    worker.addEventListener('error', () => end(fail('pdf-damaged')));
  }
  signal?.addEventListener('abort', cancel, { once: true });
  stop?.addEventListener('abort', enough, { once: true });
  stillAlive();
  const message: OpenMessage = {
    type: 'open',
    bytes,
    assets,
    port,
    url: options.url ?? '',
    fileName: options.fileName ?? null,
    password: options.password ?? null,
    whole: options.whole ?? false,
    places: options.places ?? false,
    before: options.before ?? null,
  };
  reading.postMessage(message, [port]);
  leave = looked?.subscribe((page) => steer({ type: 'look', page }));
  return promise;
}
