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
    name: 'text printed twice in runs that are cut otherwise is bold, not doubled',
    changes: true,
    spec: {
      pages: [
        {
          texts: [
            // Word by word: what pdf.js makes of it are runs that begin in the one before and go on after it.
            { text: '一、样例', x: 90, y: 60 },
            { text: '一、样例', x: 90.4, y: 60 },
            { text: '目标与', x: 138, y: 60 },
            { text: '目标与', x: 138.4, y: 60 },
            { text: '措施', x: 174, y: 60 },
            { text: '措施', x: 174.4, y: 60 },
            // Once as one run, once as three.
            { text: '二、样例2027年目标与措施', x: 90, y: 100 },
            { text: '二、样例', x: 90.4, y: 100.3 },
            { text: '2027', x: 138.4, y: 100.3, font: 'hei' },
            { text: '年目标与措施', x: 186.4, y: 100.3 },
            ...setLines(['　　正文。', '　　又一段正文，足够长以便成为正文的大小。'], { y: 142 }),
          ],
        },
      ],
    },
    expected: [
      'p1 bold all | 一、样例目标与措施',
      'p1 bold all | 二、样例2027年目标与措施',
      'p1 indent 2 | 正文。',
      'p1 indent 2 | 又一段正文，足够长以便成为正文的大小。',
    ],
  },
  {
    name: 'slim letters and words that stand twice side by side stay',
    spec: {
      pages: [
        {
          texts: [
            { text: 'sma', x: 90, y: 100, font: 'times' },
            { text: 'l', x: 108, y: 100, font: 'times' },
            { text: 'l', x: 110.6, y: 100, font: 'times' },
            { text: '样样例例', x: 140, y: 100 },
            { text: '样例', x: 188, y: 100 },
            { text: '样例', x: 212, y: 100 },
          ],
        },
      ],
    },
    expected: ['p1 | small 样样例例样例样例'],
  },
  ...(
    [
      ['a signature right below a table is no cell of it', 340, 24],
      ['a signature set off below a table, under one of its columns', 390, 48],
    ] as const
  ).map(
    ([name, x, above]): Case => ({
      name,
      spec: {
        pages: [
          {
            texts: [
              ...['项目', '牵头单位', '完成时限'].map((text, i) => ({ text, x: 90 + i * 150, y: 100 })),
              ...['样例平台', '样例省科技厅', '2026年6月'].map((text, i) => ({ text, x: 90 + i * 150, y: 124 })),
              ...['样例基金', '样例省财政厅', '2026年9月'].map((text, i) => ({ text, x: 90 + i * 150, y: 148 })),
              { text: '样例省科学技术厅', x, y: 148 + above },
              { text: '2026年3月1日', x: x + 12, y: 172 + above },
            ],
          },
        ],
      },
      expected: [
        ...[
          ['项目', '牵头单位', '完成时限'],
          ['样例平台', '样例省科技厅', '2026年6月'],
          ['样例基金', '样例省财政厅', '2026年9月'],
        ].flatMap((row, i) => row.map((text, j) => `p1 cell 0/${i}/${j} | ${text}`)),
        'p1 | 样例省科学技术厅',
        'p1 indent 1 full | 2026年3月1日',
      ],
    }),
  ),
  {
    name: 'a cell of several lines that ends in a date keeps it',
    spec: {
      pages: [
        {
          texts: [
            ...['办理条件', '受理期间'].map((text, i) => ({ text, x: 90, y: 100 + i * 60 })),
            ...setLines(['样例省内注册的企业', '研发投入占比不低于3%'], { x: 200, y: 100, leading: 24 }),
            ...setLines(['自2026年1月1日起', '申报系统关闭时止', '2026年12月31日'], { x: 200, y: 160, leading: 24 }),
          ],
        },
      ],
    },
    expected: [
      'p1 cell 0/0/0 | 办理条件',
      'p1 cell 0/0/1 | 样例省内注册的企业研发投入占比不低于3%',
      'p1 cell 0/1/0 | 受理期间',
      'p1 cell 0/1/1 | 自2026年1月1日起申报系统关闭时止2026年12月31日',
    ],
  },
  {
    name: 'a signature that runs to the edge is no part of the remark below it',
    spec: {
      pages: [
        {
          texts: [
            ...setLines([`　　${LINE.slice(0, 32)}`, `${LINE.slice(0, 33)}。`, `　　${LINE.slice(0, 32)}`, '实施。']),
            { text: '样例省人民政府办公厅', x: 378, y: 188 },
            { text: '2026年10月30日', x: 366, y: 210 },
            { text: '（此件主动公开）', x: 114, y: 232 },
          ],
        },
      ],
    },
    expected: [
      `p1 indent 2 full | ${LINE.slice(0, 32)}${LINE.slice(0, 33)}。`,
      `p1 indent 2 | ${LINE.slice(0, 32)}实施。`,
      'p1 indent 24 full | 样例省人民政府办公厅',
      'p1 indent 23 full | 2026年10月30日',
      'p1 indent 2 | （此件主动公开）',
    ],
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
