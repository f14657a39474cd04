/**
 * Numbers with units in a text: 2.7 万家, 150 余人, 5—10 万元, 百分之二十, 110%. Dates, years, durations, ordinals,
 * ranks, numbers in names and in titles are left out. What a quantity means, `figures.ts` adds.
 */
import { REMAINDERS } from '@/lib/core/lexicon/units';
import type { Span } from '@/lib/core/model';
import { arabicNumber, hanNumber } from './numbers';
import { findTitles } from './titles';
import { unitAt } from './units';

export interface Quantity extends Span {
  value: number;
  unit: string;
  /** 余, 多 after the number. */
  more: boolean;
}

/** Digits that a layout sets apart (1 0 项) are one number, as long as every one stands alone; so are thousands (3 000). */
const NUMBER =
  /(?<![\dA-Za-z^]|\d[.,])(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,10})?|\d(?: \d){1,7}(?! ?\d)|\d{1,3}(?: \d{3}){0,2} 0\d\d(?: \d{3})?(?! ?\d)|\d{1,14}(?:\.\d{1,10})?)(?!\d|[.,]\d)/gu;
const REMAINDER = new RegExp(`^ ?[${REMAINDERS.map(({ form }) => form).join('')}](?!数|种方|次多|方|样|部门|年)`, 'u');
const MULTIPLIER = /^ {0,2}(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![克瓦米伏卡安])|百(?!分|强|货|姓|科))/u;
/** 不少于 5（含）人 */
const INCLUSIVE = /^ ?\(含\)/u;
const RANGE = /^ {0,2}(?:\(不?含[^()]{0,8}\) ?)?(?:-{1,2}|—{1,2}|~{1,2}|至|到) {0,2}$/u;
/** Two quantities that are the ends of one range, each with a unit or not: 3—5家, 60%—70%. */
export const isRange = (text: string, low: Quantity, high: Quantity): boolean =>
  high.start < low.end || RANGE.test(text.slice(low.end, high.start));
const PERCENT =
  /(百|千|万)分之 ?([零〇一二三四五六七八九十百点两]{1,9}|\d{1,6}(?:\.\d{1,6})?)(?: ?(?:至|到|-|—|~) ?([一二三四五六七八九十点]{1,5}|\d{1,4}(?:\.\d{1,4})?)(?![万亿家个项人元年月日千百分]))?/gu;
const PART_UNITS: Readonly<Record<string, string>> = { 百: '%', 千: '‰', 万: '‱' };

/** 50万、25万、10万元, 分别为3、5、8万元: members of a list share the unit of the last. */
const LISTED = /^ ?[、和] ?$/u;
const LIST_LEAD = /(?:分别|各)[^，。；：、\d]{0,8}$/u;

/** A number without a unit of its own. */
interface Plain extends Span {
  digits: string;
  multiplier: string;
  /** The one that it is listed behind. */
  before: Plain | null;
}

/** The members of the list that ends with `last`, if they are amounts and not labels or numbers of articles. */
function listed(text: string, last: Plain): Plain[] {
  const members: Plain[] = [];
  for (let one: Plain | null = last; one; one = one.before) members.unshift(one);
  const first = members[0]?.start ?? 0;
  const amounts = members.every(({ multiplier }) => multiplier !== '');
  return amounts || LIST_LEAD.test(text.slice(Math.max(0, first - 12), first)) ? members : [];
}

interface Tail {
  multiplier: string;
  unit: string | null;
  end: number;
  more: boolean;
}

/** Multiplier, remainder and unit after the number that ends at `at`. */
function tailAt(text: string, at: number): Tail {
  let end = at;
  let more = false;
  let multiplier = '';
  const take = (form: RegExp) => {
    const match = form.exec(text.slice(end, end + 6));
    if (match) end += match[0].length;
    return match;
  };
  more = take(REMAINDER) !== null;
  multiplier = take(MULTIPLIER)?.[1] ?? '';
  more = take(REMAINDER) !== null || more;
  take(INCLUSIVE);
  const gap = /^ {0,2}/u.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const found = unitAt(text, end + gap);
  return { multiplier, more, unit: found?.unit ?? null, end: found?.end ?? end };
}

/** 1类新药, 1类/2类药品: what a class is called by. */
const isClass = (text: string): boolean =>
  /^[1-5] ?类 ?(?:\/ ?[1-5] ?类|新药|创新药|药品|化学药|化药|中药|生物药|生物制品|医疗器械|医疗设备|疫苗)/u.test(text);

