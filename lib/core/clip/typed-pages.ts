/**
 * Pages that are pictures, with the text that the person typed for them, or pasted from where it was recognised: one
 * document, read like any other, in which every block says so.
 */
import type { Block, DocumentModel, Notice } from '../model/document';
import { withOffsets } from '../model/offsets';

/** Lines as paragraphs; white space around them does not count. */
export const typedLines = (text: string): string[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

export const typedBlocks = (text: string, page: number): Omit<Block, 'start'>[] =>
  typedLines(text).map((line) => ({ text: line, role: 'paragraph', page, typed: true }));

/**
 * @param typed text by page; what such a page had before (a scanner's stamp) gives way to it
 * @returns the document, and for each of its blocks the one it was before, null for typed ones
 */
export function withTypedPages(
  model: DocumentModel,
  typed: ReadonlyMap<number, string>,
): { model: DocumentModel; from: (number | null)[] } {
  const kept = model.blocks.flatMap((block, from) => (typed.has(block.page ?? 0) ? [] : [{ block, from }]));
  const added = [...typed].flatMap(([page, text]) => typedBlocks(text, page).map((block) => ({ block, from: null })));
  // Stable: blocks of one page stay in their order.
  const all = [...kept, ...added].sort((a, b) => (a.block.page ?? 0) - (b.block.page ?? 0));
  const notices = model.notices.flatMap((notice): Notice[] => {
    if (notice.code !== 'scanned') return [notice];
    const pages = notice.pages.filter((page) => !typed.has(page));
    return pages.length > 0 ? [{ ...notice, pages }] : [];
  });
  const pages = [...typed.keys()].sort((a, b) => a - b);
  return {
    model: {
      ...model,
      blocks: withOffsets(all.map(({ block }) => block)),
      notices: [...notices, { code: 'typed-text', pages }],
    },
    from: all.map(({ from }) => from),
  };
}
