/**
 * Figures of tables: what a cell holds is named by its row and its column, which may also state the unit
 * (补贴标准（元/亩）), the year (2030年) and the bound (最高补贴金额); the unit may also stand above all of it (单位：亿元、%).
 * Long cells are read as sentences and left alone.
 */
import { COUNTED_HEADS, PLAIN_HEADS, RATE_HEADS } from '@/lib/core/lexicon/units';
import type { Block, Figure } from '@/lib/core/model';
import { type FigureContext, findFigures } from './figures';
import { fold } from './fold';
import type { FoundFigure } from './hit';
import { firstAfter } from './order';
import { findQuantities } from './quantities';
import { unitAt } from './units';

/** A cell and where it stands in the text of its item. */
export interface PlacedCell {
  cell: NonNullable<Block['cell']>;
  text: string;
  start: number;
  /** The lines above its table, which may state the unit of all its numbers. */
  caption?: string;
}

const LONGEST_ENTRY = 24;
/** Row and column together. */
const LONGEST_NAME = 32;
const MOST_HEADER_ROWS = 3;
/** What goes beyond this is data, not policy: such cells are read as any text, and the reading says so. */
export const MOST_CELLS = 2_000;
const MOST_COLUMNS = 100;

/** 1.补助金额不高于10万元: a paragraph of a cell, not its number. */
const NUMBERED = /^\d{1,2} ?(?:[.、](?!\d)|\))/u;
/** Begins with its number, perhaps after a word for a bound. */
const ENTRY = /^(?:[≥≤≧≦<>约]|[不大小高低多少于超过至最]{2,4})? ?-?\d/u;
/** Nothing but a number or a range. */
const BARE =
  /^(?:[≥≤≧≦约]|[不大小高低多少于超过至最]{2,4})? ?-?\d[\d,.]*(?: ?(?:-|—|~|至) ?\d[\d,.]*)?(?:以[上下内])?$/u;
const NUMBER_ONLY = /^\d[\d,.]*$/u;
/** What findFigures says of a number without a word. */
const UNTOLD = { year: null, indicator: null, bound: null, kind: 'other', subject: null } as const;
const YEAR = /^(20\d\d) ?年?[年末底]{0,2}(?:目标|规划|计划)?值?$/u;
/** A remark on what a head names, which is no part of the name. */
const REMARK = /\([^()]{1,60}\)/u;
const BRACKETED = /\(([^()]{1,16})\)/u;
const AT_MOST = /最高|上限|封顶|不超过/u;
const AT_LEAST = /最低|下限|不低于|不少于/u;

interface TableContext {
  /** Of the whole text, in order. */
  figures: readonly FoundFigure[];
  context: FigureContext;
}

/** What the heads of a column say, from the nearest up. */
interface Column {
  heads: readonly string[];
  unit: string | null;
  year: number | null;
  bound: Figure['bound'];
}

interface Heads {
  row: string;
  /** What the row's cell below 单位 says. */
  rowUnit: string | null;
  column: Column;
  /** Units that the table states for all its numbers. */
  units: readonly string[];
}

function asUnit(said: string): string | null {
  const unit = said.trim();
  const measure = unit.replace(/^[万亿千百十]{1,2}(?=.)/u, '');
  return measure !== '' && unitAt(measure, 0)?.end === measure.length ? unit : null;
}

/** 营业收入（亿元） → 亿元; 金额/万元 → 万元. */
const statedUnit = (head: string): string | null =>
  head.startsWith('单位') ? null : asUnit(BRACKETED.exec(head)?.[1] ?? /[^/]\/([^/]{1,6})$/u.exec(head)?.[1] ?? '');

/** 单位 as the head of a column: its cells state the unit of their rows. */
const UNIT_HEAD = /^(?:计量|指标)?单位$/u;

/** 单位：亿元、% */
const FOR_ALL = /(?:计量)?单位[:：] ?([^()\n]{1,24})/u;
const unitsForAll = (text: string): string[] =>
  (FOR_ALL.exec(text)?.[1] ?? '').split(/[、,;，；\s]+/u).flatMap((unit) => asUnit(unit) ?? []);

