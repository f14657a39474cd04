/** Weak signals of single lines and texts, asked of the lexicon; `plan.ts` weighs them. */
import { LEAD_FORMULAS, NEWS_VERBS, PART_HEADINGS, type PhraseEntry } from '@/lib/core/lexicon/kinds';
import { COUNTRIES } from '@/lib/core/lexicon/places';
import { BULLETIN_NAMES, type NameEntry, SECTION_NAMES } from '@/lib/core/lexicon/sections';
import { anyOf } from '../any-of';
import { bare, isClosing, isEnd, isImprint, isSource, isTool } from '../clean/lines';
import { fold } from '../fields/fold';
import { findPlaces } from '../fields/places';
import { remember } from '../memo';
import type { Para } from '../paragraph';

const matches = (entries: readonly (PhraseEntry | NameEntry)[]) => anyOf(entries.map(({ pattern }) => pattern));
const leads = matches(LEAD_FORMULAS);
const reports = matches(NEWS_VERBS);
const headsPart = matches(PART_HEADINGS);
const namesSection = matches(SECTION_NAMES);
const namesBulletin = matches(BULLETIN_NAMES);

const HEAD = 80;
const despaced = (text: string): string => fold(text.slice(0, HEAD)).replace(/\s+/gu, '');

export const hasLead = (text: string): boolean => leads(despaced(text));
export const isNewsTitle = (text: string): boolean => reports(text.slice(0, 200));
export const isPartHeading = (text: string): boolean => text.length <= 60 && headsPart(bare(text));
export const isSectionName = (text: string): boolean => text.length <= 24 && namesSection(bare(text));
/** Title of a digest; brackets with dates or numbers at its end do not matter. */
export const isBulletinName = (text: string): boolean => {
  const name = text
    .replace(/\s+/gu, '')
    .replace(/[（(【〔[][^（()）】〕\]]{1,30}[）)】〕\]]$/u, '')
    .replace(/(?:(?:19|20)\d\d年?)?第?[\d一二三四五六七八九十]{1,4}期.{0,20}$/u, '');
  return name.length <= 60 && namesBulletin(name);
};

const CLOSED = /[。；，、：:;,]$/u;
const LONGEST = 90;
const DATE_LINE = /^[\d\s年月日:：./〇一二三四五六七八九十零-]+$/u;

/** Could the line be a heading at all? */
export const isHeadingLike = remember(({ text, block, label }): boolean => {
  const own = text.slice(label?.end ?? 0);
  if (own.length < 3 || own.length > LONGEST || CLOSED.test(own) || DATE_LINE.test(own)) return false;
  if (block.cell || (block.links ?? 0) > 0.7) return false;
  if (/[。；]/u.test(own.slice(0, -1))) return false;
  return !isTool(own) && !isEnd(own) && !isImprint(own) && !isClosing(own) && !isSource(own);
});

const LONGEST_PLACE = 16;

/** The whole line names one province, prefecture, zone or country: 美 国, 二、上海市. */
export const isPlaceName = remember(({ text, block, label }): boolean => {
  if (block.cell || (block.links ?? 0) > 0.7 || text.length > LONGEST_PLACE) return false;
  const name = bare(text.slice(label?.end ?? 0));
  if (COUNTRIES.has(name)) return true;
  // 广东省深圳市 is one.
  let end = 0;
  for (const place of findPlaces(name, 3)) if (place.start === end) end = place.end;
  return end > 0 && end === name.length;
});

const BRACKETED = /^[【〔［[][^【】〔〕［］[\]]{2,20}[】〕］\]]$/u;
export const isBracketed = (text: string): boolean => BRACKETED.test(text.trim());

/** Stands out from running text by its look. */
export const isProminent = ({ block, bold, text }: Para): boolean =>
  block.role === 'heading' || bold || block.centred === true || (block.size ?? 1) > 1.05 || isBracketed(text);

const BULLET = /^[●○◎■◆◇□▪➢✓❖★☆※▲△▶►]/u;
/** The sign a line begins with that sets it apart from running text, or nothing. */
export const bulletOf = (text: string): string => BULLET.exec(text)?.[0] ?? '';
