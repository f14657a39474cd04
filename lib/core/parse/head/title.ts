/**
 * The title of the document: what the page says it is, found again in the text where it can be; else the line that
 * looks most like one. Titles that are broken over several lines are put together; the site's name is left out.
 */
import { POLICY_TYPES } from '@/lib/core/lexicon/document-types';
import { SITE_WORDS } from '@/lib/core/lexicon/meta';
import { bare, compact, isEnd, isTool } from '../clean/lines';
import { findDocNumbers } from '../fields';
import { isBulletinName } from '../items/signals';
import { recall } from '../memo';
import type { Para } from '../paragraph';
import { EMPTY, join, type Traced, trim, without } from '../traced';
import { isFactLine } from './facts';
import { isAgencyLine, isDateLine, isIssueLine, isSerialLine, publisherIn } from './lines';
import { isMark } from './marks';

const LONGEST = 160;
const TYPES = POLICY_TYPES.map(({ form }) => form).sort((a, b) => b.length - a.length);
const LONGEST_REMARK = 24;
const TYPE = new RegExp(`(?:${TYPES.join('|')})(?:[（(][^（()）]{1,${LONGEST_REMARK}}[）)])?$`, 'u');
const SEPARATORS = /\s[-–—|｜]\s|[_|｜]|\s?[-–—]{1,2}\s?(?=[^\d\s])/u;
const SITE = new RegExp(SITE_WORDS.map(({ pattern }) => pattern.source).join('|'), 'u');

/** Only the end is looked at: the search for it would begin at every character. */
const TYPE_REACH = (TYPES[0]?.length ?? 0) + LONGEST_REMARK + 2;

export const endsWithType = (text: string): boolean => TYPE.test(text.trimEnd().slice(-TYPE_REACH));

/** Parts of `document.title`, from the most to the least likely to be the title of the text. */
export const titleParts = recall((title: string): readonly string[] => {
  const whole = title.trim();
  const parts = whole
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
  const own = parts.filter((part) => !SITE.test(part));
  return [...new Set([whole, ...own.toSorted((a, b) => b.length - a.length), ...parts])].filter(
    (part) => part.length <= 300,
  );
});

export interface TitleLine {
  title: Traced;
  /** Paragraphs `[from, to)` it was read from. */
  from: number;
  to: number;
}

/** Lines of one title; bodies on lines of their own are set apart by spaces, the last of them not from 关于. */
const joinTitle = (lines: readonly Para[]): Traced => {
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return first ?? EMPTY;
  const apart = isAgencyLine(first) && !/^(?:关于|印发|转发)/u.test(rest[0]?.text ?? '');
  return join([first, joinTitle(rest)], apart ? ' ' : '');
};

/** Lines from `from` on that together spell `wanted`. */
function spelled(paras: readonly Para[], from: number, wanted: string): TitleLine | null {
  const lines: Para[] = [];
  let so = '';
  for (let i = from; i < paras.length && lines.length < 6; i += 1) {
    const para = paras[i];
    if (!para || para.text.length > LONGEST) return null;
    const next = so + bare(para.text);
    if (!wanted.startsWith(next)) return null;
    so = next;
    lines.push(para);
    if (so === wanted) return { title: joinTitle(lines), from, to: i + 1 };
  }
  return null;
}

/** Where the text itself prints one of the `wanted` titles; the last place before `limit`. */
export function findPrinted(paras: readonly Para[], wanted: readonly string[], limit: number): TitleLine | null {
  for (const text of wanted) {
    const key = bare(text);
    if (key.length < 4) continue;
    for (let i = Math.min(limit, paras.length) - 1; i >= 0; i -= 1) {
      const found = spelled(paras, i, key);
      if (found && (paras[i]?.block.links ?? 0) < 0.7) return found;
    }
  }
  return null;
}

const NO_TITLE =
  /^(?:各[省市县区]|附件|第.{1,12}期|[（(].{0,40}[）)]$|.{0,30}[:：]$|[一二三四五六七八九十]{1,3}、|[\d\s年月日:：./-]+$)/u;

/** 样品省人民政府令, 样品部令第83号: the order by which what is named below is promulgated. */
const ORDER = /^[\p{Script=Han}]{2,24}令(?:第.{1,6}号)?$/u;

function looks(para: Para, place: number): number {
  const { text, block, bold, label } = para;
  const length = text.length;
  if (isFactLine(para) || isAgencyLine(para) || isDateLine(para) || isMark(para)) return Number.NEGATIVE_INFINITY;
  // What ends like a sentence is one.
  if (/[。；]$/u.test(text)) return Number.NEGATIVE_INFINITY;
  if (length < 4 || length > LONGEST || isTool(text) || isEnd(text) || NO_TITLE.test(text))
    return Number.NEGATIVE_INFINITY;
  if ((block.links ?? 0) > 0.6 || block.cell) return Number.NEGATIVE_INFINITY;
  const [number] = text.includes('号') ? findDocNumbers(text) : [];
  if (number && number.end - number.start > length * 0.7) return Number.NEGATIVE_INFINITY;
  let score = -place * 0.15;
  if (block.role === 'heading') score += 4 - (block.level ?? 3) * 0.5;
  score += Math.min(4, ((block.size ?? 1) - 1) * 4);
  if (block.centred) score += 1.5;
  if (bold) score += 1;
  if (endsWithType(text)) score += 3;
  if (/^关于|[^，。]关于/u.test(text)) score += 1;
  if (isBulletinName(text)) score += 4;
  if (label) score -= 2.5;
  if (ORDER.test(text)) score -= 5;
  if (/[。；]/u.test(text)) score -= 4;
  score -= 1.5 * Math.max(0, (text.match(/[，,]/gu)?.length ?? 0) - 1);
  return score;
}

