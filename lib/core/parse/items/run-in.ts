/**
 * Digests whose titles run in: 上海：出台…, 科技部：印发… or **四川出台新政。** 近日… Each such paragraph is one entry, its first words
 * the title. Only where most of the longer paragraphs are set like that; those that count on from them are entries too.
 */
import { findPlaces, splitAgencies } from '../fields';
import { type Para, withText } from '../paragraph';
import { slice, type Traced, trim } from '../traced';
import { isNextSection, isSection } from './cut';

/** Two are enough where there is nothing else. */
const MIN_ENTRIES = 2;
const SURE_ENTRIES = 3;
const LONG = 40;
const MIN_TITLE = 3;
const MAX_TITLE = 60;
const STOP = /[。：:；]/u;
/** 11月7日， says nothing yet; a clause that is longer than a title is none. */
const [MIN_CLAUSE, MAX_CLAUSE] = [10, 90];

/** Signs and brackets before the name of a place or a body: ●, 【, “. */
const SIGNS = /^[“"‘'【〔[●○◎■◆◇□▪★▲△·•▶►\s]{0,4}/u;
/** What sets the name off from the text: ：, or its closing bracket alone. */
const SET_OFF = /^(?:[”"’'】〕\]]{0,2}\s?[：:丨|｜—]|[】〕\]])/u;

interface Entry {
  title: Traced;
  text: Traced;
}

/** End of the body that stands at `at`, or of the places that follow each other there, 江苏省苏州市; else `at`. */
function nameEnd(text: string, at: number): number {
  const near = text.slice(at, at + 24);
  const [body] = splitAgencies(near);
  if (body?.start === 0) return at + body.end;
  let end = 0;
  for (const place of findPlaces(near, 3)) if (place.start === end) end = place.end;
  return at + end;
}

/** The words at `[from, to)` as title, what comes behind them as text. */
function entryAt(para: Para, from: number, to: number): Entry {
  const title = slice(para, from, to);
  const end = title.text.length - (/[。：:；\s]{1,4}$/u.exec(title.text)?.[0].length ?? 0);
  const skip = /^[。”"’'】〕\]：:；丨|｜—\s]{1,4}/u.exec(para.text.slice(to))?.[0].length ?? 0;
  return { title: trim(slice(title, 0, end)), text: trim(slice(para, to + skip)) };
}

/** Where the first clause from `at` on that says something ends; 0 where it is too long. */
function clauseEnd(text: string, at: number): number {
  const end = text.slice(at + MIN_CLAUSE, at + MAX_CLAUSE).search(/[，。；]/u);
  return end < 0 ? 0 : at + MIN_CLAUSE + end;
}

const isLong = ({ text, block, bold }: Para): boolean => !bold && !block.cell && text.length >= LONG;

/** What `para` is an entry of, where it begins with a title. */
function ledEntry(para: Para): Entry | null {
  const { text, block, label } = para;
  if (!isLong(para)) return null;
  const own = label?.end ?? 0;
  const lead = block.boldLead ?? 0;
  if (!label && lead >= MIN_TITLE && lead <= MAX_TITLE && text.length - lead > 20) return entryAt(para, 0, lead);
  const from = own + (SIGNS.exec(text.slice(own))?.[0].length ?? 0);
  const end = nameEnd(text, from);
  const setOff = SET_OFF.exec(text.slice(end))?.[0];
  if (end === from || setOff === undefined) return null;
  const behind = end + setOff.length;
  const sentence = text.slice(behind).search(STOP);
  const to = behind + sentence;
  return entryAt(para, from, sentence > 0 && to <= MAX_TITLE && /[：:丨|｜—]$/u.test(setOff) ? to : end);
}

/** All entries: those that begin with a title, and those that count on from them or open the next section. */
function runInEntries(paras: readonly Para[]): { entries: (Entry | null)[]; led: number } {
  let section: Para | null = null;
  let count: Para['label'] = null;
  let led = 0;
  const entries = paras.map((para, i): Entry | null => {
    const above = paras[i - 1];
    const isBelow = above !== undefined && isNextSection(above, section);
    const own = ledEntry(para);
    if (own) {
      led += 1;
      if (above && isSection(above)) section = above;
      count = para.label;
      return own;
    }
    const isAlike = para.label !== null && para.label.style === count?.style;
    const goesOn = isAlike && para.label?.ordinal === (count?.ordinal ?? 0) + 1;
    if (isLong(para) && (isBelow || goesOn)) {
      if (isBelow) section = above;
      count = para.label;
      const text = trim(slice(para, para.label?.end ?? 0));
      return { title: slice(text, 0, clauseEnd(text.text, 0) || MAX_CLAUSE), text };
    }
    // What is numbered otherwise belongs to the entry above it.
    if (isAlike) count = null;
    return null;
  });
  return { entries, led };
}

/** The paragraphs with run-in titles as titles and bodies in turn; null for any other text. */
export function splitRunIn(paras: readonly Para[]): Para[] | null {
  const { entries, led } = runInEntries(paras);
  const long = paras.filter(({ text }) => text.length >= LONG).length;
  if (led < MIN_ENTRIES || led < long * (led < SURE_ENTRIES ? 1 : 0.6)) return null;
  return paras.flatMap((para, i) => {
    const entry = entries[i];
    return entry ? [{ ...withText(para, entry.title), brief: true as const }, withText(para, entry.text)] : [para];
  });
}
