/**
 * Which figures may be set side by side. Numbers compare only if indicator, kind (target, achieved, parameter, rank),
 * unit and horizon agree; everything that does not is named before anything is ranked.
 */
import { foldText } from '../clip/keys';
import type { Figure } from '../model/item';
import { gramsOf } from './grams';
import type { CompareUnit, FigureEntry, FigureGroup, Incomparable } from './types';

/** Indicators this alike are shown together (with a warning), e.g. 省级概念验证中心 and 概念验证中心. */
const ALIKE = 0.6;

/** What is counted, together with whom a 分别-list gives the value to. */
export const indicatorOf = (figure: Figure): string | null =>
  figure.indicator === null
    ? null
    : figure.subject === null
      ? figure.indicator
      : `${figure.subject} · ${figure.indicator}`;

const foldIndicator = (figure: Figure): string | null => {
  const name = indicatorOf(figure);
  return name === null ? null : foldText(name);
};

/** Dice coefficient of the names' bigrams. */
function alike(a: string, b: string): number {
  const [x, y] = [gramsOf(a), gramsOf(b)];
  return x.size + y.size === 0 ? 0 : (2 * [...x].filter((gram) => y.has(gram)).length) / (x.size + y.size);
}

/** What does not agree between two figures; empty when they compare. */
export function compareFigures(a: Figure, b: Figure): Incomparable[] {
  const reasons: Incomparable[] = [];
  const [x, y] = [foldIndicator(a), foldIndicator(b)];
  if (x === null || y === null || x !== y) reasons.push('indicator');
  if (a.kind !== b.kind) reasons.push('kind');
  if (foldText(a.unit) !== foldText(b.unit)) reasons.push('unit');
  if (a.year !== b.year) reasons.push('horizon');
  return reasons;
}

const belongs = (group: readonly FigureEntry[], figure: Figure): boolean => {
  const name = indicatorOf(figure);
  const first = group[0] ? indicatorOf(group[0].figure) : null;
  if (name === null || first === null) return false;
  return foldText(name) === foldText(first) || alike(name, first) >= ALIKE;
};

/** Everything that differs between entries of different columns. */
function reasonsOf(entries: readonly FigureEntry[]): Incomparable[] {
  const found = new Set<Incomparable>();
  entries.forEach((a, i) => {
    for (const b of entries.slice(i + 1)) {
      if (a.column !== b.column && a.clipId !== b.clipId)
        for (const reason of compareFigures(a.figure, b.figure)) found.add(reason);
    }
  });
  return (['indicator', 'kind', 'unit', 'horizon'] as const).filter((reason) => found.has(reason));
}

function finish(entries: readonly FigureEntry[]): FigureGroup {
  const indicator = entries[0] ? indicatorOf(entries[0].figure) : null;
  // One clip that stands in two columns says the same twice: nothing to compare.
  const [columns, clips] = [
    new Set(entries.map((entry) => entry.column)),
    new Set(entries.map((entry) => entry.clipId)),
  ];
  if (columns.size < 2 || clips.size < 2) return { indicator, entries, verdict: 'alone', reasons: [] };
  const reasons = reasonsOf(entries);
  return { indicator, entries, verdict: reasons.length > 0 ? 'differs' : 'comparable', reasons };
}

/** Entries that name the same or a similar indicator, in reading order; what names none stands alone. */
export function groupEntries(entries: readonly FigureEntry[]): FigureGroup[] {
  const groups: FigureEntry[][] = [];
  for (const entry of entries) {
    const group = groups.find((candidate) => belongs(candidate, entry.figure));
    if (group) group.push(entry);
    else groups.push([entry]);
  }
  return groups.map(finish);
}

export const groupFigures = (units: readonly CompareUnit[]): FigureGroup[] =>
  groupEntries(
    units.flatMap((unit) =>
      unit.figures.map((figure) => ({ column: unit.column, clipId: unit.clipId, unitId: unit.id, figure })),
    ),
  );
