/** The query syntax: what is typed, what the store is asked, what is marked. */
import { describe, expect, it } from 'vitest';
import { PROVINCES } from '@/lib/core/lexicon/regions';
import { PROVINCE_CODES } from '@/lib/core/model/provinces';
import { parseQuery, queryWords } from '@/lib/core/query/clip-query';
import { excerptAround, findWords } from '@/lib/core/query/matches';
import { parseTerms, toggleTerm, writeTerms } from '@/lib/core/query/syntax';

const regions = new Map([
  ['上海', '310000'],
  ['shanghai', '310000'],
  ['湖北', '420000'],
]);

describe('question', () => {
  it.each([
    ['nothing', '', {}],
    ['free text', '资金  匹配', { text: '资金 匹配' }],
    ['province', '省:上海', { regions: ['310000'] }],
    ['full-width colon', '省：湖北', { regions: ['420000'] }],
    ['English field', 'Region:Shanghai', { regions: ['310000'] }],
    ['code', '省:420000', { regions: ['420000'] }],
    ['two provinces', '省:上海 省:湖北', { regions: ['310000', '420000'] }],
    ['unknown province is text', '省:火星', { text: '火星' }],
    ['quoted tag', '标签:"科技 金融" 资金', { tags: ['科技 金融'], text: '资金' }],
    ['Chinese quotes', '标签:“科技 金融”', { tags: ['科技 金融'] }],
    ['theme is a tag', '主题:人才', { tags: ['人才'] }],
    ['agency', '机关:上海市财政局', { agencies: ['上海市财政局'] }],
    ['issue', '期号:第57期', { issueNumber: '57' }],
    ['year', '日期:2025', { publishedFrom: '2025-01-01', publishedTo: '2025-12-31' }],
    ['month', '日期:2025年12月', { publishedFrom: '2025-12-01', publishedTo: '2025-12-31' }],
    ['day', 'date:2025-3-7', { publishedFrom: '2025-03-07', publishedTo: '2025-03-07' }],
    ['range', '日期:2025-01..2025-06', { publishedFrom: '2025-01-01', publishedTo: '2025-06-31' }],
    ['open range', '日期:..2025', { publishedTo: '2025-12-31' }],
    ['no date is text', '日期:去年', { text: '去年' }],
    ['unclosed quote', '标签:"科技', { tags: ['"科技'] }],
    ['field without value', '标签: 资金', { text: '资金' }],
    ['field in the middle of a word', '我省:上海', { text: '我省:上海' }],
  ])('%s', (_, typed, expected) => {
    expect(parseQuery(typed, regions)).toEqual(expected);
  });

  it('marks only free words', () => {
    expect(queryWords('省:上海 资金 匹配', regions)).toEqual(['资金', '匹配']);
  });
});

describe('chips write terms', () => {
  it('add, quote and take away', () => {
    const term = { field: 'tag', value: '科技 金融' } as const;
    const once = toggleTerm('资金', term);
    expect(once).toBe('资金 标签:"科技 金融"');
    expect(toggleTerm(once, term)).toBe('资金');
  });

  it('are read back as they were written', () => {
    const terms = parseTerms('省:上海 标签:"a b" 期号:57 x “y z”');
    expect(parseTerms(writeTerms(terms))).toEqual(terms);
  });
});

describe('marks', () => {
  it.each([
    [
      'case and width',
      'ＡＩ 与 ai',
      ['ai'],
      [
        [0, 2],
        [5, 7],
      ],
    ],
    ['overlaps unite', '科技金融', ['科技', '技金'], [[0, 3]]],
    ['ligature grows', 'ﬁ资金', ['资金'], [[1, 3]]],
    ['surrogates', '𠮷资金', ['资金'], [[2, 4]]],
    ['empty word', '资金', [''], []],
  ])('%s', (_, text, words, spans) => {
    expect(findWords(text, words).map(({ start, end }) => [start, end])).toEqual(spans);
  });

  it('shows the text around the first match', () => {
    const text = `${'前'.repeat(100)}资金${'后'.repeat(100)}`;
    expect(excerptAround(text, ['资金'], 40)).toMatch(/^…前{10}资金后{28}…$/u);
    expect(excerptAround('短文', ['资金'], 40)).toBe('短文');
  });
});

it('the codes of the interface are those of the lexicon', () => {
  expect([...PROVINCE_CODES].sort()).toEqual(PROVINCES.map((province) => province.code).sort());
});
