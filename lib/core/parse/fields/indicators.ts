/**
 * What a figure counts: the noun after a classifier (60 家省级概念验证中心), what an amount is given as (30 万元奖励), else
 * the noun phrase before the words that lead to the number (规上高新技术企业达 10000 家). Growth and shares are of what the
 * sentence counted before; a clause that names nothing (到2028年达到60家) goes on with what was counted in that unit.
 */
import { givenTo, isAmount, limitOf, paidFor, rateOf } from './benefits';
import { nameOf, withoutLead, withoutPer, withoutTrail } from './indicator-words';
import { nounBehind, shortened } from './noun-behind';
import type { Quantity } from './quantities';
import { clauseStart } from './sentences';
import { isSharedByAll, type Pair } from './subjects';

const CLASSIFIER =
  /^(?:个|家|项|名|位|人|种|类|套|台|辆|艘|架|座|所|条|件|组|门|例|批|支|处|间|张|份|户|宗|笔|场|期|款|篇|次|栋|幢|枚|部|首|册|本|幅|集|轮|只|头|株|棵|片|块)(?!百分点)/u;
/** 10万平方米的免租办公空间: a size of what follows. */
const SIZE = /^(?:平方米|平方公里|亩|公顷|公里|千米|吨|千瓦|千瓦时)$/u;
const MONEY = /元|币|镑/u;
const SHARE_UNIT = /^[%‰‱]$/u;
/** 可获得70%的转化收益: what a verb has a share of. */
const HAS_SHARE =
  /(?:获得|聚集|集聚|承担|保障|覆盖|贡献|提供|满足|解决|拥有|吸纳|减免|返还|减征|提取|保留|预留|享受|取得|分得|兑付|拨付|支付|预拨|收取|缴纳|给付|报销)(?:了|着|到)?$/u;
const CHANGE = /^(.*?)((?:同比|环比|年均)?(?:增长|下降|提高|提升|降低|减少|增加|上升|回落))(?:了|约|近|超|超过|达)*$/u;
const COMPARED = /(?:较|比)[^，]{2,10}$/u;
const SHARE = /^(.*?)(占(?!比|地|股|用)[\u4e00-\u9fff]{2,14}?)(?:的|比重|比例|总数|平均)*$/u;
const BASIS = /(?:按照|按(?!时|期|揭|程序|要求|批次)|依照|参照)/gu;
const COMPARATIVE = /^(.*?)(?:不得|不)?(?:超过|高于|低于|少于|大于|小于)([^，]{2,20})$/u;
/** 补贴标准为建筑面积每平方米: the name ends where 为 says so. */
const DEFINED = /^(.{1,22}?(?:标准|金额|额度|限额|比例|上限))为/u;
const LIMIT = /(?:最高|不超过|不得超过|最多|上限|不高于|限额|封顶)(?:为|可达|可|达)?(?:人民币)?$/u;
const GOAL = /^的?(?:年度|全年)?目标/u;
/** 单台（套）产品奖励: what stands in brackets is no part of the name. */
const BRACKETED = /\([^()]{0,20}\)/gu;
/** 省、市、县三级科技特派员: levels before a name are no list of names. */
const LEVELS = /(?:国家|[省市县区乡镇州村](?:级)?)(?:[、和](?:国家|[省市县区乡镇州村])级?){1,4}[两二三四五]级/gu;
/** 5000万元以上的，… 1000万元至5000万元的，…: a case, and what the cases are told apart by is named in the first. */
const CASE =
  /^ ?(?:(?:至|到|-|—|~)\d[\d.]{0,9}[万亿]{0,2}[\u4e00-\u9fff%]{1,3}?)?(?:\(含\))?(?:及?以[上下])?(?:\(含\))?的[，,]/u;
/** 由2020年底的30家增长到2025年底的60家: when is no part of the name. */
const SINCE = /(?:[由从]|(?:增长|提高|提升|增加|上升|下降)[到至])20\d\d ?年[底末初]?的?$/u;
const GIVEN = /^.*(?:给予|予以)/u;
const LONGEST = 24;
const NEAR = 24;
const REACH = 36;

/** What the sentence has counted so far. */
export interface Counted {
  start: number;
  previous: string | null;
  byUnit: Map<string, string>;
  /** What the cases of the sentence are told apart by. */
  cases: string | null;
  /** Where the figure before this one ends. */
  end: number;
}

