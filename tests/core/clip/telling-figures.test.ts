import { describe, expect, it } from 'vitest';
import { tellingFigures } from '@/lib/core/clip/telling-figures';
import { TEXT_NOUNS } from '@/lib/core/lexicon/indicators';
import { findFigures } from '@/lib/core/parse/fields';

const shown = (text: string, count: number) => {
  const figures = findFigures(text).map(({ start, end, ...figure }) => ({ ...figure, spans: [], at: { start, end } }));
  return tellingFigures(figures, count).map((figure) => figure.text);
};

describe('the figures that stand for an item', () => {
  it.each(TEXT_NOUNS.map(({ example }) => [example]))('%s', (example) => expect(shown(example, 1)).toEqual(['30万元']));
  it('keeps the order of the text, and fills up with counts of its points', () => {
    const text = '从8个方面提出24条举措，设立100亿元基金，奖励30万元。';
    expect(shown(text, 2)).toEqual(['100亿元', '30万元']);
    expect(shown(text, 3)).toEqual(['8个', '100亿元', '30万元']);
    expect(shown(text, 9)).toEqual(['8个', '24条', '100亿元', '30万元']);
  });
});
