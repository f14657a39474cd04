/**
 * Labels inside a paragraph: 一是 … 二是 …, （一）…；（二）… and ①…②… after a stop, and an article that a lost line end has left in
 * the one before. They count only as part of a run; the caller checks that.
 */
import type { LabelStyle } from '@/lib/core/lexicon/numbering';
import { fold } from '../fields/fold';
import { type Label, ordinalOf } from './label';

export interface InlineMark {
  label: Label;
  start: number;
}

interface InlineForm {
  style: LabelStyle;
  rank: number;
  /** On folded text; the sentence or clause before has ended. */
  pattern: RegExp;
}

/** What may stand before the first of points that are run in: a stop, or the word that announces them. */
const OPENS = '(?<=[。；：;:] ?|明确|规定|要求|提出|包括|如下|[，,])';

const FORMS: readonly InlineForm[] = [
  {
    style: 'is',
    rank: 11,
    pattern: /(?<=[。；：，,;:！？）)”\s])(?<n>[一二三四五六七八九十]{1,3})(?:是|要)(?!否|一|不是|什么)/gu,
  },
  { style: 'hanParen', rank: 5, pattern: new RegExp(`${OPENS}[(](?<n>[一二三四五六七八九十]{1,3})[)]`, 'gu') },
  { style: 'arabicParen', rank: 7, pattern: new RegExp(`${OPENS}[(](?<n>\\d{1,2})[)]`, 'gu') },
  { style: 'circled', rank: 9, pattern: /(?<=[。；：;:] ?)(?<n>[①-⑳])/gu },
  { style: 'article', rank: 3, pattern: /(?<=[。；] {0,2})第(?<n>[一二三四五六七八九十百]{1,7})条(?= )/gu },
];

/** Where any of the forms may begin; most lines hold no such place. */
const BEGINS = /[。；：，,;:！？）)”\s][一二三四五六七八九十(第①-⑳]/u;

/** ① once, or a later one first, calls for a footnote. */
const isList = (marks: readonly InlineMark[]): boolean => marks.length >= 2 && marks[0]?.label.ordinal === 1;

/** Labels of `line` that stand after `from`, in order. */
export function inlineLabels(line: string, from: number): InlineMark[] {
  const folded = fold(line);
  if (!BEGINS.test(folded)) return [];
  return FORMS.flatMap(({ style, rank, pattern }) => {
    const marks = [...folded.matchAll(pattern)].flatMap(({ 0: printed, index, groups }): InlineMark[] => {
      const ordinal = ordinalOf(groups?.n ?? '');
      if (index < from || ordinal === null) return [];
      const text = line.slice(index, index + printed.length);
      return [{ label: { style, rank, group: false, ordinal, text, end: printed.length }, start: index }];
    });
    return style === 'circled' && !isList(marks) ? [] : marks;
  }).sort((a, b) => a.start - b.start);
}
