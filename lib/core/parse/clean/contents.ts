/**
 * Finds the contents list of a document: lines below 目录 or 本期要点, lines with leaders, or a run of lines that all come
 * again further down. They are taken out of the text; what they name helps to find the items.
 */
import { CONTENTS_NAMES } from '@/lib/core/lexicon/sections';
import { fold } from '../fields/fold';
import { remember } from '../memo';
import type { Para } from '../paragraph';
import { compact, withoutSigns } from './lines';

export interface ContentsEntry {
  /** Without leaders, page number, bullet and label. */
  key: string;
  /** Set out as a bullet or label under another entry. */
  text: string;
}

export interface Contents {
  /** Paragraphs of the list, its heading included: `[from, to)`. */
  from: number;
  to: number;
  entries: ContentsEntry[];
}

const LEADER = /(?:[.…·•・‧_—-]\s?){3,400}\s{0,8}[([]?\s?[\divxIVX\u2160-\u217f]{0,5}\s?[)\]]?$/u;
const PAGE = /[\s(（]{1,8}(?:\d{1,3}|[\u2160-\u217f]{1,3})[)）]?$/u;
const LONGEST = 120;
const MIN_RUN = 3;

const isContentsName = (text: string): boolean => {
  const name = compact(text);
  return name.length <= 12 && CONTENTS_NAMES.some(({ pattern }) => pattern.test(name));
};

/** Few lines hold what a leader is made of, folded or not; the search for one begins at every character. */
const DOTS = /[.．﹒…·•・‧_＿—－-]\s?[.．﹒…·•・‧_＿—－-]/u;

const hasLeader = (text: string): boolean =>
  text.length <= 2 * LONGEST && DOTS.test(text) && LEADER.test(fold(text).trimEnd());

/** What a line of the list names, comparable with a heading of the text. */
export const keyOf = remember(({ text, label }: Para): string => {
  if (text.length > 2 * LONGEST) return '';
  const own = fold(text)
    .slice(label?.end ?? 0)
    .trimEnd();
  const name = hasLeader(own) ? own.replace(LEADER, '') : own;
  return withoutSigns(name.replace(PAGE, ''));
});

interface Uses {
  last: number;
  count: number;
}

function usesOf(paras: readonly Para[]): Map<string, Uses> {
  const uses = new Map<string, Uses>();
  for (const [i, para] of paras.entries()) {
    if (para.text.length > LONGEST) continue;
    const key = keyOf(para);
    if (key.length >= 2) uses.set(key, { last: i, count: (uses.get(key)?.count ?? 0) + 1 });
  }
  return uses;
}

/** A list names each title once, the text has it once more; lines that most entries of a database have are no list. */
const USUAL_USES = 2;
const isNaming = ({ entries }: Pick<Contents, 'entries'>, uses: ReadonlyMap<string, Uses>): boolean =>
  entries.filter(({ key }) => (uses.get(key)?.count ?? 0) > USUAL_USES).length <= entries.length / 2;

/** A list of contents has text between what it names; lines that come again in one block are the same data stated twice. */
const isBlock = ({ entries }: Pick<Contents, 'entries'>, uses: ReadonlyMap<string, Uses>): boolean =>
  entries.every(
    ({ key }, i) => i === 0 || uses.get(key)?.last === (uses.get(entries[i - 1]?.key ?? '')?.last ?? 0) + 1,
  );

export function findContents(paras: readonly Para[]): Contents | null {
  const uses = usesOf(paras);
  const named = paras.slice(0, 400).findIndex((para) => isContentsName(para.text));
  if (named >= 0) {
    const list = takeEntries(paras, named + 1, uses);
    if (list.entries.length >= 2) return { ...list, from: named };
  }
  // Without a heading of its own: only in the beginning, and only lines that come again or have leaders.
  const reach = Math.min(paras.length, 200);
  for (let at = 0; at < reach; at += 1) {
    const list = takeEntries(paras, at, uses);
    const isLong = list.entries.length >= MIN_RUN && list.to < paras.length;
    if (isLong && isNaming(list, uses) && !isBlock(list, uses)) return { ...list, from: at };
    if (list.to > at) at = list.to;
  }
  return null;
}

function takeEntries(paras: readonly Para[], from: number, uses: ReadonlyMap<string, Uses>) {
  const entries: ContentsEntry[] = [];
  /** What the lines before named of a title that goes on. */
  let begun = '';
  let at = from;
  for (; at < paras.length; at += 1) {
    const para = paras[at];
    if (!para || para.text.length > 2 * LONGEST || para.block.cell) break;
    const key = keyOf(para);
    const again = (uses.get(key)?.last ?? 0) > at && key.length >= 2;
    // Above a list without a heading stands the issue number, not the beginning of a title.
    const mayWrap = entries.length > 0 || isContentsName(paras[from - 1]?.text ?? '');
    const wrapped = mayWrap && !again && !hasLeader(para.text) && hasLeader(paras[at + 1]?.text ?? '');
    if (!again && !wrapped && !hasLeader(para.text)) break;
    if (wrapped) begun += key;
    else {
      entries.push({ key: begun + key, text: para.text });
      begun = '';
    }
  }
  return { entries, to: at };
}
