/** Whole exports, read by a real parser: structure, order, sources, marks, and hostile text in every field. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alignMeasures, buildMatrix, columnsOf } from '@/lib/core/compare';
import { DEFAULT_EXPORT_OPTIONS, type ExportInput, markdownChunks, toMarkdown } from '@/lib/core/export';
import { clipId, makeClip } from '../../fixtures/make-clip';
import { fujian, hubei, shanghai, sichuan } from '../../fixtures/policy-clips';
import { holdable, parseMarkdown, textOf, typesOf } from './parse-markdown';

const CLIPS = [shanghai, hubei, fujian, sichuan];
const input = (over: Partial<ExportInput> = {}): ExportInput => ({
  scope: 'selection',
  title: '科技创新支持政策',
  locale: 'zh-CN',
  clips: CLIPS,
  ...over,
});
const compared = (): Partial<ExportInput> => ({
  table: alignMeasures(columnsOf(CLIPS, 'region')),
  matrix: buildMatrix(CLIPS, [{ region: '350000', theme: 'talent', state: 'none-found', on: '2026-11-20' }]),
});
const bodyOf = (markdown: string) => markdown.split('\n---\n').slice(1).join('\n---\n');
const headings = (markdown: string): string[] =>
  parseMarkdown(bodyOf(markdown)).children.flatMap((node) =>
    node.type === 'heading' ? [`${node.depth} ${textOf(node)}`] : [],
  );

it.each([
  ['zh-CN', '原页为图片，文字由剪藏者录入'],
  ['en', 'picture in the original, text typed by the clipper'],
] as const)('says in %s that a text was typed', (locale, words) => {
  const typed = { page: 3, box: { left: 0, top: 0, right: 1, bottom: 0.5 } };
  const [first, ...others] = CLIPS;
  const clips = first ? [{ ...first, typed }, ...others] : [];
  expect(toMarkdown(input({ locale, clips }), DEFAULT_EXPORT_OPTIONS).split(words)).toHaveLength(2);
  expect(toMarkdown(input({ locale }), DEFAULT_EXPORT_OPTIONS)).not.toContain(words);
});

describe('sections', () => {
  it('one per province, by code', () => {
    expect(headings(toMarkdown(input(), DEFAULT_EXPORT_OPTIONS)).filter((line) => line.startsWith('2 '))).toEqual([
      '2 上海',
      '2 福建',
      '2 湖北',
      '2 四川',
      '2 参考文献',
    ]);
  });
  it('one per theme, what has none last', () => {
    const named = input({ themeName: (code) => `主题 ${code}` });
    const found = headings(toMarkdown(named, { ...DEFAULT_EXPORT_OPTIONS, groupBy: 'theme' }));
    expect(found.filter((line) => line.startsWith('2 '))).toEqual([
      ...['finance', 'funding', 'platform', 'regulation', 'talent', 'transfer'].map((code) => `2 主题 ${code}`),
      '2 未归主题',
      '2 参考文献',
    ]);
  });
  it('one per source, in English', () => {
    const found = headings(toMarkdown(input({ locale: 'en' }), { ...DEFAULT_EXPORT_OPTIONS, groupBy: 'source' }));
    expect(found).toContain('2 示例科技要参 第57期');
    expect(found).toContain('2 References');
  });
  it('a memo leaves the conclusions to the author', () => {
    const found = headings(toMarkdown(input({ scope: 'memo', ...compared() }), DEFAULT_EXPORT_OPTIONS));
    expect(found.filter((line) => line.startsWith('2 '))).toEqual([
      '2 一、总体情况',
      '2 二、对比表',
      '2 三、各省做法',
      '2 四、启示',
      '2 参考文献',
    ]);
  });
});

describe('what is written', () => {
  const markdown = toMarkdown(input({ scope: 'comparison', ...compared() }), DEFAULT_EXPORT_OPTIONS);
  it.each([
    [
      'source line',
      '来源：《示例科技要参》第57期；2025-12-01；第 2-3 页；[原文位置](<https://kjt.example.gov.cn/yaocan/57.html#',
    ],
    ['second-hand', '转引，原文待查'],
    ['original', '剪藏于 2026-11-23；原文 \\[2\\]'],
    ['not searched', '未检索'],
    ['searched, none found', '已检索，未见（2026-11-20）'],
    ['only one side', '仅上海有'],
    ['figures that do not compare', '不可直接比较：性质、时限不一致'],
    [
      'reference',
      '\\[2\\] 福建省科学技术厅. 福建省科学技术厅关于印发《促进科技服务业发展若干措施（样例）》的通知：闽科样〔2025〕5号\\[EB/OL\\].',
    ],
    ['address of the reference', ' <https://kjt.example.gov.cn/zc/5.html>.'],
  ])('%s', (_, expected) => {
    expect(markdown).toContain(expected);
  });

  it('marks of confidentiality are in the head, above the text and at the source', () => {
    const marked = makeClip({ title: 'a', lead: 'b', source: { marks: ['内部资料', '秘密★'] } });
    const written = toMarkdown(input({ clips: [marked] }), DEFAULT_EXPORT_OPTIONS);
    expect(parse(written.split('\n---\n')[0]?.replace('---\n', '') ?? '')).toMatchObject({
      marks: ['内部资料', '秘密★'],
    });
    expect(written.match(/密级或内部标志：内部资料、秘密★/gu)).toHaveLength(2);
  });

  it('a figure without indicator is shown with its clause', () => {
    const clip = makeClip({
      title: 'a',
      lead: '近日印发。对承担单位，按实际到账经费的 20%予以配套；其余不予。',
      figures: [{ text: '20%', value: 20 }],
    });
    expect(toMarkdown(input({ clips: [clip] }), DEFAULT_EXPORT_OPTIONS)).toContain(
      '| “按实际到账经费的 20%予以配套” | 20% |',
    );
  });

  it('options leave out figures, notes and references', () => {
    const noted = makeClip({ title: 'a', lead: '比例 5%', figures: [{ text: '5%', value: 5 }], note: '**我的**备注' });
    const full = toMarkdown(input({ clips: [noted] }), DEFAULT_EXPORT_OPTIONS);
    const bare = toMarkdown(input({ clips: [noted] }), {
      ...DEFAULT_EXPORT_OPTIONS,
      figures: false,
      notes: false,
      references: false,
    });
    const blocks = (markdown: string) => parseMarkdown(bodyOf(markdown)).children.map((node) => node.type);
    expect(blocks(full)).toEqual([
      'heading',
      'heading',
      'heading',
      'paragraph',
      'paragraph',
      'table',
      'blockquote',
      'paragraph',
      'heading',
      'paragraph',
    ]);
    expect(blocks(bare)).toEqual(['heading', 'heading', 'heading', 'paragraph', 'paragraph', 'paragraph']);
    expect(bare).not.toContain('\\[1\\]');
  });
});

describe('text', () => {
  /** The text of an item as the export holds it, blocks in order. */
  const exported = (markdown: string): string => {
    const { children } = parseMarkdown(bodyOf(markdown));
    const facts = children.findIndex((node) => textOf(node).startsWith('类型：'));
    const source = children.findIndex((node) => textOf(node).startsWith('来源：'));
    return children
      .slice(facts + 1, source)
      .filter((node) => node.type !== 'table')
      .map(textOf)
      .join('');
  };
  const plain = { ...DEFAULT_EXPORT_OPTIONS, figures: false };

  it('of measures and points comes back whole and in order', () => {
    for (const clip of CLIPS) {
      const markdown = toMarkdown(
        input({
          clips: [
            {
              ...clip,
              item: { ...clip.item, agencies: [], documents: [], docNumbers: [] },
              source: { ...clip.source, docNumber: null },
            },
          ],
        }),
        plain,
      );
      expect(exported(markdown)).toBe(clip.item.text.replaceAll('\n', ''));
    }
  });

  it('comes back whatever it holds, and so does the title', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '# ',
        '- ',
        '1. ',
        '> ',
        '```',
        '---',
        '|',
        '<b>',
        '![x](http://a.b)',
        '**',
        '\t',
        '  ',
        '{{x}}',
        '&amp;',
        '资金。',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const line = fc
      .array(piece, { minLength: 1, maxLength: 5 })
      .map((parts) => `甲${parts.join('').replace(/[\n\r]/gu, '')}`);
    fc.assert(
      fc.property(line, line, line, line, (title, lead, heading, point) => {
        const clip = makeClip({
          title,
          lead,
          measures: [{ label: '(1)', heading, points: [{ label: '一是', text: point }] }],
        });
        const markdown = toMarkdown(input({ clips: [clip] }), plain);
        expect(exported(markdown)).toBe(holdable(clip.item.text.replaceAll('\n', '')));
        const tree = parseMarkdown(bodyOf(markdown));
        expect(
          tree.children.flatMap((node) => (node.type === 'heading' && node.depth === 3 ? [textOf(node)] : [])),
        ).toEqual([holdable(title)]);
        expect(
          typesOf(tree).filter((type) =>
            /^(?:html|image|code|inlineCode|strong|emphasis|delete|break|thematicBreak)$/u.test(type),
          ),
        ).toEqual([]);
      }),
      { numRuns: 300, seed: 57 },
    );
  }, 30_000);

  it('of a comparison stays in its cells', () => {
    const bad = makeClip({
      n: 7,
      title: 'a | b\nc',
      region: '110000',
      measures: [{ label: '|', heading: '资金 | 来源', text: 'x | y\n| z |\n- <br> `|`' }],
    });
    const clips = [shanghai, bad];
    const markdown = toMarkdown(
      input({ clips, scope: 'comparison', table: alignMeasures(columnsOf(clips, 'clip')) }),
      DEFAULT_EXPORT_OPTIONS,
    );
    const tables = parseMarkdown(bodyOf(markdown)).children.filter((node) => node.type === 'table');
    expect(tables[0]?.children.map((row) => row.children.length)).toEqual(Array(tables[0]?.children.length).fill(3));
    expect(textOf(tables[0]!)).toContain('x | y\n| z |\n- <br> `|`');
  });
});

describe('many clips', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => ({
    ...sichuan,
    id: clipId(i),
    anchor: { ...sichuan.anchor, position: { start: i % 977, end: i % 977 } },
  }));
  const hash = (clips: ExportInput['clips']): { digest: string; longest: number } => {
    const state = sha256.create();
    let longest = 0;
    for (const chunk of markdownChunks(input({ clips }), DEFAULT_EXPORT_OPTIONS)) {
      state.update(utf8ToBytes(chunk));
      longest = Math.max(longest, chunk.length);
    }
    return { digest: bytesToHex(state.digest()), longest };
  };

  it('are written in small pieces, to the same bytes in any order', () => {
    const first = hash(many);
    expect(first.longest).toBeLessThan(40_000);
    expect(hash([...many].reverse()).digest).toBe(first.digest);
  }, 240_000);

  it('can be stopped', () => {
    const chunks = markdownChunks(input({ clips: many }), DEFAULT_EXPORT_OPTIONS);
    for (let i = 0; i < 10; i++) expect(chunks.next().done).toBe(false);
    expect(chunks.return(undefined).done).toBe(true);
    expect(chunks.next().done).toBe(true);
  });
});
