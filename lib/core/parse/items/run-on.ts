/**
 * Briefs that were run together in one paragraph: the title of each is glued to its own lead (…举措启动教育部近日…).
 * A sentence begins a brief when, after some words without a comma, a lead follows: a body with its 近日, a date with a
 * comma, or the title's first words said again.
 */
import { BRIEF_LEADS, TITLE_ENDS } from '@/lib/core/lexicon/kinds';
import { fold, splitAgencies } from '../fields';
import type { Para } from '../paragraph';
import { withText } from '../paragraph';
import { slice, trim } from '../traced';

const MIN_PARAGRAPH = 160;
const MIN_TITLE = 6;
const MAX_TITLE = 60;
const REACH = 130;
const MIN_ECHO = 4;

/** Where the lead begins in a sentence whose first words are a title, or -1. */
export function leadAfterTitle(sentence: string): number {
  const head = fold(sentence.slice(0, REACH));
  const at = [leadWord, echo, phrase].map((find) => find(head)).find((place) => place >= MIN_TITLE) ?? -1;
  return at > 0 && at <= MAX_TITLE && !/[，。；：]/u.test(head.slice(0, at)) ? at : -1;
}

/** 今天（11月24日）， alone, or with the body that acts before it. */
function leadWord(head: string): number {
  for (const { pattern } of BRIEF_LEADS) {
    const found = pattern.exec(head.slice(MIN_TITLE));
    if (!found) continue;
    const at = found.index + MIN_TITLE;
    if (head[at + found[0].length] === '，') return at;
    const [body] = splitAgencies(head.slice(0, at))
      .filter(
        ({ start, end }) => start >= MIN_TITLE && /^(?:等[\p{Script=Han}\d]{1,4}部门|等)?$/u.test(head.slice(end, at)),
      )
      .toSorted((a, b) => b.start - a.start);
    if (body) return body.start;
  }
  return -1;
}

/** The first words of the title said again, perhaps after 今年 or 为期三天的. */
function echo(head: string): number {
  for (let length = 16; length >= MIN_ECHO; length -= 1) {
    const words = head.slice(0, length);
    if (/[，。；：]/u.test(words)) continue;
    const at = head.indexOf(words, length);
    if (at < 0) continue;
    const before = /(?:今年|截至|为期[一二三四五六七八九十]{1,2}天的)$/u.exec(head.slice(0, at))?.[0].length ?? 0;
    return at - before;
  }
  return -1;
}

/** A word that titles end with, followed by one that sentences begin with. */
function phrase(head: string): number {
  const found = TITLE_ENDS.find(({ pattern }) => pattern.test(head));
  const match = found?.pattern.exec(head);
  return match ? match.index + (match.groups?.end?.length ?? 0) : -1;
}

/** The paragraph as titles and bodies in turn, or null where it is ordinary text. */
export function splitRunOn(para: Para): Para[] | null {
  if (para.text.length < MIN_PARAGRAPH || para.label || para.block.cell) return null;
  const cuts: { start: number; lead: number }[] = [];
  let start = 0;
  for (const { index } of para.text.matchAll(/[。！？]/gu)) {
    const lead = leadAfterTitle(para.text.slice(start, index));
    if (lead > 0) cuts.push({ start, lead: start + lead });
    start = index + 1;
  }
  if (cuts.length < 2 || cuts[0]?.start !== 0) return null;
  return cuts.flatMap((cut, i) => [
    { ...withText(para, trim(slice(para, cut.start, cut.lead))), brief: true as const },
    withText(para, trim(slice(para, cut.lead, cuts[i + 1]?.start))),
  ]);
}
