/** Hostile tag names (rows T of the trust table; file names and Markdown are in the export's own file). */
import { describe, expect, it } from 'vitest';
import { csvCell } from '@/lib/core/export/csv';
import { MAX_TAG_CHARS, normaliseTag, parseTags, tagNameSchema } from '@/lib/core/model/tag';

describe('names', () => {
  it.each(['', ' ', '\u3000\u00A0', '\u200B\u200D', '、，,;'])('T01 %j makes no tag', (raw) => {
    expect(parseTags(raw)).toEqual([]);
    expect(tagNameSchema.safeParse(raw).success).toBe(false);
  });

  it('T01 a name that is too long is cut where it is typed and refused where it is read', () => {
    const long = '科'.repeat(MAX_TAG_CHARS + 1);
    expect(parseTags(long)).toEqual(['科'.repeat(MAX_TAG_CHARS)]);
    expect(tagNameSchema.safeParse(long).success).toBe(false);
    expect(tagNameSchema.safeParse('科'.repeat(MAX_TAG_CHARS)).success).toBe(true);
  });

  it('T01 half a character at the cut does not stay', () => {
    const [tag = ''] = parseTags(`${'a'.repeat(MAX_TAG_CHARS - 1)}😀`);
    expect(tag.isWellFormed()).toBe(true);
    expect(tagNameSchema.safeParse(tag).success).toBe(true);
  });

  it.each([
    ['a space', `${'a'.repeat(MAX_TAG_CHARS - 1)} b`, 'a'.repeat(MAX_TAG_CHARS - 1)],
    ['half a character', '\ud83d甲', '甲'],
    ['a sign that was apart from its letter', 'e\u200B\u0301tude', '\u00E9tude'],
  ])('T01 T02 a tag as typed is one that can be read back: %s', (_, raw, tag) => {
    expect(parseTags(raw)).toEqual([tag]);
    expect(tagNameSchema.safeParse(tag).success).toBe(true);
  });

  it.each([
    ['case', 'AI，ai，Ai', ['AI']],
    ['width', 'ＡＩ，AI', ['AI']],
    ['composition', 'e\u0301tude，\u00E9tude', ['\u00E9tude']],
    ['white space', ' 中试  基地 ，中试 基地', ['中试 基地']],
  ])('T02 %s makes no second tag', (_, raw, expected) => expect(parseTags(raw)).toEqual(expected));

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('T03 %s is an ordinary tag', (name) => {
    expect(parseTags(`${name}，甲`)).toEqual([name, '甲']);
    expect(tagNameSchema.parse(name)).toBe(name);
  });

  it.each(['=1+1', '@x', '+1', '-1', '\t=1', '＝1'])('T04 %j is prefixed in CSV only', (name) => {
    expect(csvCell(name)).toMatch(/^"'/u);
    const [kept = ''] = parseTags(name);
    expect(kept).toBe(name.normalize('NFKC').trim());
    expect(tagNameSchema.safeParse(kept).success).toBe(true);
  });

  it.each(['甲\n乙', '甲\r\n乙'])('T05 %j is two tags', (raw) => expect(parseTags(raw)).toEqual(['甲', '乙']));

  it.each(['､', '﹐', '︐', '﹑', '︔', '\u037E'])('%j separates as its ordinary form does', (mark) =>
    expect(parseTags(`甲${mark}乙`)).toEqual(['甲', '乙']),
  );

  it.each(['\0', '\u2028', '\u2029', '\u202E', '\u2066', '\uFEFF', '\u200B', '\u00AD', '\u061C'])(
    'T05 %j is taken out',
    (char) => {
      expect(normaliseTag(`甲${char}乙`)).toBe('甲乙');
      expect(tagNameSchema.safeParse(`甲${char}乙`).success).toBe(false);
    },
  );
});
