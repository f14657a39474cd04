/**
 * The seed of the shared corpus, where it lies beside the project (or where POLICY_CLIP_CORPUS points): the plain text,
 * read as one block a line, has the items its truth names. Pages and PDFs are scored by `npm run inspect`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withOffsets } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';

const CORPUS = process.env.POLICY_CLIP_CORPUS ?? join(import.meta.dirname, '../../../../shared/corpus');
const seed = join(CORPUS, 'seed');
const present = existsSync(seed);
if (!present) console.info(`No corpus at ${CORPUS}: its test is left out.`);

interface Truth {
  title: string;
  items: { section: string; title: string; starts: string; ends: string; measures: { points: number }[] }[];
}

const ink = (text: string): string => text.normalize('NFKC').replace(/[\s“”‘’"'《》]/gu, '');

describe.skipIf(!present)('the seed as plain text', () => {
  it('has the items of its truth', () => {
    const text = readFileSync(join(seed, 'bulletin-57.txt'), 'utf8');
    const truth: Truth = JSON.parse(readFileSync(join(seed, 'bulletin-57.truth.json'), 'utf8'));
    const lines = text
      .split('\n')
      .map((line) => line.replace(/\s+/gu, ' ').trim())
      .filter(Boolean);
    const blocks = withOffsets(lines.map((line) => ({ role: 'paragraph' as const, text: line })));
    const reading = readDocument({ source: 'html', url: '', title: '', meta: [], blocks, notices: [] });
    expect(reading.head.title?.value).toBe(truth.title);
    expect(reading.items.map(({ section, title }) => `${section?.value}｜${ink(title.value)}`)).toEqual(
      truth.items.map(({ section, title }) => `${section}｜${ink(title)}`),
    );
    for (const [i, item] of reading.items.entries()) {
      const wanted = truth.items[i];
      expect(ink(item.text).startsWith(ink(wanted?.starts ?? '?'))).toBe(true);
      expect(ink(item.text).endsWith(ink(wanted?.ends ?? '?'))).toBe(true);
      expect(item.measures.map(({ points }) => points.length)).toEqual(wanted?.measures.map(({ points }) => points));
    }
  });
});
