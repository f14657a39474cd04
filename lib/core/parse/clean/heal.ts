/**
 * Puts together again what a page break, a hard line end or a label alone in its node has cut in two. Decides by the
 * look of both sides and by whether the first one had ended; no meaning.
 */

import { isDateLine, isSigner } from '../head/lines';
import { joinParas, type Para } from '../paragraph';
import { needsSpace } from './join-space';
import { isAnnex, isEnded } from './lines';

/** A line of running text that was cut because it was full. */
const FULL_LINE = 22;

const sameLook = (a: Para, b: Para): boolean =>
  a.bold === b.bold &&
  (a.block.size ?? 1) === (b.block.size ?? 1) &&
  !a.block.centred === !b.block.centred &&
  a.block.role === b.block.role;

const inCells = (a: Para, b: Para): boolean => a.block.cell !== undefined || b.block.cell !== undefined;

/** 一、 or 第三条 with nothing behind it. */
const isLoneLabel = ({ label, text }: Para): boolean => label !== null && label.end > 0 && label.end === text.length;

/** Over a page or column break: the first part runs to the edge or has not ended, the second is set like its goings-on. */
function goesOnOverBreak(before: Para, after: Para): boolean {
  if (after.label || isEnded(before.text) || after.block.centred || before.block.centred) return false;
  if ((before.block.size ?? 1) !== (after.block.size ?? 1)) return false;
  const indented = (after.block.indent ?? 0) >= 1.5 && (before.block.indent ?? 0) < 4;
  return !indented && (before.block.fullLine === true || before.text.length >= FULL_LINE);
}

const OPENS = /[（《“‘【〔「『]/gu;
const CLOSES = /[）》”’】〕」』]/gu;
/** Something was opened and not closed: the sentence cannot have ended here. */
const isOpen = (text: string): boolean => {
  const tail = text.slice(-200);
  return (tail.match(OPENS)?.length ?? 0) > (tail.match(CLOSES)?.length ?? 0);
};
const RUNNING = /[\p{Script=Han}\p{L}\d，、]$/u;
const BEGINS = /^[，。、；：）》”’】！？%％]/u;

/** （2026年1月26日… without its closing bracket: a remark below the title, set in several lines. */
const isOpenRemark = ({ text }: Para): boolean => text.length <= 600 && /^[（(][^）)]{4,600}$/u.test(text);

/** Inside a page: only what cannot be a paragraph of its own. */
function goesOnInFlow(before: Para, after: Para): boolean {
  if (isOpenRemark(before) && /^[^（(]{0,300}[）)]$/u.test(after.text)) return true;
  if (after.label || !sameLook(before, after) || inCells(before, after)) return false;
  if (isEnded(before.text)) return false;
  if (BEGINS.test(after.text)) return true;
  if (before.block.centred || before.bold) return false;
  const indented = (after.block.indent ?? 0) - Math.min(before.block.indent ?? 0, 0) >= 1;
  if (indented || before.text.length < FULL_LINE) return false;
  if (!RUNNING.test(before.text)) return false;
  const printed = before.block.page !== undefined && /[，。；]/u.test(before.text);
  return printed || isOpen(before.text) || isCutLine(before, after);
}

/** The first line of an indented paragraph that goes on flush left, as plain text with hard line ends has it. */
const isCutLine = (before: Para, after: Para): boolean =>
  (before.block.indent ?? 0) >= 1.5 &&
  (after.block.indent ?? 0) < 0.5 &&
  /[，、\p{Script=Han}]$/u.test(before.text) &&
  !isAnnex(before.text) &&
  !isSigner(after) &&
  !isDateLine(after);

export function heal(paras: readonly Para[]): Para[] {
  const healed: Para[] = [];
  for (const para of paras) {
    const before = healed.at(-1);
    if (!before || para.block.afterUnread) {
      healed.push(para);
      continue;
    }
    const lone = isLoneLabel(before) && !para.label && !inCells(before, para);
    const broken = para.block.afterBreak === true || before.lastPage !== para.firstPage;
    const goesOn = lone || (broken ? goesOnOverBreak(before, para) : goesOnInFlow(before, para));
    if (goesOn)
      healed[healed.length - 1] = joinParas(before, para, lone || needsSpace(before.text, para.text) ? ' ' : '');
    else healed.push(para);
  }
  return healed;
}
