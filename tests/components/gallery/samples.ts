/** What the scenes show: a small library, many clips, a page that is no policy, a scanned picture, a backup looked through. */
import type { Clip } from '@/lib/core/model/clip';
import type { ImportPlan } from '@/lib/store/contract';
import { clipId } from '../../fixtures/make-clip';
import { fujian, hubei, shanghai, sichuan } from '../../fixtures/policy-clips';
import { sampleReading } from '../scene/reading';

export const library = (): Clip[] => [
  { ...shanghai, tags: ['科技金融', '成果转化', '配套资金'], note: '与我省办法比较配套比例。' },
  { ...hubei, tags: ['成果转化'], createdAt: '2026-11-22T08:00:00.000Z' },
  { ...fujian, createdAt: '2026-11-21T08:00:00.000Z', corrections: { regions: ['350000', '330000'] } },
  { ...sichuan, createdAt: '2026-11-20T08:00:00.000Z', tags: ['对标'] },
];
export const many = (count: number): Clip[] =>
  Array.from(
    { length: count },
    (_, n): Clip => ({
      ...(library()[n % 4] ?? shanghai),
      id: clipId(n + 1_000),
      createdAt: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
    }),
  );
export const nothing = {
  ...sampleReading,
  verdict: { ...sampleReading.verdict, kind: 'none' as const, score: 0.2 },
  items: [],
};

/** Some lines as a scanner sees them, base64 of a JPEG. */
export function scanPicture(): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1_200, 420];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#f4f1e8';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.rotate(0.01);
  context.fillStyle = '#333';
  context.font = '40px "Noto Serif CJK SC", serif';
  const lines = [
    '第五条　每家企业每年最高补助 20 万元，',
    '到 2027 年服务企业 500 家。（样例）',
    '第六条　本办法自发布之日起施行。',
  ];
  for (const [i, line] of lines.entries()) context.fillText(line, 120, 110 + i * 100);
  return canvas.toDataURL('image/jpeg', 0.8).split(',', 2)[1] ?? '';
}

export const BACKUP_PLAN: ImportPlan = {
  manifest: { createdAt: '2026-11-20T08:00:00.000Z', author: null, clips: 6 },
  counts: { new: 2, newer: 0, same: 1, conflict: 1, united: 0, gone: 1, refused: 1 },
  lists: {
    new: [shanghai, fujian].map((clip, i) => ({ line: i + 1, title: clip.item.title.value })),
    newer: [],
    same: [{ line: 3, title: sichuan.item.title.value }],
    conflict: [{ line: 4, title: hubei.item.title.value }],
    united: [],
    gone: [{ line: 6, title: hubei.item.title.value }],
    refused: [{ line: 5, title: '', reason: 'no-json', detail: 'position 7' }],
  },
  mended: 1,
};

/** The same library out of documents that are not for everybody. */
export const marked = () =>
  library().map((clip) => ({ ...clip, source: { ...clip.source, marks: ['机密★1年', '注意保存'] } }));
