/**
 * What a page or document says about itself in so many words: `<meta>` tags, cells of a metadata table (发文机关 | 市财政局)
 * and labelled lines (发布日期：2025-03-04 来源：省科技厅). Values stay traced, so that the panel can show where they stand.
 */
import { FACT_LABELS, type FactName, META_NAMES } from '@/lib/core/lexicon/meta';
import type { DocumentModel } from '@/lib/core/model/document';
import { compact } from '../clean/lines';
import { findDate, findDocNumbers } from '../fields';
import { fold } from '../fields/fold';
import { remember } from '../memo';
import type { Para } from '../paragraph';
import { slice, type Traced, trim } from '../traced';
import { isBodyName, isSalutation } from './lines';

export interface Fact {
  fact: FactName;
  /** Label or meta name it stood under. */
  label: string;
  value: Traced;
}

const SIGNS = /[\s[\]【】()：:*]/gu;
const byLabel = new Map(FACT_LABELS.flatMap(({ fact, names }) => names.map((name) => [name, fact] as const)));
const byMeta = new Map(
  META_NAMES.flatMap(({ fact, names }) => names.map((name) => [name.toLowerCase(), fact] as const)),
);

const factOf = (label: string): FactName | undefined =>
  label.length > 16 ? undefined : byLabel.get(fold(label).replace(SIGNS, ''));

function metaFacts(model: DocumentModel): Fact[] {
  if (model.source !== 'html') return [];
  return model.meta.flatMap(([name, content]) => {
    const fact = byMeta.get(name.toLowerCase());
    const text = content.replace(/\s+/gu, ' ').trim();
    return fact && text ? [{ fact, label: name, value: { text, pieces: [] } }] : [];
  });
}

/** 名称 heads a column of names where what stands below it is none of the labels of a table of metadata. */
function headsColumn(paras: readonly Para[], { table, row, column }: NonNullable<Para['block']['cell']>): boolean {
  const below = paras.find(
    ({ block }) => block.cell?.table === table && block.cell.row === row + 1 && block.cell.column === column,
  );
  return below !== undefined && factOf(below.text) === undefined;
}

/** A cell with a label and the cell right of it. */
function cellFacts(paras: readonly Para[]): Fact[] {
  return paras.flatMap((para, i) => {
    const next = paras[i + 1];
    const { cell } = para.block;
    const fact = cell && factOf(para.text);
    const beside = next?.block.cell;
    if (!next || !cell || !fact || !beside) return [];
    const isBeside = beside.table === cell.table && beside.row === cell.row && beside.column > cell.column;
    const heads = fact === 'title' && headsColumn(paras, cell);
    return isBeside && !heads && !factOf(next.text) ? [{ fact, label: compact(para.text), value: next }] : [];
  });
}

const LONGEST_LABEL = Math.max(...[...byLabel.keys()].map((name) => name.length));
const SPELLED = `[^\\s:：[\\]【】](?: {0,3}[^\\s:：[\\]【】]){0,${LONGEST_LABEL - 1}}`;
/**
 * Set like a label, with its colon or in its brackets; spaces inside the label are spacing. Counts code units: the search
 * goes on one further, which by code points would fall back to the beginning of a pair.
 */
const LABELLED = new RegExp(
  `(?:^|(?<=[\\s|,，;；）)】]))(?:[[【]\\s?(${SPELLED})\\s?[\\]】]|(${SPELLED}) {0,3}[:：])`,
  'g',
);

/** 来源：市人民政府发布时间：, with nothing between one statement and the next. */
const GLUED = new RegExp(
  `(?<=[\\p{Script=Han}\\d])(?:${[...byLabel.keys()].filter((name) => name.length >= 4).join('|')}) ?[:：]|(?<=[\\d日])(?:来源|作者) ?[:：]`,
  'gu',
);

interface PrintedLabel {
  label: string;
  start: number;
  end: number;
}

/** Known labels of a folded line, left to right. What only looks like one may hold one: 工作 发布日期：. */
function labelsIn(text: string): PrintedLabel[] {
  const labels: PrintedLabel[] = [];
  LABELLED.lastIndex = 0;
  for (let match = LABELLED.exec(text); match; match = LABELLED.exec(text)) {
    const label = match[1] ?? match[2] ?? '';
    if (byLabel.has(label.replaceAll(' ', ''))) {
      labels.push({ label, start: match.index, end: LABELLED.lastIndex });
    } else LABELLED.lastIndex = match.index + 1;
  }
  const glued =
    labels.length === 0
      ? []
      : [...text.matchAll(GLUED)].map(({ 0: printed, index }) => ({
          label: printed.slice(0, -1).trimEnd(),
          start: index,
          end: index + printed.length,
        }));
  return [
    ...labels,
    ...glued.filter(({ start, end }) => !labels.some((other) => start < other.end && other.start < end)),
  ].sort((a, b) => a.start - b.start);
}

/** A day, perhaps with the time. */
function isDated(value: string): boolean {
  const date = findDate(value);
  return date?.start === 0 && /^[\s\d:]*$/u.test(value.slice(date.end));
}