const anyOf = (entries: readonly { form: string }[]) => {
  const pattern = new RegExp(entries.map(({ form }) => form).join('|'), 'u');
  return (heads: readonly string[]): boolean => heads.some((head) => pattern.test(head));
};
const arePlain = anyOf(PLAIN_HEADS);
const areRates = anyOf(RATE_HEADS);
const areCounts = anyOf(COUNTED_HEADS);

/**
 * Which of the units that the whole table states is meant here: rates are in %, money is not what is counted, and no
 * unit is guessed where two fit.
 */
function unitForAll({ row, column, units }: Heads): string | null {
  const heads = [...column.heads, row];
  if (units.length === 0 || heads.every((head) => nameIn(head) === '') || arePlain(heads)) return null;
  if (areRates(heads)) return units.find((unit) => /^(?:%|‰|个百分点)$/u.test(unit)) ?? null;
  const [unit, ...others] = units.filter((one) => !/^[%‰]$/u.test(one));
  if (unit === undefined || others.length > 0) return null;
  return /元$/u.test(unit) && areCounts(heads) ? null : unit;
}

const unitOf = (heads: Heads): string | null =>
  heads.column.unit ?? statedUnit(heads.row) ?? heads.rowUnit ?? unitForAll(heads);

/** A sentence or the title of a document is no name of a row. */
const nameIn = (head: string): string =>
  /[《。；]/u.test(head)
    ? ''
    : head
        .replace(REMARK, '')
        .replace(/\s+/gu, '')
        .replace(/^(?:序号|合计|小计|单位[:：].{1,24})$/u, '');

/** Row and column, as much of both as a name can hold. */
function indicatorOf({ row, column }: Heads): string | null {
  const names = [row, ...column.heads].filter((head) => !YEAR.test(head)).map(nameIn);
  const parts = names.filter((name, i) => name !== '' && names.indexOf(name) === i);
  const name = [parts, parts.slice(0, 2), parts.slice(1, 2), parts.slice(0, 1)]
    .map((some) => some.join(''))
    .find((some) => some.length <= LONGEST_NAME);
  return name && name.length >= 2 ? name : null;
}

const boundOf = (head: string): Figure['bound'] =>
  AT_MOST.test(head) ? 'atMost' : AT_LEAST.test(head) ? 'atLeast' : null;

function columnOf(heads: readonly string[], publishedYear: number | null | undefined): Column {
  const years = heads.map((head) => Number(YEAR.exec(head)?.[1] ?? Number.NaN));
  return {
    heads,
    unit: heads.map(statedUnit).find((unit) => unit !== null) ?? null,
    year: years.find((year) => year >= (publishedYear ?? Number.POSITIVE_INFINITY)) ?? null,
    bound: boundOf(heads.join('')),
  };
}

/** What the text says of one cell, or what its heads explain of a bare number, with places in the text. */
function readEntry({ text, start }: PlacedCell, heads: Heads, { figures, context }: TableContext): FoundFigure[] {
  const entry = fold(text).trimEnd();
  if (!BARE.test(entry)) {
    const end = start + text.length;
    const from = firstAfter(figures, start);
    return figures.slice(from, firstAfter(figures, end));
  }
  const unit = unitOf(heads);
  if (unit === null) return [];
  // A sign counts only behind words.
  const [sign, words] = entry.startsWith('-') ? [1, '为'] : [0, ''];
  const said = `${words}${entry}${unit}`;
  const read = NUMBER_ONLY.test(entry)
    ? findQuantities(said).map(({ more: _, ...one }) => ({ ...one, ...UNTOLD }))
    : findFigures(said, context);
  return read.map(({ start: first, end: last, ...figure }) => {
    const from = first - sign;
    const end = Math.min(last - sign, text.length);
    return { ...figure, text: text.slice(from, end), start: start + from, end: start + end };
  });
}