export const nothingCounted = (start: number): Counted => ({
  start,
  previous: null,
  byUnit: new Map(),
  cases: null,
  end: start,
});

/** 入库企业同比增长 → 入库企业. */
const unchanged = (name: string | null): string => name?.replace(CHANGE, '$1') ?? '';

/** 10—30个, 60%至70%: where the other end of a range ends that begins with `one`. */
const RANGE_ON = /^ ?(?:至|到|-{1,2}|—{1,2}|~) ?\d[\d.]{0,9}[万亿]{0,2} ?/u;
function rangeEnd(text: string, one: Quantity): number {
  const on = RANGE_ON.exec(text.slice(one.end, one.end + 18))?.[0].length ?? 0;
  return on > 0 && text.startsWith(one.unit, one.end + on) ? one.end + on + one.unit.length : one.end;
}

function nounAfter(text: string, one: Quantity): string | null {
  const end = rangeEnd(text, one);
  const counts =
    CLASSIFIER.test(one.unit) || (SIZE.test(one.unit) && /^(?:及?以[上下]|左右)?的/u.test(text.slice(end, end + 4)));
  return counts ? nounBehind(text, { ...one, end }) : null;
}

/** 按照服务收入的30%给予补助: the rate of what is given, and what it is taken of. */
function rate(core: string, after: string): string | null {
  const basis = [...core.matchAll(BASIS)].at(-1);
  if (!basis) return null;
  const of = nameOf(withoutLead(core.slice(basis.index + basis[0].length)).replace(/^不(?:超过|低于|高于)/u, ''));
  if (of === null) return null;
  const benefit = rateOf(after);
  const name = benefit === null || of.includes(benefit) ? of : `${of}${benefit}比例`;
  const whom = nameOf(withoutTrail(core.slice(0, basis.index)));
  return whom !== null && whom.length + name.length <= 16 && !/[于后时内中]$/u.test(whom) ? whom + name : name;
}

/** 企业数量增加一倍，达到2000家; 能级大幅提升，达到60%. */
const GROWN =
  /^(.*?)(?:(?:增加|提高|扩大|增长)[一两二三]倍|翻[一两二三]?番|倍增|(?:大幅|显著|明显|稳步|持续|不断|进一步|快速)(?:提升|提高|增长|增加|下降|改善|壮大|扩大|降低))$/u;
const GROWTH_NAME = /^(.{2,}?)(?:年均|同比)?(?:增速|增长率|增幅|增长)$/u;
const GROWN_REACH = 60;

