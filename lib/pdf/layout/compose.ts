/**
 * Pages of runs → the blocks of a document, in reading order. What one page alone cannot tell (body size, usual
 * margins, running heads) is concluded from all pages read so far, so composing again with more pages is expected;
 * the costly part, lines, is kept per page.
 */
import type { Block } from '@/lib/core/model/document';
import { findFurniture, type PageRows } from './furniture';
import { joinLines } from './join';
import { type IsBold, type Line, mergeRow, type Part, toRows, toSegments } from './line';
import { type Measure, measure, toParagraphs } from './paragraph';
import type { PageRuns } from './run';

export type PlacedBlock = Omit<Block, 'start'> & { parts: Part[] };

/** Rows of a page; independent of all other pages. */
export const toPageRows = ({ number, width, height, runs }: PageRuns, isBold: IsBold): PageRows => ({
  number,
  width,
  height,
  rows: toRows(toSegments(runs, isBold)),
});

/** The size most characters are set in. */
function bodySize(lines: readonly Line[]): number {
  const sizes = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 4) / 4;
    sizes.set(size, (sizes.get(size) ?? 0) + line.text.length);
  }
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

const round = (value: number): number => Math.round(value * 100) / 100;

export function compose(pages: readonly PageRows[]): PlacedBlock[] {
  const furniture = findFurniture(pages);
  const texts = pages.map((page) => page.rows.filter((row) => !furniture.has(row)).map(mergeRow));
  const all = texts.flat();
  const body = bodySize(all);
  const usual = measure(
    all.filter((line) => Math.abs(line.size - body) < body * 0.1),
    { left: 0, right: pages[0]?.width ?? 0, leading: body * 1.6 },
  );
  const boldBody = all.filter((line) => line.bold === line.text.length).length > all.length * 0.6;
  return pages.flatMap((page, i) => {
    const blocks = pageBlocks(page, texts[i] ?? [], { usual, body, boldBody });
    const sides = page.rows.filter((row) => furniture.has(row));
    const head = sides.filter((row) => (row[0]?.y ?? 0) < page.height / 2);
    return [
      ...head.map((row) => furnitureBlock(row, page.number)),
      ...blocks,
      ...sides.filter((row) => !head.includes(row)).map((row) => furnitureBlock(row, page.number)),
    ];
  });
}

const furnitureBlock = (row: Line[], page: number): PlacedBlock => {
  const { text, parts } = joinLines([mergeRow(row)]);
  return { text, role: 'furniture', page, parts };
};

interface Usual {
  usual: Measure;
  body: number;
  boldBody: boolean;
}

function pageBlocks(page: PageRows, lines: readonly Line[], { usual, body, boldBody }: Usual): PlacedBlock[] {
  const column = measure(lines, usual);
  const wide = { ...column, left: Math.min(column.left, usual.left), right: Math.max(column.right, usual.right) };
  return toParagraphs(lines, { column: wide, indents: true }).map((paragraph, i) => {
    const { text, bold, parts } = joinLines(paragraph.lines);
    const size = round((paragraph.lines[0]?.size ?? body) / body);
    return {
      text,
      role: 'paragraph',
      page: page.number,
      ...(bold > 0 && !boldBody ? { boldLead: bold } : {}),
      ...(paragraph.centred ? { centred: true } : {}),
      ...(Math.abs(size - 1) > 0.04 ? { size } : {}),
      indent: round(paragraph.indent),
      ...(paragraph.gap === undefined ? {} : { gap: round(paragraph.gap) }),
      ...(i === 0 && page.number > 1 ? { afterBreak: true } : {}),
      ...(paragraph.full ? { fullLine: true } : {}),
      parts,
    };
  });
}
