/** File names that Windows, macOS and Linux take. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileNameFor } from '@/lib/core/export/file-name';

it.each([
  ['科技创新支持政策', '科技创新支持政策 2026-11-23.md'],
  ['CON', '_CON 2026-11-23.md'],
  ['com1.txt', '_com1.txt 2026-11-23.md'],
  ['a/b\\c', 'a b c 2026-11-23.md'],
  ['..', 'policy-clips 2026-11-23.md'],
  ['', 'policy-clips 2026-11-23.md'],
  ['trailing dots...', 'trailing dots 2026-11-23.md'],
  ['.hidden', 'hidden 2026-11-23.md'],
  ['a\u202Egpj.exe', 'a gpj.exe 2026-11-23.md'],
  ['a\u200Bb\nc\0', 'a b c 2026-11-23.md'],
  ['上海：配套？资金*', '上海：配套？资金 2026-11-23.md'],
  ['字'.repeat(300), `${'字'.repeat(60)} 2026-11-23.md`],
  ['x'.repeat(300), `${'x'.repeat(120)} 2026-11-23.md`],
])('%j', (title, expected) => {
  expect(fileNameFor(title, '2026-11-23', 'md')).toBe(expected);
});

it('is safe whatever the title is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const name = fileNameFor(title, '2026-11-23', 'csv');
      expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+ 2026-11-23\.csv$/u);
      expect(name.startsWith('.')).toBe(false);
      expect(name.isWellFormed()).toBe(true);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    }),
    { numRuns: 2_000, seed: 57 },
  );
});
