/**
 * The noun behind a number and its unit: 60 家省级概念验证中心, 30%的号源, 10 个左右有条件、有基础的城市. It ends where
 * something else begins to be said: at a mark, at a verb, at an adverb before one. Works on one bounded stretch of text.
 */
import { nameOf, saidFrom, withoutAdverbs, withoutLead } from './indicator-words';
import type { Quantity } from './quantities';
import { clauseEnd } from './sentences';

/** How far behind the unit the noun may reach. */
const REACH = 60;
const LONGEST = 24;
export const AFTER_UNIT = /^(?:\(含\)|及以上|以上|及以下|以下|左右|以内|上下|的| )+/u;
const STOP = /[，。；：！？、（）()《》,;:\n\d·]|以上|以下|左右|且(?=[不每最单])/u;
/** Quoted words and 省（区、市） are opaque: what stands in them ends no noun. */
const OPAQUE = /“[^”\n]{1,16}”|"[^"\n]{1,16}"|(?<=[省市县区乡镇州])\([省市县区旗州盟乡镇街道、]{1,9}\)/gu;
const MASK = '\u25a1';
/** Words with which no noun begins: what follows is the next thing that is said. */
const NO_NOUN =
  /^(?:不(?!动产|锈钢|良)|且|但|而|按(?!揭)|给予|调整|每|增(?!值|材)|降|提高|放宽|扩(?!建|容)|到|至|减(?!排|灾)|精简|参与|参加|出席|入库|之一|以(?!太)|予以|就业|的|或|并(?!购|网)|作为|分别|同比|占|为|原则上|比例|标准|幅度)/u;
const JOINED = /和(?!国|谐|平)|(?<![以涉普])及(?!时)|以及|(?<![参涉赋授])与(?!会)/gu;
const LISTED = /(?<![高中初平均同优])等(?!奖|级|次|离|距|额|效)/u;
/** 有条件、有基础、规模适当的城市: what is said of the noun stands before it, in a list. */
const ATTRIBUTE =
  /^(?:有|具有|具备|涵盖|覆盖|拥有|符合|属于)|(?:强|高|好|大|优|多|快|广|突出|明显|适当|先进|完善|显著|扎实|齐全|健全|良好|雄厚|明确)$/u;
/** 由企业牵头的项目: what begins with a preposition or a verb is said of what stands behind 的. */
const SAID_OF =
  /^(?:由|在|从|对|经|被|为|向|获|达到|参与|实施|实现|开展|具有|具备|符合|提供|围绕|涵盖|纳入|列入|取得|完成|推动|提升|面向)[^的]{1,30}的(?=.)/u;
/** 5名具备样品资格: no noun, but what is said of those that were named before. */
const ONLY_SAID = /^(?:具有|具备|符合|达到|拥有|取得|获得)[^的]*$/u;
/** Nouns of one character: 35个班. */
const SHORT = /^[省市县区州乡镇村校班](?:\([^()]{1,9}\))?$/u;

/** Of a name that is too long its last part: never half a word. */
export const shortened = (name: string): string =>
  name.length <= LONGEST ? name : name.slice(name.lastIndexOf('的') + 1);

/** 人工智能和信创人才实训室 is one, 企业和开展服务 is not. */
function firstOf(phrase: string): string {
  const listed = LISTED.exec(phrase);
  const whole = listed ? phrase.slice(0, listed.index) : phrase;
  for (const { 0: join, index } of whole.matchAll(JOINED)) {
    const first = whole.slice(0, index);
    const second = whole.slice(index + join.length);
    const goesOn =
      index > 0 &&
      !SHORT.test(first.replaceAll(MASK, '')) &&
      second.length >= 2 &&
      whole.length <= LONGEST &&
      !NO_NOUN.test(second) &&
      saidFrom(second, 0) > 0 &&
      withoutLead(second) === second;
    if (!goesOn) return first;
  }
  return whole;
}

/** The noun that `text` begins with; '' for none. */
function nounOf(text: string): string {
  const masked = text.replace(OPAQUE, (quoted) => MASK.repeat(quoted.length));
  const stop = STOP.exec(masked);
  const phrase = stop ? masked.slice(0, stop.index) : masked;
  if (stop?.[0] === '、' && ATTRIBUTE.test(phrase)) {
    const clause = /^[^，。；：！？()《》\n\d]{1,48}?的(?=[^、的，。；]{2,20}(?:[，。；]|$))/u.exec(masked)?.[0];
    if (clause !== undefined) return nounOf(text.slice(clause.length));
  }
  const attribute = SAID_OF.exec(phrase)?.[0].length ?? 0;
  const end = Math.min(saidFrom(phrase, attribute + 2), phrase.length);
  const noun = withoutAdverbs(firstOf(phrase.slice(0, end))).replace(/(?:中|的)$/u, '');
  return NO_NOUN.test(noun) || ONLY_SAID.test(noun) ? '' : text.slice(0, noun.length);
}

/** The name of what stands behind the unit of `one`; null for none. */
export function nounBehind(text: string, one: Quantity): string | null {
  const rest = text
    .slice(one.end, clauseEnd(text, one.end, REACH))
    .trimStart()
    .replace(AFTER_UNIT, '');
  const noun = nounOf(rest);
  if (SHORT.test(noun)) return noun.replace('(', '（').replace(')', '）');
  return noun === '' ? null : nameOf(shortened(noun));
}