/** What stands behind a label that has no colon must be of the kind it names. */
const FITS: Partial<Record<FactName, (value: string) => boolean>> = {
  issuer: (value) => value.split(/[\s、,，;；]+/u).every(isBodyName),
  docNumber: (value) => findDocNumbers(value).some(({ start, end }) => start === 0 && end === value.length),
  published: isDated,
  signed: isDated,
};
const isCode = (value: string): boolean => /^[\dA-Z][\dA-Z/-]{5,39}$/iu.test(value);
const BARE_LABELS = FACT_LABELS.flatMap(({ fact, names }) =>
  fact === 'other' ? ['索引号'] : FITS[fact] ? names.filter((name) => name.length >= 3) : [],
);
/** 发文机关某市水利局, as tables of metadata come out whose colons are drawn. */
const BARE = new RegExp(`^(${BARE_LABELS.toSorted((a, b) => b.length - a.length).join('|')}) ?(\\S.{1,60})$`, 'u');

const bareFacts = remember((para: Para): Fact[] => {
  const text = para.text.length <= 80 && !para.label ? fold(para.text) : '';
  const [, label = '', value = ''] = BARE.exec(text) ?? [];
  const fact = factOf(label);
  if (!fact || !(FITS[fact] ?? isCode)(value)) return [];
  return [{ fact, label, value: trim(slice(para, para.text.length - value.length)) }];
});

const lineFacts = remember((para: Para): Fact[] => {
  if (para.text.length > 400 || !/[:：\]】]/u.test(para.text)) return [];
  const labels = labelsIn(fold(para.text));
  if (labels.length === 0 || (labels[0]?.start ?? 0) > 60) return [];
  return labels.flatMap(({ label, end }, i) => {
    const fact = factOf(label);
    const value = trim(slice(para, end, labels[i + 1]?.start));
    return fact && value.text ? [{ fact, label: compact(label), value }] : [];
  });
});

/** A label that stands this often with other values speaks of the items of a digest, not of the document. */
const OF_ITEMS = 3;

function ofDocument(facts: readonly Fact[]): Fact[] {
  const values = new Map<string, Set<string>>();
  for (const { label, value } of facts) values.set(label, (values.get(label) ?? new Set()).add(value.text));
  return facts.filter(({ label }) => (values.get(label)?.size ?? 0) < OF_ITEMS);
}

const isText = (para: Para): boolean =>
  (para.text.length > 60 && /[。；]/u.test(para.text)) || /如下[：:]$/u.test(para.text) || isSalutation(para);

/** What stands above the text, which does not begin before `from`. */
function aboveText(paras: readonly Para[], from: number): readonly Para[] {
  const at = paras.slice(from).findIndex(isText);
  return at < 0 ? paras : paras.slice(0, from + at);
}

/** Below the text the time is that of a meeting, and the name that of a project. */
const isOfText = ({ fact, label }: Fact): boolean => fact === 'title' || label === '时间' || label === '日期';

/**
 * All facts, meta tags first.
 * @param paras where metadata may stand: before and around the head of the text
 * @param above how many of them stand above the article
 */
export function findFacts(model: DocumentModel, paras: readonly Para[], above: number): Fact[] {
  const top = aboveText(paras, above);
  const below = paras.slice(top.length);
  return [
    ...metaFacts(model),
    ...cellFacts(top),
    ...cellFacts(below).filter((fact) => !isOfText(fact)),
    ...ofDocument([
      ...top.flatMap(lineFacts),
      ...below.flatMap(lineFacts).filter((fact) => !isOfText(fact)),
      // Below the text a label without a colon speaks of what a digest has there.
      ...top.flatMap(bareFacts),
    ]),
  ];
}

/** Is the line nothing but statements about the document? */
export const isFactLine = (para: Para): boolean => {
  const facts = [...lineFacts(para), ...bareFacts(para)];
  return (
    facts.length > 0 &&
    facts.every(({ value }) => value.text.length <= 60 || /^https?:/u.test(value.text)) &&
    para.text.length <= 300
  );
};

/** Part of every label of an issuer or a number. */
const ISSUER_WORD = /[关构位体号]/u;

/** Does the line say who issued something, or under which number? */
export const statesIssuer = (para: Para): boolean =>
  ISSUER_WORD.test(para.text) &&
  [...lineFacts(para), ...bareFacts(para)].some(({ fact }) => fact === 'issuer' || fact === 'docNumber');

export const valuesOf = (facts: readonly Fact[], name: FactName): Traced[] =>
  facts.filter(({ fact }) => fact === name).map(({ value }) => value);

/** Labels that only a table of metadata has. */
const TABLE_LABEL = /(?:标 ?题|发文机关|发文机构|发文字号|索 ?引 ?号|主题分类|公文种类|成文日期|发布日期) ?[:：]/u;
const TABLE_REACH = 24;
const LONGEST_CELL = 120;

/** Where a table of metadata below the text begins; the number of paragraphs where there is none. */
export function metadataBelow(paras: readonly Para[]): number {
  const from = Math.max(1, paras.length - TABLE_REACH);
  const tail = paras.slice(from);
  const labelled = tail.flatMap((para, i) => (TABLE_LABEL.test(fold(para.text)) ? [i] : []));
  const [first] = labelled;
  if (first === undefined || labelled.length < 2) return paras.length;
  if (tail.slice(first).some((para) => para.text.length > LONGEST_CELL)) return paras.length;
  let at = from + first;
  const isCell = (para: Para | undefined): boolean =>
    para !== undefined && para.text.length <= 60 && (para.block.cell !== undefined || (para.block.size ?? 1) < 0.9);
  while (at > 1 && isCell(paras[at - 1])) at -= 1;
  return at;
}
