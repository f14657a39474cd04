/** The words around a figure, for figures whose indicator the reader did not name: the clause it stands in, cut short. */
import type { Span } from '../model/span';

const BREAK = /[，。；！？,;\n]/u;
const REACH = 24;

/** `“…按实际到账国家经费的 25%配套”`, or empty when the span does not lie in the text. */
export function clauseAround(text: string, at: Span): string {
  if (at.end <= at.start || at.end > text.length) return '';
  const before = text.slice(Math.max(0, at.start - REACH), at.start);
  const after = text.slice(at.end, at.end + REACH);
  const from = before.split(BREAK).at(-1) ?? '';
  const to = after.split(BREAK, 1)[0] ?? '';
  const cutBefore = from.length === REACH ? '…' : '';
  const cutAfter = to.length === REACH ? '…' : '';
  return `“${cutBefore}${(from + text.slice(at.start, at.end) + to).trim()}${cutAfter}”`.toWellFormed();
}
