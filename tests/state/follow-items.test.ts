/** What is open stays open when items go by other names. */
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { PolicyItem } from '@/lib/core/model/item';
import { followItems } from '@/lib/state/follow-items';
import { sampleItems } from '../components/scene/reading';

const named = (...ids: [at: number, id: string][]): PolicyItem[] =>
  ids.flatMap(([at, id]) => {
    const item = sampleItems[at];
    return item ? [{ ...item, id }] : [];
  });

it.each([
  [
    'more pages before',
    named([0, 's1.i1'], [2, 's1.i2']),
    named([0, 's1.i1'], [1, 's1.i2'], [2, 's1.i3']),
    ['s1.i2>s1.i3'],
  ],
  ['the same', named([0, 's1.i1']), named([0, 's1.i1'], [1, 's1.i2']), null],
  ['gone', named([0, 's1.i1'], [1, 's1.i2']), named([0, 's1.i1']), null],
  ['a title that is there twice', named([0, 's1.i1']), named([0, 's1.i2'], [0, 's1.i3']), null],
])('%s', (_, before, after, expected) => {
  const items = signal<readonly PolicyItem[]>(before);
  const told: string[][] = [];
  const stop = followItems(items, (renamed) => told.push([...renamed].map((pair) => pair.join('>'))));
  items.value = after;
  stop();
  items.value = before;
  expect(told).toEqual(expected === null ? [] : [expected]);
});
