/** Escaped text, read by a real parser, is exactly the text: in every place an export puts text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, link, safeAddress, table } from '@/lib/core/export/escape';
import { holdable, parseMarkdown, textOf, typesOf } from './parse-markdown';

const RUNS = 2_000;
const SEED = 57;

/** Pieces that mean something to some Markdown reader. */
const HOSTILE = [
  ...'\\`*_{}[]<>()#+-.!|~&@:=$^%"\'/ \t\n\r0179a中（。，；“”《》①'.split(''),
  ...['**', '__', '~~', '==', '%%', '{{', '}}', '${', '```', '~~~', '---', '***', '===', '- ', '* ', '+ ', '> ', '# '],
  ...['1. ', '1) ', '12.', '[ ] ', '[x](y)', '![x](http://evil.example/p.png)', '[^1]: ', '[a]: b', '[[x]]', '#标签'],
  ...['<script>', '</div>', '<!--', '<http://a.b>', '&amp;', '&#35;', '&lt', '&copy;', '  ', '    ', '\\\n', '|---|'],
  ...['http://', 'https://a.b/c_d', 'www.a.b', 'WWW.', 'a@b.cn', 'mailto:a@b.c', 'ftp://', 'obsidian://open', '://'],
  ...[
    '\u2028',
    '\u2029',
    '\u0085',
    '\u00A0',
    '\u3000',
    '\uFEFF',
    '\u200B',
    '\u202E',
    '\uD800',
    '\0',
    '\x0B',
    '\x0C',
    '😀',
  ],
  ...['**强调**，', '，**', '“**', '_a_', '2.7 万', ':---', '---|---', '</', '<?', '<![CDATA[', ']]>', '\\|', '||'],
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Each place: Markdown around the text, and the types that place itself makes. */
const PLACES: [name: string, wrap: (text: string) => string, types: string[]][] = [
  // Not first: a byte order mark at the start of a file is none of the text.
  ['paragraph', (text) => `a\n\n${text}\n`, ['root', 'paragraph', 'paragraph']],
  ['heading', (text) => `### ${text}\n`, ['root', 'heading']],
  ['list item', (text) => `- ${text}\n`, ['root', 'list', 'listItem', 'paragraph']],
  ['nested item', (text) => `- a\n\n  - ${text}\n`, []],
  ['quote', (text) => `> ${text}\n`, ['root', 'blockquote', 'paragraph']],
  ['table cell', (text) => table(['h', 'i'], [[text, 'x']]), []],
];
const NESTED = ['root', 'list', 'listItem', 'paragraph', 'list', 'listItem', 'paragraph'];
const TABLE = ['root', 'table', ...Array(2).fill(['tableRow', 'tableCell', 'tableCell']).flat()];

describe.each(PLACES)('%s', (name, wrap, types) => {
  const expected = name === 'nested item' ? NESTED : name === 'table cell' ? TABLE : types;
  const around =
    name === 'nested item' || name === 'paragraph' ? ['a', ''] : name === 'table cell' ? ['hi', 'x'] : ['', ''];

  it('gives back exactly the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text !== '');
        const tree = parseMarkdown(wrap(escapeText(text)));
        expect(textOf(tree)).toBe(around[0] + holdable(text) + around[1]);
        expect(typesOf(tree)).toEqual(expected);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 30_000);
});

describe('links', () => {
  it('keep text and address whatever they hold', () => {
    fc.assert(
      fc.property(hostile, fc.webUrl({ withQueryParameters: true, withFragments: true }), (text, url) => {
        fc.pre(text !== '' && safeAddress(url) !== null && !/:\/\/|www\.|@/iu.test(text));
        const tree = parseMarkdown(`${link(text, url)}\n`);
        expect(typesOf(tree).filter((type) => type.startsWith('link '))).toEqual([`link ${url}`]);
        expect(textOf(tree)).toBe(holdable(text));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 30_000);

  it.each([
    ['https://kjt.sc.gov.cn/a.html', true],
    ['http://www.gov.cn/x?a=1&copy=2#:~:text=a', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['https://gov.cn@evil.example/', false],
    ['https://a.b/><script>', false],
    ['https://a.b/x y', false],
    ['https://a.b/\u2028', false],
    ['', false],
  ])('%s is an address of the web: %s', (url, safe) => {
    expect(safeAddress(url) !== null).toBe(safe);
  });
});
