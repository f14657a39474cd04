/**
 * Takes off the words around the name of an indicator that are no part of it: verbs and prepositions before it,
 * comparatives and verbs after it. Works on one short phrase; every loop is bounded.
 */
import {
  type AroundEntry,
  LEADING_WORDS,
  NOUN_ADVERBS,
  NOUN_ENDS,
  TRAILING_WORDS,
} from '@/lib/core/lexicon/indicators';

const longestFirst = (entries: readonly AroundEntry[]) => entries.toSorted((a, b) => b.form.length - a.form.length);

function group(entries: readonly AroundEntry[], key: (form: string) => string): ReadonlyMap<string, AroundEntry[]> {
  const groups = new Map<string, AroundEntry[]>();
  for (const entry of longestFirst(entries)) {
    const list = groups.get(key(entry.form));
    if (list) list.push(entry);
    else groups.set(key(entry.form), [entry]);
  }
  return groups;
}

const LEADING = group(LEADING_WORDS, (form) => form.charAt(0));
const TRAILING = group(TRAILING_WORDS, (form) => form.charAt(form.length - 1));
const ENDS = group(NOUN_ENDS, (form) => form.charAt(0));
const ADVERBS = new RegExp(`(?:${NOUN_ADVERBS.map(({ form }) => form).join('|')}){1,3}$`, 'u');
const MOST = 10;
/** 到2027年底, 自2026年起, 截至10月, 以上, 第二、三年 before a name. */
const TIME =
  /^(?:[①-⑳]|\d{1,2}个月的|(?:截至|截止|自|从|到|至|在)?(?=\d)(?:\d{4}年度?)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底前|年底|底|末|前|起|间|，)?|及?以[上下]|左右|以内|期间|第[一二三四五六七八九十百零]{1,6}条|[一二三四五六七八九十]{1,2}是(?!否))/u;
/** Every, each, once: not a name by itself, but what an upper limit is per. */
const PER_UNIT =
  '个|家|户|人|项|件|次|亩|名|批|年|月|日|位|套|台|辆|艘|栋|间|座|所|村|镇|只|头|株|床|笔|张|场|班|课时|小时|千瓦时|度|平方米|立方米|公里|公斤|斤|吨|公顷|千瓦';
const PER = new RegExp(`(?:每(?:${PER_UNIT})|单[个家户人项件次名位套台笔]|一次性|年度){1,4}$`, 'u');
/** 每辆补贴: what is given for each has the name of what is given. */
const FOR_EACH = new RegExp(`^(?:每(?:${PER_UNIT})){1,3}(?=\\p{Script=Han}{2})`, 'u');

/** `phrase` without what leads from the name to the number. */
export function withoutTrail(phrase: string): string {
  let rest = phrase.trim();
  for (let i = 0; i < MOST; i += 1) {
    const ending = rest;
    const word = TRAILING.get(ending.charAt(ending.length - 1))?.find(({ form }) => ending.endsWith(form));
    const last = ending.charAt(ending.length - (word?.form.length ?? 0) - 1);
    if (!word || (last !== '' && word.ends.includes(last))) break;
    rest = ending.slice(0, -word.form.length).trim();
  }
  return rest;
}

/** `phrase` without what leads to the name. */
export function withoutLead(phrase: string): string {
  let rest = phrase.trim();
  for (let i = 0; i < MOST; i += 1) {
    const timeless = rest.replace(TIME, '').trim();
    const word = LEADING.get(timeless.charAt(0))?.find(
      ({ form, not }) => timeless.startsWith(form) && !not.some((rest) => timeless.startsWith(rest, form.length)),
    );
    const shorter = word ? timeless.slice(word.form.length).trim() : timeless;
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

/** Where something else begins to be said in `phrase`, at `from` or later; its length if nowhere. */
export function saidFrom(phrase: string, from: number): number {
  for (let i = from; i < phrase.length; i += 1) {
    const ends = ENDS.get(phrase.charAt(i))?.some(
      (word) =>
        phrase.startsWith(word.form, i) &&
        !(i > 0 && word.ends.includes(phrase.charAt(i - 1))) &&
        !word.not.some((rest) => phrase.startsWith(rest, i + word.form.length)),
    );
    if (ends) return i;
  }
  return phrase.length;
}

/** 部门联合 → 部门. */
export const withoutAdverbs = (noun: string): string => noun.replace(ADVERBS, '');

/** `phrase` without 每家每年 and the like at its end. */
export const withoutPer = (phrase: string): string => withoutTrail(phrase.replace(PER, ''));

/** 县(市、区) */
const LEVELS = /\(([省市县区旗州盟乡镇街道、]{1,9})\)/gu;

/** A name that can stand for itself, without spaces; null if `phrase` is none. */
export function nameOf(phrase: string): string | null {
  const name = withoutLead(withoutLead(phrase).replace(FOR_EACH, '')).replaceAll(' ', '').replace(LEVELS, '（$1）');
  return name.length >= 2 &&
    name.length <= 24 &&
    !/^(?:\d|每(?![百千万])|从|各$)|[()《》]|^(?:一次性|年度|剩余|发行|或[年月]|单[个家户])$/u.test(name)
    ? name
    : null;
}
