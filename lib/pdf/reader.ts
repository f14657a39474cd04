/**
 * Reads PDFs off the main thread. Two workers per file, one for pdf.js and one for the layout, ended when the file is
 * read, cancelled, or silent for `deadline` milliseconds; what had been read by then is kept and says so. Must not know
 * the browser's extension API: bytes come in, a Result goes out.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { OpenMessage, WorkerAnswer } from './messages';
import { checkBytes } from './open';
import parserUrl from './parser?worker&url';
import type { PdfReading } from './read-document';
import { startWorker } from './trusted-worker';
import workerUrl from './worker?worker&url';

export interface PdfProgress {
  /** Pages. */
  done: number;
  total: number;
  partial?: DocumentModel;
}

export interface PdfReadOptions {
  url?: string;
  fileName?: string | null;
  password?: string;
  /** Read all pages of very long files too. */
  whole?: boolean;
  /** Tell where every block's text is on its page. */
  places?: boolean;
  signal?: AbortSignal;
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

const cutShort = (reading: PdfReading, read: number, total: number): PdfReading => ({
  ...reading,
  model: {
    ...reading.model,
    notices: [
      ...reading.model.notices.filter((notice) => notice.code !== 'partly-read'),
      { code: 'partly-read', read, total },
    ],
  },
});

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
      if (options.signal?.aborted) return Promise.resolve(fail('cancelled'));
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
  const { signal, onProgress, deadline = PDF_DEADLINE } = options;
  const { promise, resolve } = Promise.withResolvers<Result<PdfReading>>();
  let partial: PdfReading | null = null;
  let total = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (result: Result<PdfReading>): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    endWorkers(workers);
    resolve(result);
  };
  const cancel = (): void => end(fail('cancelled'));
  const giveUp = (): void => {
    const read = partial?.model.blocks.at(-1)?.page ?? 0;
    end(partial && read > 0 ? ok(cutShort(partial, read, total)) : fail('pdf-timeout'));
  };
  const stillAlive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, deadline);
  };
  const { reading, parser, port } = workers;
  reading.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    if (data.type === 'failed') return end(fail(data.error));
    if (data.type === 'done') return end(ok(data.reading));
    stillAlive();
    if (data.type === 'page') {
      total = data.total;
      onProgress?.({ done: data.done, total: data.total });
      return;
    }
    partial = data.reading;
    const done = data.reading.model.blocks.at(-1)?.page ?? 0;
    onProgress?.({ done, total: data.reading.model.pageCount ?? 0, partial: data.reading.model });
  });
  for (const worker of [reading, parser]) {
    worker.addEventListener('error', () => end(fail('pdf-damaged')));
  }
  signal?.addEventListener('abort', cancel, { once: true });
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
  };
  reading.postMessage(message, [port]);
  return promise;
}
