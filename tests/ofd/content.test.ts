/** How programs write text into an OFD, and what is read of it. All text is invented. */
import { describe, expect, it } from 'vitest';
import { documentPart, PICTURE, pageEntry, pageOf, pagePath, partsOf, resourcePart } from '../fixtures/ofd/write-ofd';
import { lineOf, readObjects, readParts } from './read';

/** A text object of 4 mm signs whose first stands at 30 mm from the left; `y` is the top of its box. */
const object = (codes: string, attributes = '', y = 40): string =>
  `<ofd:TextObject Boundary="30 ${y} 150 5" Font="1" Size="4" ${attributes}>${codes}</ofd:TextObject>`;
const code = (text: string, attributes = 'X="0" Y="4"'): string => `<ofd:TextCode ${attributes}>${text}</ofd:TextCode>`;

interface Case {
  name: string;
  objects: string;
  expected: string[];
}

const cases: Case[] = [
  {
    name: 'steps that are the same',
    objects: object(code('样例政策通知', 'X="0" Y="4" DeltaX="g 5 4"')),
    expected: ['样例政策通知'],
  },
  { name: 'no steps at all', objects: object(code('样例政策通知')), expected: ['样例政策通知'] },
  {
    name: 'fewer steps than signs, and more than signs',
    objects:
      object(code('样例政策通知', 'X="0" Y="4" DeltaX="4 4"')) +
      object(code('再版', 'X="0" Y="4" DeltaX="g 99999999 4"'), '', 60),
    expected: ['样例政策通知', '再版'],
  },
  {
    name: 'signs set wide are one word',
    objects: object(code('关于创新', 'X="0" Y="4" DeltaX="g 3 12"')),
    expected: ['关于创新'],
  },
  {
    name: 'a gap between two words',
    objects: object(code('发文机关样例厅', 'X="0" Y="4" DeltaX="4 4 4 6.4 g 2 4"')),
    expected: ['发文机关 样例厅'],
  },
  {
    name: 'Latin letters and digits',
    objects: object(code('GB/T 33190 AI', 'X="0" Y="4" DeltaX="2.6 2.4 1.2 2.2 1 g 5 2 1 2.8"')),
    expected: ['GB/T 33190 AI'],
  },
  {
    name: 'a second code without a place of its own begins where the first did',
    objects: object(code('第一行') + code('第二行', 'Y="12"')),
    expected: ['第一行', '第二行'],
  },
  {
    name: 'a size twenty times too large that a matrix makes small',
    objects: `<ofd:TextObject Boundary="30 40 16 4" Size="80" Font="1" CTM="0.05 0 0 0.05 0 0">${code('样例通知', 'X="0" Y="68" DeltaX="g 3 80"')}</ofd:TextObject>`,
    expected: ['样例通知'],
  },
  {
    name: 'a boundary as large as the page, and the place in the matrix',
    objects: `<ofd:TextObject Boundary="-8 -170 361 399" Size="9" Font="1" CTM="0.3527 0 0 0.3527 30 220">${code('样例通知', 'X="83" Y="8" DeltaX="g 3 9"')}</ofd:TextObject>`,
    expected: ['样例通知'],
  },
  {
    name: 'line breaks of the file inside a code',
    objects: object('<ofd:TextCode X="0" Y="4" DeltaX="g 3 4">\n样例通知\n</ofd:TextCode>'),
    expected: ['样例通知'],
  },
  {
    name: 'a line break of the file between two signs',
    objects: object(code('样例\n通知')),
    expected: ['样例通知'],
  },
  {
    name: 'entities, sections of characters and signs beyond the first plane',
    objects:
      object(code('研发&amp;应用&#x4E2D;')) +
      object(code('<![CDATA[<甲>]]>'), '', 60) +
      object(code('𠮷林样例', 'X="0" Y="4" DeltaX="g 3 4"'), '', 80),
    expected: ['研发&应用中', '<甲>', '𠮷林样例'],
  },
  {
    name: 'indents made of spaces stand where their text does',
    objects: object(code('　　样例通知', 'X="0" Y="4" DeltaX="g 5 4"')),
    expected: ['样例通知'],
  },
  {
    name: 'vertical text by its direction and by its steps alone',
    objects:
      object(code('竖排样例', 'X="0" Y="4"'), 'ReadDirection="90"') +
      `<ofd:TextObject Boundary="20 40 5 30" Font="1" Size="4">${code('第二列文字', 'X="0" Y="4" DeltaY="g 4 4"')}</ofd:TextObject>`,
    expected: ['竖排样例', '第二列文字'],
  },
  {
    name: 'a page on its side',
    objects: `<ofd:TextObject Boundary="100 40 5 60" Font="1" Size="4" CTM="0 1 -1 0 0 0">${code('横放的页面', 'X="0" Y="0" DeltaX="g 4 4"')}</ofd:TextObject>`,
    expected: ['横放的页面'],
  },
  {
    name: 'what is not shown',
    objects: object(code('看不见'), 'Visible="false"') + object(code('看得见'), '', 60),
    expected: ['看得见'],
  },
  {
    name: 'text that other text is clipped by, or that a pattern is made of',
    objects:
      object(
        `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Text>${code('剪切')}</ofd:Text></ofd:Area></ofd:Clip></ofd:Clips>${code('正文')}`,
      ) +
      object(
        `<ofd:FillColor><ofd:Pattern><ofd:CellContent>${object(code('底纹'))}</ofd:CellContent></ofd:Pattern></ofd:FillColor>${code('标题')}`,
        '',
        60,
      ),
    expected: ['正文', '标题'],
  },
  {
    name: 'printed twice to look bold',
    objects: object(code('样例通知')) + object(code('样例通知'), '', 40.2),
    expected: ['样例通知'],
  },
  {
    name: 'numbers that are none',
    objects: object(code('样例通知', 'X="NaN" Y="4" DeltaX="x y Infinity"')),
    expected: ['样例通知'],
  },
];

