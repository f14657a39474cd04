/**
 * The reading worker: one per file, thrown away with it. Holds pdf.js's API and the layout; pdf.js parses in a worker
 * beside it, so that both cores work, and is spoken to over the channel that comes with the file.
 */
import { getDocument, PDFWorker } from 'pdfjs-dist';
import type { OpenMessage, SteerMessage, WorkerAnswer } from './messages';
import { forgetFonts } from './no-fonts';
import { errorCodeOf, openParameters, QUIET } from './open';
import { readDocument } from './read-document';

const answer = (message: WorkerAnswer): void => globalThis.postMessage(message);

forgetFonts();

/** What the person does meanwhile. */
const wish = { page: 1, stopped: false };

async function read(message: OpenMessage): Promise<void> {
  const { bytes, assets, port, url, fileName, password, whole, places, before } = message;
  // pdf.js posts and listens; its types ask for a worker.
  const worker = PDFWorker.create({ port: port as unknown as Worker, verbosity: QUIET });
  port.start();
  const options = { assets, password: password ?? undefined, worker, workerFetch: true };
  const task = getDocument(openParameters(bytes, options));
  try {
    const reading = await readDocument(await task.promise, {
      url,
      fileName,
      whole,
      places,
      before,
      looked: () => wish.page,
      stopped: () => wish.stopped,
      onPage: (done, total) => answer({ type: 'page', done, total }),
      onPartial: (partial) => answer({ type: 'partial', reading: partial }),
    });
    answer({ type: 'done', reading });
  } catch (error) {
    answer({ type: 'failed', error: errorCodeOf(error) });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<OpenMessage | SteerMessage>) => {
  if (data.type === 'open') void read(data);
  else if (data.type === 'look') wish.page = data.page;
  else wish.stopped = true;
});
