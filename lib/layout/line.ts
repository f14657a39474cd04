/**
 * Runs → segments → lines. A segment is unbroken text on one baseline; wide gaps part segments, so that columns and
 * table cells stay apart until it is known which they are. Overprinted copies are dropped here.
 */
import { isSpace, readable, untracked } from './characters';
import { withoutCopies, withoutOverprint } from './overprint';
import type { Run } from './run';

export interface Part {
  /** Ordinal of the run in the page's text content. */
  item: number;
  /** Offset of its text in the line. */
  at: number;
}

export interface Line {
  text: string;
  x0: number;
  x1: number;
  /** Baseline. */
  y: number;
  size: number;
  /** Length of the bold beginning of `text`. */
  bold: number;
  parts: Part[];
  /** Left edges of what stands far apart on the line. */
  stops: number[];
}

type IsHeavy = (run: Run) => boolean;

const LETTER = /\p{L}/u;

const lastChar = (text: string): string => [...text.slice(-2)].at(-1) ?? '';
const firstChar = (text: string): string => [...text.slice(0, 2)][0] ?? '';

/** Groups runs that share a baseline, from top to bottom, each group from left to right. */
function baselines(runs: readonly Run[]): Run[][] {
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast((other, i) => i >= rows.length - 4 && sharesLine(other, run));
    if (!row) rows.push({ y: run.y, size: run.size, runs: [run] });
    else {
      row.runs.push(run);
      if (run.size > row.size) Object.assign(row, { y: run.y, size: run.size });
    }
  }
  return rows.map((row) => row.runs.sort((a, b) => a.x - b.x));
}

/** Raised and lowered small signs belong to the line of their neighbour. */
function sharesLine(row: { y: number; size: number; runs: Run[] }, run: Run): boolean {
  const small = Math.min(row.size, run.size);
  const off = Math.abs(row.y - run.y);
  if (off <= small * 0.3) return true;
  if (small > Math.max(row.size, run.size) * 0.75 || off > Math.max(row.size, run.size) * 0.5) return false;
  return row.runs.some((other) => run.x < other.x + other.width + small && run.x + run.width > other.x - small);
}

/** Text set with gaps between single characters (创　新　驱　动) is one text. */
function isTracked(runs: readonly Run[]): boolean {
  if (runs.length < 3 || runs.some((run) => [...run.text.trim()].length > 1)) return false;
  const steps = runs.slice(1).map((run, i) => run.x - (runs[i]?.x ?? 0));
  return Math.max(...steps) < Math.min(...steps) * 1.35;
}

function joined(runs: readonly Run[], isHeavy: IsHeavy): Line {
  const [first] = runs;
  const line: Line = { text: '', x0: first?.x ?? 0, x1: 0, y: 0, size: 0, bold: 0, parts: [], stops: [] };
  const tracked = isTracked(runs);
  const sizes = new Map<number, number>();
  let leading = true;
  let plain = 0;
  for (const run of runs) {
    const text = untracked(readable(run.text)).trim();
    if (!text) continue;
    const gap = (run.x - line.x1) / run.size;
    if (line.text && !tracked && isSpace(lastChar(line.text), firstChar(text), gap)) line.text += ' ';
    line.parts.push({ item: run.item, at: line.text.length });
    line.text += text;
    const heavy = isHeavy(run);
    // Numbers and signs are often set in another face than the words they belong to.
    leading &&= heavy || !LETTER.test(text);
    if (leading && heavy) line.bold = line.text.length;
    line.x1 = Math.max(line.x1, run.x + run.width);
    sizes.set(run.size, (sizes.get(run.size) ?? 0) + text.length);
    if ((sizes.get(run.size) ?? 0) > plain) {
      plain = sizes.get(run.size) ?? 0;
      line.size = run.size;
      line.y = run.y;
    }
  }
  // Digits alone in a bold face are a font's, not an author's.
  if (!LETTER.test(line.text.slice(0, line.bold))) line.bold = 0;
  else if (leading) line.bold = line.text.length;
  line.stops = [line.x0];
  return line;
}

/** Gap, in ems, beyond which text on one baseline may belong to different columns or cells. */
const APART = 0.9;
/** Gap beyond which it stands apart even where there are no columns. */
export const FAR_APART = 1.6;

/** All segments of a page, from top to bottom and left to right. */
export function toSegments(runs: readonly Run[]): Line[] {
  const { runs: printed, heavy } = withoutOverprint(runs);
  const isHeavy: IsHeavy = (run) => run.bold || heavy.has(run);
  return baselines(printed).flatMap((printedRow) => {
    const row = withoutCopies(printedRow, heavy);
    if (isTracked(row)) return [joined(row, isHeavy)];
    const groups: Run[][] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const run of row) {
      const last = groups.at(-1);
      if (last && run.x - end <= APART * Math.min(run.size, last.at(-1)?.size ?? run.size)) last.push(run);
      else groups.push([run]);
      end = Math.max(end, run.x + run.width);
    }
    return groups.map((group) => joined(group, isHeavy)).filter((line) => line.text !== '');
  });
}

/** Puts segments of one baseline into one line again, a space where they stand apart. */
export function mergeRow(row: readonly Line[]): Line {
  const [first, ...rest] = [...row].sort((a, b) => a.x0 - b.x0);
  if (!first) throw new RangeError('a row has at least one segment');
  return rest.reduce<Line>(
    (line, next) => ({
      text: `${line.text} ${next.text}`,
      x0: line.x0,
      x1: Math.max(line.x1, next.x1),
      y: line.text.length >= next.text.length ? line.y : next.y,
      size: line.text.length >= next.text.length ? line.size : next.size,
      bold: line.bold === line.text.length && next.bold > 0 ? line.text.length + 1 + next.bold : line.bold,
      parts: [...line.parts, ...next.parts.map((part) => ({ item: part.item, at: part.at + line.text.length + 1 }))],
      stops: next.x0 - line.x1 > FAR_APART * next.size ? [...line.stops, next.x0] : line.stops,
    }),
    first,
  );
}

/** Rows of segments that share a baseline. */
export function toRows(segments: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1);
    const head = row?.[0];
    const near = head && Math.abs(head.y - segment.y) <= Math.min(head.size, segment.size) * 0.35;
    if (row && near && row.every((other) => other.x1 <= segment.x0 + 1 || other.x0 >= segment.x1 - 1))
      row.push(segment);
    else rows.push([segment]);
  }
  return rows;
}
