/**
 * The numbering model: finds which form is the first level of a text, cuts the text into its units, and the units into
 * those of the next level. A level is a form whose numbers run on from 1; chapters only group; forms may skip ranks
 * and start anew in every part.
 */
import type { LabelStyle } from '@/lib/core/lexicon/numbering';
import type { Traced } from '../traced';
import { slice } from '../traced';
import { inlineLabels } from './inline';
import { type Label, labelAt } from './label';

/** One numbered unit of a text: `[start, end)` with its label. */
export interface Unit {
  label: Label;
  start: number;
  end: number;
}

export interface Mark {
  label: Label;
  start: number;
  /** Stands inside a paragraph. */
  inline: boolean;
}

/** All labels of `text`: at the beginnings of its lines, and those that also count inside them. */
export function marksOf({ text }: Pick<Traced, 'text'>, listed: ReadonlyMap<number, Label> = new Map()): Mark[] {
  const marks: Mark[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const label = listed.get(start) ?? labelAt(line);
    if (label) marks.push({ label, start, inline: false });
    marks.push(...inlineLabels(line, label?.end ?? 0).map((mark) => ({ ...mark, start: mark.start + start })));
    start += line.length + 1;
  }
  return marks;
}

/**
 * Those marks that count on: 1, 2, 3 …, or 1 again. A first mark above 1 begins a run only where a group, an omission
 * or a cut text explains it, so at most two numbers may be missing.
 */
export function runsOf(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let last = 0;
  for (const [i, mark] of marks.entries()) {
    const { ordinal } = mark.label;
    const next = marks[i + 1]?.label.ordinal;
    const begins = ordinal === 1;
    const follows = ordinal === last + 1 || (ordinal > last && ordinal <= last + 3 && last > 0 && next !== last + 1);
    if (!begins && !follows) continue;
    kept.push(mark);
    last = ordinal;
  }
  return kept;
}

const isRun = (run: readonly Mark[]): boolean => run.length >= 2;

/** The first level: of all forms that count on, the one of the lowest rank. */
export function levelOf(marks: readonly Mark[], above = -1): { style: LabelStyle; run: Mark[] } | null {
  const styles = new Map<LabelStyle, Mark[]>();
  for (const mark of marks) {
    if (mark.label.group || mark.label.rank <= above) continue;
    const list = styles.get(mark.label.style);
    if (list) list.push(mark);
    else styles.set(mark.label.style, [mark]);
  }
  const levels = [...styles]
    .map(([style, list]) => ({ style, run: runsOf(list), rank: list[0]?.label.rank ?? 0 }))
    .filter(({ run }) => isRun(run))
    .sort((a, b) => a.rank - b.rank);
  return levels[0] ?? null;
}

/** Cuts `[start, end)` at the marks of `run`; groups (chapters) and what stands above end a unit, too. */
export function unitsOf(run: readonly Mark[], marks: readonly Mark[], end: number): Unit[] {
  const rank = run[0]?.label.rank ?? 0;
  const stops = marks.filter((mark) => mark.label.group && mark.label.rank < rank).map((mark) => mark.start);
  return run.map((mark, i) => {
    const next = run[i + 1]?.start ?? end;
    const stop = stops.find((at) => at > mark.start && at < next);
    return { label: mark.label, start: mark.start, end: stop ?? next };
  });
}

/** Text of a unit without its label. */
export const bodyOf = (source: Traced, unit: Unit): Traced => slice(source, unit.start + unit.label.end, unit.end);
