/**
 * Finds where a page stops being one column. A zone is a stretch of rows that leave the same vertical gutters free;
 * whether it holds columns of running text or a table is decided by what stands in it. No rulings are needed, so a
 * page's drawing instructions are not read for this.
 */
import { columnOf, type Gutter, type Zone } from './columns';
import { FAR_APART, type Line } from './line';
import { isColumns } from './table';

export type Stretch = { kind: 'plain'; rows: Line[][] } | { kind: 'zone'; zone: Zone };

const LEADER = /(?:[.…·．・‧]\s?){4,}|…{2,}/u;
const PAGE_REFERENCE = /^[-—–(（ ]{0,2}(?:\d{1,4}|[ivxlc]{1,6})[-—–)） ]{0,2}$/iu;
const MIN_GUTTER = 0.8;
/** Rows that must show a gutter. */
const LEAST = 2;
/** Rows further apart, in ems, are not one zone. */
const FAR = 9;

const sizeOf = (row: readonly Line[]): number => row[0]?.size ?? 10;
const heightOf = (row: readonly Line[]): number => row[0]?.y ?? 0;
const textOf = (row: readonly Line[]): string => row.map((line) => line.text).join(' ');

/** Numbering that stands off its heading. */
const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]?|第[一二三四五六七八九十百零\d]{1,5}[章节条篇编部分]{1,2}|附件?\s?\d{0,2}[：:]?|[（(]\d{1,3}[）)])$/u;

/** Entries of a table of contents are lines, however far their page numbers stand off. */
const isEntry = (row: readonly Line[]): boolean =>
  LEADER.test(textOf(row)) || (row.length === 2 && PAGE_REFERENCE.test(row[1]?.text ?? ''));

const gapsOf = (row: readonly Line[]): Gutter[] =>
  row.slice(1).map((line, i) => ({ x0: row[i]?.x1 ?? 0, x1: line.x0 }));

/** What of the gutters stays free when `row` is added. */
function narrowed(gutters: readonly Gutter[], row: readonly Line[]): Gutter[] {
  const least = MIN_GUTTER * sizeOf(row);
  return row.reduce<Gutter[]>(
    (open, line) =>
      open
        .flatMap((gutter) => {
          if (line.x1 <= gutter.x0 || line.x0 >= gutter.x1) return [gutter];
          return [
            { x0: gutter.x0, x1: line.x0 },
            { x0: line.x1, x1: gutter.x1 },
          ];
        })
        .filter((gutter) => gutter.x1 - gutter.x0 >= least),
    [...gutters],
  );
}

/** Gutters that part text on both sides; narrow ones must do so in more rows, and part more than numbers from text. */
function parting(rows: readonly Line[][], gutters: readonly Gutter[]): Gutter[] {
  const lines = rows.flat();
  return gutters.filter((gutter) => {
    const middle = (gutter.x0 + gutter.x1) / 2;
    const before = lines.filter((line) => line.x1 <= middle);
    const after = lines.filter((line) => line.x0 >= middle);
    if (before.length < LEAST || after.length < LEAST) return false;
    if (gutter.x1 - gutter.x0 >= FAR_APART * (before[0]?.size ?? 0)) return true;
    const both = rows.filter(
      (row) => row.some((line) => before.includes(line)) && row.some((line) => after.includes(line)),
    );
    return both.length > LEAST && before.some((line) => !NUMBERING.test(line.text));
  });
}

const near = (row: readonly Line[], other: readonly Line[]): boolean =>
  Math.abs(heightOf(row) - heightOf(other)) < FAR * Math.max(sizeOf(row), sizeOf(other));

const indentIn = (line: Line, zone: Zone): number => {
  const column = columnOf(line, zone.gutters);
  const others = zone.rows.flat().filter((other) => columnOf(other, zone.gutters) === column);
  return (line.x0 - Math.min(...others.map((other) => other.x0))) / line.size;
};

/** A line above a zone belongs to it when it stands flush, or indented like text, in one of its columns. */
function belongsAbove(row: readonly Line[], zone: Zone): boolean {
  const [line] = row;
  const [next] = zone.rows;
  if (!line || !next || row.length !== 1 || !near(row, next) || isEntry(row)) return false;
  if (narrowed(zone.gutters, row).length < zone.gutters.length) return false;
  const indent = indentIn(line, zone);
  if (columnOf(line, zone.gutters) > 0) return indent > -0.6 && indent < 2.6;
  const close = heightOf(next) - line.y < 2.2 * line.size;
  return close && Math.abs(indent) < 0.6 && line.x1 - line.x0 < 12 * line.size && !NUMBERING.test(line.text);
}

interface Found {
  from: number;
  to: number;
  zone: Zone;
}

const DATE =
  /^[\d〇○零一二三四五六七八九十]{4} ?年 ?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日$/u;

/** Whether a line begins or stands in the middle as others of its column do. */
const isSetLike = (line: Line, others: readonly Line[]): boolean =>
  others.some(({ x0, x1 }) => Math.abs(x0 - line.x0) < line.size || Math.abs(x0 + x1 - line.x0 - line.x1) < line.size);

