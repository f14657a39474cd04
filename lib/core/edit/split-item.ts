/**
 * One item becomes two at a paragraph, which is the second one's title. Places in the document are found by counting
 * visible characters, because healing changes white space and emphasis marks only.
 */
import type { PolicyItem } from '../model/item';
import { found, type Span } from '../model/span';
import { figuresIn, measuresIn } from './shift';

const SILENT = /[\s*]/u;
const ink = (text: string): number => {
  let count = 0;
  for (const char of text) if (!SILENT.test(char)) count++;
  return count;
};

/** Offsets at which a paragraph begins, the first one left out: where an item can be split. */
export function splitPlaces(item: PolicyItem): { at: number; paragraph: string }[] {
  const places: { at: number; paragraph: string }[] = [];
  let at = 0;
  for (const paragraph of item.text.split('\n')) {
    if (at > 0 && paragraph.trim()) places.push({ at, paragraph });
    at += paragraph.length + 1;
  }
  return places;
}

/** Divides spans of the document after `count` visible characters. */
function divideSpans(document: string, spans: readonly Span[], count: number): [before: Span[], after: Span[]] {
  const before: Span[] = [];
  const after: Span[] = [];
  let left = count;
  for (const span of spans) {
    const inside = ink(document.slice(span.start, span.end));
    if (left >= inside) {
      before.push(span);
      left -= inside;
    } else if (left <= 0) after.push(span);
    else {
      let cut = span.start;
      for (; cut < span.end && left > 0; cut++) if (!SILENT.test(document.charAt(cut))) left--;
      before.push({ start: span.start, end: cut });
      after.push({ start: cut, end: span.end });
    }
  }
  return [before, after];
}

/** @param at one of `splitPlaces` */
export function splitItem(item: PolicyItem, at: number, document: string): [PolicyItem, PolicyItem] {
  const lineEnd = item.text.indexOf('\n', at);
  const titleEnd = lineEnd < 0 ? item.text.length : lineEnd;
  const bodyStart = Math.min(titleEnd + 1, item.text.length);
  const first = { start: 0, end: Math.max(0, at - 1) };
  const second = { start: bodyStart, end: item.text.length };
  const [spans, rest] = divideSpans(document, item.spans, ink(item.text.slice(0, at)));
  const title = item.text.slice(at, titleEnd).trim();
  const [titleSpans, bodySpans] = divideSpans(document, rest, ink(title));
  const part = (range: Span) => ({
    text: item.text.slice(range.start, range.end),
    measures: measuresIn(item.measures, range),
    figures: figuresIn(item.figures, range),
  });
  return [
    { ...item, ...part(first), spans },
    {
      ...item,
      ...part(second),
      id: `${item.id}b`,
      title: found(title, titleSpans),
      agencies: item.agencies.map((agency) => ({ ...agency, sure: false })),
      regions: item.regions.map((region) => ({ ...region, sure: false })),
      documents: [],
      docNumbers: [],
      spans: bodySpans,
    },
  ];
}
