/**
 * Digests whose titles run in: 上海：出台…, 科技部：印发… or **四川出台新政。** 近日… Each such paragraph is one entry, its first words
 * the title. Only where most of the longer paragraphs are set like that.
 */
import { findPlaces, splitAgencies } from '../fields';
import { type Para, withText } from '../paragraph';
import { slice, trim } from '../traced';

/** Two are enough where there is nothing else. */
const MIN_ENTRIES = 2;
const SURE_ENTRIES = 3;
const LONG = 40;
const MIN_TITLE = 3;
const MAX_TITLE = 60;
const STOP = /[。：:；]/u;

/** Signs and brackets before the name of a place or a body: ●, 【, “. */
const SIGNS = /^[“"‘'【〔[●○◎■◆◇□▪★▲△·•▶►\s]{0,4}/u;
/** What sets the name off from the text: ：, or its closing bracket alone. */
const SET_OFF = /^(?:[”"’'】〕\]]{0,2}\s?[：:丨|｜—]|[】〕\]])/u;

interface Lead {
  /** The title stands at `[from, to)`. */
  from: number;
  to: number;
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

/** The title that `para` begins with, or null. */
function leadOf({ text, block, bold, label }: Para): Lead | null {
  if (bold || block.cell || text.length < LONG) return null;
  const own = label?.end ?? 0;
  const lead = block.boldLead ?? 0;
  if (!label && lead >= MIN_TITLE && lead <= MAX_TITLE && text.length - lead > 20) return { from: 0, to: lead };
  const from = own + (SIGNS.exec(text.slice(own))?.[0].length ?? 0);
  const end = nameEnd(text, from);
  const setOff = SET_OFF.exec(text.slice(end))?.[0];
  if (end === from || setOff === undefined) return null;
  const behind = end + setOff.length;
  const sentence = text.slice(behind).search(STOP);
  const to = behind + sentence;
  return { from, to: sentence > 0 && to <= MAX_TITLE && /[：:丨|｜—]$/u.test(setOff) ? to : end };
}

/** The paragraphs with run-in titles as titles and bodies in turn; null for any other text. */
export function splitRunIn(paras: readonly Para[]): Para[] | null {
  const leads = paras.map(leadOf);
  const entries = leads.filter((lead) => lead !== null).length;
  const long = paras.filter(({ text }) => text.length >= LONG).length;
  if (entries < MIN_ENTRIES || entries < long * (entries < SURE_ENTRIES ? 1 : 0.6)) return null;
  return paras.flatMap((para, i) => {
    const lead = leads[i];
    if (!lead) return [para];
    const title = slice(para, lead.from, lead.to);
    const end = title.text.length - (/[。：:；\s]{1,4}$/u.exec(title.text)?.[0].length ?? 0);
    const skip = /^[。”"’'】〕\]：:；丨|｜—\s]{1,4}/u.exec(para.text.slice(lead.to))?.[0].length ?? 0;
    return [
      { ...withText(para, trim(slice(title, 0, end))), brief: true as const },
      withText(para, trim(slice(para, lead.to + skip))),
    ];
  });
}
