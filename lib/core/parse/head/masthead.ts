/** Mastheads that print issue, publisher and day on one line: （第12期）　样品省科技厅编　2026年3月8日. */
import type { Para } from '../paragraph';
import { withText } from '../paragraph';
import { slice, trim } from '../traced';
import { isAgencyLine, isDatedBody, isDateLine, isIssueLine, issueIn, publisherIn } from './lines';

/** Below it stands text. */
const REACH = 12;

const isRest = (para: Para): boolean =>
  isDateLine(para) || isAgencyLine(para) || isDatedBody(para) || publisherIn(para) !== null;

/** The issue and what stands beside it as lines of their own, or the line as it is. */
function apart(para: Para): Para[] {
  if (para.label || para.block.cell || issueIn(para) === null || isIssueLine(para)) return [para];
  for (const { index } of para.text.matchAll(/\s+/gu)) {
    const [left, right] = [trim(slice(para, 0, index)), trim(slice(para, index))].map((part) => withText(para, part));
    if (left && right && ((isIssueLine(left) && isRest(right)) || (isRest(left) && isIssueLine(right))))
      return [left, right];
  }
  return [para];
}

/** The article with such lines of its head taken apart. */
export const withMastheadApart = (article: readonly Para[]): Para[] => [
  ...article.slice(0, REACH).flatMap(apart),
  ...article.slice(REACH),
];
