/**
 * What a figure counts: the noun after a classifier (60 家省级概念验证中心), else the noun phrase before the verb
 * that leads to the number (规上高新技术企业达 10000 家, 占全省总量的 48.15%).
 */
import type { Quantity } from './quantities';
import { clauseEnd, clauseStart } from './sentences';

const CLASSIFIER =
  /^(?:个|家|项|名|位|人|种|类|次|套|台|辆|艘|架|座|所|条|件|组|门|例|批|支|处|间|张|份|户|宗|笔|场|期)/u;
const VERBS =
  /(?:分别)?(?:均|已|预计|累计|力争|将|也|达到|增长|下降|提高|提升|降低|减少|增加|突破|超过|不低于|不少于|不超过|不高于|超|达|约|近|至少|最高|最多|为|是|有|至|到|的|共|占|降至|升至|增至|余|多|再|了|比例|不得|可达|控制在|保持在|稳定在|人民币|仅)$/u;
const AFTER_STOP = /[，。；：！？、（）()《》“”,;:\s\d]|以上|以下|以内|左右|的|和|及|与|等|参加|参与|入库|给予|予以/u;
const LEADING =
  /^(?:到|至)?(?:\d{4}年(?:底|末)?)?(?:建设|建成|打造|培育|引育|引进|新增|拥有|全国|全省|全市|我省|我市|其中|力争|计划|实现|完成|开通|设立|组织|并|且|和|及|、)+/u;

/** Indicator of `one` in `text` (folded), or null. */
export function indicatorOf(text: string, one: Quantity): string | null {
  if (CLASSIFIER.test(one.unit)) {
    const after = text
      .slice(one.end, clauseEnd(text, one.end, 24))
      .trimStart()
      .replace(/^(?:以上|左右|以内)/u, '');
    const stop = AFTER_STOP.exec(after);
    const noun = stop ? after.slice(0, stop.index) : after;
    if (noun.length >= 2) return noun;
  }
  let before = text.slice(clauseStart(text, one.start, 30), one.start).trimEnd();
  const list = before.lastIndexOf('、');
  if (list >= 0) before = before.slice(list + 1);
  for (let i = 0; i < 6; i += 1) {
    const shorter = before.replace(VERBS, '').trimEnd();
    if (shorter === before) break;
    before = shorter;
  }
  const noun = before.replace(LEADING, '').trim();
  return noun.length >= 2 && noun.length <= 24 && !/[()《》“”\d]/u.test(noun) ? noun : null;
}