it.each(cases)('reads $name', async ({ objects, expected }) => {
  const { blocks } = await readObjects([objects]);
  expect(blocks.map(({ text }) => text)).toEqual(expected);
});

it.each([
  ['spaces before it', object(code('　　样例通知', 'X="0" Y="4" DeltaX="g 5 4"')), [2]],
  [
    'a code without a place of its own after one that has',
    object(code('甲', 'X="8" Y="4"') + code('乙', 'Y="12"')),
    [2, 2],
  ],
])('stands where it is seen: %s', async (_, objects, indents) => {
  const body = Array.from({ length: 8 }, (_line, i) => object(code('正文正文正文正文正文正文'), '', 60 + i * 8)).join(
    '',
  );
  const { blocks } = await readObjects([objects + body]);
  expect(blocks.slice(0, indents.length).map(({ indent }) => Math.round(indent ?? -1))).toEqual(indents);
});

it.each([
  ['a name', object(code('样例通知'), '').replace('Font="1"', 'Font="2"'), 'p1 bold | 样例通知'],
  ['a weight', object(code('样例通知'), 'Weight="700"'), 'p1 bold | 样例通知'],
  ['neither', object(code('样例通知'), 'Weight="400"'), 'p1 | 样例通知'],
])('takes text for bold by %s of its font', async (_, heading, expected) => {
  const body = Array.from({ length: 8 }, (_line, i) => object(code('正文正文正文正文正文正文'), '', 60 + i * 8)).join(
    '',
  );
  const { blocks } = await readObjects([heading + body]);
  expect(blocks.map(lineOf)[0]).toBe(expected);
});

describe('shared drawings', () => {
  const unit = (id: number, content: string): string =>
    `<ofd:CompositeGraphicUnit ID="${id}" Width="210" Height="297"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit>`;
  const use = (id: number, boundary = '0 0 210 297'): string =>
    `<ofd:CompositeObject ID="9${id}" Boundary="${boundary}" ResourceID="${id}" />`;
  const units = (content: string): string => `<ofd:CompositeGraphicUnits>${content}</ofd:CompositeGraphicUnits>`;

  it('are read where they are used, also inside of each other', async () => {
    const resources = units(unit(60, object(code('甲乙'))) + unit(61, use(60, '0 30 210 297') + object(code('丙丁'))));
    const { blocks } = await readObjects([use(61) + object(code('页面'), '', 90)], { resources });
    expect(blocks.map(({ text }) => text)).toEqual(['丙丁', '甲乙', '页面']);
  });

  it('may use themselves without end', async () => {
    const resources = units(unit(60, use(60) + object(code('一'))) + unit(61, use(61) + use(61)));
    const { blocks } = await readObjects([use(60) + use(61)], { resources });
    expect(blocks.map(({ text }) => text)).toEqual(['一']);
  });
});

