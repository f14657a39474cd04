/**
 * The parser on broken documents: real lines (of the corpus, where it is there, else of the bundled sample) cut,
 * doubled, shuffled and mixed with noise, under frozen prototypes. Nothing may throw, reach into a prototype or put a
 * span outside the document.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Block, type DocumentModel, documentText, withOffsets } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { FUZZ_TIMEOUT, fuzz, RUNS } from '../../fuzz';

const CORPUS = process.env.POLICY_CLIP_CORPUS ?? join(import.meta.dirname, '../../../../shared/corpus');
const SAMPLE = join(import.meta.dirname, '../../../assets/public/sample');

function lines(): string[] {
  const dir = existsSync(join(CORPUS, 'dev')) ? join(CORPUS, 'dev') : SAMPLE;
  return readdirSync(dir)
    .filter((name) => name.endsWith('.html'))
    .slice(0, 60)
    .flatMap((name) =>
      readFileSync(join(dir, name), 'utf8')
        .slice(0, 200_000)
        .split(/<[^>]{0,2000}>|\n/u),
    )
    .map((line) => line.replace(/&[a-z]{2,6};|\s+/gu, ' ').trim())
    .filter((line) => /\p{Script=Han}/u.test(line) && line.length < 2_000)
    .slice(0, 30_000);
}

beforeAll(() => {
  for (const proto of [
    Object.prototype,
    Array.prototype,
    String.prototype,
    Map.prototype,
    Set.prototype,
    RegExp.prototype,
  ]) {
    Object.freeze(proto);
  }
});

describe('broken documents', () => {
  const real = lines();
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '（',
      '《',
      '〔',
      '__proto__',
      'constructor',
      '\u202e',
      '\ud800',
      '１２３４万',
      '……',
      '﹝2024﹞',
      '第一条',
      '一是',
    ),
  );
  const line = fc
    .tuple(fc.nat(Math.max(0, real.length - 1)), fc.nat(400), fc.nat(400), noise, fc.nat(8))
    .map(([at, from, length, extra, how]) => {
      const whole = real[at] ?? '';
      if (how < 3) return whole;
      if (how === 3) return extra;
      if (how === 4) return whole.slice(from, from + length);
      if (how === 5) return whole + whole.slice(from);
      return whole.slice(0, from) + extra + whole.slice(from);
    });
  const block: fc.Arbitrary<Omit<Block, 'start'>> = fc
    .tuple(
      line,
      fc.constantFrom(
        'paragraph' as const,
        'heading' as const,
        'list-item' as const,
        'cell' as const,
        'furniture' as const,
      ),
      fc.nat(63),
      fc.nat(40),
    )
    .map(([text, role, bits, number]) => ({
      text,
      role,
      ...(bits & 1 ? { centred: true } : {}),
      ...(bits & 2 ? { boldLead: Math.min(number, text.length) } : {}),
      ...(bits & 4 ? { page: 1 + (number % 5), afterBreak: true } : {}),
      ...(bits & 8 ? { fullLine: true } : {}),
      ...(bits & 16 ? { size: 1 + number / 20, gap: number / 10 } : {}),
      ...(role === 'cell' ? { cell: { table: number % 3, row: number % 7, column: bits % 4, header: bits < 8 } } : {}),
    }));
  const document: fc.Arbitrary<DocumentModel> = fc
    .tuple(
      fc.array(block, { maxLength: 24 }),
      line,
      fc.boolean(),
      fc.constantFrom('', 'https://kjt.sample.gov.cn/a.pdf'),
    )
    .map(([blocks, title, pdf, url]) => ({
      source: pdf ? 'pdf' : 'html',
      url,
      title,
      meta: [
        ['ArticleTitle', title],
        ['PubDate', blocks[0]?.text ?? ''],
      ],
      blocks: withOffsets(blocks),
      notices: [],
    }));

  it(`${RUNS} of them`, { timeout: FUZZ_TIMEOUT }, async () => {
    const kinds = fc.constantFrom(undefined, 'policy' as const, 'bulletin' as const);
    await fuzz('documents', fc.tuple(document, kinds), ([model, kind]) => {
      const { items } = readDocument(model, kind ? { kind } : {});
      const end = documentText(model).length;
      for (const item of items) {
        for (const span of [...item.spans, ...item.figures.flatMap((figure) => figure.spans)]) {
          if (span.start > span.end || span.end > end) throw new Error(`span ${span.start}–${span.end} of ${end}`);
        }
      }
    });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
