/** Rows that leave the same vertical gutters free, and the columns between these. */
import type { Line } from './line';

export interface Gutter {
  x0: number;
  x1: number;
}

export interface Zone {
  rows: Line[][];
  gutters: Gutter[];
}

export const columnOf = (line: Line, gutters: readonly Gutter[]): number =>
  gutters.filter((gutter) => (line.x0 + line.x1) / 2 > (gutter.x0 + gutter.x1) / 2).length;

export const columnsOf = ({ rows, gutters }: Zone): Line[][] => {
  const columns: Line[][] = [...gutters, null].map(() => []);
  for (const line of rows.flat()) columns[columnOf(line, gutters)]?.push(line);
  return columns.map((lines) => lines.sort((a, b) => a.y - b.y || a.x0 - b.x0));
};
