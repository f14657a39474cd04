/**
 * Dates in every form the genre prints: 2025年12月1日 (also split by spaces), 二〇二五年十二月一日, 2025-12-01,
 * 2025/12/1, 2025.12.1, 民国114年12月1日; and 11月7日 or 今天 against the day of publication. Values are `YYYY-MM-DD`.
 */
import { RELATIVE_DAYS } from '@/lib/core/lexicon/dates';
import { fold } from './fold';
import type { Hit } from './hit';
import { hanNumber } from './numbers';

export interface DateContext {
  /** Day of publication; with it, dates without a year are resolved to the latest such day not after it. */
  publishedOn?: string | null | undefined;
}

const YEAR = '(?<y>[12] ?\\d ?\\d ?\\d)';
const FORMS: readonly RegExp[] = [
  new RegExp(`(?<!\\d)${YEAR} {0,2}年 {0,2}(?<m>[01]? ?\\d) {0,2}月 {0,2}(?<d>[0-3]? ?\\d) {0,2}[日号]`, 'gu'),
  /(?:中华)?民国 ?(?<roc>\d{2,3}) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?日/gu,
  /(?<y>[12]\d{3}|[一二][一二三四五六七八九〇○ОOΟ零0]{3}) ?年 ?(?<m>[一二三四五六七八九十〇]{1,3}) ?月 ?(?<d>[一二三四五六七八九十〇]{1,4}) ?[日号]/gu,
  /(?<![\d.])(?<y>[12]\d{3}) ?[-/.] ?(?<m>[01]?\d) ?[-/.] ?(?<d>[0-3]?\d)(?!\d|\.\d)/gu,
];
const SHORT = /(?<![\d年] ?)(?<m>[01]? ?\d) {0,2}月 {0,2}(?<d>[0-3]? ?\d) {0,2}[日号]/gu;

const two = (value: number) => String(value).padStart(2, '0');
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number in Arabic digits (spaces between them allowed) or Chinese numerals. */
const numberOf = (text: string): number | null =>
  /^[\d ]+$/u.test(text) ? Number(text.replaceAll(' ', '')) : hanNumber(text.replace(/[ОOΟ0]/gu, '〇'));

/** 民国113年 is 2024. */
const ROC_BEGINS = 1911;
const yearOf = (groups: Record<string, string> = {}): number | null =>
  groups.roc === undefined ? numberOf(groups.y ?? '') : ROC_BEGINS + Number(groups.roc);

/** `YYYY-MM-DD` of a real day between 1900 and 2199, else null. */
function isoDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null) return null;
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return null;
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) ? `${year}-${two(month)}-${two(day)}` : null;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A digit, or a numeral that years begin with, and behind it what sets year and month apart. */
const MAYBE_DATE = /[\d一二][\s\S]{1,12}[年./-]/u;

function full(text: string): Hit<string>[] {
  if (!MAYBE_DATE.test(text)) return [];
  return FORMS.flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ 0: printed, index, groups }) => {
      const value = isoDate(yearOf(groups), numberOf(groups?.m ?? ''), numberOf(groups?.d ?? ''));
      return value === null ? [] : [{ value, start: index, end: index + printed.length, sure: true }];
    }),
  );
}

function relative(text: string, publishedOn: string): Hit<string>[] {
  const year = Number(publishedOn.slice(0, 4));
  const short = [...text.matchAll(SHORT)].flatMap(({ 0: printed, index, groups }) => {
    const [month, day] = [numberOf(groups?.m ?? ''), numberOf(groups?.d ?? '')];
    const same = isoDate(year, month, day);
    const value = same !== null && same > publishedOn ? isoDate(year - 1, month, day) : same;
    return value === null ? [] : [{ value, start: index, end: index + printed.length, sure: false }];
  });
  const words = RELATIVE_DAYS.flatMap(({ form, days }) => {
    const at = text.indexOf(form);
    return at < 0 ? [] : [{ value: addDays(publishedOn, days), start: at, end: at + form.length, sure: false }];
  });
  return [...short, ...words];
}

/** Every date in `text`, in order of appearance. */
export function findDates(text: string, context: DateContext = {}): Hit<string>[] {
  const folded = fold(text);
  const hits = full(folded);
  const overlaps = (hit: Hit<string>) => hits.some((other) => hit.start < other.end && other.start < hit.end);
  if (context.publishedOn) hits.push(...relative(folded, context.publishedOn).filter((hit) => !overlaps(hit)));
  return hits.sort((a, b) => a.start - b.start);
}

/** The first date in `text`, or null. */
export const findDate = (text: string, context: DateContext = {}): Hit<string> | null =>
  findDates(text, context)[0] ?? null;
