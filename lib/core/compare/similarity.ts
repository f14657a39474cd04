/**
 * How much two units speak of the same thing, 0–1, and why. Three parts, each 0–1:
 * - heading: weighted Dice coefficient (Dice 1945) of the headings' bigrams, or how much of one heading the other unit
 *   contains (× 0.8), whichever is more;
 * - wording: weighted overlap of all bigrams, geometric mean of the shares of both sides (Ochiai 1957), so that a long
 *   paragraph does not drown a short one;
 * - themes: weighted Jaccard index of the theme codes; left out when a unit suggests none.
 * Cost: linear in the bigrams of the two units (merge of sorted numbers). In a comparison of more than `MANY` units,
 * pairs that share none of their `KEYS` heaviest bigrams count as unlike without being weighed.
 */
import { type GramIndex, type GramUnit, heaviest, indexGrams, meet, sharedWeight, weightOf } from './grams';
import { sharedWords } from './shared-words';
import type { CompareUnit } from './types';

const WEIGHTS = { heading: 0.4, wording: 0.4, themes: 0.2 };
const CONTAINED = 0.8;
const MANY = 300;
const KEYS = 12;
const UNLIKE: Similarity = { score: 0, heading: 0, wording: 0, themes: 0 };

export interface Similarity {
  score: number;
  heading: number;
  wording: number;
  themes: number;
}

export interface Scorer {
  /** Similarity of two units by their number. */
  between(a: number, b: number): Similarity;
  /** The most telling words both have. */
  words(a: number, b: number): string[];
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

export function createScorer(units: readonly CompareUnit[]): Scorer {
  const index: GramIndex = indexGrams(units.map((unit) => ({ heading: unit.heading || unit.parent, text: unit.text })));
  const { weight } = index;
  const sums = index.units.map((unit) => ({
    heading: weightOf(unit.heading, weight),
    all: weightOf(unit.all, weight),
  }));
  const keys = units.length > MANY ? index.units.map((unit) => heaviest(unit.all, weight, KEYS)) : null;
  const themeCount = new Map<string, number>();
  for (const unit of units) for (const code of unit.themes) themeCount.set(code, (themeCount.get(code) ?? 0) + 1);
  const themeWeights = new Map(
    [...themeCount].map(([code, count]) => [code, Math.log((1 + units.length) / count)] as const),
  );
  const themeWeight = (code: string): number => themeWeights.get(code) ?? 0;

  const themeSums = units.map((unit) => unit.themes.reduce((sum, code) => sum + themeWeight(code), 0));
  /** Weighted Jaccard index; null when a side names no theme. */
  const themesOf = (a: number, b: number): number | null => {
    const [x, y] = [units[a]?.themes ?? [], units[b]?.themes ?? []];
    if (x.length === 0 || y.length === 0) return null;
    let shared = 0;
    for (const code of x) if (y.includes(code)) shared += themeWeight(code);
    return ratio(shared, (themeSums[a] ?? 0) + (themeSums[b] ?? 0) - shared);
  };
  const headingOf = (a: number, b: number, x: GramUnit, y: GramUnit): number => {
    const [hx, hy] = [sums[a]?.heading ?? 0, sums[b]?.heading ?? 0];
    const dice = ratio(2 * sharedWeight(x.heading, y.heading, weight), hx + hy);
    const inY = ratio(sharedWeight(x.heading, y.all, weight), hx);
    const inX = ratio(sharedWeight(y.heading, x.all, weight), hy);
    return Math.max(hx > 0 && hy > 0 ? dice : 0, CONTAINED * inY, CONTAINED * inX);
  };
  return {
    between(a, b) {
      const [x, y] = [index.units[a], index.units[b]];
      if (!x || !y || (keys && !meet(keys[a] ?? x.all, keys[b] ?? y.all))) return UNLIKE;
      const [wx, wy] = [sums[a]?.all ?? 0, sums[b]?.all ?? 0];
      const wording = ratio(sharedWeight(x.all, y.all, weight), Math.sqrt(wx * wy));
      const heading = x.heading.length + y.heading.length > 0 ? headingOf(a, b, x, y) : null;
      const themes = themesOf(a, b);
      let total = WEIGHTS.wording;
      let sum = WEIGHTS.wording * wording;
      if (heading !== null) {
        total += WEIGHTS.heading;
        sum += WEIGHTS.heading * heading;
      }
      if (themes !== null) {
        total += WEIGHTS.themes;
        sum += WEIGHTS.themes * themes;
      }
      return { score: sum / total, heading: heading ?? 0, wording, themes: themes ?? 0 };
    },
    words(a, b) {
      const [unit, other] = [units[a], index.units[b]];
      return unit && other ? sharedWords(unit, other.names, index) : [];
    },
  };
}
