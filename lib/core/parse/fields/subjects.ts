/**
 * 分别-lists: 成都、德阳、泸州分别达到 14%、20%、49% gives each subject its value, in order. Only where both lists
 * have the same length.
 */
import { firstAfter } from './order';
import type { Quantity } from './quantities';

/** What may follow the last name of a list: 等地市, then what is said of all. */
const LIST_END =
  /等(?![奖级次])|[两三四五六七八九十](?:地|市|省|州|区|县)|总(?:规模|数|量|额|产值|投资)|(?:的|入库|增速|增长|增幅|同比|平均|合计|累计|两(?!年|个月)|各|占|投资|产值|规模|数量)/u;
const SEPARATOR = /^ ?(?:、|和|，|,|及|以及|与) ?(?:约|近|超|达)?$/u;

/** Values that follow one 分别, joined by 、 or 和. */
function valuesAfter(text: string, at: number, quantities: readonly Quantity[]): Quantity[] {
  const first = firstAfter(quantities, at);
  const one = quantities[first];
  if (!one || one.start - at > 14 || /[，。；]/u.test(text.slice(at, one.start))) return [];
  const list = [one];
  for (let i = first + 1; i < quantities.length; i += 1) {
    const [previous, next] = [list.at(-1), quantities[i]];
    if (!previous || !next || !SEPARATOR.test(text.slice(previous.end, next.start))) break;
    list.push(next);
  }
  return list;
}

/** What is said of all in the list: 等地市入库数量增速均超过平均 → 入库数量增速. */
const SAID =
  /^(?:等(?:地市|市州|地区|省份|省市|城市|县区|企业|单位|地|市)?|[两三四五六七八九十]?(?:地|市|省|州|区|县))?((?!的)[\u4e00-\u9fff]{2,14}?)(?:均|都|超过|高于|低于|分别|达到|为|增长|完成|实现|，|$)/u;

interface Names {
  names: string[];
  counts: string[] | null;
  indicator: string | null;
}

/** A name that is itself what is counted. */
const MEASURE =
  /(?:率|数|量|额|标准|比例|比重|强度|密度|规模|产能|水平|面积|收入|支出|产值|增加值|投资|资金|价格|工资|补贴|补助|津贴|奖励)$/u;
/** What only the last of the names ends with, and all of them mean: 甲类、乙类样品人数. */
const SHARED_END =
  /^(?:[\u4e00-\u9fff]{2})?(?:标准|人数|数量|总量|总额|金额|额度|比例|比重|产值|增加值|收入|支出|面积|规模|产能|产量|价格|投资)$|^居民(?:人均)?(?:可支配|纯)?收入$|^(?:机械化|覆盖|普及|达标|参保|就业|利用|入学|完成|增长|渗透|贡献|自给|合格|转化|巩固|升学|建档|知晓|使用|处理|回收|绿化|城镇化|数字化)率$/u;
const LONGEST_NAME = 24;

/** What each of the names of a list counts, if they name that and not whose it is: as a whole where they cannot be parted. */
function countedBy(names: readonly string[]): string[] | null {
  const last = names.at(-1) ?? '';
  if (!MEASURE.test(last)) return null;
  const others = names.slice(0, -1);
  if (others.every((name) => MEASURE.test(name))) {
    // 生活补贴和护理补贴标准
    const end = /(?:补贴|补助|津贴|奖励)(标准|金额|额度|比例)$/u.exec(last)?.[1] ?? '';
    return [...others.map((name) => (/(?:补贴|补助|津贴|奖励)$/u.test(name) ? name + end : name)), last];
  }
  const end = others.every((name) => name.length === others[0]?.length) ? last.slice(others[0]?.length) : '';
  if (SHARED_END.test(end)) return [...others.map((name) => name + end), last];
  const whole = names.join('、');
  return whole.length <= LONGEST_NAME ? names.map(() => whole) : null;
}

/** One value of a list, and what is said once of all its values: before the first and behind the last. */
export interface Pair {
  subject: string;
  /** What the names themselves count. */
  counts: string | null;
  /** Where the names end, as in 三市平台数量. */
  indicator: string | null;
  lead: string;
  behind: string;
}

const BEHIND = 24;

/** 到2027年、2030年，全市样品保有量分别达到: what the clause between names and 分别 says of all. */
const saidBetween = (clause = ''): string | null =>
  clause.length <= LONGEST_NAME && !clause.includes('、') && MEASURE.test(clause) ? clause : null;

/** The list of names that begins the sentence before 分别, and what is said of them. */
function namesBefore(text: string, at: number, count: number): Names | null {
  const before = text.slice(Math.max(0, at - 160), at);
  const sentence = before.slice(Math.max(...['。', '；', '\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  const clauses = sentence.split(/，|,(?!\d)/u);
  const nearest = clauses.at(-1);
  for (const clause of clauses.toReversed()) {
    const parts = clause.split(/、|和(?=[^、]{1,12}$)|和(?=[\u4e00-\u9fff]{2,4}等)/u);
    if (parts.length !== count) continue;
    const last = parts.at(-1) ?? '';
    const cut = LIST_END.exec(last);
    const end = cut && cut.index > 0 ? cut.index : last.length;
    const names = [...parts.slice(0, -1), last.slice(0, end)].map((name) =>
      name.trim().replace(/^(?:\([^()]{0,20}\))?(?:\d{1,3}\. ?|其中|将|对于?(?![外口])|[到至](?=20\d\d))/u, ''),
    );
    if (!names.every((name) => name.length >= 1 && name.length <= 20)) continue;
    const indicator = SAID.exec(last.slice(end))?.[1] ?? (clause === nearest ? null : saidBetween(nearest));
    return { names, counts: indicator === null ? countedBy(names) : null, indicator };
  }
  return null;
}

/** Subject and indicator of each quantity that stands in a 分别-list. `text` is folded. */
export function pairsOf(text: string, quantities: readonly Quantity[]): Map<Quantity, Pair> {
  const pairs = new Map<Quantity, Pair>();
  for (let at = text.indexOf('分别'); at >= 0; at = text.indexOf('分别', at + 2)) {
    const values = valuesAfter(text, at, quantities);
    const list = values.length < 2 ? null : namesBefore(text, at, values.length);
    const lead = text.slice(at + 2, values[0]?.start);
    const end = values.at(-1)?.end ?? at;
    const behind = text.slice(end, end + BEHIND);
    list?.names.forEach((subject, i) => {
      const value = values[i];
      if (value)
        pairs.set(value, { subject, counts: list.counts?.[i] ?? null, indicator: list.indicator, lead, behind });
    });
  }
  return pairs;
}

const SHARED_BY_ALL = /(?:率|量|额|强度|密度|规模|收入|产值|面积)(?:总体|平均)?[均都][^、]{0,6}$/u;
const LONGEST_CLAUSE = 30;

/** 甲类、乙类样品覆盖率均达到45%: one value of several things, so that the last alone is not its name. */
export const isSharedByAll = (clause: string): boolean => SHARED_BY_ALL.test(clause) && clause.length <= LONGEST_CLAUSE;
