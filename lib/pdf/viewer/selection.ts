/**
 * What the person selected on PDF pages: running heads in between left out, paragraphs that a page or column cuts in
 * two made whole again.
 */
import type { Block } from '@/lib/core/model/document';
import type { Span } from '@/lib/core/model/span';
import type { PageSelection } from '@/lib/core/protocol/to-page';
import type { TextLayers } from './text-layer';

const MAX_CHARS = 1_000_000;

/** The block goes on in `next`, on the next page or in the next column. */
const goesOn = (block: Block, next: Block): boolean =>
  block.fullLine === true && next.afterBreak === true && (next.indent ?? 0) < 1 && block.role === next.role;

const isWord = (char: string): boolean => /[A-Za-z\d]/u.test(char);

/** Selection over the offsets `from … to` of a reading; null when there is no text in it. */
export function selectionOver(blocks: readonly Block[], from: number, to: number): PageSelection | null {
  const spans: Span[] = [];
  let text = '';
  let before: Block | null = null;
  let cut = false;
  const within = blocks.filter((block) => block.start < to && block.start + block.text.length > from);
  const lastPage = within.at(-1)?.page ?? Number.POSITIVE_INFINITY;
  for (const block of within) {
    // A note comes after the sentence that goes on over its page; whoever selects down to the note stops before that.
    if (block.role === 'furniture' || (block.page ?? 0) > lastPage) continue;
    const start = Math.max(from, block.start);
    const end = Math.min(to, block.start + block.text.length, start + MAX_CHARS - text.length);
    const part = block.text.slice(start - block.start, end - block.start);
    if (!part.trim()) continue;
    const healed = before !== null && goesOn(before, block);
    const space = healed && isWord(text.slice(-1)) && isWord(part.charAt(0)) ? ' ' : '';
    text += text === '' ? part.trimStart() : healed ? space + part : `\n${part}`;
    spans.push({ start: start + part.length - part.trimStart().length, end: start + part.trimEnd().length });
    before = block;
    cut = text.length >= MAX_CHARS;
    if (cut) break;
  }
  return spans.length > 0 ? { text: text.trim(), spans, cut } : null;
}

export function selectionIn(layers: TextLayers, selection: Selection | null): PageSelection | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = layers.offsetOf(range.startContainer, range.startOffset);
  const to = layers.offsetOf(range.endContainer, range.endOffset);
  if (from === null || to === null || to <= from) return null;
  return selectionOver(layers.model.blocks, from, to);
}
