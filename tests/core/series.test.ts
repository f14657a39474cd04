/** Gaps in a series of issues. */
import { expect, it } from 'vitest';
import { numberOfIssue, seriesGaps } from '@/lib/core/query/series';

it.each([
  ['57', 57],
  ['第57期', 57],
  ['第５７期', 57],
  ['2026年第3期', null],
  ['增刊', null],
])('number of %s', (printed, number) => {
  expect(numberOfIssue(printed)).toBe(number);
});

const issue = (title: string, issueNumber: string) => ({ title, issueNumber });
it.each([
  ['one missing', [issue('样例要参', '55'), issue('样例要参', '第57期')], [{ title: '样例要参', missing: [56] }]],
  ['none missing', [issue('样例要参', '55'), issue('样例要参', '56')], []],
  [
    'two series',
    [issue('样例要参', '1'), issue('样例快报', '5'), issue('样例 要参', '3')],
    [{ title: '样例要参', missing: [2] }],
  ],
  ['too far apart to be one series', [issue('样例要参', '1'), issue('样例要参', '99')], []],
  ['only one', [issue('样例要参', '1')], []],
])('%s', (_, issues, gaps) => {
  expect(seriesGaps(issues)).toEqual(gaps);
});
