/**
 * Labels inside a paragraph: 一是 … 二是 …, and （1）… （2）… after a colon or semicolon. They count only as a run that
 * begins with 1 in the same paragraph or goes on from the one before; the caller checks the run.
 */
import { fold } from '../fields/fold';
import { type Label, ordinalOf } from './label';

export interface InlineMark {
  label: Label;
  start: number;
}

/** The sentence or clause before ended. */
const IS = /(?<=[。；：，,;:！？）)”\s])(?<n>[一二三四五六七八九十]{1,3})(?:是|要)(?!否|一|不是|什么)/gu;

/** Labels of `line` that stand after `from`. */
export function inlineLabels(line: string, from: number): InlineMark[] {
  const folded = fold(line);
  return [...folded.matchAll(IS)].flatMap(({ 0: printed, index, groups }) => {
    const ordinal = ordinalOf(groups?.n ?? '');
    if (index < from || ordinal === null) return [];
    const label: Label = {
      style: 'is',
      rank: 11,
      group: false,
      ordinal,
      text: line.slice(index, index + printed.length),
      end: printed.length,
    };
    return [{ label, start: index }];
  });
}
