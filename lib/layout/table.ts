/**
 * A zone → the cells of a table. Rows come from white strips that run across all columns; where a narrow column of
 * labels stands beside running text, from the labels, each of which stands at the top or in the middle of its cell.
 */
import { columnOf, columnsOf, type Zone } from './columns';
import type { Line } from './line';

export interface Cell {
  row: number;
  column: number;
  lines: Line[];
}

const height = (line: Line): number => line.y;
const top = (line: Line): number => line.y - line.size * 0.85;
const bottom = (line: Line): number => line.y + line.size * 0.2;
const em = (line: Line): number => (line.x1 - line.x0) / line.size;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Lines that overlap in height, from top to bottom. */
function bands(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const line of [...lines].sort((a, b) => top(a) - top(b))) {
    if (top(line) < end) found.at(-1)?.push(line);
    else found.push([line]);
    end = Math.max(end, bottom(line));
  }
  return found;
}

const strip = (above: readonly Line[], below: readonly Line[]): number =>
  Math.min(...below.map(top)) - Math.max(...above.map(bottom));

/** The strip from which on rows are parted: strips inside cells are clearly lower than those between rows. */
function threshold(strips: readonly number[]): number {
  const sorted = strips.map((value) => Math.max(value, 0.5)).sort((a, b) => a - b);
  let best = 1.6;
  let cut = 0;
  for (const [i, value] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next !== undefined && next / value > best) {
      best = next / value;
      cut = (value + next) / 2;
    }
  }
  return cut;
}

/** White strips that part all columns. */
export function sharedStrips(zone: Zone): number {
  const all = bands(zone.rows.flat());
  const strips = all.slice(1).map((band, i) => strip(all[i] ?? [], band));
  const cut = threshold(strips);
  return cut === 0 ? 0 : strips.filter((value) => value > cut).length;
}

function grid(zone: Zone): Cell[] {
  const all = bands(zone.rows.flat());
  const strips = all.slice(1).map((band, i) => strip(all[i] ?? [], band));
  const cut = threshold(strips);
  const column = (line: Line) => columnOf(line, zone.gutters);
  const rows: Line[][] = [];
  for (const [i, band] of all.entries()) {
    const above = rows.at(-1);
    // Without strips of two kinds, a row begins where its first column says something.
    const begins = cut > 0 ? (strips[i - 1] ?? cut + 1) > cut : band.some((line) => column(line) === 0);
    if (above && !begins) above.push(...band);
    else rows.push([...band]);
  }
  return rows.flatMap((lines, row) => {
    const byColumn = Map.groupBy(lines, column);
    return [...byColumn]
      .sort(([a], [b]) => a - b)
      .map(([at, own]) => ({ row, column: at, lines: own.sort((a, b) => a.y - b.y || a.x0 - b.x0) }));
  });
}

/** Labels of one cell may take several lines. */
function labelsOf(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const before = found.at(-1)?.at(-1);
    if (before && line.y - before.y < line.size * 1.75) found.at(-1)?.push(line);
    else found.push([line]);
  }
  return found;
}

const middle = (lines: readonly Line[]): number => {
  const ys = lines.map(height);
  return (Math.min(...ys) + Math.max(...ys)) / 2;
};

const firstItem = (line: Line | undefined): number => line?.parts[0]?.item ?? -1;

/**
 * The order in which the file writes its text, where it agrees with the page: labels and their cells in turn.
 * @returns index of the first content line of each label's cell, or null
 */
function startsByOrder(labels: readonly Line[][], content: readonly Line[]): number[] | null {
  const ascending = (lines: readonly (Line | undefined)[]): boolean =>
    lines.every((line, i) => i === 0 || firstItem(line) > firstItem(lines[i - 1]));
  if (!ascending(content) || !ascending(labels.map((label) => label[0]))) return null;
  const found = labels.map((label) => content.filter((line) => firstItem(line) < firstItem(label[0])).length);
  const fits = labels.every((label, i) => {
    const own = content.slice(found[i], found[i + 1]);
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) return false;
    return middle(label) > first.y - first.size && middle(label) < last.y + last.size;
  });
  return fits ? found : null;
}

/** Index of the first content line of each label's cell, from the labels' places. */
function startsByPlace(labels: readonly Line[][], content: readonly Line[]): number[] {
  const tops = labels.map((label) =>
    content.findIndex((line) => Math.abs(line.y - (label[0]?.y ?? 0)) < line.size * 0.4),
  );
  if (tops[0] === 0 && tops.every((at) => at >= 0)) return tops;
  // Labels in the middle: worked out from the bottom, since the first cell may go on from the page before.
  const found: number[] = [];
  let end = content.length - 1;
  for (const [back, label] of labels.toReversed().entries()) {
    const above = labels[labels.length - 2 - back];
    const guess = 2 * middle(label) - (content[end]?.y ?? 0);
    const lowest = above ? Math.max(...above.map(height)) : Number.NEGATIVE_INFINITY;
    const distance = (i: number): number => {
      const line = content[i];
      if (!line) return Number.POSITIVE_INFINITY;
      const gap = line.y - (content[i - 1]?.y ?? Number.NEGATIVE_INFINITY);
      // A cell begins after a gap rather than inside a paragraph.
      return Math.abs(line.y - guess) + (gap < line.size * 1.75 ? line.size * 1.2 : 0);
    };
    let best = end;
    for (let i = end; i >= 0 && (content[i]?.y ?? 0) > lowest; i -= 1) if (distance(i) < distance(best)) best = i;
    found.unshift(best);
    end = best - 1;
  }
  return found;
}

function labelled(zone: Zone): Cell[] {
  const [labelLines = [], content = []] = columnsOf(zone);
  const labels = labelsOf(labelLines);
  const begin = startsByOrder(labels, content) ?? startsByPlace(labels, content);
  // Without any label all of it goes on from the page before.
  const [first = content.length] = begin;
  const head: Cell[] = first > 0 ? [{ row: 0, column: 1, lines: content.slice(0, first) }] : [];
  return labels.reduce<Cell[]>((cells, lines, i) => {
    const row = i + (first > 0 ? 1 : 0);
    const own = content.slice(begin[i] ?? content.length, begin[i + 1] ?? content.length);
    cells.push({ row, column: 0, lines });
    if (own.length > 0) cells.push({ row, column: 1, lines: own });
    return cells;
  }, head);
}

/** Running text beside running text. */
export function isColumns(zone: Zone): boolean {
  const columns = columnsOf(zone);
  const running = columns.every((lines) => {
    const left = Math.min(...lines.map((line) => line.x0));
    const right = Math.max(...lines.map((line) => line.x1));
    const width = median(lines.map((line) => line.x1 - line.x0));
    return lines.length >= 5 && median(lines.map(em)) >= 9 && width > (right - left) * 0.55;
  });
  return running && columns.length <= 3 && sharedStrips(zone) < 2;
}

export function toCells(zone: Zone): Cell[] {
  const [labels = [], content = [], ...more] = columnsOf(zone);
  const narrow = labels.every((line) => em(line) <= 12) && labels.length < content.length;
  return more.length === 0 && narrow ? labelled(zone) : grid(zone);
}
