/**
 * What wording left alone comes together by theme: two provinces may speak of money without sharing a word. Three
 * passes over the units that no other column matched, each over what the one before left:
 * the leading theme, the two leading themes, the family of a leading theme. A theme makes a row only when two columns
 * meet in it. Such rows are weaker than matched ones and say so.
 */
import type { CompareUnit } from './types';

/** Themes that answer the same question of a researcher. Codes as in `lexicon/themes.ts`. */
export const THEME_FAMILIES: readonly (readonly string[])[] = [
  ['funding', 'finance', 'tax'],
  ['platform', 'transfer'],
  ['regulation', 'reform'],
  ['opening', 'regional'],
  ['industry', 'digital', 'green'],
];
const familyOf = (theme: string): string =>
  (THEME_FAMILIES.find((family) => family.includes(theme)) ?? [theme]).join(' ');

const PASSES: readonly ((unit: CompareUnit) => readonly string[])[] = [
  (unit) => unit.themes.slice(0, 1),
  (unit) => unit.themes.slice(0, 2),
  (unit) => [...new Set(unit.themes.slice(0, 2).map(familyOf))],
];

export interface ThemeGroup {
  /** The theme codes that the row is about, those its units lead with. */
  themes: string[];
  units: CompareUnit[];
}

const themesOf = (units: readonly CompareUnit[], key: string): string[] => {
  const codes = key.split(' ');
  return codes.filter((code) => units.some((unit) => unit.themes.slice(0, 2).includes(code)));
};

/** Groups of units of two columns or more, in the order of their first units. `apart` keeps a pair out of one group. */
export function groupByTheme(lone: readonly CompareUnit[], apart: (a: string, b: string) => boolean): ThemeGroup[] {
  const found: ThemeGroup[] = [];
  let left = [...lone];
  for (const keysOf of PASSES) {
    const groups = new Map<string, CompareUnit[]>();
    for (const unit of left) for (const key of keysOf(unit)) groups.set(key, [...(groups.get(key) ?? []), unit]);
    const taken = new Set<CompareUnit>();
    for (const [key, members] of groups) {
      const units: CompareUnit[] = [];
      for (const unit of members) {
        if (!taken.has(unit) && !units.some((other) => apart(other.id, unit.id))) units.push(unit);
      }
      if (new Set(units.map((unit) => unit.column)).size < 2) continue;
      for (const unit of units) taken.add(unit);
      found.push({ themes: themesOf(units, key), units });
    }
    left = left.filter((unit) => !taken.has(unit));
  }
  return found;
}
