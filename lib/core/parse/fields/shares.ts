/**
 * Names of shares: what is part of what (占), what is taken as a rate of what (按照), what a limit is a part of, and what is
 * said to have changed. Works on the phrase before a number.
 */
import { isAmount, rateOf } from './benefits';
import { nameOf, withoutLead, withoutTrail } from './indicator-words';
import { shortened } from './noun-behind';

export const CHANGE =
  /^(.*?)((?:同比|环比|年均)?(?:增长|下降|提高|提升|降低|减少|增加|上升|回落|净增|净减))(?:了|约|近|超|超过|达)*$/u;
const SHARE = /^(.*?)(占(?!比|地(?!区|方)|股|用)[\u4e00-\u9fffA-Za-z]{2,16}?)(?:的|比重|比例|平均)*$/u;
const BASIS = /(?:按照|按(?!时|期|揭|程序|要求|批次)|依照|参照)/gu;
/** What something is said to be more or less than a part of. */
const COMPARED =
  /^(.*?)(?:(?:不(?:[得应能可宜]|应当)?)?(?:超[过出]|高于|低于|少于|大于|小于|多于)|不足|控制在|达到|(?:提高|提升|增加|降低)[到至]|(?<=[价金准额费格入])约?为)([^，]{2,20})$/u;
const DENIED = /^不[得应能可宜]?(?:超过|高于|低于|少于|大于|小于|多于)/u;
/** Who gives is no part of the name of what is given. */
const BODY = /(?:财政|政府|部门|[局厅委]|单位|机构|银行|[于后时内中])$/u;
/** 给予不超过合同额的20%: what is given has a rate. */
const GIVES = /(?:给予|予以|支付|拨付|提供|给付|发放|缴纳|缴存|提取|计提|安排|申请|设置|处|有|交)$/u;
/** 给予企业投资额5%的补助 */
const GIVEN = /(?:给予|予以)(?!不|最高)([^，]{2,20})$/u;
/** What may have a share without being an amount. */
const HAS = /(?:率|比例|比重|幅度|数量?|规模|面积|强度|结余|支出|收费|量)$/u;
const DECIDES = /^(?:合理|科学|依法|综合)?(?:确定|核定|给予|按|根据|计算|调整)/u;
const LONGEST = 24;
/** Of two names, one in the other. */
export const LONGEST_SHARE = 30;

const isCounted = (name: string): boolean => isAmount(name) || HAS.test(name);

/** 入库企业同比增长 → 入库企业. */
export const unchanged = (name: string | null): string => name?.replace(CHANGE, '$1') ?? '';

/** Of an amount that is given, its rate. */
function ratio(of: string, after: string): string {
  const benefit = rateOf(after);
  return benefit === null || of.includes(benefit) ? of : `${of}${benefit}比例`;
}

/** 按照服务收入的30%给予补助: the rate of what is given, and what it is taken of. */
export function rate(core: string, after: string): string | null {
  const basis = [...core.matchAll(BASIS)].at(-1);
  if (!basis) return null;
  const of = nameOf(withoutLead(core.slice(basis.index + basis[0].length)).replace(DENIED, ''));
  if (of === null || /(?:规定|办法|要求)$/u.test(of)) return null;
  const whom = nameOf(withoutTrail(core.slice(0, basis.index)));
  // 退休费按照基本工资的80%计发: nothing is given, and the rate is of what is named first.
  if (rateOf(after) === null)
    return whom !== null && isCounted(whom) && !whom.includes('由') && whom.length <= 14 ? whom : of;
  const name = ratio(of, after);
  return whom !== null && whom.length + name.length <= 16 && !BODY.test(whom) ? whom + name : name;
}

/** 担保业务收费，原则上不高于承担责任的1%: what the clause before names, whatever tells it from others. */
function namedBefore(sentence: string): string | null {
  const clause = /(?:^|[，。；：、）)])([^，。；：、）)]{2,40})，[^，]*$/u.exec(sentence)?.[1] ?? '';
  const name = DECIDES.test(clause) ? null : nameOf(clause.slice(clause.lastIndexOf('的') + 1));
  return name !== null && name.length >= 3 && !/\d/u.test(name) && isCounted(name) ? name : null;
}

/** What stands before and behind the word that compares with a part of something. */
function compared(core: string, sentence: string, after: string): string | null {
  const [, left = '', right] = COMPARED.exec(core) ?? [];
  const of = right === undefined ? null : nameOf(right.replace(/^按照?/u, ''));
  if (of === null || GIVES.test(left)) return of === null ? null : ratio(of, after);
  const phrase = withoutTrail(left);
  const name = phrase === '' ? namedBefore(sentence) : nameOf(shortened(phrase));
  if (name === null) return of;
  return name.length + of.length < LONGEST ? `${name}占${of}` : name;
}

const fits = (name: string): boolean => name.length <= LONGEST_SHARE;

/** Share of one thing in another, or of what is said to be more or less than a part of it. */
export function share(core: string, previous: string | null, sentence: string, after: string): string | null {
  const [, whole, part] = SHARE.exec(core) ?? [];
  const given = rateOf(after) === null ? null : nameOf(GIVEN.exec(core)?.[1] ?? '');
  if (given !== null) return ratio(given, after);
  if (part === undefined) return compared(core, sentence, after);
  const of = withoutTrail(part);
  const name = nameOf(shortened(withoutTrail(whole ?? ''))) ?? unchanged(previous);
  if (name === '') return null;
  // Of a name that is too long its last part, or only what the share is.
  return [name, name.slice(name.lastIndexOf('的') + 1)].map((one) => one + of).find(fits) ?? name;
}
