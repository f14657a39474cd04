/**
 * Figures of tables: what a cell holds is named by its row and its column, which may also state the unit
 * (补贴标准（元/亩）), the year (2030年) and the bound (最高补贴金额). Long cells are read as sentences and left alone.
 */
import type { Block, Figure } from '@/lib/core/model';
import { type FigureContext, findFigures } from './figures';
import { fold } from './fold';
import type { FoundFigure } from './hit';
import { firstAfter } from './order';
import { unitAt } from './units';

/** A cell and where it stands in the text of its item. */
export interface PlacedCell {
  cell: NonNullable<Block['cell']>;
  text: string;
  start: number;
}

const LONGEST_ENTRY = 24;
const LONGEST_NAME = 24;
const MOST_HEADER_ROWS = 3;
/** What goes beyond this is data, not policy: such cells are read as any text. */
const MOST_CELLS = 600;
const MOST_COLUMNS = 100;

/** Begins with its number, perhaps after a word for a bound. */
const ENTRY = /^(?:[≥≤≧≦<>约]|[不大小高低多少于超过至最]{2,4})? ?\d/u;
/** Nothing but a number or a range. */
const BARE = /^(?:[≥≤≧≦约]|[不大小高低多少于超过至最]{2,4})? ?\d[\d,.]*(?: ?(?:-|—|~|至) ?\d[\d,.]*)?(?:以[上下内])?$/u;
const YEAR = /^(20\d\d) ?年?[年末底]{0,2}(?:目标|规划|计划)?值?$/u;
const BRACKETED = /\(([^()]{1,16})\)/u;
const AT_MOST = /最高|上限|封顶|不超过/u;
const AT_LEAST = /最低|下限|不低于|不少于/u;

interface TableContext {
  /** Of the whole text, in order. */
  figures: readonly FoundFigure[];
  context: FigureContext;
}

interface Heads {
  row: string;
  /** Of the column, from the nearest up. */
  columns: readonly string[];
}

/** 营业收入（亿元） → 亿元; 金额/万元 → 万元. */
function statedUnit(head: string): string | null {
  const said = BRACKETED.exec(head)?.[1] ?? /[^/]\/([^/]{1,6})$/u.exec(head)?.[1] ?? '';
  const unit = said.replace(/^单位[:：]?/u, '').trim();
  const measure = unit.replace(/^[万亿千百十]{1,2}(?=.)/u, '');
  return measure !== '' && unitAt(measure, 0)?.end === measure.length ? unit : null;
}

const unitIn = (heads: readonly string[]): string | null => heads.map(statedUnit).find((unit) => unit !== null) ?? null;

const nameIn = (head: string): string =>
  head
    .replace(BRACKETED, '')
    .replace(/\s+/gu, '')
    .replace(/^(?:序号|合计|小计)$/u, '');

/** Row and column, as much of both as a name can hold. */
function indicatorOf({ row, columns }: Heads): string | null {
  const names = [row, ...columns].filter((head) => !YEAR.test(head)).map(nameIn);
  const parts = names.filter((name, i) => name !== '' && names.indexOf(name) === i);
  const name = [parts, parts.slice(0, 2), parts.slice(1, 2), parts.slice(0, 1)]
    .map((some) => some.join(''))
    .find((some) => some.length <= LONGEST_NAME);
  return name && name.length >= 2 ? name : null;
}

function yearOf({ columns }: Heads, publishedYear: number | null | undefined): number | null {
  const years = columns.map((head) => Number(YEAR.exec(head)?.[1] ?? Number.NaN));
  return years.find((year) => year >= (publishedYear ?? Number.POSITIVE_INFINITY)) ?? null;
}

const boundOf = (head: string): Figure['bound'] =>
  AT_MOST.test(head) ? 'atMost' : AT_LEAST.test(head) ? 'atLeast' : null;

