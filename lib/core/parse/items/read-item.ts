/**
 * One item as the rest of the program knows it: text, measures, fields, spans, pages. Turns offsets that the field
 * readers give into spans of the document.
 */
import { FACT_LABELS } from '@/lib/core/lexicon/meta';
import type { DocumentHead, DocumentKind, PolicyItem } from '@/lib/core/model/item';
import { type Found, found, type Span } from '@/lib/core/model/span';
import {
  type FieldHit,
  findAgencies,
  findDocNumbers,
  findDocuments,
  findFigures,
  findRegions,
  type PlacedCell,
  suggest,
  withTables,
} from '../fields';
import type { Label } from '../numbering/label';
import { measuresOf } from '../numbering/measures';
import type { Para } from '../paragraph';
import { join, spansOf, type Traced } from '../traced';
import type { RawItem } from './cut';
import { itemKindOf } from './item-kind';
import { isNote } from './notes';

export interface ItemContext {
  head: DocumentHead;
  kind: DocumentKind;
  /** Short titles that the document declares anywhere: 以下简称《办法》. */
  aliases: readonly string[];
}

/** Order of regional codes where the reader could not say more. */
const MAX_REGIONS = 40;
/** A line above a table that may be its caption: 表1 样品（单位：万元）. */
const LONGEST_CAPTION = 80;

function hintsOf(body: readonly Para[]) {
  const listed = new Map<number, Label>();
  const ignored = new Set<number>();
  const cells: PlacedCell[] = [];
  let start = 0;
  let above: string[] = [];
  let inTable = false;
  for (const { text, label, block } of body) {
    if (block.cell) {
      ignored.add(start);
      cells.push({ cell: block.cell, text, start, caption: above.join('\n') });
    } else {
      if (label?.end === 0) listed.set(start, label);
      // What stood above one table says nothing of the next.
      above = [...(inTable ? [] : above.slice(-1)), text.length <= LONGEST_CAPTION ? text : ''];
    }
    inTable = block.cell !== undefined;
    start += text.length + 1;
  }
  return { listed, ignored, cells };
}

/** 发布日期 2023-08-25, as a card states it of what it is about. */
const STATED_DAY = new RegExp(
  `(?:^|\\n)(?:${FACT_LABELS.filter(({ fact }) => fact === 'published' || fact === 'signed')
    .flatMap(({ names }) => names.filter((name) => name.length >= 4))
    .join('|')})[\\]】：:\\s]{1,4}((?:19|20)\\d\\d)`,
  'u',
);

const statedYear = (text: string): number | null => Number(STATED_DAY.exec(text)?.[1] ?? 0) || null;

/** 〔1996〕 in the number of a document that was put on line later. */
const numberedYear = (docNumber: string | undefined): number | null =>
  Number(/[〔[(（]((?:19|20)\d\d)[〕\])）]/u.exec(docNumber ?? '')?.[1] ?? 0) || null;

/** The year that a document was written in. */
function writtenIn({ publishedOn, docNumber }: DocumentHead): number | null {
  const published = publishedOn ? Number(publishedOn.value.slice(0, 4)) : null;
  const numbered = numberedYear(docNumber?.value);
  return published !== null && numbered !== null ? Math.min(published, numbered) : (published ?? numbered);
}

const spread = (source: Traced, spans: readonly Span[]): Span[] =>
  spans.flatMap(({ start, end }) => spansOf(source, start, end));

function pagesOf(body: readonly Para[]): [number, number] | null {
  const pages = body.flatMap(({ firstPage, lastPage }) => [firstPage, lastPage]).filter((page) => page !== undefined);
  const [first] = pages;
  return first === undefined
    ? null
    : [pages.reduce((a, b) => Math.min(a, b), first), pages.reduce((a, b) => Math.max(a, b), first)];
}

export function readItem(raw: RawItem, id: string, { head, kind, aliases }: ItemContext): PolicyItem {
  const whole = join(raw.body, '\n');
  // Footnotes come last and are read along, but say nothing of the item.
  const body = join(
    raw.body.filter((para) => !isNote(para)),
    '\n',
  );
  const { text } = body;
  const title = raw.title;
  const located = <T>(hit: FieldHit<T>): Found<T> =>
    found(hit.value, [...spread(title, hit.inTitle), ...spread(body, hit.inText)], hit.sure);
  const publisherRegion = head.region?.value ?? null;
  const issuers = head.issuers.map(({ value }) => value);
  const section = raw.section?.text ?? null;
  const agencies = findAgencies(title.text, text, { publisherRegion, issuers, kind }).map(located);
  const regions = findRegions(title.text, text, {
    publisherRegion,
    section,
    agencies: agencies.map(({ value }) => value),
  });
  const hints = hintsOf(raw.body.filter((para) => !isNote(para)));
  const publishedYear = statedYear(text) ?? writtenIn(head);
  const context = { publishedYear };
  const figures = withTables(findFigures(text, context), hints.cells, context);
  return {
    id,
    section: raw.section ? found(raw.section.text, spansOf(raw.section)) : null,
    title: found(title.text, spansOf(title)),
    kind: itemKindOf(title.text, text),
    regions: regions.slice(0, MAX_REGIONS).map(located),
    agencies,
    documents: findDocuments(title.text, text, { aliases }).map(located),
    docNumbers: findDocNumbers(text).map(({ value, start, end, sure }) =>
      found(value, spansOf(body, start, end), sure),
    ),
    measures: measuresOf(body, hints).map((measure) => ({
      ...measure,
      suggestions: suggest(`${measure.heading}\n${measure.text}`),
    })),
    figures: figures.map(({ start, end, ...figure }) => ({
      ...figure,
      spans: spansOf(body, start, end),
      at: { start, end },
    })),
    text: whole.text,
    spans: spansOf(whole),
    pages: pagesOf(raw.body),
  };
}
