/**
 * Province × theme. An empty cell is not a finding: it says whether nobody searched yet, whether a search found none
 * (and when), or whether the theme does not apply. Clips win over a mark; the mark then counts as outdated.
 */
import type { Clip } from '../model/clip';
import { clipRegions } from './clip-values';
import { byRegionCode } from './regions';
import type { CellMark } from './stored';
import type { CompareUnit } from './types';
import { unitsOfClip } from './units';

export type MatrixCell =
  | { state: 'clips'; units: readonly CompareUnit[]; outdated: CellMark | null }
  | { state: 'none-found'; on: string }
  | { state: 'not-applicable' }
  | { state: 'not-searched' };

export interface Matrix {
  regions: readonly string[];
  themes: readonly string[];
  /** By region, then by theme, as above. */
  cells: readonly (readonly MatrixCell[])[];
  /** Units that suggest no theme, so that nothing disappears silently. */
  unthemed: readonly CompareUnit[];
}

/** Joins the codes of what a person tagged and what the words suggest; given by the caller, as tags are free text. */
export type ThemesOf = (unit: CompareUnit, clip: Clip) => readonly string[];

const suggested: ThemesOf = (unit) => unit.themes;

const keyOf = (region: string, theme: string): string => `${region} ${theme}`;

export interface MatrixOptions {
  /** Provinces and themes that get a row or column even without clips. */
  regions?: readonly string[];
  themes?: readonly string[];
  themesOf?: ThemesOf;
}

export function buildMatrix(clips: readonly Clip[], marks: readonly CellMark[], options: MatrixOptions = {}): Matrix {
  const themesOf = options.themesOf ?? suggested;
  const units = new Map<string, CompareUnit[]>();
  const regions = new Set([...(options.regions ?? []), ...marks.map((mark) => mark.region)]);
  const themes = new Set([...(options.themes ?? []), ...marks.map((mark) => mark.theme)]);
  const unthemed: CompareUnit[] = [];
  for (const clip of clips) {
    const own = clipRegions(clip);
    for (const region of own) regions.add(region);
    for (const unit of unitsOfClip(clip.id, clip)) {
      const codes = themesOf(unit, clip);
      if (codes.length === 0) unthemed.push(unit);
      for (const theme of codes) {
        themes.add(theme);
        for (const region of own) {
          const key = keyOf(region, theme);
          units.set(key, [...(units.get(key) ?? []), unit]);
        }
      }
    }
  }
  const marked = new Map(marks.map((mark) => [keyOf(mark.region, mark.theme), mark]));
  const rows = [...regions].sort(byRegionCode);
  // Given themes keep their order; the others follow by code.
  const given = options.themes ?? [];
  const columns = [...given, ...[...themes].filter((theme) => !given.includes(theme)).sort()];
  const cellOf = (region: string, theme: string): MatrixCell => {
    const key = keyOf(region, theme);
    const found = units.get(key);
    const mark = marked.get(key);
    if (found) return { state: 'clips', units: found, outdated: mark ?? null };
    if (mark?.state === 'none-found') return { state: 'none-found', on: mark.on };
    return { state: mark ? 'not-applicable' : 'not-searched' };
  };
  return {
    regions: rows,
    themes: columns,
    cells: rows.map((region) => columns.map((theme) => cellOf(region, theme))),
    unthemed,
  };
}

/** The marks with one cell set anew; `null` makes it “not searched” again. */
export function markCell(
  marks: readonly CellMark[],
  cell: { region: string; theme: string },
  mark: { state: 'none-found'; on: string } | { state: 'not-applicable' } | null,
): CellMark[] {
  const others = marks.filter((old) => old.region !== cell.region || old.theme !== cell.theme);
  return mark === null ? others : [...others, { region: cell.region, theme: cell.theme, ...mark }];
}
