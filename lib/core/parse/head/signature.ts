/**
 * The signature of a document: bodies and a date, alone on their lines, one below the other; with what stands around
 * it (how it is published, sources, imprint).
 */
import { isClosing, isEnd, isImprint, isSource } from '../clean/lines';
import { findDate } from '../fields';
import { remember } from '../memo';
import type { Para } from '../paragraph';
import { isFactLine } from './facts';
import { isDateLine, isOfficial, isSigner } from './lines';

export interface Signature {
  /** Paragraphs `[from, to)`. */
  from: number;
  to: number;
}

/** Lines that stand below a text and are none of it. */
export const isTail = remember(
  (para): boolean =>
    para.text.length <= 300 &&
    (isDateLine(para) ||
      isSigner(para) ||
      isOfficial(para) ||
      isClosing(para.text) ||
      isSource(para.text) ||
      isImprint(para.text) ||
      isEnd(para.text) ||
      isFactLine(para)),
);

/** Bodies and days in cells are what a table tells, not who signs. */
export const outsideTables = (paras: readonly Para[]): Para[] => paras.filter(({ block }) => !block.cell);

/** The day alone, or beside who signs. */
export const isDated = (para: Para): boolean => isDateLine(para) || (isSigner(para) && findDate(para.text) !== null);

/** The first signature at or below `from`. */
export function signatureAt(paras: readonly Para[], from: number): Signature | null {
  for (let i = from; i < paras.length; i += 1) {
    const first = paras[i];
    if (!first || first.label || first.block.cell || !(isDateLine(first) || isSigner(first))) continue;
    let to = i;
    let dated = false;
    for (let para = paras[to]; para && isTail(para); para = paras[to]) {
      dated ||= isDated(para);
      to += 1;
    }
    if (dated) return { from: i, to };
    i = Math.max(i, to - 1);
  }
  return null;
}
