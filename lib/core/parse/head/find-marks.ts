/**
 * Where papers print confidentiality marks: around the masthead, in running heads, in a table of the head, in the imprint
 * at the end. Elsewhere a line that looks like a mark is an example or an entry of a list.
 */
import type { Found } from '@/lib/core/model/span';
import { compact } from '../clean/lines';
import { fold } from '../fields';
import { type Para, toPara } from '../paragraph';
import type { Prepared } from '../prepare';
import { marksIn, mayBeMark, type Place } from './marks';
import { titleParts } from './title';

/** So far above the article, from its beginning and at the end marks are looked for. */
const ABOVE = 20;
const BELOW = 40;
const END = 12;
/** Within this a grade may stand alone even if running text has begun. */
const NEAR = 12;

/** Shorter sentences are remarks of the head. */
const RUNNING = 24;
const isRunning = ({ text }: Para): boolean => text.length > RUNNING && /[。；]/u.test(text);

/** 密级 in the cell before. */
const isLabelled = (before: Para | undefined): boolean =>
  before !== undefined && /^密级(?:和保密期限)?:?$/u.test(compact(before.text).replace('：', ':'));

export function findMarks({ model, all, articleFrom, articleTo }: Prepared): Found<string>[] {
  const from = Math.max(0, articleFrom - ABOVE);
  const running = all.slice(articleFrom, articleFrom + BELOW).findIndex(isRunning);
  const headTo = running < 0 ? articleFrom + BELOW : articleFrom + Math.max(running, NEAR);
  const names = titleParts(model.title).map(compact);
  const own: Found<string>[] = [];
  const look = (para: Para, place: Place): void => {
    own.push(...marksIn(para, place));
  };
  for (let i = from; i < Math.min(headTo, all.length); i += 1) {
    const para = all[i];
    if (!para || !mayBeMark(para)) continue;
    const { block, text } = para;
    // A column of a list of papers says which grade each has; a page may be called after a secret.
    const inTable = block.cell !== undefined && block.cell.row > 0 && !isLabelled(all[i - 1]);
    look(para, { grades: !inTable && !names.includes(compact(text)), masthead: true });
  }
  const printed = model.source !== 'html';
  for (const block of model.blocks) {
    if (block.role === 'furniture' && mayBeMark(block)) {
      look(toPara(block), { grades: printed, masthead: printed });
    }
  }
  for (let i = Math.max(headTo, articleTo - END); i < Math.min(all.length, articleTo + END); i += 1) {
    const para = all[i];
    if (para) look(para, { grades: false, masthead: false });
  }
  return [...new Map(own.toReversed().map((mark) => [fold(mark.value), mark])).values()].toReversed();
}
