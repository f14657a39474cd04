/**
 * Rows of a comparison: which measures of the columns speak of the same thing.
 *
 * 1. Column by column, the new column's units are assigned one to one to the rows so far (`assignment.ts`), by the best
 *    similarity (`similarity.ts`) to a unit in the row; below `MATCH` a unit opens a row of its own.
 * 2. A unit that stayed alone joins the row it resembles most if that is at least `ABSORB`: one side often spreads over
 *    two measures what the other says in one.
 * 3. What is still alone comes together by theme (`theme-rows.ts`); such rows say so.
 * 4. What the person joined or kept apart holds in all steps, whatever the score.
 * Cost: O(u²·g) for u units of g bigrams in different columns, and the assignment. Deterministic: ties go to the
 * earlier unit. Two columns of 40 measures take a few milliseconds.
 */
import { assign } from './assignment';
import { groupFigures } from './figures';
import { type LinkRules, linkRules } from './links';
import { rowTitle } from './row-title';
import { createScorer, type Similarity } from './similarity';
import type { ManualLink } from './stored';
import { groupByTheme } from './theme-rows';
import type { CompareColumn, CompareRow, CompareTable, CompareUnit, Match } from './types';
import { unitsOf } from './units';

export const MATCH = 0.16;
export const ABSORB = 0.24;

/** A row while it grows: numbers of units. */
interface Draft {
  members: number[];
  matches: Match[];
  themes: readonly string[];
}

interface Context {
  units: readonly CompareUnit[];
  rules: LinkRules;
  score(a: number, b: number): Similarity;
  words(a: number, b: number): string[];
}

function createContext(units: readonly CompareUnit[], links: readonly ManualLink[]): Context {
  const scorer = createScorer(units);
  return { units, rules: linkRules(links), score: scorer.between, words: scorer.words };
}

const idOf = ({ units }: Context, index: number): string => units[index]?.id ?? '';
const columnOf = ({ units }: Context, index: number): string => units[index]?.column ?? '';

/** The member of another column that `unit` resembles most; null where the person keeps it out of the row. */
function best(context: Context, row: Draft, unit: number): { member: number; found: Similarity } | null {
  const id = idOf(context, unit);
  let top: { member: number; found: Similarity } | null = null;
  for (const member of row.members) {
    if (context.rules.apart(id, idOf(context, member))) return null;
    if (columnOf(context, member) === columnOf(context, unit)) continue;
    const found = context.score(member, unit);
    if (top === null || found.score > top.found.score) top = { member, found };
  }
  return top;
}

function take(context: Context, row: Draft, unit: number): void {
  const top = best(context, row, unit);
  if (top) {
    const [a, b] = [idOf(context, top.member), idOf(context, unit)];
    row.matches.push({ a, b, ...top.found, words: context.words(top.member, unit) });
  }
  row.members.push(unit);
}

/** Step 1. */
function addColumn(context: Context, rows: Draft[], added: readonly number[]): void {
  const before = rows.length;
  const pairs = assign(before, added.length, MATCH, (left, right) => {
    const row = rows[left];
    const unit = added[right];
    return row && unit !== undefined ? (best(context, row, unit)?.found.score ?? 0) : 0;
  });
  const rowOf = new Map(pairs.map((pair) => [pair.right, pair.left]));
  added.forEach((unit, i) => {
    const row = rows[rowOf.get(i) ?? -1];
    if (row) take(context, row, unit);
    else rows.push({ members: [unit], matches: [], themes: [] });
  });
}

/** Step 2. */
function absorb(context: Context, rows: readonly Draft[]): Draft[] {
  const gone = new Set<Draft>();
  for (const lone of rows) {
    const [unit] = lone.members;
    if (lone.members.length !== 1 || unit === undefined) continue;
    let target: Draft | null = null;
    let top = ABSORB;
    for (const row of rows) {
      if (row === lone || gone.has(row)) continue;
      const score = best(context, row, unit)?.found.score ?? 0;
      if (score > top || (score === top && target === null)) {
        top = score;
        target = row;
      }
    }
    if (target) {
      take(context, target, unit);
      gone.add(lone);
    }
  }
  return rows.filter((row) => !gone.has(row));
}

