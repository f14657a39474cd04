/**
 * Which page is read next: the first one, whose masthead everything else depends on, then outward from the one that is
 * looked at. A few are under way at a time, so that pdf.js never waits for the answers to be taken.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ReadPage } from '@/lib/layout/to-document';
import { readPage } from './read-page';

export interface PagesToRead {
  /** Those read before; added to in place. */
  pages: Map<number, ReadPage>;
  last: number;
  /** The page that is looked at, and whether to stop, asked before each page. */
  looked(): number;
  stopped(): boolean;
  onPage(): void;
}

const AHEAD = 4;

/** Rejects with pdf.js's errors. */
export async function readPages(
  pdf: PDFDocumentProxy,
  { pages, last, looked, stopped, onPage }: PagesToRead,
): Promise<void> {
  const taken = new Set(pages.keys());
  /** The lowest page that is left. A file may claim any number of pages, so no list of them is made. */
  let first = 1;
  const next = (): number | undefined => {
    while (taken.has(first)) first += 1;
    const at = first === 1 ? 1 : Math.min(Math.max(looked(), first), last);
    for (let step = 0; at - step >= first || at + step <= last; step += 1) {
      for (const page of [at - step, at + step]) if (page >= first && page <= last && !taken.has(page)) return page;
    }
    return undefined;
  };
  const readOne = async (): Promise<boolean> => {
    const number = stopped() ? undefined : next();
    if (number === undefined) return false;
    taken.add(number);
    pages.set(number, await readPage(pdf, number));
    onPage();
    return true;
  };
  const readOn = async (): Promise<void> => {
    while (await readOne());
  };
  // The first one alone, to show it early.
  await readOne();
  await Promise.all(Array.from({ length: AHEAD }, readOn));
}

/** Pages without a gap from the first one, and without a gap around the one that is looked at, in order. */
export function pagesBeside(pages: ReadonlyMap<number, ReadPage>, looked: number): ReadPage[] {
  const found = new Map<number, ReadPage>();
  const walk = (from: number, step: 1 | -1): void => {
    for (let page = pages.get(from); page && !found.has(page.number); page = pages.get(page.number + step))
      found.set(page.number, page);
  };
  walk(1, 1);
  walk(looked, 1);
  walk(looked - 1, -1);
  return inOrder(found);
}

export const inOrder = (pages: ReadonlyMap<number, ReadPage>): ReadPage[] =>
  [...pages.values()].sort((a, b) => a.number - b.number);
