/**
 * Takes off the words around the name of an indicator that are no part of it: verbs and prepositions before it,
 * comparatives and verbs after it. Works on one short phrase; every loop is bounded.
 */
import {
  type AroundEntry,
  BEFORE_VERBS,
  LEADING_WORDS,
  NAMELESS_ENDS,
  NOUN_ADVERBS,
  NOUN_ENDS,
  OBJECT_VERBS,
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
const VERB_NEXT = group(BEFORE_VERBS, (form) => form.charAt(0));
const anyOf = (entries: readonly { form: string }[]) => entries.map(({ form }) => form).join('|');
const ADVERBS = new RegExp(`(?:${anyOf(NOUN_ADVERBS)}){1,3}$`, 'u');
const HAS_OBJECT = new RegExp(
  `(?:${anyOf(OBJECT_VERBS)})(?:了|着|到)?(?:全[国省市])?(?:(?:最高|再|均|应|额度)?(?:不(?:得|应|能)?)?(?:超过|低于|少于|高于|多于|大于|小于)|至少|最高|最低|约|近|超)?$`,
  'u',
);
const NO_NAME = new RegExp(
  `(?:${anyOf(NAMELESS_ENDS)}|剩余|[域围]内|的|限申?报|(?:可|同时|优先|择优|最多|只|仅|拟|应)(?:支持|申报|推荐|享受|申请|获得|加|选|设))$`,
  'u',
);
const MOST = 10;
/** Longer than a name can be. */
const LONG = 24;
/** 到2027年底, 自2026年起, 截至10月, 以上, 第二、三年 before a name. */
const TIME =
  /^(?:[①-⑳]|\d{1,2}[.、](?!\d)|\d{1,2}个月的|(?:连续)?\d{1,2}年内?(?![期级制度代龄])|(?:截至|截止|自|从|到|至|在)?(?=\d)(?:\d{4}年度?)?(?:\d{1,2}(?:[-—~至]\d{1,2})?月份?)?(?:\d{1,2}日)?(?:底前|年底|底|末|前|起|间|以来|，)?|及?以[上下]|左右|以内|期间|[两三四五六七八九十]年(?![期制级龄来])(?=\p{Script=Han}{3})|(?:前?[一二三四]|前[一二三四]个)季度|[上下]半年|今明两年|未来|“?十[四五六]五”?(?:期?末|期间|时期)|近年来|第[一二三四五六七八九十百零]{1,6}条|[一二三四五六七八九十]{1,2}是(?!否))/u;
/** Every, each, once: not a name by itself, but what an upper limit is per. */
const PER_UNIT =
  '个|家|户|人|县|校|站|项|件|次|亩|名|批|年|月|日|天|位|套|台|辆|艘|栋|间|座|所|村|镇|只|头|株|床|笔|张|场|班|课时|小时|千瓦时|度|平方米|立方米|公里|公斤|斤|吨|公顷|千瓦';
const PER = new RegExp(
  `(?:每(?:${PER_UNIT})|单[个家户人项件次名位套台笔]|一次性|(?<![一上本该全计税然两三前])年度){1,4}$`,
  'u',
);
/** 每辆补贴: what is given for each has the name of what is given. */
const FOR_EACH = new RegExp(`^(?:每(?:${PER_UNIT})){1,3}(?=\\p{Script=Han}{2})`, 'u');

/** True if one of `ends` stands before `at`: what begins there is the end of a word. */
const follows = (ends: string, phrase: string, at: number): boolean => at > 0 && ends.includes(phrase.charAt(at - 1));

/** The first of `words` that begins at `at` in `phrase`. */
const wordAt = (words: ReadonlyMap<string, AroundEntry[]>, phrase: string, at: number): AroundEntry | undefined =>
  words
    .get(phrase.charAt(at))
    ?.find(
      ({ form, not, ends }) =>
        phrase.startsWith(form, at) &&
        !follows(ends, phrase, at) &&
        !not.some((rest) => phrase.startsWith(rest, at + form.length)),
    );

/** 可获得70%的收益, 发行100亿元国债: what the verb is about stands behind the number. */
export const hasObject = (said: string): boolean => HAS_OBJECT.test(said);

/** 省政府每年安排: a clause that names nothing. */
export const namesNothing = (clause: string): boolean => NO_NAME.test(clause);

/** `phrase` without what leads from the name to the number. */
export function withoutTrail(phrase: string): string {
  let rest = phrase.trim();
  for (let i = 0; i < MOST; i += 1) {
    const ending = rest;
    const word = TRAILING.get(ending.charAt(ending.length - 1))?.find(
      ({ form, ends }) => ending.endsWith(form) && !follows(ends, ending, ending.length - form.length),
    );
    if (!word) break;
    rest = ending.slice(0, -word.form.length).trim();
  }
  return rest;
}

/** `phrase` without what leads to the name. */
export function withoutLead(phrase: string): string {
  let rest = phrase.trim();
  for (let i = 0; i < MOST; i += 1) {
    const timeless = rest.replace(TIME, '').trim();
    const word = wordAt(LEADING, timeless, 0);
    const shorter = word ? timeless.slice(word.form.length).trim() : timeless;
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

/** Where something else begins to be said in `phrase`, at `from` or later; its length if nowhere. */
export function saidFrom(phrase: string, from: number): number {
  for (let i = from; i < phrase.length; i += 1) if (wordAt(ENDS, phrase, i)) return i;
  return phrase.length;
}

/** 省财政对每个样品县: who gives. */
const GIVER = /^[^，对]{0,8}(?:财政|政府|部门|[厅局委])对(?=.{3})/u;

/** What the last verb after an adverb is about: 省市县联动派遣科技特派员 → 派遣科技特派员; after 且 another thing is said. */
export function withoutClause(whole: string): string {
  const phrase = whole.replace(GIVER, '');
  let from = 0;
  for (let i = 0; i < phrase.length - 3; i += 1) {
    const adverb = wordAt(VERB_NEXT, phrase, i);
    const verb = adverb && wordAt(LEADING, phrase, i + adverb.form.length);
    if (adverb && verb && (verb.form.length > 1 || '将把'.includes(verb.form))) from = i + adverb.form.length;
    else if (i > 2 && phrase.startsWith('为') && (wordAt(LEADING, phrase, i)?.form.length ?? 0) > 1) from = i;
    else if (phrase.length > LONG && phrase[i] === '并' && !'购网联轨表列行处发'.includes(phrase.charAt(i + 1)))
      from = i + 1;
    else if (phrase[i] === '且' && !'况而并尚'.includes(phrase.charAt(i - 1) || ' ')) from = i + 1;
  }
  return phrase.slice(from);
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
    !/^(?:\d(?!\d?周?岁|[A-Za-z]|\d{0,3}[百千万亿]{0,2}级)|每(?!\d{0,4}[百千万])|从(?!业|事)|各$|占(?!比|地|股|用)|[一二两三]倍)|[()《》]|^(?:一次性|(?:上一|上|本|当|该|全)?(?:会计|自然)?年度?|剩余|其余|最大|最小|发行|或[年月]|单[个家户])$/u.test(
      name,
    )
    ? name
    : null;
}
