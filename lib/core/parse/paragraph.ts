/**
 * Para: one paragraph as a reader sees it, healed where a page break or a hard line end cut it, with the hints of the
 * block it began in. All further steps work on lists of these.
 */
import { PINYIN } from '@/lib/core/lexicon/variants';
import type { Block } from '@/lib/core/model/document';
import { type Label, labelAt } from './numbering/label';
import { join, slice, type Traced, traced, trim, without } from './traced';

export interface Para extends Traced {
  /** First block of the paragraph: its look stands for the whole. */
  block: Block;
  /** Pages of its first and last block. */
  firstPage: number | undefined;
  lastPage: number | undefined;
  /** What the paragraph is numbered with. */
  label: Label | null;
  /** All of it is bold or in a heading face. */
  bold: boolean;
  /** Title of a brief that was run together with its neighbours. */
  brief?: true;
  /** What `remember` keeps of it. */
  known: unknown[];
}

/**
 * Marks of plain-text sources (emphasis, quotation, hard line end), characters that take no room, what a font of its own
 * shows as nothing inside a number, and links that call for more.
 */
const STRAY =
  /^[>＞]\s|\\$|\*{2,8}|__(?=[\p{Script=Han}])|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]|(?<=\d)[\ue000-\uf8ff]{1,3}(?=\d)|[>＞]{2,3}\s?(?:更多|详细)(?:内容|信息)?[,，]?\s?(?:请?点击)?(?:阅读|查看|这里|此处)?|更多(?:内容|信息)[,，]\s?请?点击(?:阅读|查看|这里|此处)/gu;

/** What any of these begins with: most paragraphs hold none. */
const ODD = /[*_\\\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad>＞\u2e80-\u2fdf\ue000-\uf8ff]|更多/u;

function paraOf(block: Block, source: Traced, lastPage: number | undefined, bold: boolean): Para {
  return {
    ...source,
    block,
    firstPage: block.page,
    lastPage,
    label: labelAt(source.text, block.ordinal),
    bold,
    known: [],
  };
}

/** Radicals that stand for the characters they look like, as some fonts copy them; one for one, so offsets hold. */
const RADICALS = /[\u2e80-\u2fdf]/gu;
/** All of it between emphasis marks of plain-text sources. */
const EMPHASISED = /^\*\*[^*]{1,200}\*\*$/u;
const HASHES = /^(#{1,6})\s+/u;

function cleaned(printed: Traced): Traced {
  if (!ODD.test(printed.text)) return trim(printed);
  const plain = trim(without(printed, STRAY));
  return { ...plain, text: plain.text.replace(RADICALS, (sign) => sign.normalize('NFKC')) };
}

/** The paragraph without the pronunciation that an annotated copy carries behind its characters. */
export const withoutPronunciation = (para: Para): Para =>
  /[(（]/u.test(para.text) ? withText(para, without(para, PINYIN)) : para;

export function toPara(printed: Block): Para {
  const hashes = printed.text.startsWith('#') ? HASHES.exec(printed.text) : null;
  const block: Block = hashes ? { ...printed, role: 'heading', level: hashes[1]?.length ?? 1 } : printed;
  const whole = traced(block.text, block.start);
  const source = cleaned(hashes ? slice(whole, hashes[0].length) : whole);
  const bold = (block.boldLead ?? 0) >= block.text.length || EMPHASISED.test(block.text);
  return paraOf(block, source, block.page, bold && source.text !== '');
}

/** One paragraph of two; `separator` is what the break swallowed. */
export const joinParas = (first: Para, second: Para, separator: string): Para =>
  paraOf(first.block, join([first, second], separator), second.lastPage ?? first.lastPage, first.bold && second.bold);

/** What follows pages that have not been read belongs to nothing before them. */
export function upToUnread(paras: readonly Para[]): Para[] {
  const at = paras.findIndex(({ block }) => block.afterUnread);
  return at < 0 ? [...paras] : paras.slice(0, at);
}

/** The same paragraph with other text (a part of it, or a cleaned one). */
export const withText = (para: Para, source: Traced): Para => paraOf(para.block, source, para.lastPage, para.bold);
