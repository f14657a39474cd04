/**
 * Digests whose titles run in: 上海：出台… or **四川出台新政。** 近日… Each such paragraph is one entry, its first words
 * the title. Only where most of the longer paragraphs are set like that.
 */
import { findPlaces } from '../fields';
import { type Para, withText } from '../paragraph';
import { slice, trim } from '../traced';

const MIN_ENTRIES = 3;
const LONG = 40;
const MIN_TITLE = 3;
const MAX_TITLE = 60;
const STOP = /[。：:；]/u;

/** Length of the title that `para` begins with, or 0. */
function titleLength({ text, block, bold, label }: Para): number {
  if (label || bold || block.cell || text.length < LONG) return 0;
  const lead = block.boldLead ?? 0;
  if (lead >= MIN_TITLE && lead <= MAX_TITLE && text.length - lead > 20) return lead;
  const [place] = findPlaces(text.slice(0, 14), 1);
  if (!place || place.start > 1 || !/^[】〕\]]?\s?[：:丨|｜—]/u.test(text.slice(place.end))) return 0;
  const sentence = text.slice(place.end + 2).search(STOP);
  const end = place.end + 2 + sentence;
  return sentence > 0 && end <= MAX_TITLE ? end : place.end;
}

/** The paragraphs with run-in titles as titles and bodies in turn; null for any other text. */
export function splitRunIn(paras: readonly Para[]): Para[] | null {
  const lengths = paras.map(titleLength);
  const entries = lengths.filter((length) => length > 0).length;
  const long = paras.filter(({ text }) => text.length >= LONG).length;
  if (entries < MIN_ENTRIES || entries < long * 0.6) return null;
  return paras.flatMap((para, i) => {
    const length = lengths[i] ?? 0;
    if (length === 0) return [para];
    const title = slice(para, 0, length);
    const end = title.text.length - (/[。：:；\s]{1,4}$/u.exec(title.text)?.[0].length ?? 0);
    const skip = /^[。：:；丨|｜—\s]{1,4}/u.exec(para.text.slice(length))?.[0].length ?? 0;
    return [
      { ...withText(para, trim(slice(title, 0, end))), brief: true as const },
      withText(para, trim(slice(para, length + skip))),
    ];
  });
}