describe('places of parts', () => {
  const page = pageOf(object(code('样例通知')));
  const parts = (reference: string, name: string) => [
    ...partsOf([]).filter(({ name: own }) => own === 'OFD.xml'),
    documentPart(`<ofd:Page ID="1" BaseLoc="${reference}" />`),
    resourcePart(),
    { name, body: page },
  ];
  it.each([
    ['seen from the document', 'Pages/Page_0/Content.xml', 'Doc_0/Pages/Page_0/Content.xml'],
    ['from the root', '/Doc_0/P.xml', 'Doc_0/P.xml'],
    ['from the root without saying so', 'Doc_0/P.xml', 'Doc_0/P.xml'],
    ['with steps back', './../Doc_0/x/../P.xml', 'Doc_0/P.xml'],
    ['in another case, with the slashes of Windows', 'pages\\P.XML', 'Doc_0\\Pages\\p.xml'],
  ])('%s', async (_, reference, name) => {
    const { blocks } = await readParts(parts(reference, name));
    expect(blocks.map(({ text }) => text)).toEqual(['样例通知']);
  });

  it('out of the file lead nowhere, and the page counts as not read', async () => {
    const out = [
      documentPart(`<ofd:Page ID="1" BaseLoc="../../../etc/passwd" />${pageEntry(0)}`),
      { name: pagePath(0), body: page },
    ];
    const model = await readParts([...partsOf([]).filter(({ name }) => name === 'OFD.xml'), ...out]);
    expect(model.blocks.map(lineOf)).toEqual(['p2 | 样例通知']);
    expect(model.notices).toEqual([{ code: 'partly-read', read: 1, total: 2 }]);
  });
});

describe('pages without text', () => {
  const text = Array.from({ length: 20 }, (_, i) => object(code('这是样例文字共有十个字'), '', 20 + i * 8)).join('');
  it.each([
    ['a picture', PICTURE, [{ code: 'scanned', pages: [2] }]],
    ['letters drawn as lines', '<ofd:PathObject Boundary="0 0 9 9" />', [{ code: 'scanned', pages: [2] }]],
    ['nothing', '', []],
    ['a picture under text', PICTURE + text, []],
  ])('%s', async (_, objects, notices) => {
    const model = await readObjects([text, objects]);
    expect(model.notices).toEqual(notices);
  });

  it('tells noise that lies unseen over a picture', async () => {
    const noise = Array.from({ length: 20 }, (_, i) =>
      object(code('样a1例ﾃ文b字c2识别噪声d'), 'Fill="false"', 20 + i * 8),
    ).join('');
    const model = await readObjects([PICTURE + noise]);
    expect(model.notices).toContainEqual({ code: 'noisy-text', pages: [1] });
    expect((await readObjects([PICTURE + noise.replaceAll('Fill="false"', '')])).notices).not.toContainEqual({
      code: 'noisy-text',
      pages: [1],
    });
  });
});

it('takes title, id and what else the file says of itself', async () => {
  const { title, fingerprint, meta, pageCount, source } = await readObjects([object(code('甲')), object(code('乙'))], {
    title: '样例 & 通知',
  });
  expect({ title, fingerprint, meta, pageCount, source }).toEqual({
    title: '样例 & 通知',
    fingerprint: '00112233445566778899aabbccddeeff',
    meta: [
      ['DocID', '00112233445566778899aabbccddeeff'],
      ['Title', '样例 & 通知'],
    ],
    pageCount: 2,
    source: 'ofd',
  });
  expect((await readObjects([object(code('甲'))])).title).toBe('sample.ofd');
});
