/**
 * The clipped text of an item as blocks: paragraphs, and its measures as a list with their points. Cut by the spans the
 * reader found, so that every character of the item's text is printed exactly once and in order; where spans do not
 * fit the text (an excerpt, a correction), the text is printed as paragraphs.
 */
import type { PolicyItem } from '../model/item';
import type { Span } from '../model/span';
import { escapeText, linesOf } from './escape';

export type Block = { kind: 'paragraph'; text: string } | { kind: 'list'; items: Block[][] };

const paragraphs = (text: string): Block[] => linesOf(text).map((line) => ({ kind: 'paragraph', text: line }));

/** Spans in order, not overlapping, inside `outer`. */
const fits = (spans: readonly Span[], outer: Span): boolean => {
  let end = outer.start;
  for (const span of spans) {
    if (span.start < end || span.end <= span.start) return false;
    end = span.end;
  }
  return end <= outer.end;
};

/** Text around and between spans as paragraphs, the spans as one list per unbroken run. */
function cut(text: string, outer: Span, parts: readonly { at: Span; blocks: Block[] }[]): Block[] {
  const blocks: Block[] = [];
  let run: Block[][] = [];
  const close = (): void => {
    if (run.length > 0) blocks.push({ kind: 'list', items: run });
    run = [];
  };
  let at = outer.start;
  for (const part of parts) {
    const between = paragraphs(text.slice(at, part.at.start));
    if (between.length > 0) {
      close();
      blocks.push(...between);
    }
    run.push(part.blocks);
    at = part.at.end;
  }
  close();
  return [...blocks, ...paragraphs(text.slice(at, outer.end))];
}

export function bodyBlocks(item: PolicyItem): Block[] {
  const { text, measures } = item;
  const whole = { start: 0, end: text.length };
  if (
    measures.length === 0 ||
    !fits(
      measures.map((measure) => measure.at),
      whole,
    )
  )
    return paragraphs(text);
  return cut(
    text,
    whole,
    measures.map((measure) => {
      const points = measure.points.map((point) => ({
        at: point.at,
        blocks: paragraphs(text.slice(point.at.start, point.at.end)),
      }));
      const nested = fits(
        points.map((point) => point.at),
        measure.at,
      );
      return { at: measure.at, blocks: cut(text, measure.at, nested ? points : []) };
    }),
  );
}

/** Blocks as Markdown: loose lists with two spaces of indentation per level. */
export function renderBlocks(blocks: readonly Block[], indent = ''): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `${indent}${escapeText(block.text)}\n`;
      return block.items
        .map((item) => {
          const inner = renderBlocks(item, `${indent}  `);
          return `${indent}- ${inner.slice(indent.length + 2)}`;
        })
        .join('\n');
    })
    .join('\n');
}
