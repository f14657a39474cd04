import { expect, it } from 'vitest';
import { backupReminder } from '@/lib/core/backup/reminder';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();

it.each([
  ['nothing new', { lastAt: day(0), clipsSince: 0, firstSince: null }, 100, null],
  ['a few, soon', { lastAt: day(0), clipsSince: 29, firstSince: day(1) }, 13, null],
  ['thirty', { lastAt: day(0), clipsSince: 30, firstSince: day(0) }, 0, { clips: 30, days: 0 }],
  ['fourteen days', { lastAt: day(0), clipsSince: 1, firstSince: day(13) }, 14, { clips: 1, days: 14 }],
  ['never, young', { lastAt: null, clipsSince: 5, firstSince: day(0) }, 13, null],
  ['never, old', { lastAt: null, clipsSince: 5, firstSince: day(0) }, 15, { clips: 5, days: 15 }],
  ['a clock that went back', { lastAt: day(9), clipsSince: 31, firstSince: day(9) }, 0, { clips: 31, days: 0 }],
])('%s', (_, state, now, expected) => {
  expect(backupReminder(state, day(now))).toEqual(expected);
});
