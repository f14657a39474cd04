/** Name of a row: the heading of the unit that the others resemble most; prose gives its first clause. */
import type { CompareUnit, Match } from './types';

const MAX_CLAUSE = 24;
const CLAUSE_END = /[，。；：、！？,.;:]/u;

const firstClause = (text: string): string => {
  const clause = text.split(CLAUSE_END, 1)[0]?.trim() ?? '';
  return clause.length > MAX_CLAUSE ? `${clause.slice(0, MAX_CLAUSE)}…` : clause;
};

export function rowTitle(units: readonly CompareUnit[], matches: readonly Match[]): string {
  const weight = (unit: CompareUnit): number =>
    matches.reduce((sum, match) => sum + (match.a === unit.id || match.b === unit.id ? (match.score ?? 0) : 0), 0);
  const headed = units.filter((unit) => unit.heading !== '');
  const central = headed.reduce<CompareUnit | null>(
    (top, unit) => (top === null || weight(unit) > weight(top) ? unit : top),
    null,
  );
  return central?.heading ?? firstClause(units[0]?.text ?? '');
}