/** What the text says of one cell, or what its heads explain of a bare number, with places in the text. */
function readEntry({ text, start }: PlacedCell, heads: Heads, { figures, context }: TableContext): FoundFigure[] {
  const entry = fold(text).trimEnd();
  if (!BARE.test(entry)) {
    const end = start + text.length;
    const from = firstAfter(figures, start);
    return figures.slice(from, firstAfter(figures, end));
  }
  const unit = unitIn([...heads.columns, heads.row]);
  if (unit === null) return [];
  return findFigures(`${entry}${unit}`, context).map((figure) => {
    const end = Math.min(figure.end, text.length);
    return { ...figure, text: text.slice(figure.start, end), start: start + figure.start, end: start + end };
  });
}

/** The figures of one cell, named by its heads. */
function figuresOf(cell: PlacedCell, heads: Heads, table: TableContext): FoundFigure[] {
  const year = yearOf(heads, table.context.publishedYear);
  return readEntry(cell, heads, table).map((figure) => ({
    ...figure,
    indicator: indicatorOf(heads) ?? figure.indicator,
    bound: figure.bound ?? boundOf(heads.columns.join('')),
    year: figure.year ?? year,
    kind: year === null ? figure.kind : 'target',
  }));
}

/** The cell of `row` that stands at `column` or spans it from the left. */
const over = (row: readonly PlacedCell[], column: number): string =>
  row.findLast(({ cell }) => cell.column <= column)?.text ?? '';

const isEntry = ({ text }: PlacedCell): boolean => {
  const entry = text.length <= LONGEST_ENTRY ? fold(text) : '';
  return ENTRY.test(entry) && !YEAR.test(entry);
};

/** How many rows head the others: those above the first number, the first or set as such or below a spanned one. */
function headRows(rows: readonly (readonly PlacedCell[])[]): number {
  if (rows.length < 2) return 0;
  const isHead = (row: readonly PlacedCell[], i: number) =>
    !row.some(isEntry) && (i === 0 || (row[0]?.cell.column ?? 0) > 0 || row.every(({ cell }) => cell.header));
  const body = rows.slice(0, MOST_HEADER_ROWS).findIndex((row, i) => !isHead(row, i));
  return body < 0 ? Math.min(MOST_HEADER_ROWS, rows.length - 1) : body;
}

/** Figures of one table; `entries` takes the cells they were read from. */
function readTable(cells: readonly PlacedCell[], context: TableContext, entries: PlacedCell[]): FoundFigure[] {
  const rows = [...Map.groupBy(cells, ({ cell }) => cell.row).values()];
  const heads = rows.slice(0, headRows(rows)).toReversed();
  const found: FoundFigure[] = [];
  let above = '';
  for (const row of rows.slice(heads.length)) {
    let label = '';
    for (const one of row) {
      if (!isEntry(one)) {
        label = fold(one.text);
        continue;
      }
      const columns = heads.map((head) => fold(over(head, one.cell.column)));
      const figures = figuresOf(one, { row: label || above, columns }, context);
      if (figures.length > 0) entries.push(one);
      found.push(...figures);
    }
    above = fold(row.find((one) => !isEntry(one))?.text ?? above);
  }
  return found;
}

/** `figures` of a text with those of its tables' cells named by row and column, and those added that only heads explain. */
export function withTables(
  figures: readonly FoundFigure[],
  cells: readonly PlacedCell[],
  context: FigureContext = {},
): FoundFigure[] {
  const entries: PlacedCell[] = [];
  const tables = [...Map.groupBy(cells.slice(0, MOST_CELLS), ({ cell }) => cell.table).values()];
  const read = tables
    .filter((table) => table.every(({ cell }) => cell.column < MOST_COLUMNS))
    .flatMap((table) => readTable(table, { figures, context }, entries));
  if (entries.length === 0) return [...figures];
  const starts = new Set(entries.flatMap(({ start, text }) => Array.from(text, (_, i) => start + i)));
  return [...figures.filter(({ start }) => !starts.has(start)), ...read].sort((a, b) => a.start - b.start);
}
