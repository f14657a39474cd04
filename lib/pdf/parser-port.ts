/**
 * Starts pdf.js's own worker. A module by itself, imported first: it loads while the rest of the reading worker is
 * still being evaluated.
 */
import pdfWorkerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { startWorker } from './trusted-worker';

export const parserPort = startWorker(pdfWorkerUrl);
