/**
 * Reads the label a line begins with: 一、 （三） 2. (1) 第四条 二是. Widths do not matter; the label is given as printed.
 * Knows the forms of `lexicon/numbering` only, nothing of levels.
 */
import { type LabelStyle, NUMBERING } from '@/lib/core/lexicon/numbering';
import { anyOf } from '../any-of';
import { foldShort } from '../fields/fold';
import { hanNumber } from '../fields/numbers';

export interface Label {
  style: LabelStyle;
  rank: number;
  group: boolean;
  ordinal: number;
  /** As printed, without the space after it. */
  text: string;
  /** Offset where the labelled text begins. */
  end: number;
}

const LONGEST = 16;
const CIRCLED: readonly [first: string, last: string][] = [
  ['①', '⑳'],
  ['⑴', '⒇'],
  ['⒈', '⒛'],
  ['❶', '❿'],
];

/** Number that a label shows; null if it shows none. */
export function ordinalOf(text: string): number | null {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return Number(text);
  const range = CIRCLED.find(([first, last]) => text >= first && text <= last);
  return range ? text.charCodeAt(0) - range[0].charCodeAt(0) + 1 : hanNumber(text);
}

const isLabelled = anyOf(NUMBERING.map(({ pattern }) => pattern));

function printedLabel(text: string): Label | null {
  const head = foldShort(text.slice(0, LONGEST));
  if (!isLabelled(head)) return null;
  for (const { style, rank, group = false, pattern } of NUMBERING) {
    const match = pattern.exec(head);
    if (!match) continue;
    const ordinal = ordinalOf(match.groups?.n ?? match.groups?.zero ?? '');
    if (ordinal === null) continue;
    const printed = match[0].trimEnd();
    const rest = text.slice(printed.length);
    return {
      style,
      rank,
      group,
      ordinal,
      text: text.slice(0, printed.length),
      end: printed.length + rest.length - rest.trimStart().length,
    };
  }
  return null;
}

/** Label at the beginning of `text`, or the number an ordered list shows before it. */
export function labelAt(text: string, listed?: number): Label | null {
  const printed = printedLabel(text);
  if (printed || listed === undefined) return printed;
  return { style: 'arabic', rank: 6, group: false, ordinal: listed, text: `${listed}.`, end: 0 };
}
