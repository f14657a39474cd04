/** What the layout makes of the text of generated pages. All bulletins are invented. */
import { setLines } from '../fixtures/pdf/write-pdf';
import { type Case, expectLayouts, FOOT, LINE } from './layout-cases';

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
    changes: true,
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

expectLayouts(cases);
