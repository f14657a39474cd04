/**
 * One page of an opened PDF → its lines, and what tells a scan from text. Independent of all other pages, so pages may
 * be read in any order and kept.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { toPageRows } from '@/lib/layout/compose';
import { looksNoisy } from '@/lib/layout/quality';
import type { ReadPage } from '@/lib/layout/to-document';
import { extractPage } from './extract';

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

export async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
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
