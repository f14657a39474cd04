/** Text that the person types for a picture in a document. All of it is invented. */
import { expect, it } from 'vitest';
import { readLine } from '@/lib/core/backup/read-line';
import { clipOfTyped } from '@/lib/core/clip/typed';
import { clipSchema, type DocumentModel } from '@/lib/core/model';
import { sampleJpeg } from './sample-picture';

const STAMP = { id: '00000000-0000-4000-8000-000000000001', at: '2026-11-24T00:00:00.000Z' };
const SCAN: DocumentModel = {
  source: 'pdf',
  url: 'https://kjt.sample.gov.cn/scan.pdf',
  title: '样例扫描件',
  meta: [],
  blocks: [],
  pageCount: 4,
  fingerprint: 'ab12',
  notices: [{ code: 'scanned', pages: [1, 2, 3, 4] }],
};
const REGION = { page: 3, box: { left: 0.1, top: 0.25, right: 0.9, bottom: 0.5 } };
const TEXT =
  '样例市科技创新券管理办法\r\n\r\n　第五条  每家企业每年最高补助 20 万元，  到2027年服务企业 500 家。\n第六条 本办法自发布之日起施行。';

it('keeps all that was typed, with its page and box, as a clip of the document it stands in', () => {
  const clip = clipOfTyped(SCAN, { region: REGION, text: TEXT }, STAMP);
  expect(clipSchema.parse(clip)).toEqual(clip);
  expect(clip).toMatchObject({
    type: 'excerpt',
    typed: REGION,
    source: { format: 'pdf', url: SCAN.url, title: SCAN.title, fingerprint: 'ab12' },
    anchor: { page: 3 },
    item: { pages: [3, 3] },
  });
  expect(clip?.item.title.value).toContain('创新券管理办法');
  expect(clip?.item.text.split('\n')).toEqual([
    '样例市科技创新券管理办法',
    '第五条 每家企业每年最高补助 20 万元， 到2027年服务企业 500 家。',
    '第六条 本办法自发布之日起施行。',
  ]);
  const said = clip?.item.figures.map(({ text, at }) => [text, clip.item.text.slice(at.start, at.end)]);
  expect(said?.map(([text]) => text)).toEqual(['20 万元', '500 家']);
  for (const [text, there] of said ?? []) expect(there).toBe(text);
});

it('is the same clip when the same is typed again, and another one for other words', () => {
  const key = (text: string) => clipOfTyped(SCAN, { region: REGION, text }, STAMP)?.key;
  expect(key(TEXT)).toBe(key(`\n${TEXT}\n`));
  expect(key(TEXT)).not.toBe(key('别的文字'));
});

it.each([
  ['of the document', '12.5', SCAN, '样例扫描件'],
  ['of its beginning', '每家企业最高补助 20 万元。', { ...SCAN, title: '' }, '每家企业最高补助 20 万元。'],
])('has the title %s where the words name none', (_, text, model, title) => {
  const clip = clipOfTyped(model, { region: REGION, text }, STAMP);
  expect([clip?.item.title.value, clip?.item.text]).toEqual([title, text]);
});

it('names the picture of its part of the page, and nothing that is none', () => {
  const of = (picture: string | null) => clipOfTyped(SCAN, { region: REGION, text: TEXT, picture }, STAMP);
  expect(of(sampleJpeg({ width: 800 }))?.picture).toMatchObject({ width: 800, height: 480 });
  for (const none of [null, 'PHN2Zz4=']) expect(of(none)).not.toHaveProperty('picture');
});

it('is none without a visible character', () => {
  expect(clipOfTyped(SCAN, { region: REGION, text: ' \n\u3000\n' }, STAMP)).toBeNull();
});

it('comes back from a backup as it went in, and is refused with a box beyond its page', () => {
  const clip = clipOfTyped(SCAN, { region: REGION, text: TEXT }, STAMP);
  expect(readLine(JSON.stringify({ clip, past: [] }))).toMatchObject({ ok: true, mended: false, backed: { clip } });
  const beyond = { ...clip, typed: { ...REGION, box: { ...REGION.box, right: 1.5 } } };
  expect(readLine(JSON.stringify({ clip: beyond, past: [] }))).toMatchObject({ ok: false, reason: 'no-clip' });
});
