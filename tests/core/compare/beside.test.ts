/** What is offered beside one clip: other provinces only, the most alike first. */
import { expect, it } from 'vitest';
import { worthBeside } from '@/lib/core/compare';
import { fujian, hubei, shanghai, sichuan } from '../../fixtures/policy-clips';

it('never the clip itself nor one of its province', () => {
  const again = { ...shanghai, id: sichuan.id };
  const ids = worthBeside(shanghai, [shanghai, again, hubei, fujian], 9).map((clip) => clip.id);
  expect(ids.sort()).toEqual([hubei.id, fujian.id].sort());
});

it('the one that speaks of the same comes first', () => {
  const twin = { ...fujian, item: { ...fujian.item, title: shanghai.item.title, measures: shanghai.item.measures } };
  expect(worthBeside(shanghai, [sichuan, hubei, twin], 2).map((clip) => clip.id)[0]).toBe(fujian.id);
  expect(worthBeside(shanghai, [sichuan, hubei, twin], 2)).toHaveLength(2);
});
