/** Day of publication and number of a document, from what is stated, printed above, or signed below. */
import { type Found, found } from '@/lib/core/model/span';
import { compact } from '../clean/lines';
import { findDate, findDates, findDocNumbers } from '../fields';
import type { Para } from '../paragraph';
import { spansOf, type Traced } from '../traced';
import { type Fact, isFactLine, valuesOf } from './facts';
import { isAgencyLine, isDateLine, isNumberLine, isRemark, isSerialLine, numberIn } from './lines';
import type { Order } from './order';
import { isDated, outsideTables, signatureAt } from './signature';

/** 2026-03-02 来源：省科技厅: a date without a label of its own. */
const BEGINS_DATED = /^\s?(?:19|20)\d\d[年./-]/u;
/** 2025年10月13日—19日 is the time a digest covers, not the day it appeared. */
const UNTIL = /^\s?[-—–~～至]{1,2}\s?\d/u;

function firstDate(sources: readonly Traced[]): Found<string> | null {
  for (const source of sources) {
    const hit = findDate(source.text);
    if (hit && !UNTIL.test(source.text.slice(hit.end, hit.end + 5)))
      return found(hit.value, spansOf(source, hit.start, hit.end), hit.sure);
  }
  return null;
}

/** Day of the last revision, else of promulgation, else of adoption, in the remark below the title. */
function remarkDate(remarks: readonly Para[]): Found<string> | null {
  const dated = remarks.flatMap((para) =>
    findDates(para.text)
      .toSorted((a, b) => a.start - b.start)
      .map((hit) => ({
        hit,
        para,
        behind: para.text.slice(hit.end, hit.end + 120),
      })),
  );
  const revised = dated.findLast(({ behind }) => /^[^\d，。；]{0,110}(?:修订|修正|修改)/u.test(behind));
  const promulgated = dated.find(({ behind }) => /^(?:[^\d，。；]|第\d{1,4}号){0,40}(?:公布|发布)/u.test(behind));
  const chosen = revised ?? promulgated ?? dated.find(({ behind }) => !/^(?:起)?施行/u.test(behind));
  return chosen ? found(chosen.hit.value, spansOf(chosen.para, chosen.hit.start, chosen.hit.end)) : null;
}

export interface PublicationSources {
  facts: readonly Fact[];
  lines: readonly Para[];
  article: readonly Para[];
  order: Order | null;
}

/** 发布日期 first, then the date below the masthead, then the signature's. */
export function readDate({ facts, lines, article, order }: PublicationSources): Found<string> | null {
  const signature = signatureAt(article, 1);
  const signed = signature ? article.slice(signature.from, signature.to).filter(isDated) : [];
  const own = lines.filter((para) => !isFactLine(para) && !isRemark(para));
  return (
    firstDate(valuesOf(facts, 'published')) ??
    firstDate(own.filter((para) => isDateLine(para) || isAgencyLine(para))) ??
    firstDate(own.filter((para) => para.text.length < 60)) ??
    firstDate(valuesOf(facts, 'signed')) ??
    firstDate(signed) ??
    firstDate(lines.filter((para) => isFactLine(para) && BEGINS_DATED.test(para.text))) ??
    (order?.promulgated ? found(order.promulgated.value, spansOf(order.promulgated.place)) : null) ??
    remarkDate(lines.filter(isRemark)) ??
    firstDate(outsideTables(article.slice(-30)).filter(isDateLine).toReversed()) ??
    firstDate(outsideTables(article.slice(-6)).filter((para) => isLineBelow(para)))
  );
}

/** A line below the text that may be dated. Sentences speak of other days: 有效期至2028年12月31日。 */
const isLineBelow = (para: Para): boolean =>
  para.text.length < 60 && !para.label && !isFactLine(para) && !/[。；]$/u.test(para.text);

const PLAIN_NUMBER = /^[\p{Script=Han}（）()〔〕[\]\d]{2,30}号$/u;

/** Document number as printed; none is made up. */
export function readNumber({ facts, lines, order }: PublicationSources): Found<string> | null {
  const stated = valuesOf(facts, 'docNumber');
  for (const value of [...stated, ...lines.filter(isNumberLine)]) {
    const hit = numberIn(value) ?? findDocNumbers(value.text)[0];
    if (hit) return found(hit.value, spansOf(value, hit.start, hit.end), hit.sure);
  }
  const plain = stated.find(({ text }) => PLAIN_NUMBER.test(compact(text)));
  if (plain) return found(plain.text, spansOf(plain));
  if (order) return found(compact(order.number.text), spansOf(order.number));
  const serial = lines.find(isSerialLine);
  return serial ? found(compact(serial.text).replace(/[()]/gu, ''), spansOf(serial)) : null;
}
