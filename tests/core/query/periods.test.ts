/** Usual periods, over the turn of a year. */
import { expect, it } from 'vitest';
import { parseQuery } from '@/lib/core/query/clip-query';
import { recentPeriods } from '@/lib/core/query/periods';
import { setTerm } from '@/lib/core/query/syntax';

it.each([
  ['2026-11-24', ['2026-11', '2026-10', '2026-09..2026-11', '2026', '2025']],
  ['2026-01-31', ['2026-01', '2025-12', '2025-11..2026-01', '2026', '2025']],
])('reckoned from %s', (today, values) => {
  expect(recentPeriods(today).map((period) => period.value)).toEqual(values);
});

it('are dates that the query understands', () => {
  const found = recentPeriods('2026-01-31').map(({ value }) => parseQuery(setTerm('', 'date', value), new Map()));
  expect(found.every((query) => query.publishedFrom && query.publishedTo && query.text === undefined)).toBe(true);
});

it.each([
  ['a second period takes the place of the first', '资金 日期:2025 省:上海', '2026-01', '资金 省:上海 日期:2026-01'],
  ['none takes it away', '日期:2025 资金', null, '资金'],
])('%s', (_, query, value, after) => {
  expect(setTerm(query, 'date', value)).toBe(after);
});
