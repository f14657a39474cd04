/**
 * Cuts a text into sentences and tells the clause a place stands in. Offsets only; no copies of the text.
 */
import type { Span } from '@/lib/core/model';

/** Sentences end at 。！？ and line feeds; a line that ends with a colon goes on in the next. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(/[。！？!?\n]/gu)) {
    if (mark === '\n' && /[：:]\s?$/u.test(text.slice(Math.max(0, index - 2), index))) continue;
    if (index + 1 > start) spans.push({ start, end: index + 1 });
    start = index + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

const BREAKS = new Set('，。；：！？,;:!?\n');

/** Start of the clause that holds `at`, at most `reach` characters back. */
export function clauseStart(text: string, at: number, reach = 40): number {
  const from = Math.max(0, at - reach);
  for (let i = at - 1; i >= from; i -= 1) if (BREAKS.has(text.charAt(i))) return i + 1;
  return from;
}

/** End of the clause that holds `at`, at most `reach` characters on. */
export function clauseEnd(text: string, at: number, reach = 40): number {
  const to = Math.min(text.length, at + reach);
  for (let i = at; i < to; i += 1) if (BREAKS.has(text.charAt(i))) return i;
  return to;
}
