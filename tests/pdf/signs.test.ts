/** Signs as fonts name them: put right where it is known what is meant, else counted and said, page by page. */
import { expect, it } from 'vitest';
import { readDocument } from '@/lib/core/parse/read-document';
import { type PlacedText, setLines, writePdf } from '../fixtures/pdf/write-pdf';
import { readModel } from './read';

const odd = (text: string, y = 100): PlacedText => ({ text, x: 90, y, font: 'odd' });

const cases: [name: string, printed: string, read: string][] = [
  ['ligatures', 'ﬁnance, ﬂow', 'finance, flow'],
  ['a soft hyphen that is drawn', '2014\u00AD2020', '2014-2020'],
  ['a sign of no width', 'po\u200Blicy', 'policy'],
  ['compatibility ideographs', '\uF900', '\u8C48'],
  ['presentation forms of vertical text', 'a︵b', 'a(b'],
  ['bullets that symbol fonts keep in the private use area', '\uF06C', '●'],
  ['a sign in private use that nobody knows', 'a\uE123', 'a\uE123'],
  ['a glyph without meaning', 'a\uFFFD', 'a\uFFFD'],
];

it.each(cases)('%s', async (_, printed, read) => {
  const { blocks } = await readModel(writePdf({ pages: [{ texts: [odd(printed)] }] }));
  expect(blocks.map((block) => block.text)).toEqual([read]);
});

it('bullets of the standard font of signs, whose codes are letters', async () => {
  const texts = [
    { text: 'n', x: 90, y: 100, font: 'dingbats' as const },
    ...setLines(['支持企业创新（虚构）'], { x: 106 }),
    { text: 'u4x', x: 90, y: 130, font: 'dingbats' as const },
    { text: 'nul', x: 90, y: 160, font: 'times' as const },
  ];
  const { blocks } = await readModel(writePdf({ pages: [{ texts }] }));
  expect(blocks.map((block) => block.text.replace(' ', ''))).toEqual(['■支持企业创新（虚构）', '◆✔x', 'nul']);
});

it('counts what cannot be read, and names the pages', async () => {
  const { notices } = await readModel(
    writePdf({
      pages: [
        { texts: [odd('a\uE123b\uFFFD')] },
        { texts: [odd('readable')] },
        { texts: [odd('\uFFFDc'), odd('●', 130)] },
      ],
    }),
  );
  expect(notices).toEqual([{ code: 'unreadable-characters', pages: [1, 3], counts: [2, 1], count: 3 }]);
});

it('puts a sentence together that a page break and a footnote part', async () => {
  const clause = '省科技厅会同有关部门制定若干措施，支持企业开展技术攻关，推动科技成果';
  const model = await readModel(
    writePdf({
      pages: [
        {
          texts: [
            { text: '关于支持样例产业发展的若干措施', x: 200, y: 60, size: 18, font: 'hei' },
            ...setLines([
              `　　样例①${clause.slice(0, 29)}`,
              clause.slice(0, 34),
              clause.slice(0, 34),
              clause.slice(0, 34),
            ]),
            ...setLines(['① 指本省目录所列产业（虚构）。'], { y: 760, size: 9 }),
          ],
        },
        { texts: setLines(['就地转化，并建立长效机制。', '　　各市参照执行。']) },
      ],
    }),
  );
  const [item] = readDocument(model, { kind: 'policy' }).items;
  expect(item?.text).toContain('推动科技成果就地转化，并建立长效机制。');
  expect(item?.text.endsWith('各市参照执行。\n① 指本省目录所列产业（虚构）。')).toBe(true);
  expect(model.blocks.filter(({ role }) => role === 'note').map(({ text }) => text)).toEqual([
    '① 指本省目录所列产业（虚构）。',
  ]);
});
