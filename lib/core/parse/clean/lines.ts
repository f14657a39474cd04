/** What kind of line a paragraph is, apart from its meaning: asks the lexicon of boilerplate on folded text. */
import {
  ANNEX_LINES,
  CLOSING_LINES,
  END_LINES,
  IMPRINT_LINES,
  type LineEntry,
  matchesLine,
  PLACE_LINES,
  SOURCE_LINES,
  TOOL_LINES,
} from '@/lib/core/lexicon/boilerplate';
import { fold } from '../fields/fold';

const LONGEST = 800;
const SPACES = /\s+/gu;

/** Folded, without white space. */
export const compact = (text: string): string => fold(text).replace(SPACES, '');

/** The line that was asked about last: the same one is mostly asked several things in a row. */
let last = { text: '', bare: '' };
function compactOnce(text: string): string {
  if (last.text !== text) last = { text, bare: compact(text) };
  return last.bare;
}

const asks =
  (lines: readonly LineEntry[]) =>
  (text: string): boolean =>
    text.length <= LONGEST && matchesLine(lines, compactOnce(text));

export const isPlace = asks(PLACE_LINES);
export const isTool = (text: string): boolean => isPlace(text) || tool(text);
const tool = asks(TOOL_LINES);
export const isEnd = asks(END_LINES);
export const isImprint = asks(IMPRINT_LINES);
export const isClosing = asks(CLOSING_LINES);
export const isSource = asks(SOURCE_LINES);
export const isAnnex = asks(ANNEX_LINES);

const SIGNS = /[\s“”‘’"'《》〈〉「」『』【】[\]()（）·•●○■◆▪–—-]+/gu;

/** Folded, without white space, quotation marks, brackets and bullets: equal for the same title set differently. */
export const bare = (text: string): string => fold(text).replace(SIGNS, '');

/** The sentence is complete; whatever follows begins anew. */
export const isEnded = (text: string): boolean => /[。！？；：!?;:…][”’"')）】》]{0,3}$/u.test(text);
