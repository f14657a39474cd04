/** Times are shown as the clock of this computer showed them, not as they are kept. */
import { afterEach, expect, it, vi } from 'vitest';
import { createI18n } from '@/components/i18n';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['zh-CN', 'Asia/Shanghai', '2026-11-24T01:15:00.000Z', '2026-11-24 09:15'],
  ['zh-CN', 'Asia/Shanghai', '2026-11-23T16:30:00.000Z', '2026-11-24 00:30'],
  ['en', 'America/New_York', '2026-11-24T01:15:00.000Z', 'Nov 23, 2026, 8:15 PM'],
  ['zh-CN', 'Asia/Shanghai', 'no time', 'no time'],
])('%s in %s', (locale, zone, iso, shown) => {
  vi.stubEnv('TZ', zone);
  const { moment } = createI18n(() => '', locale);
  expect(moment(iso).replaceAll('\u202f', ' ')).toBe(shown);
});

it.each([
  ['zh-CN', '2026-11-27T20:44:00.000Z', '2026-11-28'],
  ['zh-CN', '2026-11-27T15:59:59.000Z', '2026-11-27'],
  ['en', '2026-11-27T20:44:00.000Z', 'Nov 28, 2026'],
  ['zh-CN', '2026-11-27', '2026-11-27'],
  ['en', '2026-11-27', 'Nov 27, 2026'],
  ['zh-CN', '2026年初', '2026年初'],
])('a day in %s of %s is that of exports', (locale, iso, day) => {
  expect(createI18n(() => '', locale).date(iso)).toBe(day);
});
