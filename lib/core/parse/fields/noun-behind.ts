/**
 * The noun behind a number and its unit: 60 家省级概念验证中心, 30%的号源, 10 个左右有条件、有基础的城市. It ends where
 * something else begins to be said: at a mark, at a verb, at an adverb before one. Works on one bounded stretch of text.
 */
import { nameOf, saidFrom, withoutAdverbs, withoutLead, withoutTrail } from './indicator-words';
import type { Quantity } from './quantities';
import { clauseEnd } from './sentences';

/** How far behind the unit the noun may reach. */
const REACH = 60;
const LONGEST = 24;
const AFTER_UNIT = /^(?:\([^()]{1,14}\)|及以上|以上|及以下|以下|左右|以内|上下|的| )+/u;
const STOP =
  /[，。；：！？、（）()《》,;:\n\d·]|(?<![级等])以[上下](?!条件|规定|要求|标准|情形|人员)|左右|且(?=[不每最单])|并(?!购|网|联|轨|表|列|行)/u;
/** Quoted words and 省（区、市） are opaque: what stands in them ends no noun. */
const OPAQUE =
  /(?<!.)\d{1,4}[百千万亿]{1,2}级|(?<!.)\d{1,2}周?岁(?:至\d{1,2}周?岁)?(?:及?以[上下])?|“[^”\n]{1,16}”|"[^"\n]{1,16}"|(?<=[省市县区乡镇州])\([省市县区旗州盟乡镇街道、]{1,9}\)/gu;
const MASK = '\u25a1';
/** Words with which no noun begins: what follows is the next thing that is said. */
const NO_NOUN =
  /^(?:\/|不(?!动产|锈钢|良)|且|但|而|按(?!揭)|给予|调整|每|增(?!值|材)|降|提高|放宽|扩(?!建|容|招)|到|至|减(?!排|灾)|精简|参与|参加|出席|入库|之一|以(?!太)|予以|就业|的|或|并(?!购|网)|作为|分别|同比|占|为|原则上|比例|标准|幅度|额度|进行|之和|内(?!容|部|地|资|外|科|燃)|外(?!国|资|贸|商|来|地|部|籍|科|向|语)|后(?!备|续|勤|期)|时(?!间|尚|代)|起(?!重|点)|未(?!来|成)|计(?!算机|划|量)|执行|发放|支付|结算|给付|收取|缴纳|确定|核定|核拨|征收(?!率)|加价|拨付|报销|赔付|承担|负担|摊销|扣除|加计|使用|[两三四五六七八九十]档)|[为至]$|(?<![报签])到$/u;
const JOINED = /和(?!国|谐|平)|(?<![以涉普])及(?!时)|以及|(?<![参涉赋授])与(?!会)/gu;
const LISTED = /(?<![高中初平均同优甲乙丙一二三])等(?!奖|级|次|离|距|额|效)/u;
/** 有条件、有基础、规模适当的城市: what is said of the noun stands before it, in a list. */
const ATTRIBUTE =
  /^(?:有|具有|具备|涵盖|覆盖|拥有|符合|属于)|(?:强|高|好|大|优|多|快|广|突出|明显|适当|先进|完善|显著|扎实|齐全|健全|良好|雄厚|明确)$/u;
/** 由企业牵头的项目: what begins with a preposition or a verb is said of what stands behind 的. */
const SAID_OF =
  /^(?:由|在|从|对|经|被|为|向|获|达到|参与|实施|实现|开展|具有|具备|符合|满足|提供|围绕|涵盖|纳入|列入|取得|完成|推动|提升|面向)[^的]{1,30}的(?=.)/u;
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
    const clause = /^[^，。；：！？()《》\n\d]{1,48}?的(?=[^、的，。；]{2,40}(?:[，。；]|$))/u.exec(masked)?.[0];
    if (clause !== undefined) return nounOf(text.slice(clause.length));
  }
  const attribute = SAID_OF.exec(phrase)?.[0].length ?? 0;
  const end = Math.min(saidFrom(phrase, attribute + 2), phrase.length);
  const first = firstOf(phrase.slice(0, end));
  // 项目超50个, 企业最高给予: words before the next number or verb are no part of it.
  const leads = first.length === end && (end < phrase.length || /\d/u.test(stop?.[0] ?? ''));
  const noun = withoutAdverbs(leads ? withoutTrail(first) : first).replace(/(?:中|的)$/u, '');
  return NO_NOUN.test(noun) || ONLY_SAID.test(noun) ? '' : text.slice(0, noun.length);
}

/** The name of what stands behind the unit of `one`; null for none, or where something else is said there. */
export function nounBehind(text: string, one: Quantity, counted: boolean): string | null {
  const behind = text.slice(one.end, clauseEnd(text, one.end, REACH)).trimStart();
  const after = AFTER_UNIT.exec(behind)?.[0] ?? '';
  const rest = behind.slice(after.length);
  if (!counted && !after.endsWith('的') && saidFrom(rest, 0) === 0) return null;
  const noun = nounOf(rest);
  if (SHORT.test(noun)) return noun.replace('(', '（').replace(')', '）');
  return noun === '' ? null : nameOf(shortened(noun));
}
