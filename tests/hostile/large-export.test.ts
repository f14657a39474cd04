/** Row X09 of the trust table: very many clips are written piece by piece, and the same clips give the same file. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, type ExportInput, figuresCsv, markdownChunks, measuresCsv } from '@/lib/core/export';
import type { Clip } from '@/lib/core/model/clip';
import { clipId, makeClip } from '../fixtures/make-clip';

const COUNT = 100_000;
const PIECE = 1_000_000;
const pattern = makeClip({
  title: '示例省支持中试平台（虚构）',
  region: '310000',
  lead: '建设中试平台。',
  measures: [{ label: '一、', heading: '资金', text: '最高补助 500 万元。' }],
  figures: [{ text: '500', value: 500, unit: '万元' }],
});
const clips: Clip[] = Array.from({ length: COUNT }, (_, n) => ({ ...pattern, id: clipId(n) }));
const input = (given: Clip[]): ExportInput => ({ scope: 'collection', title: '全部', locale: 'zh-CN', clips: given });

/** Hash of all pieces, and the longest of them. */
function digest(pieces: Iterable<string>) {
  const hash = createHash('sha256');
  let longest = 0;
  let count = 0;
  for (const piece of pieces) {
    hash.update(piece);
    longest = Math.max(longest, piece.length);
    count += 1;
  }
  return { hash: hash.digest('hex'), longest, count };
}

it.each<[name: string, write: (given: ExportInput) => Iterable<string>]>([
  ['Markdown', (given) => markdownChunks(given, DEFAULT_EXPORT_OPTIONS)],
  ['figures as CSV', figuresCsv],
  ['measures as CSV', measuresCsv],
])(
  'X09, F19 100,000 clips as %s come in pieces, the same twice',
  (_, write) => {
    const first = digest(write(input(clips)));
    expect(first.count).toBeGreaterThanOrEqual(COUNT / 100);
    expect(first.longest).toBeLessThan(PIECE);
    expect(digest(write(input(clips))).hash).toBe(first.hash);
  },
  120_000,
);
