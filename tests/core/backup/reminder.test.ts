import { expect, it } from 'vitest';
import { automaticBackupDue, backupReminder } from '@/lib/core/backup/reminder';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();

it.each([
  ['nothing new', { lastAt: day(0), clipsSince: 0, comparisonsSince: 0, firstSince: null }, 100, null],
  ['a few, soon', { lastAt: day(0), clipsSince: 29, comparisonsSince: 0, firstSince: day(1) }, 13, null],
  [
    'thirty',
    { lastAt: day(0), clipsSince: 30, comparisonsSince: 0, firstSince: day(0) },
    0,
    { clips: 30, comparisons: 0, days: 0 },
  ],
  [
    'fourteen days',
    { lastAt: day(0), clipsSince: 1, comparisonsSince: 0, firstSince: day(13) },
    14,
    { clips: 1, comparisons: 0, days: 14 },
  ],
  ['never, young', { lastAt: null, clipsSince: 5, comparisonsSince: 0, firstSince: day(0) }, 13, null],
  [
    'never, old',
    { lastAt: null, clipsSince: 5, comparisonsSince: 0, firstSince: day(0) },
    15,
    { clips: 5, comparisons: 0, days: 15 },
  ],
  [
    'a clock that went back',
    { lastAt: day(9), clipsSince: 31, comparisonsSince: 0, firstSince: day(9) },
    0,
    { clips: 31, comparisons: 0, days: 0 },
  ],
  ['a comparison alone, soon', { lastAt: day(0), clipsSince: 0, comparisonsSince: 40, firstSince: day(1) }, 13, null],
  [
    'a comparison alone, fourteen days',
    { lastAt: day(0), clipsSince: 0, comparisonsSince: 1, firstSince: day(1) },
    14,
    { clips: 0, comparisons: 1, days: 14 },
  ],
])('%s', (_, state, now, expected) => {
  expect(backupReminder({ ...state, changed: true, rebuilding: false }, day(now))).toEqual(expected);
});

it.each([
  ['nothing has changed', null, false, false, false],
  ['there was none yet', null, true, false, true],
  ['the last is of yesterday', day(0), true, false, true],
  ['the last is of today', '2026-01-01T20:00:00.000Z', true, false, false],
  ['the clock was set back', day(40), true, false, true],
  ['clips are still coming back', null, true, true, false],
])('by itself when %s', (_, lastAt, changed, rebuilding, due) => {
  const since = { clipsSince: 0, comparisonsSince: 0, firstSince: null };
  expect(automaticBackupDue({ lastAt, ...since, changed, rebuilding }, day(1))).toBe(due);
});
