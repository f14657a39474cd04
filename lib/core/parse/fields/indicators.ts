/**
 * What a figure counts: the noun after a classifier (60 家省级概念验证中心), what an amount is given as (30 万元奖励), else
 * the noun phrase before the words that lead to the number (规上高新技术企业达 10000 家). Growth and shares are of what the
 * sentence counted before; a clause that names nothing (到2028年达到60家) goes on with what was counted in that unit.
 */
import { givenAgain, givenTo, isAmount, limitOf, paidFor, penaltyOf } from './benefits';
import { type Counted, goneOn, labelOf } from './gone-on';
import {
  hasObject,
  nameOf,
  namesNothing,
  withoutClause,
  withoutLead,
  withoutPer,
  withoutTrail,
} from './indicator-words';
import { nounBehind, shortened } from './noun-behind';
import type { Quantity } from './quantities';
import { clauseStart } from './sentences';
import { CHANGE, LONGEST_SHARE, rate, share, unchanged } from './shares';
import { isSharedByAll, type Pair } from './subjects';

const CLASSIFIER =
  /^(?:个|家|项|名|位|人|种|类|套|台|辆|艘|架|座|所|条|件|组|门|例|批|支|处|间|张|份|户|宗|笔|场|期|款|篇|次|栋|幢|枚|部|首|册|本|幅|集|轮|只|头|株|棵|片|块)(?!百分点)/u;
/** 10万平方米的免租办公空间: a size of what follows. */
const SIZE = /^(?:平方米|平方公里|亩|公顷|公里|千米|吨|千瓦|千瓦时)$/u;
const MONEY = /元|币|镑/u;
const SHARE_UNIT = /^[%‰‱]$/u;
/** 提高到人均收入的8倍: of something, as a share is. */
const PART_UNIT = /^[%‰‱倍]$/u;
const COMPARED = /(?:(?:较|比)[^，]{2,10}|在[^，]{2,12}基础上)$/u;
/** 补贴标准为建筑面积每平方米: the name ends where 为 says so. */
const DEFINED = /^(.{1,22}?(?:标准|金额|额度|限额|比例|上限|基准|基数|价格?|租金|费率)|.{2,14}?(?=约为))约?为/u;
const LIMIT = /(?:最高|不超过|不得超过|最多|上限|不高于|限额|封顶)(?:为|可达|可|达)?(?:人民币)?$/u;
const GOAL = /^的?(?:年度|全年)?目标/u;
/** 单台（套）产品奖励: what stands in brackets is no part of the name. */
const BRACKETED = /\([^()]{0,40}\)/gu;
/** 不小于1.5×1.5米, 不超过LPR+50BP: what the number is taken with. */
const FACTOR = /(?:\d[\d.]{0,6} ?[×xX*]|LPR ?\+) ?$/u;
/** 省、市、县三级科技特派员: levels before a name are no list of names. */
const LEVELS = /(?:国家|[省市县区乡镇州村](?:级)?)(?:[、和](?:国家|[省市县区乡镇州村])级?){1,4}[两二三四五]级/gu;
/** 5000万元以上的，… 1000万元至5000万元的，…: a case, and what the cases are told apart by is named in the first. */
const CASE =
  /^ ?(?:(?:至|到|-|—|~)\d[\d.]{0,9}[万亿]{0,2}[\u4e00-\u9fff%]{1,3}?)?(?:\(含\))?(?:及?以[上下])?(?:\(含\))?的[，,]/u;
/** 到2030年将排放总量减少30% */
const CHANGED_BY = /^.*(?<![即必名主])(?:[将把]|使(?!用))(?=.{2})/u;
/** 由2020年底的30家增长到2025年底的60家: when is no part of the name. */
const SINCE = /(?:[由从]|(?:增长|提高|提升|增加|上升|下降)[到至])20\d\d ?年[底末初]?的?$/u;
/** 90%以上的县 */
const OF = /^(?:及?以[上下])?的/u;
/** 90%以上的县: between a number and its noun. */
const BEFORE_NOUN = /^(?:及?以[上下]|左右)?的?/u;
const GIVEN = /^.*(?:给予|予以)/u;
/** 复评费用由申请人: who does it is no part of the name. */
const BY = /(?<=[^自理经缘事]{2})由[\u4e00-\u9fff]{2,8}$/u;
const LONGEST = 24;
const NEAR = 24;
const REACH = 60;

