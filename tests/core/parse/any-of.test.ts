/** Many expressions asked at once answer as each of them alone would. */
import { describe, expect, it } from 'vitest';
import { anyOf } from '@/lib/core/parse/any-of';
import { recall } from '@/lib/core/parse/memo';

describe('anyOf', () => {
  it.each<[name: string, patterns: RegExp[], text: string, expected: boolean]>([
    ['the first', [/^a/u, /b$/u], 'ax', true],
    ['the last', [/^a/u, /b$/u], 'xb', true],
    ['none', [/^a/u, /b$/u], 'ba', false],
    ['alternatives stay within their own', [/^a|b/u, /^c/u], 'xc', false],
    ['each keeps its flags', [/^a$/u, /^b$/iu], 'B', true],
    ['and no other', [/^a$/u, /^b$/iu], 'A', false],
    ['names may come twice', [/^(?<n>1)、/u, /^(?<n>2)、/u], '2、', true],
    ['lookbehind is no name', [/(?<=a)b/u, /(?<!a)c/u], 'xab', true],
  ])('%s', (_, patterns, text, expected) => {
    expect(anyOf(patterns)(text)).toBe(expected);
  });
});

describe('recall', () => {
  it('answers the same and asks once for a line', () => {
    let asked = 0;
    const length = recall((text) => {
      asked += 1;
      return text.length;
    });
    expect([length('甲'), length('乙丙'), length('甲')]).toEqual([1, 2, 1]);
    expect(asked).toBe(2);
  });

  it('forgets rather than keep every line', () => {
    let asked = 0;
    const ask = recall(() => {
      asked += 1;
    });
    for (let i = 0; i < 5_000; i += 1) ask(`第${i}行`);
    ask('第0行');
    expect(asked).toBe(5_001);
  });
});
