import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSchema } from '@/lib/core/backup/format';
import { clipSchema } from '@/lib/core/model';
import { conforms } from '@/lib/core/model/conforms';
import { type DocumentModel, documentModelSchema } from '@/lib/core/model/document';
import { ok, resultSchema } from '@/lib/core/model/result';
import { z } from '@/lib/core/model/zod';
import { makeClip } from '../../fixtures/make-clip';
import { FUZZ_TIMEOUT, fuzz } from '../../fuzz';

const CLIP = makeClip({
  title: '样例：概念验证中心',
  agencies: ['示例省科学技术厅'],
  lead: '近日，有关部门提出政策。',
  measures: [
    {
      label: '（一）',
      heading: '建设',
      text: '到2027年建成3家。',
      points: [{ label: '一是', text: '补助。' }],
    },
  ],
  figures: [{ text: '3家', value: 3, unit: '家', year: 2027 }],
  tags: ['平台'],
});
const DOCUMENT = ok<DocumentModel>({
  source: 'html',
  url: 'https://kjt.example.cn/1.html',
  title: '样例',
  meta: [['ArticleTitle', '样例']],
  blocks: [
    {
      start: 0,
      text: '样例',
      role: 'heading',
      level: 1,
      size: 1.5,
      container: 0,
    },
  ],
  notices: [{ code: 'hidden-text', count: 1 }],
  readMs: 1.5,
});
const OVERLAP = z.union([z.object({ a: z.int() }), z.strictObject({ a: z.int(), b: z.int() })]);
const holeAndName = Object.assign([1], { 2: 2, other: 1 });
const named = Object.assign([1, 2], { other: 1 });

/** Does Zod accept the value, and as it is? */
const copied = (schema: z.ZodType, value: unknown): boolean => {
  const read = schema.safeParse(value);
  if (!read.success) return false;
  try {
    expect(read.data).toStrictEqual(value);
    return true;
  } catch {
    return false;
  }
};

describe('what a schema would only copy', () => {
  it.each<[string, z.ZodType, unknown, boolean]>([
    ['a text within its limits', z.string().min(1).max(2), '甲乙', true],
    ['a text that is too long', z.string().max(2), '甲乙丙', false],
    ['an empty text where one is wanted', z.string().min(1), '', false],
    ['a number for a text', z.string().max(2), 12, false],
    ['a pattern', z.string().regex(/^\d+$/u), '12', true],
    ['not the pattern', z.string().regex(/^\d+$/u), '1x', false],
    ['a pattern that remembers where it was', z.string().regex(/a/gu), 'a', true],
    ['an id', z.uuid(), CLIP.id, true],
    ['no id', z.uuid(), 'x', false],
    ['a time', z.iso.datetime(), CLIP.createdAt, true],
    ['a day for a time', z.iso.datetime(), '2026-11-23', false],
    ['an address, which is more than a pattern', z.url(), 'https://', false],
    ['a whole number', z.int().min(0), 3, true],
    ['a broken number', z.int(), 1.5, false],
    ['a number that is none', z.number(), Number.NaN, false],
    ['no end of a number', z.number(), Number.POSITIVE_INFINITY, false],
    ['the limit itself, left out', z.number().lt(1), 1, false],
    ['the limit itself', z.number().max(1), 1, true],
    ['one of several words', z.enum(['a', 'b']), 'b', true],
    ['a word of the prototype', z.enum(['a', 'b']), 'toString', false],
    ['nothing where nothing is allowed', z.string().nullable(), null, true],
    ['a missing key that may be missing', z.strictObject({ a: z.string().optional() }), {}, true],
    ['a missing key', z.strictObject({ a: z.string() }), {}, false],
    ['a key more', z.strictObject({ a: z.string() }), { a: '', b: 1 }, false],
    ['a key more that would be left out', z.object({ a: z.string() }), { a: '', b: 1 }, false],
    ['a key of the prototype more', z.strictObject({ a: z.string() }), JSON.parse('{"a":"","__proto__":1}'), false],
    ['a value of the prototype', z.strictObject({ a: z.string() }), Object.create({ a: '' }), false],
    ['a list for an object', z.strictObject({}), [], false],
    ['a list', z.array(z.int()).max(2), [1, 2], true],
    ['a list that is too long', z.array(z.int()).max(2), [1, 2, 3], false],
    ['a list with a hole', z.array(z.int().optional()), holeAndName, false],
    ['a list with a name', z.array(z.int()), named, false],
    ['a pair', z.tuple([z.int(), z.int()]), [1, 2], true],
    ['half a pair', z.tuple([z.int(), z.int()]), [1], false],
    ['a text that would be trimmed', z.string().trim(), ' a', false],
    ['a text that need not be trimmed', z.string().trim(), 'a', true],
    ['a text that is asked about', z.string().refine((text) => text !== 'x'), 'x', false],
    ['one of the kinds that a field tells apart', resultSchema(z.int()), { ok: true, value: 1 }, true],
    ['another of them', resultSchema(z.int()), { ok: false, error: 'unexpected' }, true],
    ['a document as it comes from a page', resultSchema(documentModelSchema), DOCUMENT, true],
    ['none of them', resultSchema(z.int()), { ok: true, error: 'unexpected' }, false],
    ['the first of two that fit, which leaves something out', OVERLAP, { a: 1, b: 2 }, false],
    ['what has a length but is no list', z.array(z.int()).max(2), { length: { toString: 1 } }, false],
    ['the same for a text that is asked about', z.string().max(2).refine(Boolean), { length: { toString: 1 } }, false],
    ['a clip', clipSchema, CLIP, true],
    ['a clip with its history', lineSchema, { clip: CLIP, past: [] }, true],
    ['a clip with another tag than can be', clipSchema, { ...CLIP, tags: ['Ａ'] }, false],
  ])('%s', (_, schema, value, expected) => {
    expect(conforms(schema, value)).toBe(expected);
  });
});

/** Every place in a value, as a path of keys. */
const pathsOf = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((path) => [key, ...path])])
    : [];
const PATHS = pathsOf(CLIP);

/** A copy of the clip with another value in one place; undefined: without it. */
function changed(path: readonly string[], value: unknown): unknown {
  const copy: unknown = structuredClone(CLIP);
  let holder: unknown = copy;
  for (const key of path.slice(0, -1)) holder = Reflect.get(Object(holder), key);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(Object(holder), last);
  else Reflect.set(Object(holder), last, value);
  return copy;
}

it(
  'says of a clip that is changed anywhere what Zod says',
  async () => {
    const values = fc.oneof(
      fc.anything({ maxDepth: 2 }),
      fc.constantFrom<unknown>(undefined, null, '', -1, 0.5, '310000', CLIP.id, CLIP.createdAt, '甲'.repeat(2_100), {}),
    );
    const inputs = fc.record({
      path: fc.constantFrom(...PATHS),
      value: values,
    });
    let fit = 0;
    await fuzz('changed clips', inputs, ({ path, value }) => {
      const clip = changed(path, value);
      const answer = conforms(clipSchema, clip);
      if (answer) fit += 1;
      if (answer !== copied(clipSchema, clip)) throw new Error(`${path.join('.')}: ${answer}`);
    });
    expect(fit).toBeGreaterThan(0);
  },
  FUZZ_TIMEOUT,
);
