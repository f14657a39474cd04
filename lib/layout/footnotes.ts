/**
 * Footnotes and the sentence that they part: where text runs from one page to the next, the notes at the foot of the
 * first come after it, as a person reads them. Notes are known by their sign and their small print, with no knowledge
 * of the genre.
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

/** Index of the first of the notes that a page ends with; its length when there are none. */
function notesFrom(page: readonly Placed[]): number {
  const from = page.findLastIndex((block) => !isSmall(block)) + 1;
  const first = page[from];
  return first && SIGN.test(first.text) ? from : page.length;
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
    const [first, ...rest] = page;
    const blocks = first ? [first, ...held, ...rest] : held;
    const from = notesFrom(page);
    const notes = page.slice(from);
    held = goesOn(page[from - 1], pages[i + 1]?.[0]) ? notes : [];
    return held.length > 0 ? blocks.slice(0, blocks.length - held.length) : blocks;
  });
}
