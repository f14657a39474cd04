/** What stands around the text of generated pages: heads, feet, notes, seals, other angles. All bulletins are invented. */
import { setLines } from '../fixtures/pdf/write-pdf';
import { type Case, expectLayouts, FOOT, LINE } from './layout-cases';

const cases: Case[] = [
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
    changes: true,
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
    changes: true,
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
];

expectLayouts(cases);
