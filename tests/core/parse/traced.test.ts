/** Text that remembers its places: cutting, joining and leaving out keep every character's origin. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, slice, spansOf, traced, trim, without } from '@/lib/core/parse/traced';

describe('traced text', () => {
  it('joins over a break: one text, two spans', () => {
    const healed = join([traced('国家技术转移中部', 10), traced('中心', 40)], '');
    expect(healed.text).toBe('国家技术转移中部中心');
    expect(spansOf(healed, 6, 10)).toEqual([
      { start: 16, end: 18 },
      { start: 40, end: 42 },
    ]);
  });

  it('leaves signs out without moving the rest', () => {
    const plain = without(traced('**四是强化**服务', 5), /\*\*/gu);
    expect(plain.text).toBe('四是强化服务');
    expect(spansOf(plain, 4, 6)).toEqual([{ start: 13, end: 15 }]);
  });

  it('trims both ends', () => expect(trim(traced('  甲 乙 ', 3))).toMatchObject({ text: '甲 乙' }));

  it('gives back exactly the characters of the document', () => {
    const words = fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.nat(120), fc.nat(120), (parts, a, b) => {
        const document = parts.join('\n');
        let start = 0;
        const whole = join(
          parts.map((part) => {
            const piece = traced(part, start);
            start += part.length + 1;
            return piece;
          }),
          '',
        );
        const [from, to] = a < b ? [a, b] : [b, a];
        const cut = slice(whole, from, to);
        const printed = spansOf(cut)
          .map((span) => document.slice(span.start, span.end))
          .join('');
        expect(printed.replaceAll('\n', '')).toBe(cut.text.replaceAll('\n', ''));
        expect(spansOf(whole, from, Math.min(to, whole.text.length))).toEqual(spansOf(cut));
      }),
    );
  });
});