/** A body and a date alone below a table, at the right, sign the document: where they begin, or what follows the rows. */
function signatureAt(rows: readonly Line[][], gutters: readonly Gutter[]): number {
  const at = rows.length - 2;
  const [body, date] = [rows[at] ?? [], rows[at + 1] ?? []];
  const alone = [body, date].every(([line, more]) => line && !more && columnOf(line, gutters) > 0);
  if (at < 2 || !alone || !DATE.test(textOf(date))) return rows.length;
  const above = heightOf(body) - heightOf(rows[at - 1] ?? body);
  const column = rows.slice(0, at).flat();
  const setOff = [...body, ...date].some((line) => !isSetLike(line, column));
  return setOff || above > 1.15 * (heightOf(date) - heightOf(body)) ? at : rows.length;
}

/** How far down the gutters stay free. */
function extend(rows: readonly Line[][], start: number, open: readonly Gutter[]): { to: number; gutters: Gutter[] } {
  const free: (readonly Gutter[])[] = [];
  let gutters = [...open];
  let to = start - 1;
  for (let i = start; i < rows.length; i += 1) {
    const row = rows[i] ?? [];
    if (isEntry(row) || !near(row, rows[i - 1] ?? row)) break;
    const left = narrowed(gutters, row);
    if (left.length === 0) break;
    gutters = left;
    free.push(gutters);
    to = i;
  }
  // What trails behind in the first column alone is the text that goes on below, unless it is set as the column above it.
  const isFirst = (row: readonly Line[] | undefined) => row?.every((line) => columnOf(line, gutters) === 0) ?? false;
  if (to === start) return { to, gutters };
  if (!isFirst(rows[to])) {
    const end = signatureAt(rows.slice(start, to + 1), gutters) - 1;
    return { to: start + end, gutters: [...(free[end] ?? gutters)] };
  }
  const body = rows.slice(start, to + 1);
  const leading = isColumns({ rows: body, gutters }) ? usualLeading(body) : 0;
  while (to > start && isFirst(rows[to]) && trails(rows, to, leading)) to -= 1;
  return { to, gutters };
}

function grow(rows: readonly Line[][], start: number, floor: number): Found | null {
  const { to, gutters: free } = extend(rows, start, gapsOf(rows[start] ?? []));
  const body = rows.slice(start, to + 1);
  const gutters = parting(body, free);
  if (gutters.length === 0 || body.filter((row) => row.length > 1).length < LEAST) return null;
  const zone: Zone = { rows: body, gutters };
  let from = start;
  while (from > floor && belongsAbove(rows[from - 1] ?? [], zone)) {
    from -= 1;
    zone.rows = rows.slice(from, to + 1);
  }
  return { from, to, zone };
}

/** A table that goes on from the page before: its gutters are known, its text begins at one of its columns. */
function goOn(rows: readonly Line[][], inherited: readonly Gutter[]): Found | null {
  const [first] = rows[0] ?? [];
  const beside = inherited[columnOf(first ?? NOWHERE, inherited) - 1];
  if (!first || (beside && (first.x0 - beside.x1) / first.size > 2.6)) return null;
  const { to, gutters } = extend(rows, 0, inherited);
  const body = rows.slice(0, to + 1);
  if (to < 0 || !body.flat().some((line) => columnOf(line, gutters) > 0)) return null;
  return { from: 0, to, zone: { rows: body, gutters } };
}

const NOWHERE: Line = { text: '', x0: 0, x1: 0, y: 0, size: 1, bold: 0, parts: [], stops: [] };

/** Gutters that no line at all crosses, as inside a cell that is parted once more. */
export function openGutters(lines: readonly Line[]): Gutter[] {
  const gutters: Gutter[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const line of [...lines].sort((a, b) => a.x0 - b.x0)) {
    if (line.x0 - end > MIN_GUTTER * line.size) gutters.push({ x0: end, x1: line.x0 });
    end = end === Number.POSITIVE_INFINITY ? line.x1 : Math.max(end, line.x1);
  }
  return gutters;
}

function trails(rows: readonly Line[][], i: number, leading: number): boolean {
  const row = rows[i] ?? [];
  const gap = heightOf(row) - heightOf(rows[i - 1] ?? row);
  return gap > Math.max(1.35 * sizeOf(row), 1.2 * leading);
}

function usualLeading(rows: readonly Line[][]): number {
  const gaps = rows.slice(1).map((row, i) => heightOf(row) - heightOf(rows[i] ?? row));
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

/**
 * Cuts a page, or a column, into plain stretches and zones, from top to bottom.
 * @param inherited gutters of a table at the end of the page before
 */
export function toStretches(rows: readonly Line[][], inherited?: readonly Gutter[]): Stretch[] {
  const stretches: Stretch[] = [];
  let plain = 0;
  const add = (found: Found): void => {
    if (found.from > plain) stretches.push({ kind: 'plain', rows: rows.slice(plain, found.from) });
    stretches.push({ kind: 'zone', zone: found.zone });
    plain = found.to + 1;
  };
  const continued = inherited ? goOn(rows, inherited) : null;
  if (continued) add(continued);
  for (let i = plain; i < rows.length; i += 1) {
    const row = rows[i] ?? [];
    if (row.length < 2 || isEntry(row)) continue;
    const found = grow(rows, i, plain);
    if (!found) continue;
    add(found);
    i = found.to;
  }
  if (rows.length > plain) stretches.push({ kind: 'plain', rows: rows.slice(plain) });
  return stretches;
}
