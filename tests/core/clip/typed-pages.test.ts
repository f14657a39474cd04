/** Pages that are pictures, with text that was typed for them: one document, and clips that say so. */
import { expect, it } from 'vitest';
import { clipOfItem, clipOfMeasure } from '@/lib/core/clip/make-clip';
import { clipContext } from '@/lib/core/clip/source';
import { withTypedPages } from '@/lib/core/clip/typed-pages';
import { clipSchema } from '@/lib/core/model/clip';
import { type Block, type DocumentModel, documentModelSchema } from '@/lib/core/model/document';
import { withOffsets } from '@/lib/core/model/offsets';
import { readDocument } from '@/lib/core/parse/read-document';

const STAMP = { id: '00000000-0000-4000-8000-000000000001', at: '2026-03-02T00:00:00.000Z' };
const block = (page: number, text: string): Omit<Block, 'start'> => ({ page, text, role: 'paragraph' });
/** A policy document of three pages; the second one is a picture with a scanner's stamp. */
const SCAN: DocumentModel = {
  source: 'pdf',
  url: '',
  title: '',
  meta: [],
  pageCount: 3,
  blocks: withOffsets([
    block(1, '样例市关于支持企业创新的若干措施（样例）'),
    block(1, '一、支持研发。每家企业补助最高100万元。'),
    block(2, '扫描全能王 创建'),
    block(3, '三、本措施自印发之日起施行。'),
  ]),
  notices: [{ code: 'scanned', pages: [2] }],
};
const TYPED = new Map([[2, '  二、引进人才。\r\n\n到2027年引进工程师500人。 ']]);

it('puts typed lines where the page is, in place of what it had', () => {
  const { model, from } = withTypedPages(SCAN, TYPED);
  expect(documentModelSchema.parse(model)).toEqual(model);
  expect(model.blocks.map(({ page, text, typed }) => [page, text, typed ?? false])).toEqual([
    [1, '样例市关于支持企业创新的若干措施（样例）', false],
    [1, '一、支持研发。每家企业补助最高100万元。', false],
    [2, '二、引进人才。', true],
    [2, '到2027年引进工程师500人。', true],
    [3, '三、本措施自印发之日起施行。', false],
  ]);
  expect(from).toEqual([0, 1, null, null, 3]);
  expect(model.notices).toEqual([{ code: 'typed-text', pages: [2] }]);
});

it('still names the scanned pages that nothing was typed for', () => {
  const two = { ...SCAN, notices: [{ code: 'scanned' as const, pages: [2, 4] }] };
  expect(withTypedPages(two, TYPED).model.notices).toEqual([
    { code: 'scanned', pages: [4] },
    { code: 'typed-text', pages: [2] },
  ]);
});

it('marks clips with words of such a page, and no others', () => {
  const { model } = withTypedPages(SCAN, TYPED);
  const reading = readDocument(model, { kind: 'policy' });
  const context = clipContext(reading, model);
  const [item] = reading.items;
  const [first, second] = item?.measures ?? [];
  if (!item || !first || !second) throw new Error('not read');
  const whole = clipOfItem(context, item, STAMP);
  expect(clipSchema.parse(whole).typed).toEqual({ page: 2, box: { left: 0, top: 0, right: 1, bottom: 1 } });
  expect(clipOfMeasure(context, item, second, STAMP).typed?.page).toBe(2);
  expect(clipOfMeasure(context, item, first, STAMP).typed).toBeUndefined();
});
