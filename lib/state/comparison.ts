/**
 * The comparison being worked on: how the chosen clips are grouped, what was decided by hand about rows and empty
 * cells, and all that follows from it. What the person decided lasts in memory, also about clips that left: they may come
 * back. Tables are computed.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import {
  alignMeasures,
  buildMatrix,
  type CellMark,
  type CompareRow,
  type CompareTable,
  columnsOf,
  comparisonSchema,
  forgetRow,
  type Grouping,
  type IndicatorRow,
  indicatorTable,
  joinRows,
  type ManualLink,
  type Matrix,
  markCell,
  nameRow,
  splitUnit,
  type TileValue,
  tileCounts,
} from '@/lib/core/compare';
import type { Clip } from '@/lib/core/model/clip';
import { parseSafely, type z } from '@/lib/core/model/zod';
import { createLasting } from './lasting';
import type { SharedMemory } from './memory';

const KEY = 'comparison';

const storedSchema = comparisonSchema.pick({ grouping: true, links: true, cells: true, regions: true, themes: true });
/** Everything a person decided about a comparison, apart from which clips it has. */
export type Decisions = z.infer<typeof storedSchema>;

const EMPTY: Decisions = { grouping: 'region', links: [], cells: [], regions: [], themes: [] };

export interface ComparisonState {
  grouping: ReadonlySignal<Grouping>;
  links: ReadonlySignal<readonly ManualLink[]>;
  cells: ReadonlySignal<readonly CellMark[]>;
  table: ReadonlySignal<CompareTable>;
  matrix: ReadonlySignal<Matrix>;
  indicators: ReadonlySignal<readonly IndicatorRow[]>;
  tiles: ReadonlySignal<readonly TileValue[]>;
  setGrouping(grouping: Grouping): void;
  join(into: CompareRow, from: CompareRow): void;
  split(row: CompareRow, unitId: string): void;
  rename(row: CompareRow, title: string): void;
  reset(row: CompareRow): void;
  /** `day` is the day of the search, for `none-found`. */
  mark(cell: { region: string; theme: string }, state: CellMark['state'] | 'not-searched', day: string): void;
  addRegion(code: string): void;
  addTheme(code: string): void;
  decisions: ReadonlySignal<Decisions>;
  /** Takes over the decisions of a saved comparison. */
  restore(decisions: Decisions): void;
  /** Forgets every decision. */
  clear(): void;
}

export function createComparison(clips: ReadonlySignal<readonly Clip[]>, memory: SharedMemory): ComparisonState {
  const decided = createLasting(memory, KEY, EMPTY, (found) => parseSafely(storedSchema, found).data ?? null);
  const stored = decided.value;
  const change = (next: (old: Decisions) => Partial<Decisions>) => decided.change((old) => ({ ...old, ...next(old) }));
  const grouping = computed(() => stored.value.grouping);
  const links = computed(() => stored.value.links);
  const cells = computed(() => stored.value.cells);
  const columns = computed(() => columnsOf(clips.value, grouping.value));
  return {
    grouping,
    links,
    cells,
    table: computed(() => alignMeasures(columns.value, links.value)),
    matrix: computed(() =>
      buildMatrix(clips.value, cells.value, { regions: stored.value.regions, themes: stored.value.themes }),
    ),
    indicators: computed(() => indicatorTable(columns.value)),
    tiles: computed(() => tileCounts(clips.value, cells.value)),
    setGrouping: (next) => change(() => ({ grouping: next })),
    join: (into, from) => change((old) => ({ links: joinRows(old.links, into, from) })),
    split: (row, unitId) => change((old) => ({ links: splitUnit(old.links, row, unitId) })),
    rename: (row, title) => change((old) => ({ links: nameRow(old.links, row, title) })),
    reset: (row) => change((old) => ({ links: forgetRow(old.links, row) })),
    mark(cell, state, day) {
      const mark = state === 'none-found' ? { state, on: day } : state === 'not-applicable' ? { state } : null;
      change((old) => ({ cells: markCell(old.cells, cell, mark) }));
    },
    addRegion: (code) => change((old) => ({ regions: [...new Set([...old.regions, code])] })),
    addTheme: (code) => change((old) => ({ themes: [...new Set([...old.themes, code])] })),
    decisions: computed(() => stored.value),
    restore: ({ grouping, links, cells, regions, themes }) =>
      change(() => ({ grouping, links, cells, regions, themes })),
    clear: () => change(() => EMPTY),
  };
}
