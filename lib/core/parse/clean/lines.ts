/** What kind of line a paragraph is, apart from its meaning: asks the lexicon of boilerplate on folded text. */
import {
  ANNEX_LINES,
  CLOSING_LINES,
  END_LINES,
  IMPRINT_LINES,
  type LineEntry,
  PAGE_NUMBER_LINES,
  PLACE_LINES,
  SOURCE_LINES,
  TOOL_LINES,
} from '@/lib/core/lexicon/boilerplate';
import { anyOf } from '../any-of';
import { fold } from '../fields/fold';
import { recall } from '../memo';

const LONGEST = 800;
const SPACES = /\s+/gu;

/** Folded, without white space. */
export const compact = recall((text: string): string => fold(text).replace(SPACES, ''));

const FORMS = {
  place: PLACE_LINES,
  tool: TOOL_LINES,
  pageNumber: PAGE_NUMBER_LINES,
  end: END_LINES,
  imprint: IMPRINT_LINES,
  closing: CLOSING_LINES,
  source: SOURCE_LINES,
  annex: ANNEX_LINES,
};
type LineClass = keyof typeof FORMS;

const matches = (lines: readonly LineEntry[]) => anyOf(lines.map(({ pattern }) => pattern));
const classes = Object.entries(FORMS).map(([name, lines]) => ({ name, matches: matches(lines) }));
const NONE: ReadonlySet<string> = new Set();

/** All that a line is; most are nothing of the kind. */
const classesOf = recall((text: string): ReadonlySet<string> => {
  if (text.length > LONGEST) return NONE;
  const bare = compact(text);
  const own = classes.filter((one) => one.matches(bare));
  return own.length > 0 ? new Set(own.map(({ name }) => name)) : NONE;
});

const is =
  (name: LineClass) =>
  (text: string): boolean =>
    classesOf(text).has(name);

export const isPlace = is('place');
export const isPageNumber = is('pageNumber');
export const isTool = (text: string): boolean => isPlace(text) || classesOf(text).has('tool');
export const isEnd = is('end');
export const isImprint = is('imprint');
export const isClosing = is('closing');
export const isSource = is('source');
export const isAnnex = is('annex');

const SIGNS = /[\s“”‘’"'《》〈〉「」『』【】[\]()（）·•●○◎■◆▪–—-]+/gu;

/** A folded text without white space, quotation marks, brackets and bullets. */
export const withoutSigns = (folded: string): string => folded.replace(SIGNS, '');

/** What is left without them is equal for the same title set differently. */
export const bare = recall((text: string): string => withoutSigns(fold(text)));

/** The sentence is complete; whatever follows begins anew. */
export const isEnded = (text: string): boolean => /[。！？；：!?;:…][”’"')）】》]{0,3}$/u.test(text);
