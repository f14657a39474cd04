/**
 * Finds where a page stops being one column. A zone is a stretch of rows that leave the same vertical gutters free;
 * whether it holds columns of running text or a table is decided by what stands in it. No rulings are needed, so a
 * page's drawing instructions are not read for this.
 */
import { FAR_APART, type Line } from './line';

export interface Gutter {
  x0: number;
  x1: number;
}

export interface Zone {
  rows: Line[][];
  gutters: Gutter[];
}

export type Stretch = { kind: 'plain'; rows: Line[][] } | { kind: 'zone'; zone: Zone };

const LEADER = /(?:[.…·．・‧]\s?){4,}|…{2,}/u;
const PAGE_REFERENCE = /^[-—–(（ ]{0,2}(?:\d{1,4}|[ivxlc]{1,6})[-—–)） ]{0,2}$/iu;
const MIN_GUTTER = 0.8;
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

export const columnOf = (line: Line, gutters: readonly Gutter[]): number =>
  gutters.filter((gutter) => (line.x0 + line.x1) / 2 > (gutter.x0 + gutter.x1) / 2).length;

/** Gutters that part text on both sides; narrow ones must do so in more rows, and part more than numbers from text. */
function parting(rows: readonly Line[][], gutters: readonly Gutter[]): Gutter[] {
  const lines = rows.flat();
  return gutters.filter((gutter) => {
    const middle = (gutter.x0 + gutter.x1) / 2;
    const before = lines.filter((line) => line.x1 <= middle);
    const after = lines.filter((line) => line.x0 >= middle);
    if (before.length < 2 || after.length < 2) return false;
    if (gutter.x1 - gutter.x0 >= FAR_APART * (before[0]?.size ?? 0)) return true;
    const both = rows.filter(
      (row) => row.some((line) => before.includes(line)) && row.some((line) => after.includes(line)),
    );
    return both.length >= 3 && before.some((line) => !NUMBERING.test(line.text));
  });
}

const near = (row: readonly Line[], other: readonly Line[]): boolean =>
  Math.abs(heightOf(row) - heightOf(other)) < FAR * Math.max(sizeOf(row), sizeOf(other));

/** A line above a zone belongs to it when it stands in one of its later columns, flush or indented like its text. */
function belongsAbove(row: readonly Line[], zone: Zone): boolean {
  const [line] = row;
  const [next] = zone.rows;
  if (!line || !next || row.length !== 1 || !near(row, next)) return false;
  const column = columnOf(line, zone.gutters);
  if (column === 0 || narrowed(zone.gutters, row).length < zone.gutters.length) return false;
  const lefts = zone.rows
    .flat()
    .filter((other) => columnOf(other, zone.gutters) === column)
    .map((other) => other.x0);
  const shift = (line.x0 - Math.min(...lefts)) / line.size;
  return shift > -0.6 && shift < 2.6;
}

function grow(rows: readonly Line[][], start: number, floor: number): { from: number; to: number; zone: Zone } | null {
  const first = rows[start];
  if (!first) return null;
  let gutters = gapsOf(first);
  let to = start;
  for (let i = start + 1; i < rows.length; i += 1) {
    const row = rows[i] ?? [];
    if (isEntry(row) || !near(row, rows[i - 1] ?? row)) break;
    const left = narrowed(gutters, row);
    if (left.length === 0) break;
    gutters = left;
    to = i;
  }
  const isMulti = (row: readonly Line[]) => row.length > 1;
  // What trails behind in the first column alone is the text that goes on below.
  while (to > start && rows[to]?.every((line) => columnOf(line, gutters) === 0) && trails(rows, to)) to -= 1;
  const body = rows.slice(start, to + 1);
  gutters = parting(body, gutters);
  if (gutters.length === 0 || body.filter(isMulti).length < 2) return null;
  const zone: Zone = { rows: body, gutters };
  let from = start;
  while (from > floor && belongsAbove(rows[from - 1] ?? [], zone)) {
    from -= 1;
    zone.rows = rows.slice(from, to + 1);
  }
  return { from, to, zone };
}

const trails = (rows: readonly Line[][], i: number): boolean => {
  const row = rows[i] ?? [];
  return heightOf(row) - heightOf(rows[i - 1] ?? row) > 1.35 * sizeOf(row);
};

/** Cuts a page, or a column, into plain stretches and zones, from top to bottom. */
export function toStretches(rows: readonly Line[][]): Stretch[] {
  const stretches: Stretch[] = [];
  let plain = 0;
  const flush = (end: number) => {
    if (end > plain) stretches.push({ kind: 'plain', rows: rows.slice(plain, end) });
  };
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? [];
    if (row.length < 2 || isEntry(row)) continue;
    const found = grow(rows, i, plain);
    if (!found) continue;
    flush(found.from);
    stretches.push({ kind: 'zone', zone: found.zone });
    plain = found.to + 1;
    i = found.to;
  }
  flush(rows.length);
  return stretches;
}
