/**
 * Which `<br>` ends a paragraph. On government pages most do; in titles and in text that was broken by hand at a fixed
 * width they do not.
 */
import { joinLines, type Line } from './line';

/** Lines shorter than this were not broken because they were full. */
const FULL_LINE = 24;
const ENDED = /[。！？；：!?;:…”》）)】]$/u;
/** Numbering and bullets that begin a paragraph (GB/T 9704 and list marks). */
const LABELLED =
  /^(?:[一二三四五六七八九十百]{1,4}[、是要]|第[一二三四五六七八九十百\d]{1,5}[章节条款]|[（(]?[一二三四五六七八九十\d]{1,4}[)）.．、]|[①-⑳●○■◆★▲·※—-]|【)/u;

export interface BreakContext {
  /** A heading or centred text: its lines are one title. */
  title: boolean;
  /** A table cell: short lines are one entry. */
  cell: boolean;
}

const TITLE_LINE = 40;
const CELL_LINE = 10;
/** Issue numbers, dates and rules stand on their own below a title. */
const NO_TITLE =
  /^(?:[（(〔[]?第?\s?[\d一二三四五六七八九十]{1,4}\s?期|[（(]?[\d〇零一二三四五六七八九十\s]{1,9}年|[\s\d年月日./·—-]+$)/u;

const allBold = (line: Line): boolean => line.boldLead === line.text.length;

/** `open` is the paragraph so far, `last` its last line as it stands in the page. */
function goesOn(open: Line, last: Line, next: Line, { title, cell }: BreakContext): boolean {
  if (ENDED.test(last.text) || LABELLED.test(next.text) || next.lead >= 1) return false;
  const alike = allBold(open) === allBold(next);
  if (title) return alike && open.size === next.size && last.text.length <= TITLE_LINE && !NO_TITLE.test(next.text);
  const length = last.text.length;
  if (cell && length <= CELL_LINE && next.text.length <= CELL_LINE) return true;
  return alike && length >= FULL_LINE && length <= 80 && next.text.length <= length + 3;
}

export interface Paragraph extends Line {
  /** Empty lines above. */
  gap: number;
}

/** Joins the lines of one block element that belong together; `null` stands for an empty line. */
export function paragraphsOf(lines: readonly (Line | null)[], context: BreakContext): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let gap = 0;
  let open: Paragraph | undefined;
  let last: Line | undefined;
  for (const line of lines) {
    if (line === null) {
      gap += 1;
      open = undefined;
      continue;
    }
    if (open && last && goesOn(open, last, line, context)) {
      joinLines(open, line);
    } else {
      open = { ...line, gap };
      paragraphs.push(open);
      gap = 0;
    }
    last = line;
  }
  return paragraphs;
}