/** Step 3. */
function joinByTheme(context: Context, rows: readonly Draft[]): Draft[] {
  const lone = rows.filter((row) =>
    row.members.every((member) => columnOf(context, member) === columnOf(context, row.members[0] ?? -1)),
  );
  const draftOf = new Map(lone.flatMap((row) => row.members.map((member) => [idOf(context, member), row] as const)));
  const alone = lone.flatMap((row) => row.members).sort((a, b) => a - b);
  const gone = new Set<Draft>();
  const made = groupByTheme(
    alone.flatMap((index) => context.units[index] ?? []),
    context.rules.apart,
  ).map(({ themes, units }): Draft => {
    const parts = [...new Set(units.flatMap((unit) => draftOf.get(unit.id) ?? []))];
    for (const part of parts) gone.add(part);
    return { members: parts.flatMap((part) => part.members), matches: parts.flatMap((part) => part.matches), themes };
  });
  return [...rows.filter((row) => !gone.has(row)), ...made];
}

/** Step 4: rows that a person joined become one. */
function joinByHand(context: Context, rows: readonly Draft[]): Draft[] {
  const rowOf = new Map(rows.flatMap((row) => row.members.map((unit) => [idOf(context, unit), row])));
  const gone = new Set<Draft>();
  for (const [a, b] of context.rules.joins) {
    const [into, from] = [rowOf.get(a), rowOf.get(b)];
    if (!into || !from || into === from) continue;
    into.members.push(...from.members);
    into.matches.push(...from.matches, { a, b, score: null, heading: 0, wording: 0, themes: 0, words: [] });
    for (const unit of from.members) rowOf.set(idOf(context, unit), into);
    gone.add(from);
  }
  return rows.filter((row) => !gone.has(row));
}

function finish(context: Context, columns: readonly CompareColumn[], draft: Draft): CompareRow {
  const members = [...draft.members].sort((a, b) => a - b).flatMap((index) => context.units[index] ?? []);
  const cells = columns.map((column) => members.filter((unit) => unit.column === column.id));
  const filled = columns.filter((_, i) => (cells[i]?.length ?? 0) > 0);
  const scores = draft.matches.flatMap((match) => match.score ?? []);
  const byHand = context.rules.title(members.map((unit) => unit.id));
  const alone = filled.length < 2;
  const manual = draft.matches.some((match) => match.score === null);
  return {
    id: members[0]?.id ?? '',
    by: alone ? 'alone' : manual ? 'hand' : draft.themes.length > 0 ? 'theme' : 'wording',
    themes: alone ? [] : draft.themes,
    title: byHand ?? rowTitle(members, draft.matches),
    titled: byHand === null ? 'found' : 'person',
    cells,
    matches: draft.matches,
    score: scores.length > 0 ? Math.min(...scores) : null,
    only: alone ? (filled[0]?.id ?? null) : null,
    figures: groupFigures(members),
  };
}

/** Matches the measures of all columns; see the head of this file. */
export function alignMeasures(columns: readonly CompareColumn[], links: readonly ManualLink[] = []): CompareTable {
  const perColumn = columns.map(unitsOf);
  const units = perColumn.flat();
  const context = createContext(units, links);
  let drafts: Draft[] = [];
  let offset = 0;
  for (const own of perColumn) {
    const first = offset;
    addColumn(
      context,
      drafts,
      own.map((_, i) => first + i),
    );
    offset += own.length;
  }
  drafts = joinByHand(context, joinByTheme(context, absorb(context, drafts)));
  const rows = drafts.map((draft) => ({ first: Math.min(...draft.members), row: finish(context, columns, draft) }));
  // Matched by wording or hand first, then by theme, then what one side has alone.
  const rank = { wording: 0, hand: 0, theme: 1, alone: 2 };
  rows.sort((a, b) => rank[a.row.by] - rank[b.row.by] || a.first - b.first);
  return { columns, rows: rows.map(({ row }) => row) };
}
