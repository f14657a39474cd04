/**
 * Offsets of blocks. Apart from the schemas, so that what is injected into pages does not carry them.
 */
import type { Block } from './document';

export const MAX_BLOCKS = 200_000;
export const MAX_DOCUMENT_CHARS = 5_000_000;

/** The text that spans count in. */
export const documentText = (model: { readonly blocks: readonly Pick<Block, 'text'>[] }): string =>
  model.blocks.map((block) => block.text).join('\n');

/** Sets every block's `start` so that the blocks' texts are joined by one line feed. */
export function withOffsets(blocks: readonly Omit<Block, 'start'>[]): Block[] {
  let start = 0;
  return blocks.map((block) => {
    const placed = { ...block, start };
    start += block.text.length + 1;
    return placed;
  });
}

/** The blocks that hold the first `chars` characters; the last of them is cut there. */
export function firstPart(blocks: readonly Block[], chars: number): Block[] {
  const end = blocks.findIndex(({ start }) => start >= chars);
  return (end < 0 ? blocks : blocks.slice(0, end)).map((block) =>
    block.start + block.text.length > chars ? { ...block, text: block.text.slice(0, chars - block.start) } : block,
  );
}
