/** Hostile clips on their way out: every row of X (and T06, T07) with its expected answer. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alignMeasures, columnsOf } from '@/lib/core/compare';
import { DEFAULT_EXPORT_OPTIONS, type ExportInput, figuresCsv, fileNameFor, toMarkdown } from '@/lib/core/export';
import { parseMarkdown, textOf, typesOf } from '../core/export/parse-markdown';
import { type ClipInput, makeClip } from '../fixtures/make-clip';
import { bestTime } from '../own-time';

const input = (clip: ClipInput, over: Partial<ExportInput> = {}): ExportInput => ({
  scope: 'selection',
  title: clip.title,
  locale: 'zh-CN',
  clips: [makeClip(clip)],
  ...over,
});
const write = (clip: ClipInput, over: Partial<ExportInput> = {}) =>
  toMarkdown(input(clip, over), DEFAULT_EXPORT_OPTIONS);
const frontOf = (markdown: string): unknown => parse(/^---\n(.*?)\n---\n/su.exec(markdown)?.[1] ?? '');
const bodyOf = (markdown: string) => parseMarkdown(markdown.replace(/^---\n.*?\n---\n/su, ''));
const linksOf = (markdown: string) => typesOf(bodyOf(markdown)).filter((type) => type.startsWith('link '));

describe('X01 front matter', () => {
  it.each(['"a"\ntags: [evil]', 'a\u0085tags: [evil]', 'a\u2028---\u2029b', "'", '---', '!!js/function x'])(
    '%j',
    (title) => {
      const front = frontOf(write({ title, lead: 'b' }));
      expect(front).toMatchObject({ title });
      expect(front).not.toHaveProperty('tags');
    },
  );
});

describe('X02, X03, X05, X07, T07 text', () => {
  const LINES = [
    '# 一级标题',
    '- 条目',
    '> 引文',
    '```js',
    '---',
    '1. 编号',
    '<script>alert(1)</script>',
    '<iframe src="http://evil.example">',
    '[a](javascript:alert(1))',
    '{{title}} $\u007Bx} %%注释%%',
    'obsidian://open?vault=x',
    '[[内部链接]] #a b]',
    '    缩进四格',
    '| a | b |',
    '[^1]: 脚注',
    '<!-- -->',
    'Setext',
    '===',
  ];
  const markdown = write({ title: '# 标题 ---', lead: LINES.join('\n') });
  const tree = bodyOf(markdown);
  it.each(LINES)('%s stays a paragraph of text', (line) => {
    expect(tree.children.filter((node) => node.type === 'paragraph').map(textOf)).toContain(line);
  });
  it('no structure comes from it', () => {
    expect(tree.children.map((node) => node.type)).toEqual([
      ...Array(3).fill('heading'),
      ...Array(1 + LINES.length + 1).fill('paragraph'),
      'heading',
      'paragraph',
    ]);
    expect(markdown).toContain('&lt;script>');
    expect(linksOf(markdown)).toEqual([expect.stringMatching(/^link https:\/\/kjt\.example\.gov\.cn\//u)]);
  });
});

it('X04 no remote image is emitted', () => {
  const types = typesOf(
    bodyOf(
      write({ title: '![x](http://evil.example/p.png)', lead: '![x][y]\n[y]: http://evil.example', note: '![n](x)' }),
    ),
  );
  expect(types.filter((type) => type.startsWith('image'))).toEqual([]);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'https://gov.cn@evil.example/', 'file:///C:/x.pdf'])(
  'X05 the address %s makes no link',
  (url) => {
    expect(linksOf(write({ title: 'a', lead: 'b', source: { url } }))).toEqual([]);
  },
);

it('X05 an address that tries to break out stays one address', () => {
  const url = 'https://a.b/)[x](javascript:1';
  expect(linksOf(write({ title: 'a', lead: 'b', source: { url } }))).toEqual([`link ${url}#:~:text=b`]);
});

it('X06 bars and line ends keep to their cell', () => {
  const clip: ClipInput = {
    title: 'a|b\nc',
    region: '310000',
    measures: [{ label: '(1)', heading: '|', text: 'x | y\n\n| --- |\r\nz' }],
  };
  const clips = [makeClip(clip), makeClip({ ...clip, n: 2, region: '420000' })];
  const text = write(clip, { clips, scope: 'comparison', table: alignMeasures(columnsOf(clips, 'region')) });
  const tree = bodyOf(text);
  const [table] = tree.children.filter((node) => node.type === 'table');
  expect(table?.children.map((row) => row.children.length)).toEqual([3, 3, 3]);
  expect(table && textOf(table)).toContain('x | y\n\n| --- |\nz');
  // As Word and people read it, which do not resolve references.
  expect(text).toContain('y<br><br>');
});

it('X08 nothing in a CSV is a formula', () => {
  const clip: ClipInput = {
    title: "=cmd|' /C calc'!A0",
    lead: '+1 万',
    agencies: ['@x'],
    figures: [{ text: '+1', value: 1, indicator: '-a', unit: '=b' }],
    source: { title: '\t=1', issueNumber: '+2' },
  };
  const cells = [...figuresCsv(input(clip))].join('').match(/"(?:[^"]|"")*"/gu) ?? [];
  expect(cells.length).toBeGreaterThan(20);
  expect(cells.filter((cell) => /^"\s*[=+\-@]/u.test(cell))).toEqual([]);
});

describe('T06 file names', () => {
  it.each(['CON', 'a/b', '..', 'x'.repeat(300), 'end.', 'a\u202Eb', 'nul.md', '\u200B'])('%j', (title) => {
    const name = fileNameFor(title, '2026-11-23', 'md');
    expect(name).toMatch(/^(?!\.)[^<>:"/\\|?*\p{Cc}\p{Cf}]{1,140} 2026-11-23\.md$/u);
    expect(name).not.toMatch(/^(?:con|nul)\b/iu);
  });
});

it('a clip with every field at its worst is written in time', () => {
  const worst = '*_`[]()<>#|~$^{}@\\&=%+-.!:\'"\n'.repeat(2_000);
  const clip = { title: worst.slice(0, 1_000), lead: worst, note: worst, tags: ['#'.repeat(60)] };
  expect(bestTime(() => write(clip), { within: 50 })).toBeLessThan(50);
  expect(write(clip).length).toBeGreaterThan(worst.length);
});
