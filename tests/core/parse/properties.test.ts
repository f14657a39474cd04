/**
 * Whatever a document holds, reading it does not throw, takes little time, gives valid data, and every span says in
 * the document what the field says, widths and white space aside.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type DocumentModel, documentText, withOffsets } from '@/lib/core/model/document';
import { readingSchema } from '@/lib/core/model/item';
import type { Span } from '@/lib/core/model/span';
import { readDocument } from '@/lib/core/parse/read-document';
import { ownTime } from '../../own-time';

const WORDS = [
  '近日，',
  '省科技厅',
  '印发《',
  '管理办法',
  '》',
  '一、',
  '（一）',
  '1.',
  '(2) ',
  '第三条 ',
  '第二章 总则',
  '一是',
  '二是',
  '。',
  '；',
  '：',
  '2027年',
  '20%',
  '3.5万家',
  '第 5 期',
  '附件：',
  '抄送：',
  '（来源：某报）',
  '·········3',
  '本期要点',
  '【省外速览】',
  '发文字号：',
  '某政发〔2026〕3号',
  '四川省人民政府',
  '2026年1月2日',
  '**',
  '>>>更多内容',
  ' ',
  '　',
  '⼈',
  '𠮷',
  '今天（1月2日），',
  '中华人民共和国民政部令',
  '第7号',
  '\u200b',
  '（',
  '》》',
  '同比增长',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 4, unit: 'binary' })), { maxLength: 14 })
  .map((parts) => parts.join('').replace(/\s+/gu, ' ').trim());

const block: fc.Arbitrary<Omit<Block, 'start'>> = fc.record(
  {
    role: fc.constantFrom('paragraph' as const, 'heading' as const, 'list-item' as const, 'furniture' as const),
    text,
    centred: fc.boolean(),
    boldLead: fc.nat(20),
    size: fc.constantFrom(0.8, 1, 1.5),
    indent: fc.constantFrom(0, 2),
    page: fc.integer({ min: 1, max: 3 }),
    afterBreak: fc.boolean(),
    fullLine: fc.boolean(),
    ordinal: fc.nat(5),
    links: fc.constantFrom(0, 1),
  },
  { requiredKeys: ['role', 'text'] },
);

const model: fc.Arbitrary<DocumentModel> = fc
  .tuple(fc.array(block, { maxLength: 30 }), text, fc.constantFrom('html' as const, 'pdf' as const))
  .map(([blocks, title, source]) => ({ source, url: '', title, meta: [], blocks: withOffsets(blocks), notices: [] }));

/** Comparable: what cleaning may drop or change is left out. */
const ink = (printed: string): string =>
  printed
    .normalize('NFKC')
    .replace(
      /[\s\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad*_#>]|(?<=\d)[\ue000-\uf8ff]{1,3}(?=\d)|更多(?:内容|信息)?|[,，]?(?:请?点击)(?:阅读|查看)?/gu,
      '',
    );

describe('any document', () => {
  const options = { numRuns: 800 };
  it.each([undefined, 'policy', 'bulletin'] as const)(
    'read as %s',
    (kind) => {
      fc.assert(
        fc.property(model, (document) => {
          const reading = readDocument(document, kind ? { kind } : {});
          const parsed = readingSchema.safeParse(reading);
          expect(parsed.error).toBeUndefined();
          const whole = documentText(document);
          const says = (spans: readonly Span[]) => spans.map(({ start, end }) => whole.slice(start, end)).join('');
          const spans = [
            ...Object.values(reading.head).flatMap((field) => [field].flat().flatMap((one) => one?.spans ?? [])),
            ...reading.items.flatMap((item) => [
              ...item.spans,
              ...item.title.spans,
              ...item.measures.flatMap((measure) => measure.spans),
            ]),
          ];
          for (const { start, end } of spans) {
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(whole.length);
          }
          for (const item of reading.items) {
            if (item.title.spans.length > 0) expect(ink(says(item.title.spans))).toBe(ink(item.title.value));
            expect(ink(says(item.spans))).toBe(ink(item.text));
            for (const figure of item.figures) expect(ink(says(figure.spans))).toBe(ink(figure.text));
            for (const measure of item.measures) {
              expect(ink(says(measure.spans))).toBe(ink(item.text.slice(measure.at.start, measure.at.end)));
            }
          }
        }),
        options,
      );
    },
    60_000,
  );
});

describe('growth', () => {
  const of = (texts: readonly string[]): DocumentModel => ({
    source: 'html',
    url: '',
    title: '',
    meta: [],
    blocks: withOffsets(texts.map((one) => ({ role: 'paragraph' as const, text: one }))),
    notices: [],
  });
  const time = (document: DocumentModel) => ownTime(() => readDocument(document, { kind: 'policy' }));

  it.each<[name: string, make: (size: number) => string[]]>([
    ['100,000 Han characters', (n) => ['汉'.repeat(n)]],
    ['unclosed brackets', (n) => ['（'.repeat(n / 2)]],
    ['unclosed titles', (n) => ['《'.repeat(n / 2)]],
    ['spaces', (n) => ['一 '.repeat(n / 2)]],
    ['inline labels', (n) => ['。一是二是三是'.repeat(n / 7)]],
    ['labels alone', (n) => Array.from({ length: n / 10 }, () => '一、')],
    ['leaders', (n) => Array.from({ length: n / 20 }, () => `办法${'·'.repeat(12)}2`)],
    ['briefs', (n) => ['新规启动今天（1月2日），发布。'.repeat(n / 16)]],
    ['signatures', (n) => Array.from({ length: n / 10 }, (_, i) => (i % 2 ? '四川省科学技术厅' : '某个单位'))],
  ])(
    'is linear: %s',
    (_, make) => {
      time(of(make(2_000)));
      const small = Math.min(...[0, 1, 2].map(() => time(of(make(10_000)))));
      const large = Math.min(...[0, 1, 2].map(() => time(of(make(100_000)))));
      // Ten times the text; quadratic work would take a hundred times as long.
      expect(large).toBeLessThan(Math.max(small, 4) * 40);
    },
    60_000,
  );
});
