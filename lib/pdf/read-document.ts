/**
 * An opened PDF → DocumentModel, page by page. Composes again at 1, 4, 16 … pages, so that the first items show
 * early and all composing together costs a third more than the last. Runs in the worker and, for development, in Node.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Block, DocumentModel, Notice } from '@/lib/core/model/document';
import { MAX_DOCUMENT_CHARS, withOffsets } from '@/lib/core/model/offsets';
import { extractPage } from './extract';
import { compose, type PlacedBlock, toPageRows } from './layout/compose';
import type { PageRows } from './layout/furniture';
import { looksNoisy, type PageQuality, qualityNotices } from './layout/quality';
import { informationOf } from './open';

/** Longer files are read up to `FIRST_PAGES`; the rest on demand. */
export const LONG_FILE = 500;
export const FIRST_PAGES = 300;

/** Where a block's text is on its page: pairs of offset in the block and ordinal of the text item. */
export type BlockPlaces = number[];

export interface PdfReading {
  model: DocumentModel;
  /** One entry per block of the model; empty unless asked for. */
  places: BlockPlaces[];
}

export interface ReadOptions {
  url: string;
  fileName: string | null;
  /** Read all pages, however many. */
  whole: boolean;
  /** Tell where every block's text is on its page, for painting it. */
  places: boolean;
  onPage(done: number, total: number): void;
  onPartial(reading: PdfReading): void;
}

interface ReadPage extends PageRows {
  drawn: boolean;
  recognised: boolean;
  cut: boolean;
}

const AHEAD = 4;
/** Of pdf.js's `OPS`; constants, so that Node and the worker may use their own builds. */
const SET_TEXT_RENDERING_MODE = 38;
const SAVE = 10;
const RESTORE = 11;
const TRANSFORM = 12;
/** Pages with less text may be scans. */
const FEW_CHARS = 60;

/**
 * Whether a page with hardly any text shows a picture. Pictures are left out of the drawing instructions; what is left
 * of one is a place that is set up and put back without anything drawn there.
 */
async function isDrawn(page: PDFPageProxy, text: string): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  if (text.trim() === '') return fnArray.length > 2;
  const last = { save: -1, drawn: -1 };
  return fnArray.some((fn, i) => {
    if (fn === SAVE) last.save = i;
    else if (fn === RESTORE) return last.save > last.drawn && i - last.save > 1;
    else if (fn !== TRANSFORM) last.drawn = i;
    return false;
  });
}

const INVISIBLE = 3;
/** Whether the text is set in the invisible mode that recognition programs lay over pictures. */
async function isRecognised(page: PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.some((fn, i) => fn === SET_TEXT_RENDERING_MODE && argsArray[i]?.[0] === INVISIBLE);
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const extracted = await extractPage(page);
  const upright = toPageRows(extracted);
  // As read, for browsers print Han characters as the look-alike radicals, which would count as stray signs.
  const text = upright.rows.flatMap((row) => row.map((line) => line.text)).join('\n');
  const drawn = text.length < FEW_CHARS ? await isDrawn(page, text) : true;
  const recognised = looksNoisy(text) ? await isRecognised(page) : false;
  page.cleanup();
  return { ...upright, drawn, recognised, cut: extracted.cut };
}

function toReading(
  pages: readonly ReadPage[],
  head: Omit<DocumentModel, 'blocks' | 'notices'>,
  total: number,
  withPlaces: boolean,
): PdfReading {
  const placed: PlacedBlock[] = [];
  let chars = 0;
  for (const block of compose(pages)) {
    chars += block.text.length + 1;
    if (chars > MAX_DOCUMENT_CHARS) break;
    placed.push(block);
  }
  const texts = Map.groupBy(
    placed.filter((block) => block.role !== 'furniture'),
    (block) => block.page,
  );
  const qualities = pages.map(
    ({ number, drawn, recognised }): PageQuality => ({
      number,
      drawn,
      recognised,
      text: (texts.get(number) ?? []).map((block) => block.text).join('\n'),
    }),
  );
  const notices: Notice[] = qualityNotices(qualities);
  const wholePages = pages.filter((page) => !page.cut).length;
  if (wholePages < total || chars > MAX_DOCUMENT_CHARS) notices.push({ code: 'partly-read', read: wholePages, total });
  const blocks: Block[] = withOffsets(placed.map(({ parts: _, ...block }) => block));
  return {
    model: { ...head, blocks, notices },
    places: withPlaces ? placed.map(({ parts }) => parts.flatMap((part) => [part.at, part.item])) : [],
  };
}

/** Reads in order, the first page alone to show it early, the others a few ahead. Rejects with pdf.js's errors. */
export async function readDocument(pdf: PDFDocumentProxy, options: ReadOptions): Promise<PdfReading> {
  const total = pdf.numPages;
  const last = options.whole || total <= LONG_FILE ? total : FIRST_PAGES;
  const meta = await informationOf(pdf);
  const title = meta.find(([name]) => name === 'Title')?.[1] ?? options.fileName ?? '';
  const fingerprint = pdf.fingerprints[0];
  const head = {
    source: 'pdf' as const,
    url: options.url,
    title,
    meta,
    pageCount: total,
    ...(fingerprint ? { fingerprint } : {}),
  };
  const pages: ReadPage[] = [];
  const coming: Promise<ReadPage>[] = [];
  let partialAt = 1;
  for (let number = 1; number <= last; number += 1) {
    while (coming.length < (number === 1 ? 1 : AHEAD) && number + coming.length <= last) {
      const next = readPage(pdf, number + coming.length);
      // Awaited in order below; a failure before its turn must not count as unhandled.
      next.catch(() => undefined);
      coming.push(next);
    }
    const page = await coming.shift();
    if (page) pages.push(page);
    options.onPage(number, total);
    // Near the end the whole is there as soon as a part would be.
    if (number === partialAt && number <= last / 2) {
      partialAt *= 4;
      options.onPartial(toReading(pages, head, total, options.places));
    }
  }
  return toReading(pages, head, total, options.places);
}
