/**
 * Between offsets in a reading and places in the page, both ways. Built on the pieces of text that the walk saw, so
 * that whatever was skipped or collapsed in between never shifts an offset.
 */
import type { Span } from '@/lib/core/model/span';
import { ownerOf } from './dom';
import type { Piece } from './line';

export interface TextMap {
  /** One range for each stretch of a block, in order; text that left the page since is left out. */
  rangesOf(spans: readonly Span[]): Range[];
  /** Offset in the document's text of a boundary point; the nearest text at or after it. Null outside the reading. */
  offsetOf(node: Node, offset: number): number | null;
}

/** First index in `0…length` for which `test` holds, where it never stops holding. */
function firstIndex(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const endOf = (piece: Piece): number => piece.start + piece.length;
const endPast = (piece: Piece | undefined, offset: number): boolean => !piece || endOf(piece) > offset;

/** A range over pieces of one document that follow one another; null where the page has changed under them. */
function rangeOver(first: Piece, last: Piece, start: number, end: number): Range | null {
  const document = ownerOf(first.node);
  const from = first.from + Math.max(0, start - first.start);
  const to = last.from + Math.min(last.length, end - last.start);
  if (!document || !first.node.isConnected || !last.node.isConnected) return null;
  if (from > first.node.length || to > last.node.length) return null;
  const range = document.createRange();
  range.setStart(first.node, from);
  range.setEnd(last.node, to);
  return range;
}

/**
 * `blockStarts`: ascending offsets of the blocks, so that no range spans two of them and paints what lies between.
 */
export function createTextMap(pieces: readonly Piece[], blockStarts: readonly number[]): TextMap {
  const at = (index: number): Piece | undefined => pieces[index];
  const blockOf = (offset: number): number => firstIndex(blockStarts.length, (i) => (blockStarts[i] ?? 0) > offset) - 1;

  const rangesOfSpan = ({ start, end }: Span): Range[] => {
    const ranges: Range[] = [];
    let index = firstIndex(pieces.length, (i) => endPast(pieces[i], start));
    while (index < pieces.length) {
      const first = at(index);
      if (!first || first.start >= end) break;
      let last = first;
      const block = blockOf(first.start);
      for (let next = at(index + 1); next && next.start < end && blockOf(next.start) === block; next = at(index + 1)) {
        last = next;
        index += 1;
      }
      index += 1;
      const range = rangeOver(first, last, start, end);
      if (range) ranges.push(range);
    }
    return ranges;
  };

  const byDocument = new Map<Document, Piece[]>();
  const piecesOf = (document: Document): Piece[] => {
    const own = byDocument.get(document) ?? pieces.filter((piece) => ownerOf(piece.node) === document);
    byDocument.set(document, own);
    return own;
  };

  const offsetOf = (node: Node, offset: number): number | null => {
    const document = ownerOf(node);
    // Shadow trees are not read, and their points compare with nothing outside.
    if (!document || node.getRootNode() !== document) return null;
    const own = piecesOf(document);
    const point = document.createRange();
    point.setStart(node, offset);
    // The first piece that ends after the point; pieces that left the page count as passed.
    const index = firstIndex(own.length, (i) => {
      const piece = own[i];
      if (!piece?.node.isConnected) return false;
      return point.comparePoint(piece.node, Math.min(piece.from + piece.length, piece.node.length)) > 0;
    });
    const piece = own[index];
    if (piece) return piece.node === node ? piece.start + Math.max(0, offset - piece.from) : piece.start;
    const last = own.at(-1);
    return last ? endOf(last) : null;
  };

  return { rangesOf: (spans) => spans.flatMap(rangesOfSpan), offsetOf };
}
