/**
 * Names of what money is given as: 对新认定的概念验证中心，一次性给予100万元支持 and 按照服务收入的30%给予补助，每家每年最高
 * 200万元. Looks at a bounded stretch of the sentence around one amount.
 */
import { AMOUNT_ENDINGS, BENEFITS } from '@/lib/core/lexicon/indicators';
import { nameOf, withoutPer } from './indicator-words';

const forms = (entries: readonly { form: string }[]) =>
  entries
    .map(({ form }) => form)
    .toSorted((a, b) => b.length - a.length)
    .join('|');
const BENEFIT = new RegExp(forms(BENEFITS), 'gu');
const ENDS_AS_AMOUNT = new RegExp(`(?:${forms(AMOUNT_ENDINGS)})$`, 'u');
/** 给予30万元奖励, 100万元、20万元奖励, 1万元以上3万元以下的罚款. */
const LISTED =
  /^(?:(?:及?以[上下])?(?:、|和|至|-|—| )? ?\d{1,6}(?:\.\d{1,4})? ?[百千万亿]{0,2}元){0,4}(?:及?以[上下])?/u;
const PAID_FOR =
  /^(?:人民币)?(?:的)?(?:标准)?(?:给予|计算|计发|发放|予以|拨付)?((?:(?!用于|主要)[\u4e00-\u9fff]){0,10}?(?:补贴|补助|奖励|奖补|奖金|资助|经费(?:支持|补助)?|资金(?:支持|补助|补贴|奖励|资助)?|贴息|津贴|罚款|租金|支持|贷款(?:贴息|支持)?|保费(?:补贴|补助)?))/u;
const RATE_OF = new RegExp(
  `^(?:的)?(?:标准|比例)?(?:给予|予以|进行|安排)?[\\u4e00-\\u9fff]{0,6}?(${forms(BENEFITS)}|支付|拨付|报销|赔付)`,
  'u',
);
/** Whom a clause is for: 对…，给予; the sentence begins or a clause does with 对. */
const FOR = /(?:^|[，；：])对([^，。；：、\d]{2,30}?)(?=，|给予|按|一次性|每|予以|处?$)/gu;
const WINDOW = 70;
const WHOLE_LENGTH = 18;

/** Whom the clause is for, in short; null if it does not say so. */
function recipient(sentence: string, room: number): string | null {
  const whole = [...sentence.slice(-WINDOW).matchAll(FOR)].at(-1)?.[1];
  if (whole === undefined) return null;
  if (whole.length <= Math.min(room, WHOLE_LENGTH)) return whole;
  const head = whole.slice(whole.lastIndexOf('的') + 1);
  return head !== whole && head.length >= 3 && head.length <= room ? head : null;
}

const ONLY_BENEFIT = new RegExp(`^(?:一次性)?(?:${forms(BENEFITS)})$`, 'u');

/** 对首次认定的企业，给予一次性奖励8万元: the benefit with whom it is for, where the clause says so. */
export function givenTo(name: string, sentence: string): string {
  const whom = ONLY_BENEFIT.test(name) ? recipient(sentence, 22 - name.length) : null;
  return whom === null ? name : `${whom}${name}`;
}

/**
 * 对整车企业奖励1000万元；对零部件企业，一次性给予50万元: what the sentence gives, to whom it is given now. Undefined where
 * nobody new is named since the figure before, or nothing is given; null where whom it is for is too long for a name.
 */
export function givenAgain(since: string, sentence: string): string | null | undefined {
  const benefit = [...sentence.matchAll(BENEFIT)].at(-1)?.[0];
  if (benefit === undefined || since.search(FOR) < 0) return undefined;
  const name = /一次性[^，；]{0,6}$/u.test(since) ? `一次性${benefit}` : benefit;
  const whom = recipient(since, 22 - name.length);
  return whom === null ? null : `${whom}${name}`;
}

/** What an amount is given as, from the words after it; `before` is the sentence up to it. */
export function paidFor(before: string, after: string): string | null {
  const noun = PAID_FOR.exec(after.replace(LISTED, '').trimStart())?.[1];
  if (noun === undefined) return null;
  const name = nameOf(noun) ?? noun;
  if (name.length > 6) return name;
  const once = /一次性[^，；]{0,6}$/u.test(before) && !name.startsWith('一次性') ? `一次性${name}` : name;
  const whom = recipient(before, 22 - once.length);
  return whom === null || once.startsWith(whom) ? once : `${whom}${once}`;
}

/** 处上一年度销售额百分之一以上百分之十以下的罚款: what is paid, whatever it is a share of. */
const PENALTY =
  /^[^，。；\u4e00-\u9fff]{0,3}(?:[\d一二三四五六七八九十百千万.%至倍之分以上下]{0,14})的?(罚款|滞纳金|违约金)/u;
export const penaltyOf = (after: string): string | null => PENALTY.exec(after)?.[1] ?? null;

/** 补助 in …的30%给予补助. */
export const rateOf = (after: string): string | null => RATE_OF.exec(after)?.[1] ?? null;

/** True if the name is an amount in itself: 单个企业年度奖励, 总投资额. */
export const isAmount = (name: string): boolean => ENDS_AS_AMOUNT.test(name);

/** 每家每年最高200万元: the upper limit of what the sentence gave before; null if that is not said. */
export function limitOf(per: string, before: string): string | null {
  const benefit = [...before.slice(-WINDOW).matchAll(BENEFIT)].at(-1)?.[0];
  if (benefit === undefined || per.length > 14) return null;
  const amount = withoutPer(per);
  return isAmount(amount) ? `${amount}上限` : `${per}${benefit}上限`;
}
