/**
 * Measures and points of one text: the units of its first level and, in each, the units of the next one.
 * Gives offsets in the text; the caller adds what the field readers find.
 */
import type { Measure, Point } from '@/lib/core/model/item';
import { spansOf, type Traced } from '../traced';
import { headingOf } from './heading';
import type { Label } from './label';
import {
  asGroup,
  between,
  groupsOf,
  headsGroups,
  isLevel,
  isNested,
  levelsOf,
  type Mark,
  marksOf,
  type Unit,
  unitsOf,
} from './units';

/** Lines of the text that need a hint: labels that are not printed in it, and lines that are never numbered (cells). */
export interface LineHints {
  listed: ReadonlyMap<number, Label>;
  ignored: ReadonlySet<number>;
}

const NO_HINTS: LineHints = { listed: new Map(), ignored: new Set() };

interface Cut {
  label: string;
  heading: string;
  text: string;
  at: { start: number; end: number };
}

const trimmedEnd = (text: string, start: number, end: number): number =>
  start + text.slice(start, end).trimEnd().length;

function cut(source: Traced, { label, start, end }: Unit): Cut {
  const last = trimmedEnd(source.text, start, end);
  const bodyStart = Math.min(start + label.end, last);
  const body = source.text.slice(bodyStart, last);
  const heading = headingOf(body, label.style);
  return {
    label: label.text,
    heading: heading.text,
    text: body.slice(heading.end).trim(),
    at: { start, end: last },
  };
}

/** Captions run in to articles count where at least one article in this many has one. */
const CAPTIONED = 4;

/** …的；…的；…的。: what ends the last clause is no end of a heading. */
const isClauseList = (cuts: readonly Cut[]): boolean =>
  cuts.length > 1 && cuts.slice(0, -1).every(({ heading, text }) => heading === '' && text.endsWith('；'));

/** Do the units of this list have run-in headings, other than by chance? */
function isHabit(cuts: readonly Cut[], source: Traced, { label: { style } }: Unit): boolean {
  if (style === 'is') return cuts[0]?.heading !== '';
  if (style !== 'article') return !isClauseList(cuts);
  const runIn = cuts.filter(({ heading, label, at }) => heading && isRunIn(source.text, at.start + label.length));
  return runIn.length * CAPTIONED >= cuts.length;
}

const isRunIn = (text: string, from: number): boolean => !/^\s*[（(【[〔]/u.test(text.slice(from, from + 8));

/** Run-in headings inside a paragraph, and captions run in to articles, are a habit of the whole list or none. */
function settleRunIn(cuts: Cut[], source: Traced, units: readonly Unit[]): Cut[] {
  const [first] = units;
  if (!first || isHabit(cuts, source, first)) return cuts;
  return cuts.map((one, i) => {
    const unit = units[i];
    if (!unit || !one.heading || !isRunIn(source.text, unit.start + unit.label.end)) return one;
    const body = source.text.slice(unit.start + unit.label.end, one.at.end);
    return { ...one, heading: '', text: body.trim() };
  });
}

/** An excerpt may end within its first part: 一、 with a heading, above all that counts in other forms. */
function isOpening([only, ...more]: readonly Mark[], levels: readonly (readonly Mark[])[], text: string): boolean {
  if (!only || more.length > 0 || only.label.style !== 'han' || only.label.ordinal !== 1) return false;
  const others = levels.filter(([mark]) => mark !== only);
  const isAbove = others.length > 0 && others.every(([first]) => first && first.start > only.start);
  return isAbove && headingOf(text.slice(only.start + only.label.end), 'han').text !== '';
}

/** The first level that stands inside no other one. */
const outermost = (levels: readonly (readonly Mark[])[]) =>
  levels.find((run) => !levels.some((other) => other !== run && isNested(run, other)));

/** @param levels the levels below that of `unit` */
function pointsIn(source: Traced, unit: Unit, levels: readonly (readonly Mark[])[], groups: readonly Mark[]): Point[] {
  const within = levels.map((run) => between(run, unit.start + 1, unit.end)).filter(isLevel);
  const run = outermost(within);
  if (!run) return [];
  const units = unitsOf(run, groups, unit.end);
  return settleRunIn(
    units.map((one) => cut(source, one)),
    source,
    units,
  ).map((one) => ({ ...one, spans: spansOf(source, one.at.start, one.at.end) }));
}

/** Units of the first numbering level; empty where the text counts nothing. */
export function measuresOf(source: Traced, { listed, ignored }: LineHints = NO_HINTS): Measure[] {
  const marks = marksOf(source, listed).filter((mark) => !ignored.has(mark.line));
  const levels = levelsOf(marks);
  const several = levels.filter((run) => run.length >= 2 || isOpening(run, levels, source.text));
  const first = outermost(several);
  if (!first) return [];
  const rank = first[0]?.label.rank ?? 0;
  const heads = levels.filter((run) => run !== first && headsGroups(run, first, source.text));
  const below = levels.filter((run) => (run[0]?.label.rank ?? 0) > rank || (run !== first && isNested(run, first)));
  const groups = [...groupsOf(marks), ...heads.flat().map(asGroup)].sort((a, b) => a.start - b.start);
  const units = unitsOf(first, groups, source.text.length);
  const cuts = settleRunIn(
    units.map((unit) => cut(source, unit)),
    source,
    units,
  );
  return cuts.map((one, i) => {
    const unit = units[i];
    return {
      ...one,
      points: unit ? pointsIn(source, unit, below, groups) : [],
      suggestions: [],
      spans: spansOf(source, one.at.start, one.at.end),
    };
  });
}
