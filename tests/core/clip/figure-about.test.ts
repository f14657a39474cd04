/** What a number is about when nothing in the text names its indicator. */
import { expect, it } from 'vitest';
import { figureAbout, headingAt } from '@/lib/core/clip/figure-about';
import { shanghai } from '../../fixtures/policy-clips';

const { item } = shanghai;
const [figure] = item.figures;
const at = (words: string) => {
  const start = item.text.indexOf(words);
  return { start, end: start + words.length };
};

it.each([
  ['inside a measure', '25%配套', '配套比例'],
  ['in a point without a heading of its own', '一事一议', '配套比例'],
  ['before the first measure', '近日', ''],
])('is the heading it stands under: %s', (_, words, heading) => {
  expect(headingAt(item, at(words))).toBe(heading);
});

it('is what the text names, first of all', () => {
  if (!figure) throw new Error('the sample has figures');
  expect(figureAbout(item, figure)).toBe('国家级专项任务 配套比例');
  expect(figureAbout(item, { ...figure, subject: null, indicator: null, at: at('30 家') })).toBe('概念验证平台');
});
