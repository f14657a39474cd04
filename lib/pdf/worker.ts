/**
 * The reading worker: one per file, thrown away with it. Holds pdf.js's API and the layout; pdf.js parses in a worker
 * of its own below this one, so that both cores work and one `terminate()` ends everything a hostile file does.
 */
import { getDocument, PDFWorker } from 'pdfjs-dist';
import pdfWorkerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { OpenMessage, WorkerAnswer } from './messages';
import { errorCodeOf, openParameters, QUIET } from './open';
import { readDocument } from './read-document';
import { startWorker } from './trusted-worker';

const answer = (message: WorkerAnswer): void => globalThis.postMessage(message);

const port = startWorker(pdfWorkerUrl);
const worker = PDFWorker.create({ port, verbosity: QUIET });

async function read({ bytes, assets, url, fileName, password, whole }: OpenMessage): Promise<void> {
  const task = getDocument(
    openParameters(bytes, { assets, password: password ?? undefined, worker, workerFetch: true }),
  );
  try {
    const reading = await readDocument(await task.promise, {
      url,
      fileName,
      whole,
      onPage: (done, total) => answer({ type: 'page', done, total }),
      onPartial: (partial) => answer({ type: 'partial', reading: partial }),
    });
    answer({ type: 'done', reading });
  } catch (error) {
    answer({ type: 'failed', error: errorCodeOf(error) });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<OpenMessage>) => void read(data), { once: true });
