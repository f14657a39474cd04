/** Files that were dropped or picked: a PDF goes to the PDF reader, a saved page to the page reader. */

import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { Span } from '@/lib/core/model/span';
import { readPage } from '@/lib/page/read-page';
import { createPdfSource } from '@/lib/pdf';
import { fileKind, readTextFile } from '@/lib/platform/file-source';
import { newId } from '@/lib/platform/ids';
import type { AppStore } from '@/lib/state/app-store';
import type { BatchStore } from '@/lib/state/batch-store';
import { errorText } from '@/lib/state/error-text';
import type { PageHost } from '@/lib/state/page-host';
import type { DocumentSource } from '@/lib/state/sources';
import type { Toasts } from '@/lib/state/toasts';
import { pdfReader } from './pdf';

/** Nothing can be shown in a file that no tab has open. */
const nothing = async (): Promise<Result<object>> => ok({});

function pageFile(file: File): DocumentSource {
  return {
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
  };
}

const pdfFile = (file: File): DocumentSource => ({
  ...createPdfSource({
    id: `file:${newId()}`,
    url: '',
    title: file.name,
    fileName: file.name,
    reader: pdfReader,
    bytes: async () => ok(new Uint8Array(await file.arrayBuffer())),
    showPage: nothing,
  }),
  file,
});

const HEAD_BYTES = 4_096;

async function sourceOf(file: File): Promise<DocumentSource | null> {
  const kind = fileKind(file.name, new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (kind === null) return null;
  return kind === 'pdf' ? pdfFile(file) : pageFile(file);
}

export interface OpenFilesServices {
  app: Pick<AppStore, 'view' | 'dialog'>;
  batch: Pick<BatchStore, 'open'>;
  host: Pick<PageHost, 'openFile'>;
  toasts: Toasts;
}

/** One file is shown; several are listed. Files of other kinds are said to be so and left out. */
export async function openFiles(
  files: readonly File[],
  { app, batch, host, toasts }: OpenFilesServices,
): Promise<void> {
  const found = await Promise.all(files.map(sourceOf));
  const sources = found.filter((source) => source !== null);
  const [only, ...more] = sources;
  if (sources.length < files.length) toasts.show({ tone: 'problem', text: errorText('file-unsupported') });
  if (!only) return;
  app.view.value = 'page';
  if (more.length === 0) return host.openFile(only);
  app.dialog.value = 'batch';
  await batch.open(sources);
}
