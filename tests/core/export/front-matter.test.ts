/** Front matter read by a YAML parser gives exactly the values, whatever they hold. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatter } from '@/lib/core/export/front-matter';

const inner = (markdown: string): string => markdown.replace(/^---\n/u, '').replace(/---\n$/u, '');

it.each([
  ['breaks out of the scalar', '"a"\ntags: [evil]'],
  ['ends the front matter', 'x\n---\n# y'],
  ['next line and separators', 'a\u0085b\u2028c\u2029d'],
  ['byte order mark and controls', '\uFEFFa\u0001b\u007Fc\u009F'],
  ['backslash, colon, hash', 'C:\\x: #no %y @z `w'],
  ['looks like another type', 'true'],
  ['not a number', '1e3'],
  ['astral', '😀𠮷'],
])('%s', (_, title) => {
  const written = frontMatter([
    ['title', title],
    ['list', [title, 'b']],
    ['count', 3],
  ]);
  expect(parse(inner(written))).toEqual({ title, list: [title, 'b'], count: 3 });
  expect(written.split('\n')).toHaveLength(8);
});

it('holds for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string(), { minLength: 1 }), (title, list) => {
      const written = frontMatter([
        ['title', title],
        ['list', list],
      ]);
      expect(parse(inner(written))).toEqual({ title: title.toWellFormed(), list });
    }),
    { numRuns: 2_000, seed: 57 },
  );
});

it('leaves out empty lists', () => {
  expect(frontMatter([['marks', []]])).not.toContain('marks');
});