/** The figures of one cell, named by its heads. */
function figuresOf(cell: PlacedCell, heads: Heads, table: TableContext): FoundFigure[] {
  const figures = readEntry(cell, heads, table);
  if (figures.length === 0) return figures;
  const { year, bound } = heads.column;
  const indicator = indicatorOf(heads);
  return figures.map((figure) => ({
    ...figure,
    indicator: indicator ?? figure.indicator,
    bound: figure.bound ?? bound,
    year: figure.year ?? year,
    kind: year === null ? figure.kind : 'target',
  }));
}

/** What the cell of `row` says, in all its paragraphs, that stands at `column` or spans it from the left. */
function over(row: readonly PlacedCell[], column: number): string {
  const at = row.findLast(({ cell }) => cell.column <= column)?.cell.column;
  return row.flatMap(({ cell, text }) => (cell.column === at ? [text] : [])).join('');
}

/** What heads a cell that takes several columns: what they have in common. */
const overAll = (row: readonly PlacedCell[], { column, columns = 1 }: PlacedCell['cell']): string =>
  row.some(({ cell }) => cell.column > column && cell.column < column + columns) ? '' : over(row, column);

/** ——, 无: what says that nothing is there, and names no row. */
const NOTHING = /^(?:[\s—–\-/*]+|无)$/u;

const isEntry = ({ text }: PlacedCell): boolean => {
  const entry = text.length <= LONGEST_ENTRY ? fold(text) : '';
  return ENTRY.test(entry) && !YEAR.test(entry) && !NUMBERED.test(entry);
};

/** How many rows head the others: those above the first number, the first or set as such or below a spanned one. */
function headRows(rows: readonly (readonly PlacedCell[])[]): number {
  if (rows.length < 2) return 0;
  const isHead = (row: readonly PlacedCell[], i: number) =>
    !row.some(isEntry) && (i === 0 || (row[0]?.cell.column ?? 0) > 0 || row.every(({ cell }) => cell.header));
  const body = rows.slice(0, MOST_HEADER_ROWS).findIndex((row, i) => !isHead(row, i));
  return body < 0 ? Math.min(MOST_HEADER_ROWS, rows.length - 1) : body;
}

/** A row that says nothing but the unit of all. */
const isCaption = (row: readonly PlacedCell[]): boolean =>
  row.length === 1 && unitsForAll(fold(row[0]?.text ?? '')).length > 0;

/** Figures of one table; `entries` takes the cells they were read from. */
function readTable(cells: readonly PlacedCell[], context: TableContext, entries: PlacedCell[]): FoundFigure[] {
  const all = [...Map.groupBy(cells, ({ cell }) => cell.row).values()];
  const rows = all.filter((row) => !isCaption(row));
  const caption = [cells[0]?.caption ?? '', ...all.filter(isCaption).map((row) => row[0]?.text ?? '')].join('\n');
  const units = unitsForAll(fold(caption));
  const heads = rows.slice(0, headRows(rows)).toReversed();
  const columns = new Map<string, Column>();
  const columnOver = (cell: PlacedCell['cell']): Column => {
    const key = `${cell.column}+${cell.columns ?? 1}`;
    const column =
      columns.get(key) ??
      columnOf(
        heads.map((head) => fold(overAll(head, cell))),
        context.context.publishedYear,
      );
    columns.set(key, column);
    return column;
  };
  const found: FoundFigure[] = [];
  let above = '';
  const headsUnits = ({ cell }: PlacedCell) => columnOver(cell).heads.some((head) => UNIT_HEAD.test(nameIn(head)));
  for (const row of rows.slice(heads.length)) {
    let label = '';
    let named = -1;
    const unitCell = row.find((one) => !isEntry(one) && headsUnits(one));
    const rowUnit = unitCell ? asUnit(fold(unitCell.text)) : null;
    for (const one of row) {
      if (one === unitCell) continue;
      if (!isEntry(one)) {
        if (one.cell.column !== named && !NOTHING.test(one.text)) {
          named = one.cell.column;
          label = fold(over(row, named));
        }
        continue;
      }
      const column = columnOver(one.cell);
      const figures = figuresOf(one, { row: label || above, rowUnit, column, units }, context);
      if (figures.length > 0) entries.push(one);
      found.push(...figures);
    }
    above = fold(row.find((one) => one !== unitCell && !isEntry(one))?.text ?? above);
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
