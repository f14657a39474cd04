/**
 * Pages that have been read → the document's blocks and notices. The same for every format that has pages; what a page
 * holds, and whether it is a scan, its own adapter says.
 */
import type { DocumentModel, Notice } from '@/lib/core/model/document';
import { MAX_DOCUMENT_CHARS, withOffsets } from '@/lib/core/model/offsets';
import { compose, type PlacedBlock } from './compose';
import type { PageRows } from './furniture';
import type { Part } from './line';
import { type PageQuality, qualityNotices } from './quality';

/** A page longer than this is cut, so that a hostile file costs bounded memory. */
export const MAX_PAGE_RUNS = 60_000;
export const MAX_PAGE_CHARS = 1_000_000;

/** One page, independent of all other pages, so that pages may be read in any order and kept. */
export interface ReadPage extends PageRows {
  /** Something is painted on the page besides text. */
  drawn: boolean;
  /** The text lies unseen over a picture: somebody's recognition. */
  recognised: boolean;
  /** The page had more text than is read. */
  cut: boolean;
}

export type DocumentHead = Omit<DocumentModel, 'blocks' | 'notices'>;

/** @returns the document, and for each of its blocks where its text is on the page */
export function toDocument(pages: readonly ReadPage[], head: DocumentHead): { model: DocumentModel; parts: Part[][] } {
  const placed: PlacedBlock[] = [];
  const total = head.pageCount ?? 0;
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
  const blocks = withOffsets(placed.map(({ parts: _, ...block }) => block));
  return { model: { ...head, blocks, notices }, parts: placed.map(({ parts }) => parts) };
}
