/**
 * Lines of one column → paragraphs. A line begins a paragraph when it is indented, stands off, looks different, or
 * when the line before it ended although the next word would still have fitted. No knowledge of the genre's words
 * beyond the signs that begin list entries and the leaders of a table of contents.
 */
import { isWide } from './characters';
import type { Line } from './line';

/** Where a column's text runs, and how far its lines stand apart. */
export interface Measure {
  left: number;
  /** Where running lines begin on this page; what is further in is indented. */
  flush: number;
  right: number;
  /** Usual distance of baselines. */
  leading: number;
}

export interface Paragraph {
  lines: Line[];
  centred: boolean;
  /** Of the first line, in ems. */
  indent: number;
  /** Above the first line, in lines; undefined at the top of a column. */
  gap: number | undefined;
  /** The last line reaches the end of the column. */
  full: boolean;
}

const LIST_SIGN = /^(?:[●•■◆○◇□▪➢✓❖★☆※▲△·－–-]\s?|[①-⑳⑴-⒇])/u;
const LEADER = /(?:[.…·．・‧]\s?){4,}|…{2,}/u;
const OPENING = /^[（《「『【〔“‘([]/u;
const CLOSES_AFTER = /^.[、。，；：？！）》」』】〕”’]/u;
const WORD = /^[^\s\u2E80-\u9FFF\uFF00-\uFFEF、。，；：？！）》」』】〕”’]{1,40}/u;

/** Width, in ems, of what cannot be parted at the beginning of a line. */
function firstUnit(text: string): number {
  const head = OPENING.test(text) ? 1 : 0;
  const rest = text.slice(head);
  const word = WORD.exec(rest)?.[0];
  if (word && !isWide(word.charAt(0))) return head + [...word].length * 0.55;
  return head + (CLOSES_AFTER.test(rest) ? 2 : 1);
}

/** Alike on both sides; a long line with a first-line indent only looks so. */
const isCentred = (line: Line, { left, right }: Measure): boolean => {
  const before = (line.x0 - left) / line.size;
  const after = (right - line.x1) / line.size;
  const off = Math.abs(before - after);
  if (before <= 1.5 || after <= 1.5) return false;
  return before < 4 ? off < 0.6 && Math.abs(before - 2) > 0.15 : off < 1.6;
};

const differs = (a: Line, b: Line): boolean => {
  const ratio = a.size / b.size;
  return ratio > 1.09 || ratio < 0.92;
};

const allBold = (line: Line): boolean => line.bold >= line.text.length;

/** A signature or its day: running text begins in the left half. */
const isFarRight = (line: Line, { left, right }: Measure): boolean => line.x0 - left > (right - left) / 2;

/** What follows a signature: text that begins in the left half, or its day, set to the same edge. */
const standsApart = (line: Line, before: Line, column: Measure): boolean =>
  !isFarRight(line, column) || (line.x0 < before.x0 - line.size / 2 && Math.abs(line.x1 - before.x1) < line.size / 2);

interface Context {
  column: Measure;
  /** Size of running text. */
  body: number;
}

/** Does `line` begin a paragraph after `before`, the last line of `open`? */
function begins(line: Line, before: Line, open: Paragraph, { column, body }: Context): boolean {
  const em = line.size;
  const step = line.y - before.y;
  if (step < -em * 0.3 || differs(line, before)) return true;
  if (isDisplay(before, body) && isDisplay(line, body)) return !goesOnDisplay(line, before, open, column);
  if (step > Math.max(column.leading * 1.32, em * 1.15)) return true;
  if (before.stops.length > 1 || line.stops.length > 1) return true;
  if (LEADER.test(before.text) || LEADER.test(line.text)) return true;
  if (isCentred(line, column) || open.centred) return true;
  const first = open.lines[0] ?? before;
  if (column.right - before.x1 > (firstUnit(line.text) + 0.4) * em) return true;
  if (LIST_SIGN.test(line.text) && line.x0 <= first.x0 + em) return true;
  const shift = line.x0 - before.x0;
  if (open.lines.length === 1 && isFarRight(before, column) && standsApart(line, before, column)) return true;
  if (open.lines.length > 1) return shift > 0.8 * em;
  // After a first line: running text stands below it or to its left, hanging text to the right of its sign.
  if (shift > 0.8 * em) return !hangs(first.text, shift / em);
  return Math.abs(shift) < 0.5 * em && line.x0 - column.flush > 1.2 * em && !LIST_SIGN.test(first.text);
}

const HANGING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|第[一二三四五六七八九十百\d]{1,4}[章节条])/u;

const LABEL = /^[^：:，。；]{1,6}[：:]/u;
/** Text that hangs under the words after a sign, a number or a label (附件：). */
function hangs(text: string, ems: number): boolean {
  const label = LABEL.exec(text)?.[0].length ?? 0;
  return LIST_SIGN.test(text) || (HANGING.test(text) && ems < 3.5) || (label > 0 && Math.abs(ems - label) < 0.8);
}

/** Set larger than the text: titles and mastheads. */
const isDisplay = (line: Line, body: number): boolean => line.size > body * 1.12;

/** A title goes on over lines that are set alike, as long as each but the last is nearly full or all are centred. */
function goesOnDisplay(line: Line, before: Line, open: Paragraph, column: Measure): boolean {
  const em = line.size;
  if (
    line.y - before.y > em * (open.centred ? 2.5 : 2.1) ||
    open.lines.length > 5 ||
    line.stops.length > 1 ||
    before.stops.length > 1
  )
    return false;
  if (HANGING.test(line.text) || LIST_SIGN.test(line.text) || allBold(line) !== allBold(before)) return false;
  const together = Math.abs(line.x0 + line.x1 - before.x0 - before.x1) < em * 2;
  // Titles are broken at words, well before the margin, and their lines stand close.
  const tight = line.y - before.y < em * 1.6;
  const room = tight ? Math.max(3.2 * em, (column.right - column.left) * 0.25) : 3.2 * em;
  if (column.right - before.x1 < room) return line.x0 - before.x0 < em || together;
  return together && isCentred(line, column) && open.centred;
}

/** Too few lines to measure a column by. */
const FEW = 4;

/** What can be guessed of a document with hardly any text: its lines begin at the margin, which is alike on both sides. */
export function guessed(lines: readonly Line[], width: number, leading: number): Measure {
  const left = Math.min(width, ...lines.map((line) => line.x0));
  const right = Math.max(width - left, ...lines.map((line) => line.x1));
  return { left, flush: left, right, leading };
}

const median = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Where lines end by the margin and not by their words: many long ones at the same place. */
function sharedEnd(ends: readonly number[], { left, right }: Measure): number | null {
  const end = ends[Math.floor(ends.length * 0.9)] ?? 0;
  const there = ends.filter((other) => Math.abs(other - end) < END_SLACK).length;
  const long = end - left > (right - left) * 0.6;
  return long && there >= FEW && there > ends.length * 0.3 ? end : null;
}
const END_SLACK = 10;

/** Measures a column: the margins most lines keep, and the usual leading. */
export function measure(lines: readonly Line[], fallback: Measure): Measure {
  if (lines.length < FEW) return { ...fallback, left: Math.min(fallback.left, ...lines.map((line) => line.x0)) };
  const lefts = new Map<number, number>();
  for (const line of lines) lefts.set(Math.round(line.x0), (lefts.get(Math.round(line.x0)) ?? 0) + line.text.length);
  const weight = lines.reduce((sum, line) => sum + line.text.length, 0);
  const left = [...lefts].sort((a, b) => a[0] - b[0]).find(([, chars]) => chars > weight * 0.12)?.[0];
  const ends = lines.map((line) => line.x1).sort((a, b) => a - b);
  const right = sharedEnd(ends, fallback) ?? fallback.right;
  const steps = lines.slice(1).flatMap((line, i) => {
    const step = line.y - (lines[i]?.y ?? 0);
    return step > line.size * 0.9 && step < line.size * 2.6 ? [step] : [];
  });
  return {
    left: left ?? fallback.left,
    flush: left ?? fallback.flush,
    right,
    leading: median(steps) ?? fallback.leading,
  };
}

/** Cuts one column into paragraphs, in order. */
export function toParagraphs(lines: readonly Line[], context: Context): Paragraph[] {
  const { column } = context;
  const paragraphs: Paragraph[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const open = paragraphs.at(-1);
    if (open && before && !begins(line, before, open, context)) {
      open.lines.push(line);
      continue;
    }
    const gap = before ? Math.max(0, (line.y - before.y) / column.leading - 1) : undefined;
    paragraphs.push({
      lines: [line],
      centred: isCentred(line, column),
      indent: (line.x0 - column.left) / line.size,
      gap,
      full: false,
    });
  }
  for (const paragraph of paragraphs) {
    const last = paragraph.lines.at(-1);
    paragraph.full = last !== undefined && column.right - last.x1 < 1.6 * last.size && !paragraph.centred;
  }
  return paragraphs;
}
