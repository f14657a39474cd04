/** Files that were dropped or picked, as documents: what each is decides who reads it. */
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { Span } from '@/lib/core/model/span';
import { createOfdReader, createOfdSource } from '@/lib/ofd';
import { readPage } from '@/lib/page/read-page';
import { createPdfSource } from '@/lib/pdf';
import { fileKind, readTextFile } from '@/lib/platform/file-source';
import { newId } from '@/lib/platform/ids';
import { startWorker } from '@/lib/platform/trusted-worker';
import type { DocumentSource } from '@/lib/state/sources';
import { pdfReader } from './pdf';

/** Nothing can be shown in a file that no tab has open. */
const nothing = async (): Promise<Result<object>> => ok({});

const ofdReader = createOfdReader(startWorker);

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

const pageFile = (file: File): DocumentSource => ({
  id: `file:${newId()}`,
  format: 'html',
  url: '',
  title: file.name,
  fileName: file.name,
  marksInPage: false,
  read: (signal) =>
    readTextFile(file, (page, fileName) => ({
      ...readPage(page).model,
      url: '',
      title: page.title || fileName,
    })).then((answer) => (signal.aborted ? fail('cancelled') : answer)),
  setMarks: nothing,
  focusMark: nothing,
  scrollTo: (_spans: Span[]) => nothing(),
  getSelection: async () => ok(null),
  events: { subscribe: () => () => undefined },
});

const pdfFile = (file: File): DocumentSource => ({
  ...createPdfSource({
    id: `file:${newId()}`,
    url: '',
    title: file.name,
    fileName: file.name,
    reader: pdfReader,
    bytes: async () => ok(await bytesOf(file)),
    showPage: nothing,
  }),
  file,
});

const ofdFile = (file: File): DocumentSource =>
  createOfdSource({
    id: `file:${newId()}`,
    fileName: file.name,
    reader: ofdReader,
    bytes: () => bytesOf(file),
  });

const HEAD_BYTES = 4_096;

/** Null for what nobody reads. */
export async function sourceOf(file: File): Promise<DocumentSource | null> {
  const kind = fileKind(file.name, await bytesOf(file.slice(0, HEAD_BYTES)));
  if (kind === null) return null;
  return { pdf: pdfFile, ofd: ofdFile, html: pageFile, text: pageFile }[kind](file);
}
