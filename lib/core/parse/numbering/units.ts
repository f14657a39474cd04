/**
 * The numbering model: finds which form is the first level of a text, cuts the text into its units, and the units into
 * those of the next level. A level is a form whose numbers run on from 1; chapters only group; forms may skip ranks
 * and start anew in every part.
 */
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
  /** Offset where its line begins. */
  line: number;
}

/** All labels of `text`: at the beginnings of its lines, and those that also count inside them. */
export function marksOf({ text }: Pick<Traced, 'text'>, listed: ReadonlyMap<number, Label> = new Map()): Mark[] {
  const marks: Mark[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const label = listed.get(start) ?? labelAt(line);
    if (label) marks.push({ label, start, line: start });
    const from = start;
    for (const mark of inlineLabels(line, label?.end ?? 0))
      marks.push({ label: mark.label, start: mark.start + from, line: from });
    start += line.length + 1;
  }
  return marks;
}

/**
 * Those marks that count on: 1, 2, 3 …, or 1 again. Up to two numbers may be missing where the text goes on counting
 * after the gap.
 */
export function runsOf(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let last = 0;
  for (const [i, mark] of marks.entries()) {
    const { ordinal } = mark.label;
    const next = marks[i + 1]?.label.ordinal;
    // The first label may be missing in print.
    const begins = ordinal === 1 || (last === 0 && ordinal === 2 && next === 3);
    const follows = ordinal === last + 1 || (ordinal > last && ordinal <= last + 3 && last > 0 && next !== last + 1);
    if (!begins && !follows) continue;
    kept.push(mark);
    last = ordinal;
  }
  return kept;
}

/** Marks of a whole text by their form, only those that count on. */
export function levelsOf(marks: readonly Mark[]): Mark[][] {
  const styles = Map.groupBy(
    marks.filter(({ label }) => !label.group),
    ({ label }) => label.style,
  );
  return [...styles.values()]
    .map(runsOf)
    .filter((run) => run.length > 0)
    .sort((a, b) => (a[0]?.label.rank ?? 0) - (b[0]?.label.rank ?? 0));
}

/** A level has at least two units, or one that goes on counting from before. */
export const isLevel = (run: readonly Mark[]): boolean => run.length >= 2 || (run[0]?.label.ordinal ?? 1) > 1;

/** Index of the first mark at or behind `at`; marks are in order. */
function firstFrom(marks: readonly Mark[], at: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Marks inside `[start, end)`. */
export const between = (marks: readonly Mark[], start: number, end: number): Mark[] =>
  marks.slice(firstFrom(marks, start), firstFrom(marks, end));

/**
 * Do all units of `inner` stand inside units of `outer`, whatever the ranks of their forms? Then answers count in
 * （一） what questions numbered 1. 2. 3. ask. Some unit around them must be closed by the next number.
 */
export function isNested(inner: readonly Mark[], outer: readonly Mark[]): boolean {
  let closed = false;
  let around = -1;
  for (const { start, label } of inner) {
    const at = firstFrom(outer, start) - 1;
    const before = outer[at];
    if (!before || before.start !== before.line || (label.ordinal > 1 && at !== around)) return false;
    around = at;
    const next = outer[at + 1];
    if (next && (next.start !== next.line || next.label.ordinal <= before.label.ordinal)) return false;
    closed ||= next !== undefined;
  }
  return closed;
}

/** Marks of groups (chapters), which end the units below them. */
export const groupsOf = (marks: readonly Mark[]): Mark[] => marks.filter(({ label }) => label.group);

/** Longest line that heads a group of articles. */
const MAX_HEAD = 40;

/** 一、总则 above 第一条, 二、使用范围 above 第三条: do all lines of `run` head units of `first`, which count on? */
export function headsGroups(run: readonly Mark[], first: readonly Mark[], text: string): boolean {
  return (
    first[0]?.label.style === 'article' &&
    run.every(({ start, line }) => {
      const next = first[firstFrom(first, start)];
      const between = next && start === line ? text.slice(start, next.start).trimEnd() : '\n';
      return between.length <= MAX_HEAD && !between.includes('\n');
    })
  );
}

/** A mark that groups units as a chapter does. */
export const asGroup = (mark: Mark): Mark => ({ ...mark, label: { ...mark.label, group: true, rank: 0 } });

/** Cuts the text up to `end` at the marks of `run`; a group of a lower rank ends a unit, too. */
export function unitsOf(run: readonly Mark[], groups: readonly Mark[], end: number): Unit[] {
  const rank = run[0]?.label.rank ?? 0;
  return run.map((mark, i) => {
    const next = run[i + 1]?.start ?? end;
    const stop = between(groups, mark.start + 1, next).find(({ label }) => label.rank < rank)?.start;
    return { label: mark.label, start: mark.start, end: stop ?? next };
  });
}

/** Text of a unit without its label. */
export const bodyOf = (source: Traced, unit: Unit): Traced => slice(source, unit.start + unit.label.end, unit.end);
