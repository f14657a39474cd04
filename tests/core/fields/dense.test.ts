/** Texts that are nothing but figures: twice as many take about twice as long, whatever their order. */
import { describe, expect, it } from 'vitest';
import { findFigures } from '@/lib/core/parse/fields';
import { ownTime } from '../../own-time';

/** Best times of several rounds that take turns, so that a busy machine slows both or neither. */
function bestOf(texts: readonly [string, string]): [number, number] {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < 8; i += 1) {
    best[0] = Math.min(
      best[0],
      ownTime(() => findFigures(texts[0])),
    );
    best[1] = Math.min(
      best[1],
      ownTime(() => findFigures(texts[1])),
    );
  }
  return best;
}

const repeated = (piece: string) => (count: number) => piece.repeat(count);
const names = (count: number) => Array.from({ length: count }, (_, i) => `甲${i % 9}`).join('、');

describe('dense texts', () => {
  it.each<[name: string, text: (count: number) => string]>([
    ['figures without a word between', repeated('12个')],
    ['money', repeated('5元，')],
    ['limits', repeated('每家最高5元')],
    ['shares', repeated('占比5%，')],
    ['rates', repeated('按照本金的5%')],
    ['changes', repeated('由5元提高到6元')],
    ['growth', repeated('同比增长5%')],
    ['recipients', repeated('对企业给予5元')],
    ['lists', repeated('甲、乙分别1个、2个，')],
    ['one list of many', (count) => `${names(count)}分别${repeated('3个、')(count)}`],
    ['horizons', repeated('到2027年5家')],
    ['words that tell the kind', repeated('补贴5')],
    ['leading words', repeated('建设支持')],
    ['years', repeated('2027年，力争')],
  ])('%s', { timeout: 60_000 }, (_, text) => {
    // The first pair is told throughout, the second is longer than what is told.
    for (const count of [900, 8_000]) {
      const [once, twice] = bestOf([text(count), text(2 * count)]);
      // Quadratic work would take four times as long; the constant absorbs a pause of the machine.
      expect(twice).toBeLessThan(3 * once + 15);
    }
  });

  it('keeps every number of a table, told or not', () => {
    const figures = findFigures('平台30家，'.repeat(2_500));
    expect(figures).toHaveLength(2_500);
    expect(figures.at(0)?.indicator).toBe('平台');
    expect(figures.at(-1)).toMatchObject({ value: 30, unit: '家', indicator: null, kind: 'other', text: '30家' });
  });
});
