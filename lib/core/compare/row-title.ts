/** Name of a row: the heading of the unit that the others resemble most; prose gives the title of its clip, or its first clause. */
import type { CompareUnit, Match } from './types';

const MAX_CLAUSE = 24;
const MIN_CLAUSE = 6;
/** The point in 1.2 ends nothing. */
const CLAUSE_END = /[，。；：、！？;]|[,.:](?!\d)/u;

/** The first clause that says something; 近日 and 今年以来 do not. */
const firstClause = (text: string): string => {
  const clauses = text
    .slice(0, 400)
    .split(CLAUSE_END)
    .map((clause) => clause.trim());
  const clause = clauses.find((part) => part.length >= MIN_CLAUSE) ?? clauses[0] ?? '';
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
  const [first] = units;
  return (
    central?.heading ?? (first?.level === 'paragraph' && first.parent ? first.parent : firstClause(first?.text ?? ''))
  );
}
