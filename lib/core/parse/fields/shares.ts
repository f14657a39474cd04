/**
 * Names of shares: what is part of what (占), what is taken as a rate of what (按照), what a limit is a part of, and what is
 * said to have changed. Works on the phrase before a number.
 */
import { isAmount, rateOf } from './benefits';
import { nameOf, withoutLead, withoutTrail } from './indicator-words';
import { shortened } from './noun-behind';

export const CHANGE =
  /^(.*?)((?:同比|环比|年均)?(?:增长|下降|提高|提升|降低|减少|增加|上升|回落))(?:了|约|近|超|超过|达)*$/u;
const SHARE = /^(.*?)(占(?!比|地(?!区|方)|股|用)[\u4e00-\u9fff]{2,14}?)(?:的|比重|比例|平均)*$/u;
const BASIS = /(?:按照|按(?!时|期|揭|程序|要求|批次)|依照|参照)/gu;
const COMPARATIVE = /^(.*?)(?:不得|不)?(?:超过|高于|低于|少于|大于|小于)([^，]{2,20})$/u;

/** 入库企业同比增长 → 入库企业. */
export const unchanged = (name: string | null): string => name?.replace(CHANGE, '$1') ?? '';

/** 按照服务收入的30%给予补助: the rate of what is given, and what it is taken of. */
export function rate(core: string, after: string): string | null {
  const basis = [...core.matchAll(BASIS)].at(-1);
  if (!basis) return null;
  const of = nameOf(
    withoutLead(core.slice(basis.index + basis[0].length)).replace(/^不(?:超过|低于|高于|大于|小于)/u, ''),
  );
  if (of === null || /(?:规定|办法|要求)$/u.test(of)) return null;
  const benefit = rateOf(after);
  const name = benefit === null || of.includes(benefit) ? of : `${of}${benefit}比例`;
  const whom = nameOf(withoutTrail(core.slice(0, basis.index)));
  // 退休费按照基本工资的80%计发: nothing is given, and the rate is of what is named first.
  if (benefit === null)
    return whom !== null &&
      (isAmount(whom) || /(?:比例|比重|率)$/u.test(whom)) &&
      !whom.includes('由') &&
      whom.length <= 12
      ? whom
      : of;
  return whom !== null && whom.length + name.length <= 16 && !/[于后时内中]$/u.test(whom) ? whom + name : name;
}

/** Share of one thing in another, or of what is said to be more or less than a part of it. */
export function share(core: string, previous: string | null): string | null {
  const [, whole, part] = SHARE.exec(core) ?? [];
  if (part !== undefined) {
    const name = nameOf(shortened(withoutTrail(whole ?? ''))) ?? unchanged(previous);
    return name === '' ? null : `${name}${withoutTrail(part)}`;
  }
  const [, left, right] = COMPARATIVE.exec(core) ?? [];
  if (right === undefined) return null;
  const [name, of] = [nameOf(withoutTrail(left ?? '')), nameOf(right)];
  const apart = name === null || name.length < 3 || /^对|给予|予以/u.test(left ?? '');
  return apart || of === null || name.length + of.length > 23 ? of : `${name}占${of}`;
}