/** 310元（或350元）, 百分之一以上百分之十以下: the same again. */
const AGAIN = /^ ?(?:(?:及?以上 ?)?\((?:或|不?含)|及?以上) ?$/u;
/** 规模不少于30亿元的样品基金: of what, is told behind. */
const BARE = /^有?(?:首期|总|组建)?(?:规模|投资|面积|建筑面积)$/u;
const LEVEL = /^(?:国家|部|自治区|省|市|州|县|区)级$/u;
const LEVEL_OF = /^(?:国家|部|自治区|省|市|州|县|区)级?/u;
/** 单户500万元及以下的占比: the share of what was counted last. */
const BARE_SHARE = /^(?:占比|比例|比重)$/u;

/** “样品研发计划（SRD）”，拟投资15亿元: what money is put into. */
const SPENT =
  /([\p{Script=Han}A-Za-z]{3,22}(?:计划|项目|工程|专项|行动))[”"]?(?:\([^()]{1,12}\))?[”"]?[，,](?:拟|将|计划|预计|已|共){0,2}(?:投入|投资|安排|拨款)(?:约|达|为|近|超过?)?$/u;

/** A comparative between a name and its number. */
const LED = /(?:超过?|低于|少于|高于|多于|大于|小于|达到?|突破|不足|[≥≤])$/u;

function nounAfter(text: string, one: Quantity): string | null {
  const counts =
    CLASSIFIER.test(one.unit) ||
    (SIZE.test(one.unit) && /^(?:及?以[上下]|左右)?的/u.test(text.slice(one.end, one.end + 4)));
  return counts ? nounBehind(text, one, true) : null;
}

/** What stands between the clause's beginning, or the figure before, and the number. */
function before(text: string, one: Quantity, { end, last }: Counted): string {
  const from = Math.max(clauseStart(text, one.start, REACH), end);
  const whole = text.slice(from, one.start).trimEnd();
  const at = BEFORE_NOUN.exec(whole)?.[0].length ?? 0;
  const rest = last !== null && from === end && whole.startsWith(last, at) ? whole.slice(at + last.length) : '';
  // 700家主体发行债券1万亿元: the noun of the figure before is none of this one.
  const clause = /^[且的]/u.test(rest) || withoutLead(rest) === rest ? whole : rest;
  const plain = clause.replace(BRACKETED, '').replace(LEVELS, '').replace(FACTOR, '');
  const marks = isSharedByAll(plain) ? ['(', ')', '】', '》'] : ['、', '(', ')', '】', '》'];
  return plain
    .slice(Math.max(...marks.map((mark) => plain.lastIndexOf(mark))) + 1)
    .replace(/^ ?\/ ?/u, '')
    .replace(SINCE, '');
}

/** 从土地净收益中提取10%的资金: what it is taken from. */
const TAKEN = /从([^，]{3,22}?)(?:中[^，]{0,8})?(?:提取|计提|安排|划拨|列支|统筹|拿出)$/u;
/** 最高限额占收入, of an amount: 最高限额. */
const PART = /占(?!比|地|股|用)[^占]*$/u;
/** 135米水位 */
const QUALITY = /^(?:水位|高程|厚度|直径|口径|长度|宽度|高度|深度|半径|距离|容量)/u;

/** What stands behind the number, if a verb before it says something of that, or what it is taken from. */
function objectOf(text: string, one: Quantity, said: string, after: string): string | null {
  const taken = nameOf(TAKEN.exec(withoutTrail(said))?.[1] ?? '');
  if (taken !== null) return taken;
  return hasObject(said) ? nounBehind(text, one, false) : (QUALITY.exec(after)?.[0] ?? null);
}

/** A name for what names nothing but its size: 组建规模不低于30亿元的样品基金. */
function sized(text: string, one: Quantity, name: string | null, counted: Counted): string | null {
  if (name === null) return null;
  // 国家产业园8个，省级52个
  if (LEVEL.test(name)) return counted.last === null ? name : nameOf(name + counted.last.replace(LEVEL_OF, ''));
  if (BARE_SHARE.test(name)) return counted.last === null ? name : nameOf(`${counted.last}${name}`);
  if (!BARE.test(name) || !/^(?:及?以上)?的/u.test(text.slice(one.end, one.end + 4))) return name;
  const noun = nounBehind(text, one, false);
  return noun === null ? name : nameOf(`${noun}${name.replace(/^(?:组建|有)/u, '')}`);
}

/** What an amount is given as, or what its upper limit is of. */
function given(core: string, said: string, sentence: string, after: string): string | null {
  const paid = paidFor(sentence, after);
  if (paid !== null || !LIMIT.test(said)) return paid;
  if ((core === '' || /^(?:每|单|同一|其)/u.test(core)) && !isAmount(core)) {
    const limit = limitOf(core, sentence);
    if (limit !== null) return limit;
  }
  // 每条航线每年补贴不超过100万元: what each gets names the limit.
  return /^每(?![百千万])/u.test(core) && core.length < LONGEST ? `${core}上限` : null;
}

/** Without spaces, and with the marks of Chinese prose. */
const prose = (text: string): string =>
  text
    .replaceAll(' ', '')
    .replace(/,(?!\d)/gu, '，')
    .replaceAll(';', '；');

/** What the sentence has counted in this unit, or given to others. */
function known(text: string, one: Quantity, sentence: string, { end, byUnit }: Counted): string | null {
  const again = MONEY.test(one.unit) ? givenAgain(prose(text.slice(end, one.start)), sentence) : undefined;
  return again === undefined ? (byUnit.get(one.unit) ?? null) : again;
}

function named(text: string, one: Quantity, counted: Counted): string | null {
  const said = before(text, one, counted).replaceAll(' ', '');
  const core = withoutTrail(said);
  const sentence = prose(text.slice(Math.max(counted.start, one.start - 80), one.start));
  const [after = ''] = prose(text.slice(one.end, one.end + NEAR + 16)).split('\n');
  const isShare = SHARE_UNIT.test(one.unit);
  const isMoney = MONEY.test(one.unit);
  const listed = /^ ?[、和或及] ?$/u.test(text.slice(counted.end, one.start));
  if (/^(?:且|并|但|同时)/u.test(said) && withoutLead(core) === '' && counted.last !== null)
    return PART_UNIT.test(one.unit) ? counted.last : counted.last.replace(PART, '').replace(/(?<=..)比例$/u, '');
  const object = isMoney ? null : objectOf(text, one, said, after);
  const told = isMoney
    ? (given(core, said, sentence, after) ??
      nameOf(SPENT.exec(sentence)?.[1] ?? '') ??
      objectOf(text, one, said, after))
    : PART_UNIT.test(one.unit)
      ? (penaltyOf(after) ?? rate(core, after) ?? object ?? share(core, counted.previous, sentence, after))
      : object;
  if (told !== null) return isMoney || (told.length >= 2 && told.length <= LONGEST_SHARE) ? told : null;
  const [, changed, change] = CHANGE.exec(said) ?? [];
  if (change !== undefined) {
    const noun =
      nameOf(withoutTrail((changed ?? '').replace(COMPARED, '').replace(CHANGED_BY, ''))) ??
      unchanged(counted.previous);
    return noun !== '' || /^(?:同比|环比|年均)/u.test(change) ? `${noun}${change}` : null;
  }
  const clause = withoutClause(withoutLead(core));
  const permitted = clause.lastIndexOf('可对');
  const phrase = DEFINED.exec(clause)?.[1] ?? (permitted < 0 ? clause : clause.slice(permitted + 2));
  const bare = withoutPer(phrase);
  if (withoutLead(bare) === '')
    return (
      goneOn(text, one, counted) ??
      labelOf(text, one, counted) ??
      (isShare && OF.test(after) && text.slice(counted.end, one.start).includes(`的${counted.last}`)
        ? nounBehind(text, one, false)
        : null) ??
      (isShare || listed || /^(?:及?以[上下]|左右|的)/u.test(after) ? null : nounBehind(text, one, false)) ??
      (namesNothing(said) ? null : known(text, one, sentence, counted)) ??
      (one.unit === '倍' ? counted.last : null) ??
      nounBehind(text, one, false)
    );
  const whole = withoutTrail(bare).replace(GIVEN, '').replace(BY, '');
  if (namesNothing(whole)) return nounBehind(text, one, false);
  const name = sized(text, one, nameOf(shortened(whole)), counted);
  return isMoney && name !== null ? givenTo(name, sentence) : name;
}

function remember(name: string | null, one: Quantity, counted: Counted): string | null {
  counted.end = one.end;
  counted.last = name;
  if (name !== null) {
    counted.previous = name;
    counted.byUnit.set(one.unit, name);
  }
  return name;
}

/** What a case is told by: named in it, or in the first of the sentence. Sums that are given have other names. */
function caseOf(text: string, one: Quantity, counted: Counted): string | null {
  const own = withoutLead(withoutTrail(before(text, one, counted).replaceAll(' ', '')));
  const name = own.length < 2 && counted.cases !== null ? counted.cases : named(text, one, counted);
  counted.cases = name;
  counted.last = name;
  counted.end = one.end;
  return name;
}

/** The name that stands before the number, whatever follows. */
const ownName = (text: string, one: Quantity, counted: Counted): string | null =>
  nameOf(withoutClause(withoutTrail(before(text, one, counted).replaceAll(' ', ''))));

/** 收住人数少于10人的敬老院, 入驻企业不少于10家的园区: how many something has, not how many there are. */
function isCapacity(text: string, one: Quantity, counted: Counted): boolean {
  if (!/^(?:\(含\))?(?:及?以[上下])?的/u.test(text.slice(one.end, one.end + 7))) return false;
  const said = before(text, one, counted).replaceAll(' ', '');
  const name = ownName(text, one, counted);
  return (
    name !== null && !hasObject(said) && !namesNothing(name) && (/^[人名张床户]$/u.test(one.unit) || LED.test(said))
  );
}

/** Indicator of `one` in `text` (folded), or null. Remembers it for the figures after it. */
export function indicatorOf(text: string, one: Quantity, counted: Counted): string | null {
  if (counted.last !== null && AGAIN.test(text.slice(counted.end, one.start)))
    return remember(counted.last, one, counted);
  const after = text.slice(one.end, one.end + 24);
  if (CASE.test(after)) return caseOf(text, one, counted);
  const goal = GOAL.test(after.slice(0, 8));
  const counts = goal || isCapacity(text, one, counted) ? null : nounAfter(text, one);
  const name = goal
    ? unchanged(counted.previous) || ownName(text, one, counted)
    : (counts ?? named(text, one, counted));
  return remember(name, one, counted);
}

/** 分别给予100万元、50万元奖励, 分别按照销售额的5%、8%给予补贴: told before the first value or behind the last. */
function toldOfAll({ lead, behind }: Pair, unit: string): string | null {
  if (/[，。；：！？、（）()]|以[上下]/u.test(lead)) return null;
  const core = withoutPer(withoutTrail(lead));
  const paid = MONEY.test(unit) ? paidFor(lead, behind) : null;
  return paid ?? (SHARE_UNIT.test(unit) ? rate(core, behind) : null) ?? nameOf(core.replace(GIVEN, ''));
}

/** The same for a value of a 分别-list, which names what it counts once or goes on with what was counted. */
export const listedIndicator = (pair: Pair, one: Quantity, counted: Counted): string | null => {
  const said = pair.indicator === null ? null : nameOf(pair.indicator);
  const own = pair.counts === null ? null : nameOf(pair.counts);
  const all = toldOfAll(pair, one.unit);
  // 第一、第二产业增加值分别增长5%和6%: of what, the names say.
  const told = said ?? (own !== null && all !== null && CHANGE.exec(all)?.[1] === '' ? `${own}${all}` : (all ?? own));
  return remember(told ?? counted.byUnit.get(one.unit) ?? null, one, counted);
};

/** 由500万元提高到1000万元: true for the first, which is only what was before. */
export const isBase = (text: string, { start, end }: Quantity): boolean =>
  /[由从]$/u.test(text.slice(Math.max(0, start - 2), start).trimEnd()) &&
  /^ ?(?:提高|提升|增加|增长|扩大|扩充|放宽|降低|下降|减少|调整|上调|下调|缩短|压缩|降|升|增|减){1,2}[到至为]/u.test(
    text.slice(end, end + 6),
  );
