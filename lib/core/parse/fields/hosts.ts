/**
 * Hosts that no list of bodies holds: 由 A 大学、B 中心联合主办; and the society whose assembly the title reports.
 */
import type { Mention } from './agency-mentions';
import type { Hit } from './hit';

const HOSTED = /由([^。；\n]{2,120}?)(?:共同|联合)?(?:主办|举办|组织编写|牵头组织|发起|牵头举办)/gu;
const ORGANISATION =
  /(?:大学|学院|学会|协会|研究会|研究院|研究所|研究中心|中心|联合会|促进会|商会|委员会|委|厅|局|部|办公室|政府|集团|公司|联盟|基金会|科学院|工程院|实验室|医院|管委会|总社|社|馆|院|所|银行)$/u;
/** 共建单位—, 主办方: what stands before the name. */
const BEFORE_NAME = /^.*[—–:：”"]\s*(?=[\u4e00-\u9fff])/u;
const EVENT =
  /^((?!我省|全省|我市|全市)[\u4e00-\u9fff]{2,20}?(?:学会|协会|研究会|联合会|促进会|科学院|工程院|研究院|研究所|联盟|商会|基金会|大学|学院|集团))(?:第[一二三四五六七八九十\d]{1,4}[届次]|\d{4}年|年会|召开|举办|举行|成立|发布|启动|主办|承办|牵头)/u;

/** 古巴神经科学中心联合 → 古巴神经科学中心; A 大学等 3 家单位 → A 大学. */
function nameOf(part: string): string {
  const more = part.indexOf('等');
  return (more < 0 ? part : part.slice(0, more)).replace(/(?:共同|联合)$/u, '').trim();
}

/** Organisations in 由 … 主办, those that are mentions by their full name. */
export function hostsIn(text: string, mentions: readonly Mention[]): Hit<string>[] {
  const hits: Hit<string>[] = [];
  for (const { 1: list = '', index } of text.matchAll(HOSTED)) {
    const base = index + 1;
    const quoted = (list.match(/[“‘]/gu)?.length ?? 0) !== (list.match(/[”’]/gu)?.length ?? 0);
    if (quoted || /(?:[，,].*){3}/u.test(list)) continue;
    let at = base;
    for (const part of list.split(/[、，,]|和(?![\u4e00-\u9fff]{0,6}(?:化|社会|草原|保障))|与/u)) {
      const lead = BEFORE_NAME.exec(part)?.[0].length ?? 0;
      const name = nameOf(part.slice(lead));
      const start = text.indexOf(part, at) + lead;
      at = Math.max(at, start);
      const mention = mentions.find((one) => one.start < start + name.length && start < one.end);
      const known = hits.some((hit) => mention && hit.start === mention.start);
      if (mention && !known) hits.push({ value: mention.name, start: mention.start, end: mention.end, sure: true });
      else if (!mention && name.length >= 4 && ORGANISATION.test(name)) {
        hits.push({ value: name, start, end: start + name.length, sure: false });
      }
    }
  }
  return hits;
}

/** 中国环境科学学会第九次全国会员代表大会召开 → 中国环境科学学会. */
export function orgOfEvent(title: string): Hit<string> | null {
  const name = EVENT.exec(title)?.[1];
  return name === undefined ? null : { value: name, start: 0, end: name.length, sure: false };
}
