/**
 * Shapes of a comparison in memory: columns of clips, units (what is compared), rows of matched units.
 * Plain data, so that the screen and the export are made from the same table.
 */
import type { Clip } from '../model/clip';
import type { Figure } from '../model/item';
import type { Span } from '../model/span';

/** One side of the comparison: a clip, or a province that unites several clips. */
export interface CompareColumn {
  /** Clip id, or province code. */
  id: string;
  /** Province code, null when the clip names none. */
  region: string | null;
  clips: readonly Clip[];
}

/** The smallest thing that is matched: a measure, a point of an umbrella measure, or a paragraph of prose. */
export interface CompareUnit {
  /** `<clip id>#m1`, `<clip id>#m1.p0` or `<clip id>#t2`, then `@<province>` for a clip's further provinces. */
  id: string;
  /** Id of the column. */
  column: string;
  clipId: string;
  level: 'measure' | 'point' | 'paragraph';
  /** Path of labels as printed: `(1)` or `(1) 四是`; empty for paragraphs. */
  label: string;
  /** Own heading; empty when there is none. */
  heading: string;
  /** Heading of the measure a point belongs to; empty otherwise. */
  parent: string;
  text: string;
  /** Theme codes that words of the text suggest. */
  themes: readonly string[];
  figures: readonly Figure[];
  /** In the item's text, label and heading included. */
  at: Span;
}

/** Why two units were put into one row. */
export interface Match {
  a: string;
  b: string;
  /** 0–1; the parts are what `similarity.ts` weighs. Null where a person joined them. */
  score: number | null;
  heading: number;
  wording: number;
  themes: number;
  /** The most telling words both have, at most three. */
  words: readonly string[];
}

export interface CompareRow {
  /** Id of its first unit. */
  id: string;
  /**
   * What put it together: like wording, a person, only the same theme (`themes` says which), or nothing: one column
   * has it alone.
   */
  by: 'wording' | 'hand' | 'theme' | 'alone';
  /** Theme codes, for rows by theme; empty otherwise. */
  themes: readonly string[];
  /** Heading of the most central unit, or what the person wrote. */
  title: string;
  titled: 'found' | 'person';
  /** Per column, in the order of the table's columns. */
  cells: readonly (readonly CompareUnit[])[];
  matches: readonly Match[];
  /** The weakest accepted score of the row; null when it stands alone or was joined by hand only. */
  score: number | null;
  /** Id of the only column that has something here, else null. */
  only: string | null;
  figures: readonly FigureGroup[];
}

export const INCOMPARABLE = ['indicator', 'kind', 'unit', 'horizon'] as const;
/** What does not agree between figures that look alike. */
export type Incomparable = (typeof INCOMPARABLE)[number];

export interface FigureEntry {
  column: string;
  clipId: string;
  unitId: string;
  figure: Figure;
}

/** Figures of one indicator (or of several that sound alike). */
export interface FigureGroup {
  indicator: string | null;
  entries: readonly FigureEntry[];
  /** `alone`: only one column has it; `comparable`: everything agrees; `differs`: see `reasons`. */
  verdict: 'alone' | 'comparable' | 'differs';
  reasons: readonly Incomparable[];
}

export interface CompareTable {
  columns: readonly CompareColumn[];
  /** Matched rows first, in the order of the first column; then what only one side has. */
  rows: readonly CompareRow[];
}
