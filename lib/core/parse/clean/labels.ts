/**
 * Metadata lines that lost their shape on the way into the page: a label alone in its node with the value in the next
 * one, a label without a value, a label glued to the end of the title. Only in the first lines of a document.
 */
import { FACT_LABELS } from '@/lib/core/lexicon/meta';
import { joinParas, type Para, withText } from '../paragraph';
import { slice, trim } from '../traced';
import { compact } from './lines';

const REACH = 80;
const MAX_VALUE = 60;

const NAMES = new Set(FACT_LABELS.flatMap(({ names }) => names));
const GLUED =
  /(?<=[知法见案定则划令函告号》）)])(?:发文机[关构]|发布机[关构]|发布时间|发布日期|发文字号|成文日期|索引号)[:：]/u;

const isLoneLabel = ({ text, block }: Para): boolean =>
  block.cell === undefined &&
  text.length <= 20 &&
  /[:：]$/u.test(text) &&
  NAMES.has(compact(text).replace(/^[•·●▪–—-]{1,3}|[:：]$/gu, ''));

function unglued(para: Para): Para[] {
  const at = para.text.length <= 400 ? para.text.search(GLUED) : -1;
  return at >= 8 ? [withText(para, trim(slice(para, 0, at))), withText(para, trim(slice(para, at)))] : [para];
}

/** Set like its label; a title below an empty label is not its value. */
const isValueOf = (value: Para | undefined, label: Para): value is Para =>
  value !== undefined &&
  !isLoneLabel(value) &&
  !value.block.cell &&
  !value.block.centred &&
  value.block.role === label.block.role &&
  (value.block.size ?? 1) === (label.block.size ?? 1) &&
  value.text.length <= MAX_VALUE &&
  !value.text.includes('。');

export function shapeLabels(paras: readonly Para[]): Para[] {
  const shaped: Para[] = [];
  const head = paras.slice(0, REACH).flatMap(unglued);
  for (let i = 0; i < head.length; i += 1) {
    const para = head[i];
    const next = head[i + 1];
    if (!para) continue;
    if (!isLoneLabel(para)) shaped.push(para);
    else if (isValueOf(next, para)) {
      shaped.push(joinParas(para, next, ''));
      i += 1;
    }
  }
  return [...shaped, ...paras.slice(REACH)];
}
