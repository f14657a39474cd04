/**
 * pdf.js's own worker. Talks to whoever started it, as pdf.js does, or over a channel it is given: both workers of a
 * reading are started at once, by the page, and speak to each other past it.
 */
import { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.min.mjs';

globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!(data instanceof MessagePort)) return;
  WorkerMessageHandler.initializeFromPort(data);
  data.start();
});
