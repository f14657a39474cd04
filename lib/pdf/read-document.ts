/**
 * An opened PDF → DocumentModel. Composes again at 1, 4, 16 … pages, so that the first items show early and all
 * composing together costs a third more than the last; and once more when the page that is looked at has been read.
 * Runs in the worker and, for development, in Node.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { DocumentModel } from '@/lib/core/model/document';
import { MAX_DOCUMENT_CHARS } from '@/lib/core/model/offsets';
import { type DocumentHead, type ReadPage, toDocument } from '@/lib/layout/to-document';
import { informationOf } from './open';
import { inOrder, pagesBeside, readPages } from './read-pages';

/** Longer files are read up to `FIRST_PAGES`; the rest on demand. */
export const LONG_FILE = 500;
export const FIRST_PAGES = 300;
/** So many pages are read anew before what is looked at is shown again. */
const BESIDE = 8;
/** A part waits for so long, in milliseconds: pages that follow are asked for first, and a short file is nearly there then. */
const PART_AFTER = 15;

/** Where a block's text is on its page: pairs of offset in the block and ordinal of the text item. */
export type BlockPlaces = number[];

/** Pages as they were read, for going on with a file later. */
export interface PagesRead {
  /** Identifiers of the file in this edition. */
  file: string;
  pages: ReadPage[];
}

export interface PdfReading {
  model: DocumentModel;
  /** One entry per block of the model; empty unless asked for. */
  places: BlockPlaces[];
  /** Where pages are left to read. */
  unfinished?: PagesRead;
}

export interface ReadOptions {
  url: string;
  fileName: string | null;
  /** Read all pages, however many. */
  whole: boolean;
  /** Tell where every block's text is on its page, for painting it. */
  places: boolean;
  /** What was read of the same file before. */
  before?: PagesRead | null;
  /** The page that is looked at; read first. */
  looked?(): number;
  /** Asked before each page. */
  stopped?(): boolean;
  onPage(done: number, total: number): void;
  onPartial(reading: PdfReading): void;
}

async function headOf(pdf: PDFDocumentProxy, { url, fileName }: ReadOptions): Promise<DocumentHead> {
  const meta = await informationOf(pdf);
  const title = meta.find(([name]) => name === 'Title')?.[1] ?? fileName ?? '';
  const fingerprint = pdf.fingerprints[0];
  return { source: 'pdf', url, title, meta, pageCount: pdf.numPages, ...(fingerprint ? { fingerprint } : {}) };
}

function toReading(pages: readonly ReadPage[], head: DocumentHead, withPlaces: boolean): PdfReading {
  const { model, parts } = toDocument(pages, head);
  return { model, places: withPlaces ? parts.map((own) => own.flatMap((part) => [part.at, part.item])) : [] };
}

/** Handing over more than a reading may hold is not worth what it spares. */
const worthKeeping = (pages: readonly ReadPage[]): boolean =>
  pages.flatMap(({ rows }) => rows.flat()).reduce((chars, line) => chars + line.text.length, 0) < MAX_DOCUMENT_CHARS;

/** Rejects with pdf.js's errors. */
export async function readDocument(pdf: PDFDocumentProxy, options: ReadOptions): Promise<PdfReading> {
  const { whole, places, before, looked = () => 1, stopped = () => false } = options;
  const total = pdf.numPages;
  const last = whole || total <= LONG_FILE ? total : FIRST_PAGES;
  // Asked for first, and answered while the first page is read.
  const asked = headOf(pdf, options);
  const file = pdf.fingerprints.join(' ');
  const pages = new Map(before?.file === file ? before.pages.map((page) => [page.number, page]) : []);
  let partialAt = 1;
  let shown: readonly ReadPage[] = [];
  let shownOf = 0;
  /** The page that is looked at and what is beside it have been read, and none of what was shown holds it. */
  const isNews = (at: number): boolean =>
    pages.size >= shownOf + BESIDE && pages.has(at) && !shown.some((page) => page.number === at);
  /** What may be shown now. Near the end the whole is there as soon as a part would be. */
  const nextPart = (): ReadPage[] | null => {
    const at = looked();
    const beside = pagesBeside(pages, at);
    return (beside.length >= partialAt && pages.size <= last / 2) || isNews(at) ? beside : null;
  };
  const showPart = async (): Promise<void> => {
    const head = await asked;
    part = undefined;
    const next = ended ? null : nextPart();
    if (!next) return;
    while (partialAt <= next.length) partialAt *= 4;
    shown = next;
    shownOf = pages.size;
    options.onPartial(toReading(next, head, places));
  };
  const onPage = (): void => {
    options.onPage(pages.size, total);
    if (part === undefined && nextPart()) part = setTimeout(() => void showPart(), PART_AFTER);
  };
  let ended = false;
  let part: ReturnType<typeof setTimeout> | undefined;
  try {
    await readPages(pdf, { pages, last, looked, stopped, onPage });
  } finally {
    ended = true;
    clearTimeout(part);
  }
  const read = inOrder(pages);
  const reading = toReading(read, await asked, places);
  return pages.size < total && worthKeeping(read) ? { ...reading, unfinished: { file, pages: read } } : reading;
}
