/** Parts of a document by characters. */
import { describe, expect, it } from 'vitest';
import { documentText, firstPart, withOffsets } from '@/lib/core/model/offsets';

const blocks = withOffsets(['一二三四', '五六七八', '九十'].map((text) => ({ text, role: 'paragraph' as const })));

describe('first part of a document', () => {
  it.each([
    [0, ''],
    [3, '一二三'],
    [5, '一二三四'],
    [6, '一二三四\n五'],
    [100, '一二三四\n五六七八\n九十'],
  ])('of %i characters is %j', (chars, text) => {
    expect(documentText({ blocks: firstPart(blocks, chars) })).toBe(text);
  });
});