/** 第 3 家, 前 3 名, 9 时 30 分, “25 条”, 360 度, 《…》. */
function isName(text: string, start: number, end: number, unit: string): boolean {
  const before = text.slice(Math.max(0, start - 4), start).trimEnd();
  if (
    /第[\d、,和及至 -]{0,12}$/u.test(text.slice(Math.max(0, start - 14), start)) ||
    (/(?:前|排名|位列|位居|列)$/u.test(before) && /^[名位]/u.test(unit))
  )
    return true;
  if (unit === '次' && /届$/u.test(before)) return true;
  if (unit === '分' && /[时点度:：]$/u.test(before)) return true;
  if (isClass(text.slice(start, end + 6)) || /^360 ?度$/u.test(text.slice(start, end))) return true;
  if (/[“"「]$/u.test(before) && /^[”"」]/u.test(text.slice(end)) && /^[条个]$/u.test(unit)) return true;
  return false;
}

/** 增速为-3.5%, but not 95 分 -100 分, where the stroke follows the quantity that ends at `previous`. */
function negative(text: string, start: number, previous: number): boolean {
  if (text[start - 1] !== '-') return false;
  const before = text.slice(previous, start - 1).trimEnd();
  return /[\u4e00-\u9fff(（:：]$/u.test(before);
}

function percents(text: string): Quantity[] {
  return [...text.matchAll(PERCENT)].flatMap(({ 0: printed, 1: part = '', 2: first = '', 3: second, index }) => {
    const read = (numeral: string) =>
      /^\d/u.test(numeral) ? arabicNumber(numeral) : numeral === '百' ? 100 : hanNumber(numeral);
    const unit = PART_UNITS[part] ?? '%';
    const end = index + printed.length;
    return [first, second].flatMap((numeral) => {
      const value = numeral === undefined ? null : read(numeral);
      return value === null ? [] : [{ value, unit, start: index, end, more: false }];
    });
  });
}

/** Every quantity in `text` (folded), in order. */
export function findQuantities(text: string): Quantity[] {
  const titles = findTitles(text);
  let title = 0;
  const inTitle = (at: number) => {
    while ((titles[title]?.end ?? Number.POSITIVE_INFINITY) <= at) title += 1;
    return (titles[title]?.start ?? Number.POSITIVE_INFINITY) <= at;
  };
  const quantities: Quantity[] = [];
  let pending: Plain | null = null;
  for (const { 0: digits, index: start } of text.matchAll(NUMBER)) {
    const numberEnd = start + digits.length;
    const between: string = pending === null ? '' : text.slice(pending.end, start);
    const ranged: Plain | null = pending !== null && RANGE.test(between) ? pending : null;
    const behind: Plain | null = pending !== null && LISTED.test(between) ? pending : null;
    pending = null;
    if (inTitle(start)) continue;
    const tail = tailAt(text, numberEnd);
    if (tail.unit === null) {
      pending = { start, end: tail.end, digits, multiplier: tail.multiplier, before: behind };
      continue;
    }
    if (isName(text, ranged?.start ?? start, tail.end, tail.unit)) continue;
    const value = arabicNumber(digits, tail.multiplier);
    if (value === null) continue;
    for (const member of behind ? listed(text, behind) : []) {
      const own = arabicNumber(member.digits, member.multiplier || tail.multiplier);
      if (own !== null)
        quantities.push({ value: own, unit: tail.unit, start: member.start, end: member.end, more: false });
    }
    const low = ranged && arabicNumber(ranged.digits, ranged.multiplier || tail.multiplier);
    if (ranged && typeof low === 'number') {
      quantities.push({ value: low, unit: tail.unit, start: ranged.start, end: ranged.end, more: false });
    }
    const sign = !ranged && negative(text, start, Math.max(start - 9, quantities.at(-1)?.end ?? 0));
    quantities.push({
      value: sign ? -value : value,
      unit: tail.unit,
      start: sign ? start - 1 : start,
      end: tail.end,
      more: tail.more,
    });
  }
  const parts = percents(text).filter(({ start }) => !titles.some((t) => t.start <= start && start < t.end));
  const inside = (one: Quantity) => parts.some((part) => part.start <= one.start && one.start < part.end);
  return parts.length
    ? [...quantities.filter((one) => !inside(one)), ...parts].sort((a, b) => a.start - b.start)
    : quantities;
}
