/**
 * Which part of a page is the article: the stretch with the most running text and the fewest links, ended by what
 * follows articles. Printed documents have no navigation and are taken whole.
 */
import { isDateLine, isSigner } from '../head/lines';
import type { Para } from '../paragraph';
import { isAnnex, isClosing, isEnd, isEnded, isPageNumber, isPlace, isTool } from './lines';

export interface Article {
  /** Paragraphs `[from, to)` hold the text. */
  from: number;
  to: number;
}

const PROSE = /[。；！？]/u;
/** 技术合同成交额突破6500亿元: a quantity, which no menu has. */
const QUANTITY = /\d[万亿]?(?:余|多)?(?:家|项|个|名|人|件|元|%|％|平方米|公里)/u;

/** How much a paragraph speaks for an article around it. */
function weigh({ text, block, label, bold }: Para): number {
  const links = block.links ?? 0;
  const ink = Math.min(text.length, 240);
  if (block.cell) return links > 0.6 ? -12 : ink > 12 ? ink / 4 : /\d/u.test(text) ? 1 : -1;
  if (links > 0.6) return ink > 60 ? -10 : -30;
  if (PROSE.test(text) || ink > 60) return ink * (1 - links);
  if (label || bold || block.role === 'heading' || block.centred) return 2;
  if (links === 0 && ink > 8 && QUANTITY.test(text)) return 6;
  if (block.role === 'list-item') return ink > 20 && links < 0.2 ? ink * 0.4 : links > 0 ? -14 : -6;
  return -6;
}

/** Shortest and longest heading of a part that entries of a database or cards have in common. */
const [MIN_PART, MAX_PART] = [3, 16];
const MIN_PARTS = 3;
/** What such a heading weighs: it stands over short lines, which are text for once. */
const PART = 30;

const isHead = ({ text, block, bold }: Para): boolean =>
  (block.role === 'heading' || bold) && !block.links && text.length >= MIN_PART && text.length <= MAX_PART;

/** Headings that come again and again: 申请条件, 申请方式 in every entry. */
function partsOf(paras: readonly Para[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const para of paras) if (isHead(para)) counts.set(para.text, (counts.get(para.text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= MIN_PARTS).map(([text]) => text));
}

const isPart = (para: Para | undefined, parts: ReadonlySet<string>): para is Para =>
  para !== undefined && parts.has(para.text) && isHead(para);

/** The last heading of a part has as many lines below it as the one before had. */
function withLastPart(paras: readonly Para[], to: number, parts: ReadonlySet<string>): number {
  const last = paras[to - 1];
  if (!isPart(last, parts)) return to;
  const before = paras.slice(0, to - 1).findLastIndex((para) => para.text === last.text && isHead(para));
  let lines = 0;
  while (before + lines + 1 < to - 1 && !isHead(paras[before + lines + 1] as Para)) lines += 1;
  const end = paras.slice(to, to + lines).findIndex(({ text, block }) => isEnd(text) || (block.links ?? 0) > 0.5);
  return Math.min(paras.length, to + (end < 0 ? lines : end));
}

/** Stretch with the greatest sum of weights (Kadane). */
function heaviest(weights: readonly number[]): Article {
  let best = { from: 0, to: weights.length, sum: Number.NEGATIVE_INFINITY };
  let from = 0;
  let sum = 0;
  for (const [i, weight] of weights.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += weight;
    if (sum > best.sum) best = { from, to: i + 1, sum };
  }
  return best;
}

/** An end line counts only below enough text, and where little text follows. */
function endOf(paras: readonly Para[], { from, to }: Article): number {
  let behind = 0;
  const totals: number[] = [];
  for (let i = to - 1; i >= from; i -= 1) {
    totals[i] = behind;
    behind += PROSE.test(paras[i]?.text ?? '') ? (paras[i]?.text.length ?? 0) : 0;
  }
  for (let i = from + 1; i < to; i += 1) {
    const para = paras[i];
    if (para && isEnd(para.text) && (totals[i] ?? 0) < behind * 0.25) return i;
  }
  return to;
}

/** Up to where the head of the article may reach: no navigation, no table, no links. */
function headOf(paras: readonly Para[], from: number): number {
  let at = from;
  while (at > 0) {
    const { text, block } = paras[at - 1] ?? { text: '', block: undefined };
    if (!block || block.cell || (block.links ?? 0) > 0.5 || isPlace(text) || isEnd(text)) break;
    at -= 1;
  }
  return at;
}

const SIGNATURE_REACH = 10;
const MOST_FILES = 40;
/** 附件：1.申报表.docx between the text and its signature, where tables may stand, too. */
const isFile = ({ text, block }: Para): boolean =>
  !block.cell && (/\.(?:docx?|xlsx?|pdf|ofd|wps|et|zip|rar)$/iu.test(text) || isAnnex(text));

/** A signature is short lines, which weigh nothing: it belongs to the text above it all the same. */
function withSignature(paras: readonly Para[], to: number): number {
  let end = to;
  let reach = SIGNATURE_REACH;
  for (let at = to; at < Math.min(paras.length, to + reach); at += 1) {
    const para = paras[at];
    if (para && reach < MOST_FILES && (isFile(para) || para.block.cell)) {
      reach += 1;
      continue;
    }
    if (!para || para.block.cell || (para.block.links ?? 0) > 0.5 || para.text.length > 60 || isEnd(para.text)) break;
    if (isDateLine(para) || isSigner(para) || isClosing(para.text)) end = at + 1;
  }
  return end;
}

/** A heading is not the last that a text has, however little stands below it. */
function withLastBody(paras: readonly Para[], to: number): number {
  const [last, next] = [paras[to - 1], paras[to]];
  if (!last?.label || isEnded(last.text) || !next || next.block.cell || (next.block.links ?? 0) > 0) return to;
  return to === paras.length - 1 && !isEnd(next.text) && !isTool(next.text) ? to + 1 : to;
}

export function findArticle(paras: readonly Para[], isPage: boolean): Article {
  const whole = { from: 0, to: paras.length };
  if (!isPage) return whole;
  const parts = partsOf(paras);
  const weights = paras.map((para) => (isPart(para, parts) ? PART : weigh(para)));
  if (!weights.some((weight) => weight > 20)) return whole;
  const heavy = heaviest(weights);
  const stretch = { ...heavy, to: withLastPart(paras, heavy.to, parts) };
  const to = endOf(paras, stretch);
  return {
    from: headOf(paras, stretch.from),
    to: to < stretch.to ? to : withSignature(paras, withLastBody(paras, to)),
  };
}

/** Without the page numbers of print; what follows one may go on with what stands before it. */
export function withoutPageNumbers(paras: readonly Para[]): Para[] {
  return paras.flatMap((para, i) => {
    if (isNumbered(para)) return [];
    const before = paras[i - 1];
    return [before && isNumbered(before) ? { ...para, block: { ...para.block, afterBreak: true } } : para];
  });
}

const isNumbered = ({ text, block }: Para): boolean => !block.cell && isPageNumber(text);

export const withoutTools = (paras: readonly Para[]): Para[] => paras.filter((para) => !isTool(para.text));
