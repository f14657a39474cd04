/** Characters as fonts leave them, and as a person reads them. */
import { describe, expect, it } from 'vitest';
import { readable } from '@/lib/layout/characters';

describe('radicals that stand for characters', () => {
  it.each([
    ['⼀、⽀持⻓期创新', '一、支持长期创新'],
    // Their compatibility mapping is 戶, 靑 and 黃.
    ['⽤⼾、⾭年、⿈河', '用户、青年、黄河'],
  ])('%s', (printed, read) => expect(readable(printed)).toBe(read));
});
