/**
 * Between offsets in a reading and places in its file: page, text item, and how many visible characters into it.
 * White space is not counted, because the layout sets it anew. Pure; the text layer of a page is joined to it elsewhere.
 */
import type { Span } from '@/lib/core/model/span';
import type { PdfReading } from '../read-document';

export interface Place {
  page: number;
  item: number;
  /** Visible characters of the item before the place. */
  from: number;
  to: number;
}

interface Piece {
  item: number;
  /** In the document's text. */
  start: number;
  end: number;
}

const SPACE = /\s/u;

/** Visible characters in `text` before `end`. */
export function visibleBefore(text: string, end: number): number {
  let count = 0;
  for (let i = 0; i < end && i < text.length; i += 1) if (!SPACE.test(text.charAt(i))) count += 1;
  return count;
}

/** Offset in `text` of the visible character number `count`; the end of the text when there are fewer. */
export function offsetOfVisible(text: string, count: number): number {
  let left = count;
  for (let i = 0; i < text.length; i += 1) {
    if (SPACE.test(text.charAt(i))) continue;
    if (left === 0) return i;
    left -= 1;
  }
  return text.length;
}

export interface TextPlaces {
  /** Page of an offset, from 1; null outside the document. */
  pageOf(offset: number): number | null;
  placesOf(span: Span): Place[];
  /** Offset of a visible character of an item; null where the layout dropped the item (printed twice, no text). */
  offsetOf(page: number, item: number, visible: number): number | null;
}

export function createTextPlaces({ model, places }: PdfReading): TextPlaces {
  const { blocks } = model;
  const text = (piece: Piece, block: (typeof blocks)[number]) =>
    block.text.slice(piece.start - block.start, piece.end - block.start);
  const piecesOf = (index: number): Piece[] => {
    const block = blocks[index];
    const flat = places[index] ?? [];
    if (!block) return [];
    return Array.from({ length: flat.length / 2 }, (_, i) => ({
      item: flat[2 * i + 1] ?? -1,
      start: block.start + (flat[2 * i] ?? 0),
      end: block.start + (flat[2 * i + 2] ?? block.text.length),
    }));
  };
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((blocks[middle]?.start ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  };
  const byPage = Map.groupBy(blocks.keys(), (index) => blocks[index]?.page ?? 0);

  return {
    pageOf: (offset) => blocks[indexAt(offset)]?.page ?? null,
    placesOf({ start, end }) {
      const found: Place[] = [];
      for (let i = Math.max(0, indexAt(start)); i < blocks.length; i += 1) {
        const block = blocks[i];
        if (!block || block.start >= end) break;
        for (const piece of piecesOf(i)) {
          if (piece.end <= start || piece.start >= end) continue;
          const own = text(piece, block);
          const from = visibleBefore(own, start - piece.start);
          const to = visibleBefore(own, end - piece.start);
          if (to > from) found.push({ page: block.page ?? 1, item: piece.item, from, to });
        }
      }
      return found;
    },
    offsetOf(page, item, visible) {
      for (const index of byPage.get(page) ?? []) {
        const block = blocks[index];
        const piece = piecesOf(index).find((candidate) => candidate.item === item);
        if (block && piece)
          return piece.start + Math.min(offsetOfVisible(text(piece, block), visible), piece.end - piece.start);
      }
      return null;
    },
  };
}