/** What a clause that names nothing goes on with: the clause before it, or what the figure before it was the growth of. */
function goneOn(text: string, one: Quantity, { start, end, previous }: Counted): string | null {
  const from = Math.max(start, end, one.start - GROWN_REACH);
  const [, before = '', last = ''] = /^(.*)[，,]([^，,]*)$/su.exec(text.slice(from, one.start)) ?? [];
  const clause = before.slice(Math.max(...['，', ',', '；', '。', '\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  const grown = last === '' && clause === '' ? null : GROWN.exec(clause.trim())?.[1];
  if (grown) return nameOf(withoutTrail(grown));
  const growth = SHARE_UNIT.test(one.unit) ? null : GROWTH_NAME.exec(previous ?? '')?.[1];
  return growth && clause === '' ? growth : null;
}

/** Share of one thing in another, or of what is said to be more or less than a part of it. */
function share(core: string, previous: string | null): string | null {
  const [, whole, part] = SHARE.exec(core) ?? [];
  if (part !== undefined) return `${nameOf(withoutTrail(whole ?? '')) ?? unchanged(previous)}${withoutTrail(part)}`;
  const [, left, right] = COMPARATIVE.exec(core) ?? [];
  if (right === undefined) return null;
  const [name, of] = [nameOf(withoutTrail(left ?? '')), nameOf(right)];
  const apart = name === null || name.length < 3 || /^对|给予|予以/u.test(left ?? '');
  return apart || of === null || name.length + of.length > 23 ? of : `${name}占${of}`;
}

/** What stands between the clause's beginning, or the figure before, and the number. */
function before(text: string, one: Quantity, { end }: Counted): string {
  const clause = text.slice(Math.max(clauseStart(text, one.start, REACH), end), one.start).trimEnd();
  const plain = clause.replace(BRACKETED, '').replace(LEVELS, '');
  const marks = isSharedByAll(plain) ? ['(', ')', '】'] : ['、', '(', ')', '】'];
  const from = Math.max(...marks.map((mark) => plain.lastIndexOf(mark))) + 1;
  return plain.slice(from).replace(SINCE, '');
}

function named(text: string, one: Quantity, counted: Counted): string | null {
  const printed = before(text, one, counted);
  const core = withoutTrail(printed.replaceAll(' ', ''));
  const sentence = text.slice(Math.max(counted.start, one.start - 80), one.start).replaceAll(' ', '');
  const after = text.slice(one.end, one.end + NEAR + 16).replaceAll(' ', '');
  if (MONEY.test(one.unit)) {
    const paid = paidFor(sentence, after);
    if (paid !== null) return paid;
    if (
      LIMIT.test(printed.replaceAll(' ', '')) &&
      (core === '' || /^(?:每|单|同一|其)/u.test(core)) &&
      !isAmount(core)
    ) {
      const limit = limitOf(core, sentence);
      if (limit !== null) return limit;
    }
  }
  // 每条航线每年补贴不超过100万元: what each gets names the limit.
  if (MONEY.test(one.unit) && LIMIT.test(printed) && /^每(?![百千万])/u.test(core) && core.length < LONGEST) {
    return `${core}上限`;
  }
  if (SHARE_UNIT.test(one.unit)) {
    const part =
      rate(core, after) ?? share(core, counted.previous) ?? (HAS_SHARE.test(core) ? nounBehind(text, one) : null);
    if (part !== null) return part.length >= 2 && part.length <= 24 ? part : null;
  }
  const [, changed, change] = CHANGE.exec(printed.replaceAll(' ', '')) ?? [];
  if (change !== undefined) {
    const noun = nameOf(withoutTrail((changed ?? '').replace(COMPARED, ''))) ?? unchanged(counted.previous);
    if (noun !== '' || /^(?:同比|环比|年均)/u.test(change)) return `${noun}${change}`;
    return null;
  }
  const permitted = core.lastIndexOf('可对');
  const phrase = DEFINED.exec(core)?.[1] ?? (permitted < 0 ? core : core.slice(permitted + 2));
  const bare = withoutPer(phrase);
  if (withoutLead(bare) === '') return goneOn(text, one, counted) ?? counted.byUnit.get(one.unit) ?? null;
  const name = withoutTrail(bare);
  if (name.length <= LONGEST) {
    const own = nameOf(name.replace(GIVEN, ''));
    return MONEY.test(one.unit) && own !== null ? givenTo(own, sentence) : own;
  }
  const given = name.replace(GIVEN, '');
  return nameOf(shortened(given));
}

function remember(name: string | null, one: Quantity, counted: Counted): string | null {
  counted.end = one.end;
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
  counted.end = one.end;
  return name;
}

/** 收住人数少于10人的敬老院: how many something has, not how many there are. */
const isCapacity = (text: string, one: Quantity, counted: Counted): boolean =>
  /^[人名张床户]$/u.test(one.unit) &&
  /^(?:及?以[上下])?的/u.test(text.slice(one.end, one.end + 4)) &&
  nameOf(withoutTrail(before(text, one, counted).replaceAll(' ', ''))) !== null;

/** Indicator of `one` in `text` (folded), or null. Remembers it for the figures after it. */
export function indicatorOf(text: string, one: Quantity, counted: Counted): string | null {
  const after = text.slice(one.end, one.end + 24);
  if (CASE.test(after)) return caseOf(text, one, counted);
  const goal = GOAL.test(after.slice(0, 8));
  const counts = goal || isCapacity(text, one, counted) ? null : nounAfter(text, one);
  const name = goal ? unchanged(counted.previous) || null : (counts ?? named(text, one, counted));
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
  const told = said ?? toldOfAll(pair, one.unit) ?? (pair.counts === null ? null : nameOf(pair.counts));
  return remember(told ?? counted.byUnit.get(one.unit) ?? null, one, counted);
};

/** 由500万元提高到1000万元: true for the first, which is only what was before. */
export const isBase = (text: string, { start, end }: Quantity): boolean =>
  /[由从]$/u.test(text.slice(Math.max(0, start - 2), start).trimEnd()) &&
  /^ ?(?:提高|提升|增加|增长|扩大|扩充|放宽|降低|下降|减少|调整|上调|下调|缩短|压缩|降|升|增|减){1,2}[到至为]/u.test(
    text.slice(end, end + 6),
  );
