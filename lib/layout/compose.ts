/**
 * Pages of runs → the blocks of a document, in reading order. What one page alone cannot tell (body size, usual
 * margins, running heads) is concluded from all pages read so far, so composing again with more pages is expected;
 * the costly part, lines, is kept per page.
 */
import type { Block } from '@/lib/core/model/document';
import { columnsOf, type Gutter, type Zone } from './columns';
import { withNotesAfterText } from './footnotes';
import { findFurniture, type PageRows } from './furniture';
import { joinLines } from './join';
import { type Line, mergeRow, type Part, toRows, toSegments } from './line';
import { guessed, type Measure, measure, type Paragraph, toParagraphs } from './paragraph';
import type { PageRuns } from './run';
import { type Cell, isColumns, toCells } from './table';
import { openGutters, type Stretch, toStretches } from './zone';

export type PlacedBlock = Omit<Block, 'start'> & { parts: Part[] };

/** Rows of a page; independent of all other pages. */
export const toPageRows = ({ number, width, height, runs }: PageRuns): PageRows => ({
  number,
  width,
  height,
  rows: toRows(toSegments(runs)),
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

interface Usual {
  column: Measure;
  body: number;
  /** All of the text is bold, so bold says nothing. */
  bold: boolean;
}

interface Composing extends Usual {
  page: number;
  blocks: PlacedBlock[];
  tables: { count: number; row: number };
}

function toBlock(paragraph: Paragraph, { page, body, bold }: Composing, afterBreak: boolean): PlacedBlock {
  const { text, bold: boldLead, parts } = joinLines(paragraph.lines);
  const size = round((paragraph.lines[0]?.size ?? body) / body);
  return {
    text,
    role: 'paragraph',
    page,
    ...(boldLead > 0 && !bold ? { boldLead } : {}),
    ...(paragraph.centred ? { centred: true } : {}),
    ...(Math.abs(size - 1) > 0.04 ? { size } : {}),
    indent: round(paragraph.indent),
    ...(paragraph.gap === undefined ? {} : { gap: round(paragraph.gap) }),
    ...(afterBreak ? { afterBreak: true } : {}),
    ...(paragraph.full ? { fullLine: true } : {}),
    parts,
  };
}

function addText(lines: readonly Line[], column: Measure, to: Composing, afterBreak: boolean): void {
  const paragraphs = toParagraphs(lines, { column, body: to.body });
  for (const [i, paragraph] of paragraphs.entries()) to.blocks.push(toBlock(paragraph, to, afterBreak && i === 0));
}

/** Columns are read one after the other, and each is a page of its own to what stands in it. */
function addColumns(zone: Zone, to: Composing, afterBreak: boolean): void {
  for (const [i, lines] of columnsOf(zone).entries()) {
    const left = Math.min(...lines.map((line) => line.x0));
    const right = Math.max(...lines.map((line) => line.x1));
    const column = measure(lines, { left, flush: left, right, leading: to.column.leading });
    addStretches(toStretches(toRows(lines)), column, to, afterBreak || i > 0);
  }
}

/** Cells that hold a sentence or more are set like a column; short ones are one text. */
function cellParagraphs({ lines }: Cell, leading: number, body: number): Paragraph[] {
  const left = Math.min(...lines.map((line) => line.x0));
  const right = Math.max(...lines.map((line) => line.x1));
  const size = lines[0]?.size ?? body;
  if (right - left < 14 * size && lines.length < 6) {
    return [{ lines, centred: false, indent: 0, gap: undefined, full: false }];
  }
  return toParagraphs(lines, { column: measure(lines, { left, flush: left, right, leading }), body });
}

/** Content of a labelled cell may be parted once more (资金支持 | 服务对象 | 全市范围). */
function split(cell: Cell): Cell[] {
  if (cell.column === 0 || cell.lines.length < 2) return [cell];
  const zone: Zone = { rows: [cell.lines], gutters: openGutters(cell.lines) };
  if (zone.gutters.length === 0) return [cell];
  return columnsOf(zone).map((lines, i) => ({ row: cell.row, column: cell.column + i, lines }));
}

/** A table that goes on from the page before keeps its number; what has no label of its own belongs to its last row. */
function addTable(zone: Zone, to: Composing, afterBreak: boolean, continued: boolean): void {
  const { tables } = to;
  if (!continued) Object.assign(tables, { count: tables.count + 1, row: -1 });
  const cells = toCells(zone);
  const headless = continued && cells[0]?.column !== 0 && tables.row >= 0;
  const base = tables.row + (headless ? 0 : 1);
  for (const [i, cell] of cells.flatMap(split).entries()) {
    const lines = cell.column > 0 ? toRows(cell.lines).map(mergeRow) : cell.lines;
    for (const [j, paragraph] of cellParagraphs({ ...cell, lines }, to.column.leading, to.body).entries()) {
      to.blocks.push({
        ...toBlock(paragraph, to, afterBreak && i === 0 && j === 0),
        role: 'cell',
        cell: { table: tables.count - 1, row: base + cell.row, column: cell.column, header: false },
      });
    }
    tables.row = Math.max(tables.row, base + cell.row);
  }
}

/**
 * @param continued the first stretch is a table that goes on from the page before
 * @returns the gutters of a table that may go on on the next page
 */
function addStretches(
  stretches: readonly Stretch[],
  column: Measure,
  to: Composing,
  afterBreak: boolean,
  continued = false,
): readonly Gutter[] | undefined {
  let open: readonly Gutter[] | undefined;
  for (const [i, stretch] of stretches.entries()) {
    const first = afterBreak && i === 0;
    const goesOn = continued && i === 0;
    open = undefined;
    if (stretch.kind === 'plain') addText(stretch.rows.map(mergeRow), column, to, first);
    else if (isColumns(stretch.zone) && !goesOn) addColumns(stretch.zone, to, first);
    else {
      addTable(stretch.zone, to, first, goesOn);
      open = stretch.zone.gutters;
    }
  }
  return open;
}

const plainLines = (stretch: Stretch): Line[] => (stretch.kind === 'plain' ? stretch.rows.map(mergeRow) : []);

const furnitureBlock = (row: Line[], page: number): PlacedBlock => {
  const { text, parts } = joinLines([mergeRow(row)]);
  return { text, role: 'furniture', page, parts };
};

export function compose(pages: readonly PageRows[]): PlacedBlock[] {
  const furniture = findFurniture(pages);
  const bodies = pages.map((page) => page.rows.filter((row) => !furniture.has(row)));
  const all = bodies.flat(2);
  const body = bodySize(all);
  const alone = bodies.map((rows) => toStretches(rows));
  const plain = alone.map((stretches) => stretches.flatMap(plainLines));
  const running = plain.flat().filter((line) => Math.abs(line.size - body) < body * 0.1);
  const column = measure(running, guessed(running, pages[0]?.width ?? 0, body * 1.6));
  const bold = all.filter((line) => line.bold === line.text.length).length > all.length * 0.6;
  const tables = { count: 0, row: -1 };
  let open: readonly Gutter[] | undefined;
  const texts = pages.map((page, i) => {
    const own = measure(plain[i] ?? [], column);
    const wide = { ...own, left: Math.min(own.left, column.left) };
    const to: Composing = { column: wide, body, bold, page: page.number, blocks: [], tables };
    const rows = bodies[i] ?? [];
    // The pages between have not been read: nothing goes on from the one before.
    const apart = i > 0 && page.number !== (pages[i - 1]?.number ?? 0) + 1;
    if (apart) open = undefined;
    const stretches = open ? toStretches(rows, open) : (alone[i] ?? []);
    const [head] = stretches;
    const continued = open !== undefined && head?.kind === 'zone' && head.zone.rows[0] === rows[0];
    open = addStretches(stretches, wide, to, page.number > 1 && !apart, continued);
    const [first] = to.blocks;
    if (apart && first) first.afterUnread = true;
    return to.blocks;
  });
  return withNotesAfterText(texts).flatMap((blocks, i) => {
    const { number = 0, height = 0, rows = [] } = pages[i] ?? {};
    const sides = rows.filter((row) => furniture.has(row));
    const isHead = (row: Line[]) => (row[0]?.y ?? 0) < height / 2;
    return [
      ...sides.filter(isHead).map((row) => furnitureBlock(row, number)),
      ...blocks,
      ...sides.filter((row) => !isHead(row)).map((row) => furnitureBlock(row, number)),
    ];
  });
}
