/**
 * What a person decided about rows, as data: join two units, keep two apart, give a row a title. Decisions are about
 * units, not rows, so that they survive when a column is added or a text is read again.
 */
import type { ManualLink } from './stored';
import type { CompareRow, CompareUnit } from './types';

export interface LinkRules {
  joins: readonly (readonly [string, string])[];
  apart(a: string, b: string): boolean;
  /** The title given to a row with these units, or null. */
  title(units: readonly string[]): string | null;
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export function linkRules(links: readonly ManualLink[]): LinkRules {
  const pairs = new Map<string, { kind: 'join' | 'apart'; a: string; b: string }>();
  const titles = new Map<string, string>();
  for (const link of links) {
    if (link.kind === 'title') titles.set(link.unit, link.title);
    else pairs.set(pairKey(link.a, link.b), link);
  }
  return {
    joins: [...pairs.values()].flatMap((pair) => (pair.kind === 'join' ? [[pair.a, pair.b] as const] : [])),
    apart: (a, b) => pairs.size > 0 && pairs.get(pairKey(a, b))?.kind === 'apart',
    title: (units) => units.map((unit) => titles.get(unit)).find((title) => title) ?? null,
  };
}

const unitsOfRow = (row: CompareRow): CompareUnit[] => row.cells.flat();

/** The links with those of `added` in place of older ones about the same pair or row. */
export function withLinks(links: readonly ManualLink[], added: readonly ManualLink[]): ManualLink[] {
  const keyOf = (link: ManualLink): string => (link.kind === 'title' ? `title ${link.unit}` : pairKey(link.a, link.b));
  const replaced = new Set(added.map(keyOf));
  return [...links.filter((link) => !replaced.has(keyOf(link))), ...added];
}

/** Makes one row of two. */
export function joinRows(links: readonly ManualLink[], into: CompareRow, from: CompareRow): ManualLink[] {
  const [anchor] = unitsOfRow(into);
  if (!anchor) return [...links];
  const ours = new Set(unitsOfRow(into).map((unit) => unit.id));
  const theirs = new Set(unitsOfRow(from).map((unit) => unit.id));
  // A row that was taken apart before comes together again.
  const kept = links.filter(
    (link) =>
      link.kind !== 'apart' || !((ours.has(link.a) && theirs.has(link.b)) || (ours.has(link.b) && theirs.has(link.a))),
  );
  return withLinks(
    kept,
    [...theirs].map((unit) => ({ kind: 'join', a: anchor.id, b: unit })),
  );
}

/** Takes one unit out of its row; what stays together stays. */
export function splitUnit(links: readonly ManualLink[], row: CompareRow, unitId: string): ManualLink[] {
  const others = unitsOfRow(row)
    .map((unit) => unit.id)
    .filter((id) => id !== unitId);
  return withLinks(
    links,
    others.map((other) => ({ kind: 'apart', a: unitId, b: other })),
  );
}

export const nameRow = (links: readonly ManualLink[], row: CompareRow, title: string): ManualLink[] => {
  const units = new Set(unitsOfRow(row).map((unit) => unit.id));
  const kept = links.filter((link) => link.kind !== 'title' || !units.has(link.unit));
  const clean = title.trim().slice(0, 200);
  return clean ? [...kept, { kind: 'title', unit: row.id, title: clean }] : kept;
};

/** Forgets everything that was decided by hand about the units of a row. */
export const forgetRow = (links: readonly ManualLink[], row: CompareRow): ManualLink[] => {
  const units = new Set(unitsOfRow(row).map((unit) => unit.id));
  return links.filter((link) =>
    link.kind === 'title' ? !units.has(link.unit) : !units.has(link.a) && !units.has(link.b),
  );
};

/** Was anything of this row decided by hand? */
export const isManual = (row: CompareRow): boolean =>
  row.titled === 'person' || row.matches.some((match) => match.score === null);
