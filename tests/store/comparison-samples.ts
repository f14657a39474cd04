/** A named comparison of invented clips (a sample). */
import type { Comparison } from '@/lib/core/compare/stored';
import { uuid } from '../core/clip/samples';

/** None of a clip. */
export const comparisonId = (n: number): string => uuid(9_000 + n);

export const sampleComparison = (n: number, over: Partial<Comparison> = {}): Comparison => ({
  id: comparisonId(n),
  name: `对比 ${n}`,
  grouping: 'region',
  clipIds: [uuid(1), uuid(2)],
  links: [{ kind: 'join', a: `${uuid(1)}#m0`, b: `${uuid(2)}#m1` }],
  cells: [{ region: '310000', theme: 'funding', state: 'none-found', on: '2026-11-20' }],
  regions: ['330000'],
  themes: [],
  createdAt: '2026-11-23T08:00:00.000Z',
  updatedAt: `2026-11-23T08:00:0${n}.000Z`,
  revision: 1,
  ...over,
});
