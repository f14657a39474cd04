/**
 * Digests that are set as a table: every row is an item, its title in the column that is called so, all other cells but
 * the running number its body. Only where another column says what the title is about.
 */
import { CONTENT_COLUMNS, TITLE_COLUMNS } from '@/lib/core/lexicon/sections';
import { anyOf } from '../any-of';
import { compact } from '../clean/lines';
import type { Para } from '../paragraph';
import type { CutText, RawItem } from './cut';

const MIN_ROWS = 2;
const MAX_TITLE = 160;
const namesTitle = anyOf(TITLE_COLUMNS.map(({ pattern }) => pattern));
const namesContent = anyOf(CONTENT_COLUMNS.map(({ pattern }) => pattern));
const isNumber = (text: string): boolean => /^\d{1,3}$/u.test(text);

const columnOf = (row: readonly Para[], is: (text: string) => boolean): number | undefined =>
  row.find(({ text }) => text.length <= 12 && is(compact(text)))?.block.cell?.column;

/** The rows of one table as items, or none where its first row does not say which column is the title. */
function itemsOf(cells: readonly Para[]): RawItem[] {
  const rows = [...Map.groupBy(cells, ({ block }) => block.cell?.row ?? 0).values()];
  const [head = [], ...below] = rows;
  const column = columnOf(head, namesTitle);
  if (column === undefined || columnOf(head, namesContent) === undefined) return [];
  return below.flatMap((row) => {
    const name = row.find(({ block }) => block.cell?.column === column);
    const body = row.filter((cell) => cell !== name && !isNumber(cell.text));
    return name && name.text.length <= MAX_TITLE && body.length > 0 ? [{ title: name, section: null, body }] : [];
  });
}

/** All items of such tables; null where there are too few. */
export function rowsOf(paras: readonly Para[]): CutText | null {
  const cells = paras.filter(({ block }) => block.cell);
  if (cells.length === 0) return null;
  const tables = Map.groupBy(cells, ({ block }) => block.cell?.table ?? 0);
  const items = [...tables.values()].flatMap(itemsOf);
  return items.length >= MIN_ROWS
    ? {
        items,
        preface: paras.slice(
          0,
          paras.findIndex(({ block }) => block.cell),
        ),
      }
    : null;
}
