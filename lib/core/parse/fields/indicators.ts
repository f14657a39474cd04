/**
 * What a figure counts: the noun after a classifier (60 家省级概念验证中心), the noun after an amount (30 万元奖励), else
 * the noun phrase before the verb that leads to the number (规上高新技术企业达 10000 家). Growth and shares are of what
 * the sentence counted before (入库企业 2.7 万家，同比增长 12%).
 */
import type { Quantity } from './quantities';
import { clauseEnd, clauseStart } from './sentences';

const CLASSIFIER =
  /^(?:个|家|项|名|位|人|种|类|套|台|辆|艘|架|座|所|条|件|组|门|例|批|支|处|间|张|份|户|宗|笔|场|期|款|篇)(?!百分点)/u;
const MONEY = /元|币|镑/u;
const AFTER_UNIT = /^(?:及以上|以上|及以下|以下|左右|以内|上下|的)+/u;
const STOP = /[，。；：！？、（）()《》,;:\n\d]|以上|以下|左右|和(?!国)|及|与|等/u;
/** Words with which no noun begins: what follows is the next thing that is said. */
const NO_NOUN = /^(?:不|按|给予|每|增|降|提高|扩|到|至|减|精简|参与|参加|出席|入库|之一|以|予以|就业|的|或|并)/u;
/** Verbs that end a noun, but may begin one (在建项目). */
const VERB =
  /已|均|将|于|按|由|被|向|参加|参与|进行|包括|实现|完成|获|分别|在|从|对|纳入|入围|之一|建成|投用|开工|签约|落地|入库|给予|予以|需|应|可/u;
const PAID_FOR =
  /^(?:的)?(?:标准)?(?:给予|计算|计发|发放|予以|拨付)?([\u4e00-\u9fff]{0,10}?(?:补贴|补助|奖励|奖金|资助|经费|资金|贴息|津贴|罚款|租金|支持|贷款|保费))/u;
const LEADS_TO =
  /(?:分别|均|已|预计|累计|力争|将|也|达到|突破|超过|不低于|不少于|不超过|不高于|不得超过|不得低于|不得少于|超|达|约|近|至少|最高|最多|为|是|有|至|到|的|共|计|降至|升至|增至|降到|余|多|再|了|不得|可达|可补贴|可申请|可|控制在|保持在|稳定在|维持在|人民币|仅|按|按照|给予|一次性|每人每月|每人每年|每人|每家|每户|每亩|每月|每年|每个|低于|高于|等)$/u;
const CHANGE =
  /^(.*?)((?:同比|环比|较上年|较去年|比上年|比去年|年均)?(?:增长|下降|提高|提升|降低|减少|增加|上升|回落))(?:了|约|近|超|超过|到|至)*$/u;
const SHARE = /^(.*?)(占[\u4e00-\u9fff]{2,12}?)(?:的|比重|比例|为|达|超过|超|约|近)*$/u;
const BEFORE_NOUN =
  /^(?:(?:到|至)?\d{4}年(?:底|末|底前)?|建设|建成|打造|培育|引育|引进|新增|拥有|全国|全省|全市|全区|我省|我市|其中|力争|计划|实现|提前|完成|提高|次年|当年|开通|设立|组织|取得了?|入围|并|且|和|及|还|按|给予|对|每年|目前|共)/u;
const GOAL = /^的?(?:年度|全年)?目标/u;

/** Takes leads off the end and verbs off the beginning until neither is left. */
function bareNoun(before: string): string {
  let noun = before.trimEnd();
  for (let i = 0; i < 8; i += 1) {
    const shorter = noun.replace(LEADS_TO, '').trimEnd();
    if (shorter === noun) break;
    noun = shorter;
  }
  for (let i = 0; i < 6; i += 1) {
    const shorter = noun.replace(BEFORE_NOUN, '').trimStart();
    if (shorter === noun) break;
    noun = shorter;
  }
  return noun;
}

const usable = (noun: string): string | null =>
  noun.length >= 2 && noun.length <= 24 && !/^(?:\d|从|每)|[()《》]/u.test(noun) ? noun.replaceAll(' ', '') : null;

function nounAfter(text: string, one: Quantity): string | null {
  const after = text.slice(one.end, clauseEnd(text, one.end, 24)).trimStart();
  if (MONEY.test(one.unit)) return usable(PAID_FOR.exec(after)?.[1] ?? '');
  if (!CLASSIFIER.test(one.unit)) return null;
  const rest = after.replace(AFTER_UNIT, '');
  const stop = STOP.exec(rest);
  const phrase = stop ? rest.slice(0, stop.index) : rest;
  const verb = VERB.exec(phrase.slice(2));
  const noun = (verb ? phrase.slice(0, verb.index + 2) : phrase).replace(/(?:中|的)$/u, '');
  return NO_NOUN.test(noun) ? null : usable(noun);
}

/** Indicator of `one` in `text` (folded), or null. `previous` is that of the figure before it in the sentence. */
export function indicatorOf(text: string, one: Quantity, previous: string | null): string | null {
  const near = text.slice(one.end, one.end + 8);
  const after = nounAfter(text, one);
  if (GOAL.test(near)) return previous?.replace(CHANGE, '$1') ?? null;
  if (after) return after;
  const clause = text.slice(clauseStart(text, one.start, 32), one.start).trimEnd();
  const before = clause.slice(clause.lastIndexOf('、') + 1).replaceAll(' ', '');
  const [, changed, change] = CHANGE.exec(before) ?? [];
  if (change !== undefined) {
    const noun = usable(bareNoun(changed ?? '')) ?? previous?.replace(CHANGE, '$1') ?? '';
    return `${noun}${change}`;
  }
  const [, whole, share] = SHARE.exec(before) ?? [];
  if (share !== undefined) return `${usable(bareNoun(whole ?? '')) ?? previous ?? ''}${share}`;
  return usable(bareNoun(before));
}
