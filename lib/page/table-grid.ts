/**
 * Where a cell stands in its table, spans counted, and whether the table is one: government pages also use tables to
 * lay out whole articles, and then its cells are plain containers.
 */
import { attributeOf } from './dom';

export interface GridCell {
  row: number;
  column: number;
  columns?: number;
  header: boolean;
}

export interface Grid {
  number: number;
  row: number;
  /** How many more rows each column is taken by a cell from above. */
  taken: number[];
  column: number;
  columns: number;
  cells: number;
  nested: boolean;
}

export const newGrid = (number: number): Grid => ({
  number,
  row: -1,
  taken: [],
  column: 0,
  columns: 0,
  cells: 0,
  nested: false,
});

export function nextRow(grid: Grid): void {
  grid.row += 1;
  grid.column = 0;
  grid.taken = grid.taken.map((rows) => Math.max(0, rows - 1));
}

/** Spans that a page declares, held to what a table can be. */
const spanOf = (cell: Element, name: string): number => {
  const span = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return span >= 1 && span <= 1_000 ? span : 1;
};

export function placeCell(grid: Grid, cell: Element, header: boolean): GridCell {
  if (grid.row < 0) nextRow(grid);
  while ((grid.taken[grid.column] ?? 0) > 0) grid.column += 1;
  const rows = spanOf(cell, 'rowspan');
  const columns = spanOf(cell, 'colspan');
  const placed = { row: grid.row, column: grid.column, ...(columns > 1 ? { columns } : {}), header };
  for (let i = 0; i < columns; i++) grid.taken[grid.column + i] = rows;
  grid.column += columns;
  grid.columns = Math.max(grid.columns, grid.column);
  grid.cells += 1;
  return placed;
}

/** Longest text of a cell that still is a table's entry and not an article in a frame of cells. */
const MAX_ENTRY = 4_000;

/** `longest`: characters of the longest cell. */
export const isDataTable = (grid: Grid, longest: number): boolean =>
  !grid.nested && grid.row >= 1 && grid.columns >= 2 && grid.cells > grid.row + 1 && longest <= MAX_ENTRY;
