/**
 * Footnotes and the sentence that they part: where text runs from one page to the next, the notes at the foot of the
 * first come after it, as a person reads them. Notes are known by their sign and their small print, with no knowledge of
 * the genre.
 */
import type { Block } from '@/lib/core/model/document';

type Placed = Pick<Block, 'text' | 'role' | 'page' | 'size' | 'indent' | 'centred' | 'fullLine'>;

const SIGN = /^(?:[①-⑳⑴-⒇*＊※†‡¹²³⁴-⁹]|[[［〔【(（]\d{1,2}[\]］〕】)）]|注(?:释|\d)?[:：]|\d{1,2}[ .．、](?=\D))/u;
/** Notes are set in a size below this share of the text's. */
const SMALL = 0.92;
/** First lines further in begin a paragraph. */
const INDENTED = 1.5;

const isText = ({ role }: Placed): boolean => role === 'paragraph';
const isSmall = (block: Placed): boolean => isText(block) && (block.size ?? 1) < SMALL;

/** A number that calls for a note stands behind a word or at the end of a sentence, and counts nothing. */
const CALL = /[\p{Script=Han}”》）。，；](\d{1,2})(?![\d.．、%％\p{Script=Han}])/gu;

/** Has the text the sign that this note begins with? What begins with 注： needs none. */
function isCalledFor(note: Placed, text: string): boolean {
  const sign = SIGN.exec(note.text)?.[0];
  if (sign === undefined) return false;
  const number = /^\d{1,2}/u.exec(sign)?.[0];
  if (number) return [...text.matchAll(CALL)].some((call) => call[1] === number);
  return sign.startsWith('注') || text.includes(sign);
}

/** Index of the first of the notes that a page ends with; its length when there are none. */
function notesFrom(page: readonly Placed[]): number {
  const from = page.findLastIndex((block) => !isSmall(block)) + 1;
  const first = page[from];
  return first && SIGN.test(first.text) ? from : page.length;
}

/** Those that the text calls for say nothing of it themselves; a list in small print is text. */
function asNotes<B extends Placed>(small: readonly B[], above: readonly B[]): B[] {
  const [first] = small;
  const isCalled = first !== undefined && isCalledFor(first, above.map(({ text }) => text).join('\n'));
  return small.map((block): B => (isCalled ? { ...block, role: 'note' } : block));
}

const goesOn = (before: Placed | undefined, after: Placed | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  isText(before) &&
  isText(after) &&
  after.page === (before.page ?? 0) + 1 &&
  before.fullLine === true &&
  !after.centred &&
  (before.size ?? 1) === (after.size ?? 1) &&
  (after.indent ?? 0) < INDENTED;

/** @param pages the text of each page in order, without running heads and feet */
export function withNotesAfterText<B extends Placed>(pages: readonly B[][]): B[][] {
  let held: B[] = [];
  return pages.map((page, i) => {
    const from = notesFrom(page);
    const notes = asNotes(page.slice(from), page.slice(0, from));
    const [first, ...rest] = page.slice(0, from);
    const text = first ? [first, ...held, ...rest] : held;
    held = goesOn(page[from - 1], pages[i + 1]?.[0]) ? notes : [];
    return held.length > 0 ? text : [...text, ...notes];
  });
}
