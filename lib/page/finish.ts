/**
 * What only the whole page can tell: the size of body text, whether a table is one, whether a heading face is the
 * body's own, whether class names that promise furniture hold. Sets the offsets last.
 */
import type { Block } from '@/lib/core/model/document';
import type { Draft } from './block-list';
import type { Piece } from './line';
import { type Grid, isDataTable } from './table-grid';

export interface Finished {
  blocks: Block[];
  /** In document order, `start` counted in the document's text. */
  pieces: Piece[];
}

/** Blocks that are placed at a time. */
const SLICE = 10_000;

/** The font size that most characters have. */
function bodySize(drafts: readonly Draft[]): number {
  const counts = new Map<number, number>();
  for (const { size, block } of drafts) if (size > 0) counts.set(size, (counts.get(size) ?? 0) + block.text.length);
  let best = 0;
  for (const [size, count] of counts) if (count > (counts.get(best) ?? 0)) best = size;
  return best;
}

function settleTables(drafts: readonly Draft[], grids: readonly Grid[]): void {
  const cells = new Map<string, number>();
  const longest = new Map<number, number>();
  for (const { block } of drafts) {
    if (!block.cell) continue;
    const { table, row, column } = block.cell;
    const length = (cells.get(`${table} ${row} ${column}`) ?? 0) + block.text.length;
    cells.set(`${table} ${row} ${column}`, length);
    longest.set(table, Math.max(longest.get(table) ?? 0, length));
  }
  for (const { block } of drafts) {
    const grid = block.cell && grids[block.cell.table];
    if (!grid) continue;
    if (!isDataTable(grid, longest.get(grid.number) ?? 0)) delete block.cell;
    else if (block.role !== 'furniture' && block.role !== 'note') block.role = 'cell';
  }
}

const total = (drafts: readonly Draft[], of: (draft: Draft) => number): number =>
  drafts.reduce((sum, draft) => sum + of(draft), 0);

/** Furniture and notes are the small part of a page; class names that cover most of it mean something else. */
function settleAside(drafts: readonly Draft[], chars: number, aside: 'furniture' | 'note'): void {
  const named = total(drafts, ({ block }) => (block.role === aside ? block.text.length : 0));
  if (named * 2 < chars) return;
  for (const { block, place } of drafts) {
    if (block.role !== aside) continue;
    block.role = place.level > 0 ? 'heading' : place.item ? 'list-item' : 'paragraph';
    if (place.level > 0) block.level = place.level;
  }
}

/** Yields between its passes; each of them is linear. */
export function* finish(drafts: readonly Draft[], grids: readonly Grid[]): Generator<void, Finished> {
  const chars = total(drafts, ({ block }) => block.text.length);
  const body = bodySize(drafts);
  const faceIsBody = total(drafts, (draft) => draft.faced) * 2 > chars;
  yield;
  settleAside(drafts, chars, 'furniture');
  settleAside(drafts, chars, 'note');
  settleTables(drafts, grids);
  yield;
  for (const { block, size, faceLead } of drafts) {
    const relative = body > 0 && size > 0 ? Math.round((size / body) * 100) / 100 : 1;
    if (relative !== 1) block.size = relative;
    if (!faceIsBody && faceLead > (block.boldLead ?? 0)) block.boldLead = faceLead;
  }
  yield;
  const blocks: Block[] = [];
  const pieces: Piece[] = [];
  let start = 0;
  for (const { block, pieces: own } of drafts) {
    blocks.push({ ...block, start });
    for (const piece of own) {
      piece.start += start;
      pieces.push(piece);
    }
    start += block.text.length + 1;
    if (blocks.length % SLICE === 0) yield;
  }
  return { blocks, pieces };
}
