/**
 * The query syntax of the library: `省:上海 标签:"科技 金融" 日期:2025-01..2025-06 期号:57 资金`. A field is a word, a
 * colon (half or full width) and a value, quoted when it holds spaces; everything else is free text. Reads what a
 * person types and never fails: a field that is not known is text.
 */
export const QUERY_FIELDS = ['region', 'agency', 'tag', 'date', 'issue'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

const FIELD_NAMES: Readonly<Record<string, QueryField>> = {
  省: 'region',
  地区: 'region',
  region: 'region',
  机关: 'agency',
  agency: 'agency',
  标签: 'tag',
  主题: 'tag',
  tag: 'tag',
  日期: 'date',
  date: 'date',
  期号: 'issue',
  issue: 'issue',
};
/** Written in front of a value by the facet chips. */
export const FIELD_LABEL: Readonly<Record<QueryField, string>> = {
  region: '省',
  agency: '机关',
  tag: '标签',
  date: '日期',
  issue: '期号',
};

export interface QueryTerm {
  field: QueryField | null;
  value: string;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」' };
const isSpace = (char: string) => char.trim() === '';

/** One value from `from`: quoted or up to the next white space. */
function valueAt(text: string, from: number): { value: string; end: number } {
  const closing = CLOSING[text[from] ?? ''];
  if (closing) {
    const end = text.indexOf(closing, from + 1);
    if (end >= 0) return { value: text.slice(from + 1, end), end: end + 1 };
  }
  let end = from;
  while (end < text.length && !isSpace(text[end] ?? ' ')) end++;
  return { value: text.slice(from, end), end };
}

/** Field name and the place after its colon, when a field begins at `from`. */
function fieldAt(text: string, from: number): { field: QueryField; end: number } | null {
  for (const [name, field] of Object.entries(FIELD_NAMES)) {
    const colon = from + name.length;
    if (text.slice(from, colon).toLowerCase() === name && (text[colon] === ':' || text[colon] === '：')) {
      return { field, end: colon + 1 };
    }
  }
  return null;
}

/** Terms in the order they were typed; empty values are left out. */
export function parseTerms(text: string): QueryTerm[] {
  const terms: QueryTerm[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text[at] ?? ' ')) {
      at++;
      continue;
    }
    const named = fieldAt(text, at);
    const { value, end } = valueAt(text, named ? named.end : at);
    if (value.trim()) terms.push({ field: named?.field ?? null, value: value.trim() });
    at = Math.max(end, at + 1);
  }
  return terms;
}

const quoted = (value: string) => (/[\s"“”「」]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value);

/** The inverse of `parseTerms`. */
export const writeTerms = (terms: readonly QueryTerm[]): string =>
  terms.map(({ field, value }) => (field ? `${FIELD_LABEL[field]}:${quoted(value)}` : quoted(value))).join(' ');

const same = (a: QueryTerm, b: QueryTerm) => a.field === b.field && a.value.toLowerCase() === b.value.toLowerCase();

export const hasTerm = (text: string, term: QueryTerm): boolean => parseTerms(text).some((one) => same(one, term));

/** The only term of its field from now on; null takes the field away. */
export function setTerm(text: string, field: QueryField, value: string | null): string {
  const others = parseTerms(text).filter((term) => term.field !== field);
  return writeTerms(value === null ? others : [...others, { field, value }]);
}

/** Adds a term, or takes it away when it is there; what facet chips do. */
export function toggleTerm(text: string, term: QueryTerm): string {
  const terms = parseTerms(text);
  return writeTerms(terms.some((one) => same(one, term)) ? terms.filter((one) => !same(one, term)) : [...terms, term]);
}
