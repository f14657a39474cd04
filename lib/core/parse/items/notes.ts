/**
 * Footnotes stand where the page ends, and belong to the item that calls for them: the one in which their sign stands on
 * the same page, else the one that was being read. They come last in it, behind its text.
 */
import type { Para } from '../paragraph';
import { spansOf } from '../traced';
import type { RawItem } from './cut';

/** The sign that a note begins with. */
const SIGN = /^(?:[①-⑳⑴-⒇*＊※†‡¹²³⁴-⁹]|[[［〔【(（]\d{1,2}[\]］〕】)）]|\d{1,2}(?!\d))/u;

export const isNote = ({ block }: Para): boolean => block.role === 'note';

const onPageOf = (note: Para, { firstPage = 0, lastPage = 0 }: Para): boolean =>
  note.firstPage === undefined || (firstPage <= note.firstPage && note.firstPage <= lastPage);

const startOf = (part: RawItem['title']): number => spansOf(part)[0]?.start ?? Number.POSITIVE_INFINITY;

function ownerOf(items: readonly RawItem[], note: Para): number {
  const sign = SIGN.exec(note.text)?.[0];
  const calling = items.findIndex(
    ({ title, body }) =>
      sign !== undefined &&
      [title, ...body.filter((para) => onPageOf(note, para))].some(({ text }) => text.includes(sign)),
  );
  if (calling >= 0) return calling;
  const before = items.findLastIndex(({ title, body }) =>
    [title, ...body].some((part) => startOf(part) < note.block.start),
  );
  return Math.max(0, before);
}

/** The items, each with the notes that it calls for at its end. */
export function withNotes(items: readonly RawItem[], notes: readonly Para[]): RawItem[] {
  const owned = Map.groupBy(notes, (note) => ownerOf(items, note));
  return items.map((item, i) => ({ ...item, body: [...item.body, ...(owned.get(i) ?? [])] }));
}
