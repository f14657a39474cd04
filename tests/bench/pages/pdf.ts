/**
 * A PDF's bytes to items by the shipped reader, beside pdf.js's own `getTextContent` over the same pages with the same
 * settings. Both start cold: worker, character maps and fonts included.
 */
import { getDocument, PDFWorker } from 'pdfjs-dist';
import pdfWorkerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { readDocument } from '@/lib/core/parse/read-document';
import { createPdfReader } from '@/lib/pdf';
import { openParameters, QUIET } from '@/lib/pdf/open';

const ASSETS = new URL('/pdfjs/', location.href).href;

async function bare(bytes: Uint8Array): Promise<number> {
  const start = performance.now();
  const port = new Worker(pdfWorkerUrl, { type: 'module' });
  const failed = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => reject(new Error('pdf.js’s worker did not start')));
  });
  const worker = PDFWorker.create({ port, verbosity: QUIET });
  const task = getDocument(openParameters(bytes, { assets: ASSETS, worker, workerFetch: true }));
  const pdf = await Promise.race([task.promise, failed]);
  for (let number = 1; number <= pdf.numPages; number++) await (await pdf.getPage(number)).getTextContent();
  const ms = performance.now() - start;
  await task.destroy();
  worker.destroy();
  return ms;
}

async function ours(bytes: Uint8Array) {
  const reader = createPdfReader(ASSETS);
  const start = performance.now();
  let firstItems = Number.NaN;
  let parsing = 0;
  const parse = (model: Parameters<typeof readDocument>[0]) => {
    const from = performance.now();
    const reading = readDocument(model);
    parsing += performance.now() - from;
    return reading;
  };
  const answer = await reader.read(bytes, {
    whole: true,
    onProgress: ({ partial }) => {
      if (partial && Number.isNaN(firstItems) && parse(partial.model).items.length > 0) {
        firstItems = performance.now() - start;
      }
    },
  });
  if (!answer.ok) throw new Error(answer.error);
  const reading = parse(answer.value.model);
  const ms = performance.now() - start;
  return {
    ms,
    parsing,
    firstItems: Number.isNaN(firstItems) ? ms : firstItems,
    items: reading.items.length,
    pages: answer.value.model.pageCount ?? 0,
  };
}

export async function measurePdf(address: string, rounds: number) {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 ? ['ours', 'bare'] : ['bare', 'ours'];
    const one: { bare: number; ours: Awaited<ReturnType<typeof ours>> | null } = { bare: 0, ours: null };
    for (const who of order) {
      if (who === 'bare') one.bare = await bare(bytes.slice());
      else one.ours = await ours(bytes.slice());
    }
    results.push(one);
  }
  return results;
}

Object.assign(globalThis, { policyClipBench: { measurePdf } });
