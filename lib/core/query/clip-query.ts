/**
 * From typed terms to what the store is asked. Names of provinces and periods of time become codes and bounds here; a
 * value that names nothing is searched as text, so that no typing error silently shows everything.
 */
import { parseTerms, type QueryTerm } from './syntax';

/** The part of the store's question that a query can set. */
export interface ParsedQuery {
  text?: string;
  regions?: string[];
  tags?: string[];
  agencies?: string[];
  issueNumber?: string;
  publishedFrom?: string;
  publishedTo?: string;
}

/** Province-level code by every name it is known under, in any language of the interface. */
export type RegionNames = ReadonlyMap<string, string>;

const DAY = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u;

/** First and last day of `2025`, `2025-12`, `2025年12月` or `2025-12-01`. */
function period(value: string): [from: string, to: string] | null {
  const match = DAY.exec(value.normalize('NFKC'));
  if (!match) return null;
  const [, year = '', month, day] = match;
  const pad = (part: string | undefined, missing: string) => (part ?? missing).padStart(2, '0');
  return [`${year}-${pad(month, '01')}-${pad(day, '01')}`, `${year}-${pad(month, '12')}-${pad(day, '31')}`];
}

/** `a..b` with either side open, or one period. */
function range(value: string): { publishedFrom?: string; publishedTo?: string } | null {
  const [first = '', second] = value.replace('…', '..').split('..');
  if (second === undefined) {
    const whole = period(first);
    return whole && { publishedFrom: whole[0], publishedTo: whole[1] };
  }
  const from = period(first)?.[0];
  const to = period(second)?.[1];
  return from || to ? { ...(from && { publishedFrom: from }), ...(to && { publishedTo: to }) } : null;
}

const issueOf = (value: string) => /\d{1,6}/u.exec(value.normalize('NFKC'))?.[0] ?? null;

/** Sets one term; false when its value means nothing for its field. */
function apply(query: ParsedQuery, { field, value }: QueryTerm, regions: RegionNames): boolean {
  switch (field) {
    case 'region': {
      const code = regions.get(value.toLowerCase()) ?? (/^\d{6}$/u.test(value) ? value : undefined);
      if (code) query.regions = [...(query.regions ?? []), code];
      return code !== undefined;
    }
    case 'tag':
      query.tags = [...(query.tags ?? []), value];
      return true;
    case 'agency':
      query.agencies = [...(query.agencies ?? []), value];
      return true;
    case 'date': {
      const bounds = range(value);
      if (bounds) Object.assign(query, bounds);
      return bounds !== null;
    }
    case 'issue': {
      const issue = issueOf(value);
      if (issue) query.issueNumber = issue;
      return issue !== null;
    }
    default:
      return false;
  }
}

export function parseQuery(text: string, regions: RegionNames): ParsedQuery {
  const query: ParsedQuery = {};
  const words: string[] = [];
  for (const term of parseTerms(text)) if (!apply(query, term, regions)) words.push(term.value);
  if (words.length > 0) query.text = words.join(' ');
  return query;
}

/** The free words of a query, for marking them in what was found. */
export const queryWords = (text: string, regions: RegionNames): string[] =>
  (parseQuery(text, regions).text ?? '').split(/\s/u).filter(Boolean);
