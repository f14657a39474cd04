/**
 * How exact a figure is said to be: a word behind its number (以上), or before it (不宜超过), with fillers or with what a
 * share is of between the two. Also hands on what is said once of a range or a list. Works on folded text.
 */
import { BOUNDS, type BoundEntry, DENIALS } from '@/lib/core/lexicon/units-bounds';
import type { Figure } from '@/lib/core/model';
import { NameTable } from './name-table';
import { isRange, type Quantity } from './quantities';
import { clauseStart } from './sentences';

type Bound = Figure['bound'];

const entriesAt = (place: BoundEntry['place']) => BOUNDS.filter((entry) => entry.place === place);
const AFTER = new NameTable(() => entriesAt('after').map(({ form, bound }) => ({ form, value: bound })));
const BEFORE = Map.groupBy(
  entriesAt('before').toSorted((a, b) => b.form.length - a.form.length),
  ({ form }) => form.at(-1),
);
const LONGEST = Math.max(...BOUNDS.map(({ form }) => form.length));

/** 30家（含）以上, 超过30家（含30家） */
const INCLUDED = /^[(〔](不?)含[^()〔〕]{0,10}[)〕] ?/u;
/** Between a bound word and its number. */
const FILLER =
  /(?:\(不?含[^()]{0,6}\)|\(|LPR ?\+|\d[\d.]{0,6} ?[×xX*]|人民币|等值|等额|折合|每[个家户人项件次亩名批年月日天周位套台辆所]|人均|户均|累计|合计|总计|其中|为|到|了|至|可达|达|可提高?|提高|上浮|可|可补贴|补贴|补助|资助|支持|奖补|匹配|给予|奖励|比例|的|再)$/u;
const MOST_FILLERS = 4;
const NEAR = 16;
/** 最多的3家 names them, and says nothing of the number. */
const NAMING = /最[高低多少]的$/u;
/** 最多选择其中3个, 至少有1所: a verb between. */
const OVER_VERB = /(至少|最少|最多|至多)(?!的)[^，。；：、()\d]{1,10}$/u;
/** 最高支付限额为职工每人每月300元: a limit by its name. */
const LIMIT_NAME =
  /最高[^，。；：、()\d的]{0,8}(?:限额|金额|额度|总额|比例|标准)(?:[为是]|可?(?:提高|调整|放宽|达)[到至]?)[^，。；：、()\d]{0,12}$/u;
/** 不超过实际支付利息的50%: between stands what the share is of. */
const OVER_BASE =
  /((?:最高)?不(?:[得应能可宜]|应当)?(?:超过|高于|低于|少于|大于|小于)|不足)(?![^，]{0,24}(?:按|给予|予以|部分的))[^，。；：、()\d]{2,24}$/u;
/** The same with words that also tell a difference: 高于平均水平3% is none. */
const OVER_BASE_OF =
  /(超过|超出|最高(?=按)|高于|低于|少于|大于|小于|约为|约占)按?照?[^，。；：、()\d的按]{2,20}(?<!部分)的$/u;
const SHARE_REACH = 30;
const IS_SHARE = /^[%‰‱倍]$/u;

/** What the longest word for a bound that `text` ends with says. */
function boundBefore(text: string): Bound {
  const entry = BEFORE.get(text.at(-1))?.find(({ form }) => text.endsWith(form));
  if (!entry) return null;
  const rest = text.slice(0, -entry.form.length);
  if (rest !== '' && entry.not.includes(rest.charAt(rest.length - 1))) return null;
  return entry.denied && DENIALS.some(({ form }) => rest.endsWith(form)) ? entry.denied : entry.bound;
}

const isNamedLimit = (text: string, start: number): boolean =>
  LIMIT_NAME.test(text.slice(clauseStart(text, start, SHARE_REACH), start).trimEnd());

function saidBefore(text: string, { start, unit }: Quantity): Bound {
  let before = text.slice(clauseStart(text, start, NEAR), start).trimEnd();
  const over = OVER_VERB.exec(before)?.[1];
  for (let i = 0; i < MOST_FILLERS && !NAMING.test(before); i += 1) {
    const bound = boundBefore(before);
    if (bound) return bound;
    const shorter = before.replace(FILLER, '').trimEnd();
    if (shorter === before) break;
    before = shorter;
  }
  if (over) return boundBefore(over);
  if (isNamedLimit(text, start)) return 'atMost';
  if (!IS_SHARE.test(unit)) return null;
  const clause = text.slice(clauseStart(text, start, SHARE_REACH), start).trimEnd();
  const word = (OVER_BASE.exec(clause) ?? OVER_BASE_OF.exec(clause))?.[1];
  return word ? boundBefore(word) : null;
}

/** What is said of the number alone. */
export function boundOf(text: string, one: Quantity): Bound {
  const behind = text.slice(one.end, one.end + LONGEST + 14).trimStart();
  const included = INCLUDED.exec(behind);
  const next = AFTER.at(included ? behind.slice(included[0].length) : behind, 0);
  if (next) return next.value === 'atLeast' && included?.[1] === '不' ? 'above' : next.value;
  const said = saidBefore(text, one) ?? (one.more ? 'above' : null);
  return said === 'above' && included?.[1] === '' ? 'atLeast' : said;
}

/** 50万元、30万元: members of a list of amounts in one unit. */
const JOINT = /^ ?(?:、|和|及|与|或) ?$/u;
const joins = (text: string, a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit && JOINT.test(text.slice(a.end, b.start));

/** 、居民每人每月200元: the next that a limit by its name is told for. */
const isNextOf = (text: string, a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit && b.start - a.end < 24 && /^、[^，。；：、()]{2,}$/u.test(text.slice(a.end, b.start));

/**
 * The bounds of the quantities of a sentence, where some are said once for several: 不超过50万元、30万元, 3家—5家以上, and
 * for a list that 分别 leads to also behind the last: 分别达到5万人、3万人以上.
 */
export function handedOn(
  text: string,
  quantities: readonly Quantity[],
  said: readonly Bound[],
  isListed: (one: Quantity) => boolean,
): Bound[] {
  const bounds = [...said];
  let limits = false;
  for (const [i, one] of quantities.entries()) {
    const before = quantities[i - 1];
    limits = isNamedLimit(text, one.start) || (limits && before !== undefined && isNextOf(text, before, one));
    if (bounds[i] || !before) continue;
    if (limits || isRange(text, before, one) || joins(text, before, one)) bounds[i] = bounds[i - 1] ?? null;
  }
  for (let i = quantities.length - 2; i >= 0; i -= 1) {
    const [one, next] = [quantities[i], quantities[i + 1]];
    if (!one || !next || bounds[i]) continue;
    // 1倍至3倍以内 says of the lower end that it is not the limit.
    const above = isRange(text, one, next) && bounds[i + 1] !== 'atMost';
    if (above || (isListed(one) && joins(text, one, next))) bounds[i] = bounds[i + 1] ?? null;
  }
  return bounds;
}
