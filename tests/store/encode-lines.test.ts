import { describe, expect, it } from 'vitest';
import { encodeLines } from '@/lib/store/backup/bytes';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('lines as bytes', () => {
  it('are each followed by an end', () => {
    expect(text(encodeLines(['{"a":"省"}', '', '😀']))).toBe('{"a":"省"}\n\n😀\n');
    expect(encodeLines([])).toHaveLength(0);
  });

  it('stay as they are when the next ones are encoded', () => {
    const first = encodeLines(['第一批']);
    encodeLines(['第二批的行']);
    expect(text(first)).toBe('第一批\n');
  });

  it('may be given away', () => {
    structuredClone(null, { transfer: [encodeLines(['甲']).buffer] });
    expect(text(encodeLines(['乙']))).toBe('乙\n');
  });

  it('may be longer than any room that is kept', () => {
    const long = '长'.repeat(1_000_000);
    expect(text(encodeLines([long, '短']))).toBe(`${long}\n短\n`);
  });
});
