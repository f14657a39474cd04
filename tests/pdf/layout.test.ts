/** What the layout makes of generated pages. All bulletins are invented. */
import { expect, it } from 'vitest';
import { type FileSpec, type PlacedText, setLines, writePdf } from '../fixtures/pdf/write-pdf';
import { readLines, readModel } from './read';

const FOOT = (n: number): PlacedText => ({ text: `— ${n} —`, x: 275, y: 800, size: 10 });
// 34 squares wide: a full line at 12 points from x = 90 ends at 498.
const LINE = '本省推进样例产业创新发展联合有关部门制定若干措施支持企业开展技术攻关与成果';

interface Case {
  name: string;
  spec: FileSpec;
  expected: string[];
}

const cases: Case[] = [
  {
    name: 'indented paragraphs over several lines',
    spec: {
      pages: [
        {
          texts: setLines([
            `　　${LINE.slice(0, 32)}`,
            `${LINE.slice(0, 34)}`,
            '转化。',
            `　　第二段从这里开始${LINE.slice(0, 24)}`,
            '结束。',
          ]),
        },
      ],
    },
    expected: [
      `p1 indent 2 | ${LINE.slice(0, 32)}${LINE.slice(0, 34)}转化。`,
      `p1 indent 2 | 第二段从这里开始${LINE.slice(0, 24)}结束。`,
    ],
  },
  {
    name: 'centred title over two lines, bold heading, body',
    spec: {
      pages: [
        {
          texts: [
            { text: '样例省关于支持样例产业', x: 195, y: 100, size: 18, font: 'hei' },
            { text: '高质量发展的通知', x: 222, y: 128, size: 18, font: 'hei' },
            ...setLines(['　　一、总体要求'], { y: 180, font: 'hei' }),
            ...setLines([`　　${LINE.slice(0, 32)}`, LINE.slice(0, 34), LINE.slice(0, 34), '转化。'], { y: 202 }),
          ],
        },
      ],
    },
    expected: [
      'p1 ×1.5 bold all centred | 样例省关于支持样例产业高质量发展的通知',
      'p1 bold all indent 2 | 一、总体要求',
      `p1 indent 2 | ${LINE.slice(0, 32)}${LINE.slice(0, 34)}${LINE.slice(0, 34)}转化。`,
    ],
  },
  {
    name: 'a sentence cut by a page break, page numbers aside',
    spec: {
      pages: [
        { texts: [...setLines([`　　${LINE.slice(0, 32)}`, LINE.slice(0, 34)]), FOOT(1)] },
        { texts: [...setLines(['转化，并建立长效机制。', '　　下一段。']), FOOT(2)] },
      ],
    },
    expected: [
      `p1 indent 2 full | ${LINE.slice(0, 32)}${LINE.slice(0, 34)}`,
      'p1 furniture | — 1 —',
      'p2 after break | 转化，并建立长效机制。',
      'p2 indent 2 | 下一段。',
      'p2 furniture | — 2 —',
    ],
  },
  {
    name: 'a running head on every page',
    spec: {
      pages: [1, 2, 3].map((n) => ({
        texts: [
          { text: '样例创新快报（虚构）', x: 90, y: 50, size: 9 },
          ...setLines([`${['甲', '乙', '丙'][n - 1]}地出台新的措施。`]),
          { text: `${n}/3`, x: 290, y: 810, size: 9 },
        ],
      })),
    },
    expected: [1, 2, 3].flatMap((n) => [
      `p${n} furniture | 样例创新快报（虚构）`,
      `p${n}${n > 1 ? ' after break' : ''} | ${['甲', '乙', '丙'][n - 1]}地出台新的措施。`,
      `p${n} furniture | ${n}/3`,
    ]),
  },
  {
    name: 'head and foot of a browser print',
    spec: {
      pages: [
        {
          texts: [
            { text: '2026/3/1 10:05', x: 24, y: 20, size: 8, font: 'times' },
            { text: '样例省科学技术厅', x: 240, y: 20, size: 8 },
            ...setLines(['　　正文。']),
            { text: 'https://kjt.example.invalid/art/1.html', x: 24, y: 828, size: 8, font: 'times' },
            { text: '1/1', x: 550, y: 828, size: 8, font: 'times' },
          ],
        },
      ],
    },
    expected: [
      'p1 furniture | 2026/3/1 10:05 样例省科学技术厅',
      'p1 | 正文。',
      'p1 furniture | https://kjt.example.invalid/art/1.html 1/1',
    ],
  },
  {
    name: 'two columns are read one after the other',
    spec: {
      pages: [
        {
          texts: [0, 1].flatMap((column) =>
            setLines(
              Array.from(
                { length: 8 },
                (_, i) => `${'左右'.charAt(column)}栏第${'一二三四五六七八'.charAt(i)}行${LINE.slice(0, 12)}`,
              ),
              { x: 60 + column * 260, leading: 18 },
            ),
          ),
        },
      ],
    },
    expected: ['左', '右'].map(
      (side, column) =>
        `p1${column > 0 ? ' after break' : ''} full | ${Array.from('一二三四五六七八', (n) => `${side}栏第${n}行${LINE.slice(0, 12)}`).join('')}`,
    ),
  },
  {
    name: 'a table with cells over several lines',
    spec: {
      pages: [
        {
          texts: [
            ...['事项', '主管单位', '时限'].map((text, i) => ({ text, x: 90 + i * 150, y: 100 })),
            ...setLines(['企业技术中心', '认定'], { x: 90, y: 140, leading: 15 }),
            { text: '样例省发展改革委', x: 240, y: 147 },
            { text: '20个工作日', x: 390, y: 147 },
            ...setLines(['研发费用补助'], { x: 90, y: 195 }),
            ...setLines(['样例省科技厅、', '样例省财政厅'], { x: 240, y: 188, leading: 15 }),
            { text: '30个工作日', x: 390, y: 195 },
          ],
        },
      ],
    },
    expected: [
      'p1 cell 0/0/0 | 事项',
      'p1 cell 0/0/1 | 主管单位',
      'p1 cell 0/0/2 | 时限',
      'p1 cell 0/1/0 | 企业技术中心认定',
      'p1 cell 0/1/1 | 样例省发展改革委',
      'p1 cell 0/1/2 | 20个工作日',
      'p1 cell 0/2/0 | 研发费用补助',
      'p1 cell 0/2/1 | 样例省科技厅、样例省财政厅',
      'p1 cell 0/2/2 | 30个工作日',
    ],
  },
  {
    name: 'a labelled cell that goes on over pages',
    spec: {
      pages: [
        {
          texts: [
            ...['依据文件', '发布日期', '服务内容'].map((text, i) => ({ text, x: 60, y: 640 + i * 44 })),
            ...setLines(['《样例省若干措施》', '2026-03-01', `第一条${LINE.slice(0, 26)}`], {
              x: 140,
              y: 640,
              leading: 44,
            }),
          ],
        },
        { texts: setLines([`中间${LINE.slice(0, 27)}`, LINE.slice(0, 29), LINE.slice(3, 32)], { x: 140 }) },
        {
          texts: [
            ...setLines(['最后一行。'], { x: 140 }),
            { text: '联络方式', x: 60, y: 144 },
            ...setLines(['样例省科技厅：00000000'], { x: 140, y: 144 }),
          ],
        },
      ],
    },
    expected: [
      'p1 cell 0/0/0 | 依据文件',
      'p1 cell 0/0/1 | 《样例省若干措施》',
      'p1 cell 0/1/0 | 发布日期',
      'p1 cell 0/1/1 | 2026-03-01',
      'p1 cell 0/2/0 | 服务内容',
      `p1 cell 0/2/1 full | 第一条${LINE.slice(0, 26)}`,
      `p2 cell 0/2/1 after break full | 中间${LINE.slice(0, 27)}${LINE.slice(0, 29)}${LINE.slice(3, 32)}`,
      'p3 cell 0/2/1 after break | 最后一行。',
      'p3 cell 0/3/0 | 联络方式',
      'p3 cell 0/3/1 full | 样例省科技厅：00000000',
    ],
  },
  {
    name: 'a sideways page and a page set with /Rotate',
    spec: {
      pages: [
        { texts: setLines(['　　横向页面的文字。']).map((t) => ({ ...t, x: t.y, y: 700 - t.x, turn: 90 })) },
        {
          rotate: 90,
          texts: setLines(['　　旋转页面的文字。']).map((t) => ({ ...t, x: t.y, y: 700 - t.x, turn: 90 })),
        },
      ],
    },
    expected: ['p1 | 横向页面的文字。', 'p2 after break | 旋转页面的文字。'],
  },
  {
    name: 'text printed twice is bold, not doubled',
    spec: {
      pages: [
        {
          texts: [
            ...setLines(['　　一、叠印的标题']),
            ...setLines(['　　一、叠印的标题'], { x: 90.4 }),
            ...setLines(['　　正文。', '　　又一段正文，足够长以便成为正文的大小。'], { y: 122 }),
          ],
        },
      ],
    },
    expected: ['p1 bold all | 一、叠印的标题', 'p1 | 正文。', 'p1 | 又一段正文，足够长以便成为正文的大小。'],
  },
  {
    name: 'contents keep their leaders, one block a line',
    spec: {
      pages: [
        {
          texts: [
            ...setLines(['一、总体要求……………………………………1', '二、重点任务……………………………………3', '三、保障措施']),
            { text: '7', x: 400, y: 144 },
          ],
        },
      ],
    },
    expected: ['p1 | 一、总体要求……………………………………1', 'p1 | 二、重点任务……………………………………3', 'p1 | 三、保障措施 7'],
  },
  {
    name: 'notes at the foot come after the sentence that goes on over the page',
    spec: {
      pages: [
        {
          texts: [
            ...setLines([`　　${LINE.slice(0, 15)}`]),
            { text: '①', x: 294, y: 96, size: 6 },
            { text: LINE.slice(15, 31), x: 300, y: 100 },
            ...setLines([LINE.slice(0, 34), LINE.slice(0, 34), LINE.slice(0, 34), LINE.slice(0, 34)], { y: 122 }),
            ...setLines(['① 样例产业指本省目录所列产业，', '目录另行公布。', '② 数据来自样例省统计局（虚构）。'], {
              y: 740,
              size: 9,
              leading: 14,
            }),
            FOOT(1),
          ],
        },
        {
          texts: [
            ...setLines(['转化，并建立长效机制。', `　　${LINE.slice(0, 31)}。`]),
            ...setLines(['③ 此处之后是新的段落。'], { y: 760, size: 9 }),
            FOOT(2),
          ],
        },
        { texts: [...setLines(['　　下一段。', `　　${LINE.slice(0, 31)}。`]), FOOT(3)] },
      ],
    },
    expected: [
      `p1 indent 2 full | ${LINE.slice(0, 15)}①${LINE.slice(15, 31)}${LINE.slice(0, 34).repeat(4)}`,
      'p1 furniture | — 1 —',
      'p2 after break | 转化，并建立长效机制。',
      'p1 note ×0.75 | ① 样例产业指本省目录所列产业，',
      'p1 note ×0.75 | 目录另行公布。',
      'p1 note ×0.75 | ② 数据来自样例省统计局（虚构）。',
      `p2 indent 2 full | ${LINE.slice(0, 31)}。`,
      'p2 ×0.75 | ③ 此处之后是新的段落。',
      'p2 furniture | — 2 —',
      'p3 indent 2 after break | 下一段。',
      `p3 indent 2 full | ${LINE.slice(0, 31)}。`,
      'p3 furniture | — 3 —',
    ],
  },
  {
    name: 'a seal and a watermark that stand at other angles are no text',
    spec: {
      pages: [
        {
          texts: [
            ...setLines([`　　${LINE.slice(0, 32)}`, LINE.slice(0, 34), '转化。']),
            { text: '样例省科学技术厅（章）', x: 530, y: 300, size: 14, font: 'upright' },
            { text: '骑缝章', x: 570, y: 420, turn: 270 },
            { text: '内部资料', x: 200, y: 600, size: 60, turn: 45 },
          ],
        },
      ],
    },
    expected: [`p1 indent 2 | ${LINE.slice(0, 32)}${LINE.slice(0, 34)}转化。`],
  },
  {
    name: 'a page written from top to bottom, its columns from right to left',
    spec: {
      pages: [
        {
          texts: [`　　${LINE.slice(0, 32)}`, LINE.slice(0, 34), LINE.slice(0, 34), LINE.slice(0, 34), '转化。'].map(
            (text, i) => {
              const words = text.trimStart();
              return {
                text: words,
                x: 460 - i * 22,
                y: 100 + (text.length - words.length) * 12,
                font: 'upright' as const,
              };
            },
          ),
        },
      ],
    },
    expected: [`p1 indent 2 | ${LINE.slice(0, 32)}${LINE.slice(0, 34)}${LINE.slice(0, 34)}${LINE.slice(0, 34)}转化。`],
  },
  {
    name: 'compatibility forms and wide-set titles',
    spec: {
      pages: [
        {
          texts: [
            ...[...'样例快报'].map((text, i) => ({ text, x: 200 + i * 48, y: 100, size: 24 })),
            ...setLines(['⼀、⽀持⻓期创新的⼗条措施，旋转门之外另有安排。'], { y: 150 }),
          ],
        },
      ],
    },
    expected: ['p1 ×2 centred | 样例快报', 'p1 | 一、支持长期创新的十条措施，旋转门之外另有安排。'],
  },
];

it.each(cases)('$name', async ({ spec, expected }) => {
  expect(await readLines(spec)).toEqual(expected);
});

const visible = (text: string): string => [...text.normalize('NFKC').replace(/\s/gu, '')].sort().join('');

it.each(cases.filter(({ name }) => !/twice|compatibility|other angles/u.test(name)))(
  'nothing is lost or doubled: $name',
  async ({ spec }) => {
    const printed = spec.pages.flatMap((page) => page.texts.map(({ text }) => text)).join('');
    const { blocks } = await readModel(writePdf(spec));
    expect(visible(blocks.map((block) => block.text).join(''))).toBe(visible(printed));
  },
);
