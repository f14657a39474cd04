/**
 * Figures by indicator across provinces, and an order of rank only where everything agrees: what does not compare is
 * listed with its reasons and is never ranked.
 */
import { groupEntries } from './figures';
import type { CompareColumn, FigureEntry, FigureGroup } from './types';

export interface IndicatorRow extends FigureGroup {
  /** Columns that give no figure for this indicator. */
  missing: readonly string[];
}

/** All figures of all columns; indicators that several columns share come first, then in reading order. */
export function indicatorTable(columns: readonly CompareColumn[]): IndicatorRow[] {
  const entries = columns.flatMap((column) =>
    column.clips.flatMap((clip) =>
      clip.item.figures.map((figure): FigureEntry => ({ column: column.id, clipId: clip.id, unitId: clip.id, figure })),
    ),
  );
  const rows = groupEntries(entries).map((group) => {
    const present = new Set(group.entries.map((entry) => entry.column));
    return { ...group, missing: columns.map((column) => column.id).filter((id) => !present.has(id)) };
  });
  const shared = (row: IndicatorRow): number => (row.verdict === 'alone' ? 1 : 0);
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => shared(a.row) - shared(b.row) || a.i - b.i)
    .map(({ row }) => row);
}

/** Entries from the greatest to the least value (ranks: first place first), or null where they must not be ranked. */
export function rankEntries(group: FigureGroup): FigureEntry[] | null {
  if (group.verdict !== 'comparable') return null;
  const sign = group.entries[0]?.figure.kind === 'rank' ? 1 : -1;
  return group.entries
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => sign * (a.entry.figure.value - b.entry.figure.value) || a.i - b.i)
    .map(({ entry }) => entry);
}
