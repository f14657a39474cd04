/**
 * Running heads and feet: page numbers, lines that come again on other pages at the same height, address and date of
 * browser prints. They stay in the model as furniture, so that offsets and pages can be checked, but belong to no text.
 */
import type { Line } from './line';

export interface PageRows {
  number: number;
  width: number;
  height: number;
  /** Segments that share a baseline, from top to bottom. */
  rows: Line[][];
}

const PAGE_NUMBER =
  /^[—–―─\-－·~•|]{0,3} ?(?:第 ?)?(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,5})(?: ?页)?(?: ?[/,，｜|、] ?(?:共 ?)?\d{1,4}(?: ?页)?| ?共 ?\d{1,4} ?页)? ?[—–―─\-－·~•|]{0,3}$/u;
const PAGE_OF = /^page \d{1,4}(?: of \d{1,4})?$/iu;
const PRINTED_ADDRESS = /^(?:https?|file):\/\/[^\s\u3400-\u9FFF]{4,}/u;
const PRINTED_DATE = /^\d{2,4}[/-]\d{1,2}[/-]\d{1,4}[ ,]{0,2}(?:[上下]午 ?)?\d{1,2}:\d{2}/u;

/** Ⅲ and ３ are page numbers like III and 3. */
function isPageNumber(text: string): boolean {
  const plain = text.length <= 40 ? text.normalize('NFKC') : text;
  return PAGE_NUMBER.test(plain) || PAGE_OF.test(plain);
}

/** Attachments and figures begin alike on page after page, and are text. */
const LABEL = /^(?:附(?:件|表|录|图)|[表图]) ?\d/u;

const ZONE = 0.14;
const DEEP = 3;

const textOf = (row: readonly Line[]): string => row.map((line) => line.text).join(' ');
/** Page numbers and dates differ from page to page in what is the same line. */
const shape = (text: string): string => text.replace(/\s/gu, '').replace(/\d{1,6}/gu, '#');
const heightOf = (row: readonly Line[]): number => row[0]?.y ?? 0;

interface Edge {
  page: number;
  row: Line[];
  key: string;
}

/** The outermost rows of a page that lie in its margins, from the edge inwards. */
function edges({ number, height, rows }: PageRows, side: 'top' | 'bottom'): Edge[] {
  const inward = side === 'top' ? rows : rows.toReversed();
  const inZone = (row: Line[]) =>
    side === 'top' ? heightOf(row) < height * ZONE : heightOf(row) > height * (1 - ZONE);
  return inward
    .slice(0, DEEP)
    .filter(inZone)
    .map((row) => ({ page: number, row, key: `${side}\t${shape(textOf(row))}` }));
}

const SLACK = 6;
/** A line that comes again at the same height on this share of the pages is furniture wherever it stands. */
const OFTEN = 0.3;

const stepBetween = (a: readonly Line[], b: readonly Line[]): number => Math.abs(heightOf(a) - heightOf(b));

/** Does the text keep its distance from the running head? */
function standsOff(page: PageRows, innermost: Line[]): boolean {
  const at = page.rows.indexOf(innermost);
  const inner = heightOf(innermost) < page.height / 2 ? page.rows[at + 1] : page.rows[at - 1];
  return !inner || stepBetween(innermost, inner) > 2.1 * Math.min(inner[0]?.size ?? 0, innermost[0]?.size ?? 0);
}

/** Rows that are furniture, as found over all pages read so far. */
export function findFurniture(pages: readonly PageRows[]): Set<Line[]> {
  const found = new Set<Line[]>();
  const sides = pages.flatMap((page) => [
    { page, run: edges(page, 'top') },
    { page, run: edges(page, 'bottom') },
  ]);
  const byKey = Map.groupBy(
    sides.flatMap((side) => side.run),
    (edge) => edge.key,
  );
  /** On how many other pages the line stands at the same height, and whether one of them is next to this one. */
  const repeats = (edge: Edge): { share: number; nearby: boolean } => {
    const same = (byKey.get(edge.key) ?? []).filter(
      (other) => other.page !== edge.page && stepBetween(other.row, edge.row) < SLACK,
    );
    const count = new Set(same.map((other) => other.page)).size;
    const enough = count >= (pages.length > 4 ? 2 : 1);
    return { share: count / pages.length, nearby: enough && same.some((o) => Math.abs(o.page - edge.page) <= 2) };
  };
  for (const { page, run } of sides) {
    for (const [i, edge] of run.entries()) {
      const text = textOf(edge.row);
      const outermost = i === 0 || found.has(run[i - 1]?.row ?? []);
      const { share, nearby } = repeats(edge);
      const own = isPageNumber(text) || PRINTED_ADDRESS.test(text) || PRINTED_DATE.test(text);
      if (!outermost || LABEL.test(text) || !(own || share > OFTEN || (nearby && standsOff(page, edge.row)))) break;
      found.add(edge.row);
    }
  }
  return found;
}
