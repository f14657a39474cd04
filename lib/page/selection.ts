/**
 * What the person selected, in the offsets of a reading: collapsed like the reading, cut at a cap, never through the
 * middle of a character.
 */
import type { PageSelection } from '@/lib/core/protocol/to-page';
import { ownerOf, viewOf } from './dom';
import type { PageReading } from './read-page';

export const MAX_SELECTION_CHARS = 1_000_000;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Longest cluster of combining characters that is kept together. */
const MAX_CLUSTER = 32;

/** `offset`, or the edge before or after it of the character that it would cut. */
function characterEdge(text: string, offset: number, side: 'before' | 'after'): number {
  if (offset <= 0 || offset >= text.length) return offset;
  const from = Math.max(0, offset - MAX_CLUSTER);
  const cluster = graphemes.segment(text.slice(from, offset + MAX_CLUSTER)).containing(offset - from);
  if (!cluster || cluster.index === offset - from) return offset;
  return from + cluster.index + (side === 'after' ? cluster.segment.length : 0);
}

/** Ranges of the page's own selection, or that of a frame that was read with it. */
function selectedRanges(document: Document, reading: PageReading): Range[] {
  const documents = [document, ...reading.frames].filter((other) => viewOf(other));
  for (const candidate of documents) {
    const selection = candidate.getSelection();
    if (!selection || selection.isCollapsed) continue;
    return Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i));
  }
  return [];
}

/** Null when nothing readable is selected. */
export function selectionOf(document: Document, reading: PageReading): PageSelection | null {
  const text = reading.text();
  const spans: PageSelection['spans'] = [];
  let left = MAX_SELECTION_CHARS;
  let cut = false;
  for (const range of selectedRanges(document, reading)) {
    if (!ownerOf(range.startContainer)) continue;
    const from = reading.offsetOf(range.startContainer, range.startOffset);
    const to = reading.offsetOf(range.endContainer, range.endOffset);
    if (from === null || to === null || to <= from) continue;
    const capped = Math.min(to, from + left);
    cut ||= capped < to;
    const first = characterEdge(text, from, 'before');
    const part = text.slice(first, characterEdge(text, capped, cut ? 'before' : 'after'));
    const trimmed = part.trim();
    if (!trimmed) continue;
    const start = first + part.length - part.trimStart().length;
    spans.push({ start, end: start + trimmed.length });
    left -= trimmed.length;
  }
  if (spans.length === 0) return null;
  return { text: spans.map(({ start, end }) => text.slice(start, end)).join('\n'), spans, cut };
}