/** Where rules are looked for below the announcement that brings them. */
const BROUGHT_REACH = 16;
/** 《样品条例》已于…会议通过，现予公布: what an announcement or an order brings. */
const BRINGS = /^《([^《》]{4,80})》(?:（[^（）]{1,20}）)?(?:已|业)?[经于由].{4,120}(?:公布|发布|印发|施行)/u;

/** The title of the rules that an announcement or an order brings, where they stand below it. */
function broughtTitle(paras: readonly Para[]): TitleLine | null {
  const head = paras.slice(0, BROUGHT_REACH);
  for (const [i, { text }] of head.entries()) {
    const name = text.startsWith('《') ? BRINGS.exec(text)?.[1] : undefined;
    const found = name === undefined ? null : findPrinted(head.slice(i + 1), [name], head.length);
    if (found) return { title: found.title, from: found.from + i + 1, to: found.to + i + 1 };
  }
  return null;
}

const KIND_ALONE = /^(?:公告|通告|通知|决定|决议|通报|命令|令)$/u;

/** A body and 公 告 below it, where nothing else is a title. */
function announced(paras: readonly Para[], limit: number): TitleLine | null {
  const at = paras.slice(0, limit).findIndex(({ text }) => text.length <= 8 && KIND_ALONE.test(compact(text)));
  const kind = paras[at];
  let from = at;
  for (let line = paras[from - 1]; line && isAgencyLine(line); line = paras[from - 1]) from -= 1;
  if (!kind || from === at) return null;
  return { title: join([joinTitle(paras.slice(from, at)), without(kind, /\s+/gu)], ''), from, to: at + 1 };
}

/** 样品市人民代表大会常务委员会公告: who announces, not what. */
const ANNOUNCES = /(?:公告|通告|令)$/u;

/** Worse than this is a sentence of the text. */
const POOR = -2;

/** （试行）, （市级版） on a line of its own below the title. */
const VERSION =
  /^[（(](?:[\p{Script=Han}\d]{1,10}版|[试暂]行|[\p{Script=Han}]{0,4}(?:意见稿|送审稿|修订稿|草案))[）)]$/u;

/** The title with the line below it that says which version it is of. */
export function withVersion(line: TitleLine, paras: readonly Para[]): TitleLine {
  const below = paras[line.to];
  return below && VERSION.test(below.text)
    ? { title: join([line.title, below], ''), from: line.from, to: line.to + 1 }
    : line;
}

/** The line among the first `limit` that looks most like a title, with the lines that continue it. */
export function guessTitle(paras: readonly Para[], limit: number): TitleLine | null {
  let best: { at: number; score: number } | null = null;
  for (let i = 0; i < Math.min(limit, paras.length); i += 1) {
    const para = paras[i];
    const score = para ? looks(para, i) : Number.NEGATIVE_INFINITY;
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { at: i, score };
  }
  const isPoor = !best || best.score < POOR;
  if (isPoor || ANNOUNCES.test(paras[best?.at ?? 0]?.text ?? '')) {
    const said = broughtTitle(paras) ?? (isPoor ? announced(paras, limit) : null);
    if (said) return said;
  }
  if (!best || best.score === Number.NEGATIVE_INFINITY) return null;
  const first = paras[best.at];
  if (!first) return null;
  let from = best.at;
  let to = best.at + 1;
  const alike = (other: Para | undefined): other is Para =>
    other !== undefined &&
    !other.block.centred === !first.block.centred &&
    (other.block.size ?? 1) === (first.block.size ?? 1) &&
    other.bold === first.bold &&
    other.block.role === first.block.role &&
    !other.label &&
    other.text.length <= 60 &&
    !NO_TITLE.test(other.text) &&
    !isDateLine(other) &&
    !isAgencyLine(other) &&
    !isMark(other) &&
    !publisherIn(other) &&
    !isIssueLine(other) &&
    !isSerialLine(other) &&
    findDocNumbers(other.text).length === 0;
  // Bold lines at the margin are also headings; they are one title only where a 文种 ends it.
  const joins = (line: Para | undefined, last: Para | undefined): boolean =>
    alike(line) && (first.block.centred === true || (first.bold && endsWithType(last?.text ?? '')));
  while (
    from > 0 &&
    to - from < 6 &&
    joins(paras[from - 1], paras[to - 1]) &&
    !endsWithType(paras[from - 1]?.text ?? '')
  )
    from -= 1;
  // 样品省财政厅, alone above 关于…的通知 and set like it.
  const isOwner = (line: Para | undefined): boolean =>
    line !== undefined &&
    line.block.centred === true &&
    first.block.centred === true &&
    (line.block.size ?? 1) === (first.block.size ?? 1) &&
    line.bold === first.bold &&
    isAgencyLine(line) &&
    !/文件$/u.test(line.text);
  if (/^关于/u.test(paras[from]?.text ?? '')) while (isOwner(paras[from - 1])) from -= 1;
  const closed = (line: Para | undefined): boolean =>
    line !== undefined && (endsWithType(line.text) || isBulletinName(line.text));
  while (to < limit && to - from < 6 && joins(paras[to], paras[to]) && !closed(paras[to - 1])) to += 1;
  return { title: trim(joinTitle(paras.slice(from, to))), from, to };
}
