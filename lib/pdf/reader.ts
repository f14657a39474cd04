/**
 * Reads PDFs off the main thread. One worker per file, ended when the file is read, cancelled, or silent for
 * `deadline` milliseconds; what had been read by then is kept and says so. Must not know the browser's extension API:
 * bytes come in, a Result goes out.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { OpenMessage, WorkerAnswer } from './messages';
import { checkBytes } from './open';
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
  let spare: Worker | null = null;
  const take = (): Worker => {
    const worker = spare ?? startWorker(workerUrl);
    spare = null;
    return worker;
  };
  return {
    warm() {
      spare ??= startWorker(workerUrl);
    },
    dispose() {
      spare?.terminate();
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

function run(worker: Worker, bytes: Uint8Array, assets: string, options: PdfReadOptions): Promise<Result<PdfReading>> {
  const { signal, onProgress, deadline = PDF_DEADLINE } = options;
  const { promise, resolve } = Promise.withResolvers<Result<PdfReading>>();
  let partial: PdfReading | null = null;
  let total = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (result: Result<PdfReading>): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    worker.terminate();
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
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
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
  worker.addEventListener('error', () => end(fail('pdf-damaged')));
  signal?.addEventListener('abort', cancel, { once: true });
  stillAlive();
  const message: OpenMessage = {
    type: 'open',
    bytes,
    assets,
    url: options.url ?? '',
    fileName: options.fileName ?? null,
    password: options.password ?? null,
    whole: options.whole ?? false,
    places: options.places ?? false,
  };
  worker.postMessage(message);
  return promise;
}
