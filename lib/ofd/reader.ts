/**
 * Reads OFDs off the main thread: one worker per file, ended when the file is read, cancelled, or silent for `deadline`
 * milliseconds; what had been read by then is kept and says so. How a worker may be started is handed in.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { Bytes } from './container';
import type { ReadMessage, WorkerAnswer } from './messages';
import workerUrl from './worker?worker&url';

export interface OfdProgress {
  /** Pages. */
  done: number;
  total: number;
  partial?: DocumentModel;
}

export interface OfdReadOptions {
  fileName?: string | null;
  signal?: AbortSignal;
  onProgress?(progress: OfdProgress): void;
  /** Longest silence of the worker, in milliseconds. */
  deadline?: number;
}

export interface OfdReader {
  read(bytes: Bytes, options?: OfdReadOptions): Promise<Result<DocumentModel>>;
}

export const OFD_DEADLINE = 8_000;
const MAX_OFD_BYTES = 200 * 1024 * 1024;

/** What can be said before anything is unpacked. */
function checkBytes(bytes: Bytes): ErrorCode | null {
  if (bytes.length === 0) return 'file-empty';
  if (bytes.length > MAX_OFD_BYTES) return 'file-too-large';
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? null : 'ofd-not-ofd';
}

export const createOfdReader = (startWorker: (url: string) => Worker): OfdReader => ({
  read(bytes, { fileName = null, signal, onProgress, deadline = OFD_DEADLINE } = {}) {
    const problem = signal?.aborted ? 'cancelled' : checkBytes(bytes);
    if (problem) return Promise.resolve(fail(problem));
    const { promise, resolve } = Promise.withResolvers<Result<DocumentModel>>();
    const worker = startWorker(workerUrl);
    let partial: DocumentModel | null = null;
    let pages = { done: 0, total: 0 };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (result: Result<DocumentModel>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(result);
    };
    const cancel = (): void => end(fail('cancelled'));
    const stillAlive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end(partial ? ok(partial) : fail('ofd-timeout')), deadline);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.type === 'failed') return end(fail(data.error));
      if (data.type === 'done') return end(ok(data.model));
      stillAlive();
      if (data.type === 'page') pages = { done: data.done, total: data.total };
      else partial = data.model;
      onProgress?.(data.type === 'page' ? pages : { ...pages, partial: data.model });
    });
    worker.addEventListener('error', () => end(fail('ofd-damaged')));
    signal?.addEventListener('abort', cancel, { once: true });
    stillAlive();
    worker.postMessage({ bytes, fileName } satisfies ReadMessage, [bytes.buffer]);
    return promise;
  },
});
