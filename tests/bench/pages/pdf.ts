/**
 * A PDF's address to items as the panel gets them, beside pdf.js's own `getTextContent` over the same pages with the same
 * settings. Both start cold: worker, character maps and fonts included, and both fetch the file while workers start.
 */
import { getDocument, PDFWorker } from 'pdfjs-dist';
import pdfWorkerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { ok } from '@/lib/core/model/failure';
import { readDocument } from '@/lib/core/parse/read-document';
import { createPdfReader, createPdfSource } from '@/lib/pdf';
import { openParameters, QUIET } from '@/lib/pdf/open';
import { createParseBeside } from '@/lib/state/parse-beside';

const ASSETS = new URL('/pdfjs/', location.href).href;

const fetched = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(address, { cache: 'no-store' })).arrayBuffer());

async function measureBare(address: string): Promise<number> {
  const start = performance.now();
  const port = new Worker(pdfWorkerUrl, { type: 'module' });
  const failed = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => reject(new Error('pdf.js’s worker did not start')));
  });
  const worker = PDFWorker.create({ port, verbosity: QUIET });
  const bytes = await fetched(address);
  const task = getDocument(openParameters(bytes, { assets: ASSETS, worker, workerFetch: true }));
  const pdf = await Promise.race([task.promise, failed]);
  for (let number = 1; number <= pdf.numPages; number++) await (await pdf.getPage(number)).getTextContent();
  const ms = performance.now() - start;
  await task.destroy();
  worker.destroy();
  return ms;
}

/** Long documents are parsed by the worker of the extension, as in the panel, which keeps it for a while. */
const parse = createParseBeside(readDocument, () => new Worker('/parse-worker.js'));

async function measureOurs(address: string) {
  const source = createPdfSource({
    id: address,
    url: '',
    title: '',
    fileName: null,
    reader: createPdfReader(ASSETS),
    bytes: async () => ok(await fetched(address)),
    showPage: async () => ok({}),
  });
  source.pdf.readWhole();
  const start = performance.now();
  let firstItems = Number.NaN;
  const answer = await source.read(new AbortController().signal, async ({ partial }) => {
    if (!partial || !Number.isNaN(firstItems)) return;
    const { items } = await parse(partial, {});
    if (items.length > 0 && Number.isNaN(firstItems)) firstItems = performance.now() - start;
  });
  if (!answer.ok) throw new Error(answer.error);
  const reading = await parse(answer.value, {});
  const ms = performance.now() - start;
  return {
    ms,
    firstItems: Number.isNaN(firstItems) ? ms : firstItems,
    items: reading.items.length,
    pages: answer.value.pageCount ?? 0,
  };
}

Object.assign(globalThis, { policyClipBench: { measureBare, measureOurs } });
