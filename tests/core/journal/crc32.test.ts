import { expect, it } from 'vitest';
import { crc32 } from '@/lib/core/journal/crc32';
import { bytesOf } from './filled';

it.each([
  ['', 0],
  ['123456789', 0xcbf43926],
  ['The quick brown fox jumps over the lazy dog', 0x414fa339],
])('CRC-32 of %j', (text, crc) => {
  const bytes = bytesOf(text);
  expect(crc32(bytes)).toBe(crc);
  expect(crc32(bytes.subarray(3), crc32(bytes.subarray(0, 3)))).toBe(crc);
});
