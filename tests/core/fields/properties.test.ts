/**
 * Whatever the text, the field readers do not throw, stay inside it and take time in proportion to it.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '@/lib/core/model/span';
import {
  findAgencies,
  findDates,
  findDocNumbers,
  findDocuments,
  findFigures,
  findPlaces,
  findRegions,
  splitAgencies,
  suggest,
} from '@/lib/core/parse/fields';
import { ownTime } from '../../own-time';

/** Pieces of the genre, put together in any order. */
const PIECES =
  '《 》 〈 〉 〔 〕 ［ ( （ ） 第 号 年 月 日 2025 ２０２５ 12 0.5 ,000 万 亿 余 多 个 家 元 % ％ 百分之 二十 至 - — ~ 到 力争 不超过 以上 分别 、 ， 。 \n : ： 省 市 自治区 我省 四川 四川省 成都市 科技厅 省委 省政府 发展改革委 等5部门 联合 印发 召开 由 主办 近日 据 获悉 国发 办法 意见 （试行） 以下简称 十五五 🙂 a nm'.split(
    ' ',
  );
const genre = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

const inside = (spans: readonly Span[], text: string) =>
  spans.every(({ start, end }) => 0 <= start && start < end && end <= text.length);

describe('any text', () => {
  it('keeps every offset inside', () => {
    fc.assert(
      fc.property(
        genre,
        genre,
        fc.constantFrom(undefined, '510000', '310000', '100000'),
        (title, text, publisherRegion) => {
          const fields = [
            ...findAgencies(title, text, { publisherRegion }),
            ...findRegions(title, text, { publisherRegion }),
            ...findDocuments(title, text),
          ];
          const spans = [
            ...findFigures(text),
            ...findDocNumbers(text),
            ...findDates(text, { publishedOn: '2025-12-01' }),
            ...findPlaces(text),
            ...splitAgencies(text, { region: publisherRegion ?? null }),
            ...fields.flatMap(({ inText }) => inText),
          ];
          expect(inside(spans, text)).toBe(true);
          expect(
            inside(
              fields.flatMap(({ inTitle }) => inTitle),
              title,
            ),
          ).toBe(true);
          expect(suggest(text).every(({ words }) => words.every((word) => text.includes(word)))).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('gives figures in order with finite values that the text prints', () => {
    fc.assert(
      fc.property(genre, (text) => {
        const figures = findFigures(text);
        for (const { value, text: printed, start, end, unit } of figures) {
          expect(Number.isFinite(value)).toBe(true);
          expect(text.slice(start, end)).toBe(printed);
          expect(unit.length).toBeGreaterThan(0);
        }
        expect(figures.map(({ start }) => start)).toEqual(figures.map(({ start }) => start).sort((a, b) => a - b));
      }),
      { numRuns: 1_000 },
    );
  });

  it('names each document and each body once', () => {
    fc.assert(
      fc.property(genre, genre, (title, text) => {
        for (const found of [findDocuments(title, text), findAgencies(title, text), findRegions(title, text)]) {
          expect(new Set(found.map(({ value }) => value)).size).toBe(found.length);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('long texts', () => {
  const SENTENCE =
    '近日，四川省科技厅印发《数据办法》（川科政〔2025〕6号），到2027年建设60家平台，补助不超过500万元，占比分别达到20%、30%。';
  it.each<[name: string, piece: string]>([
    ['prose', SENTENCE],
    ['open marks', '《'],
    ['empty titles', '《》'],
    ['titles', '《关于办法》'],
    ['numbers', '12,'],
    ['spaced digits', '1 '],
    ['ranges', '5—'],
    ['figures', '12个'],
    ['lists', '分别1个、2个，'],
    ['bodies', '四川省科技厅、'],
    ['hosts', '由四川、'],
    ['places', '四川省成都市'],
    ['numerals', '百分之十'],
    ['powers', '百分之一万亿'],
    ['numbers of documents', '国发〔2025〕'],
    ['characters', '国'],
    ['years', '到2027年，'],
    ['lines', '\n'],
    ['spaces', ' '],
  ])('takes time in proportion: %s', (_, piece) => {
    const run = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      const all = () => {
        findFigures(text);
        findDocuments('', text);
        findDocNumbers(text);
        findDates(text, { publishedOn: '2025-12-01' });
        findAgencies('', text, { publisherRegion: '510000' });
        findRegions('', text, { publisherRegion: '510000' });
        suggest(text);
      };
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 3; i += 1) {
        best = Math.min(best, ownTime(all));
      }
      return best;
    };
    run(2_000);
    const [short, long] = [run(10_000), run(80_000)];
    // Eight times the text: linear gives 8, quadratic 64. The constant absorbs what a busy machine adds.
    expect(long).toBeLessThan(24 * short + 60);
  });
});
