/** Page numbers at the foot of generated pages, in all forms: none is text, though no other page has the like. */
import { expect, it } from 'vitest';
import { readDocument } from '@/lib/core/parse/read-document';
import { setLines, writePdf } from '../fixtures/pdf/write-pdf';
import { LINE } from './layout-cases';
import { readModel } from './read';

const FORMS = [
  '— 3 —',
  '- 3 -',
  '—3—',
  '－３－',
  '· 3 ·',
  '3',
  '3/9',
  '3 / 9',
  '第3页',
  '第3页 共9页',
  '第 3 页，共 9 页',
  '第三页',
  '三',
  'iii',
  'Ⅲ',
  '— Ⅲ —',
  'Page 3 of 9',
];
const foot = (text: string) => [{ text, x: 275, y: 800, size: 10 }];
const pages = (number: string) => ({
  pages: [
    {
      texts: [
        { text: '样例办法', x: 260, y: 70, size: 18 },
        ...setLines([`　　${LINE.slice(0, 32)}`, LINE.slice(0, 34)]),
        ...foot(number),
      ],
    },
    { texts: setLines(['转化，并建立长效机制。', '　　下一段。']) },
  ],
});

it.each(FORMS)('%s', async (number) => {
  const { blocks } = await readModel(writePdf(pages(number)));
  expect(blocks.filter(({ role }) => role === 'furniture')).toHaveLength(1);
  expect(blocks.find(({ role }) => role === 'furniture')?.page).toBe(1);
});

it('and the sentence that one cuts is whole', async () => {
  const model = await readModel(writePdf(pages('— Ⅲ —')));
  const [item] = readDocument(model, { kind: 'policy' }).items;
  expect(item?.text).toContain(`${LINE.slice(0, 34)}转化，并建立长效机制。`);
});
