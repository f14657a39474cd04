/**
 * The reading worker: one per file, thrown away with it. Holds pdf.js's API and the layout; pdf.js parses in a worker
 * of its own below this one, so that both cores work and one `terminate()` ends everything a hostile file does.
 */
// First, so that pdf.js's worker loads meanwhile.
import './parser-port';
import { getDocument, PDFWorker } from 'pdfjs-dist';
import type { OpenMessage, WorkerAnswer } from './messages';
import { forgetFonts } from './no-fonts';
import { errorCodeOf, openParameters, QUIET } from './open';
import { parserPort } from './parser-port';
import { readDocument } from './read-document';

const answer = (message: WorkerAnswer): void => globalThis.postMessage(message);

forgetFonts();
const worker = PDFWorker.create({ port: parserPort, verbosity: QUIET });

async function read({ bytes, assets, url, fileName, password, whole, places }: OpenMessage): Promise<void> {
  const options = { assets, password: password ?? undefined, worker, workerFetch: true };
  const task = getDocument(openParameters(bytes, options));
  try {
    const reading = await readDocument(await task.promise, {
      url,
      fileName,
      whole,
      places,
      onPage: (done, total) => answer({ type: 'page', done, total }),
      onPartial: (partial) => answer({ type: 'partial', reading: partial }),
    });
    answer({ type: 'done', reading });
  } catch (error) {
    answer({ type: 'failed', error: errorCodeOf(error) });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<OpenMessage>) => void read(data), { once: true });
