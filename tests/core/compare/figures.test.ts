/** Numbers compare only if indicator, kind, unit and horizon agree; otherwise they are named and never ranked. */
import { describe, expect, it } from 'vitest';
import { alignMeasures, columnsOf, compareFigures, indicatorTable, rankEntries } from '@/lib/core/compare';
import type { Figure } from '@/lib/core/model/item';
import { makeClip } from '../../fixtures/make-clip';
import { fujian, hubei, shanghai } from '../../fixtures/policy-clips';

const figure = (over: Partial<Figure> = {}): Figure => ({
  text: '60 家',
  value: 60,
  unit: '家',
  year: 2027,
  indicator: '概念验证中心',
  bound: null,
  kind: 'target',
  subject: null,
  spans: [],
  at: { start: 0, end: 1 },
  ...over,
});

describe('two figures', () => {
  it.each([
    ['agree', {}, []],
    ['agree whatever the width of the letters', { indicator: '概念 验证中心' }, []],
    ['count other things', { indicator: '中试平台' }, ['indicator']],
    ['count for others', { subject: '德阳' }, ['indicator']],
    ['do not say what they count', { indicator: null }, ['indicator']],
    ['are target and achieved', { kind: 'achieved' }, ['kind']],
    ['have other units', { unit: '个' }, ['unit']],
    ['have other horizons', { year: 2030 }, ['horizon']],
    ['have a horizon and none', { year: null }, ['horizon']],
    [
      'differ in all',
      { indicator: 'x', kind: 'rank', unit: '%', year: 2025 },
      ['indicator', 'kind', 'unit', 'horizon'],
    ],
  ] as [string, Partial<Figure>, string[]][])('%s', (_, over, reasons) => {
    expect(compareFigures(figure(), figure(over))).toEqual(reasons);
  });
});

describe('a row', () => {
  const row = alignMeasures(columnsOf([shanghai, hubei, fujian], 'region')).rows.find((candidate) =>
    candidate.title.includes('概念验证'),
  );
  it.each([
    ['概念验证中心', 'comparable', []],
    ['中试平台', 'differs', ['kind', 'horizon']],
    ['技术经理人', 'alone', []],
  ])('%s: %s', (indicator, verdict, reasons) => {
    expect(row?.figures.find((group) => group.indicator === indicator)).toMatchObject({ verdict, reasons });
  });

  it('shows alike indicators together, with the warning', () => {
    const side = (n: number, region: string, indicator: string) =>
      makeClip({
        n,
        region,
        title: 't',
        measures: [{ label: '(1)', heading: '建设中试平台', text: '建设制造业中试平台 8 家。' }],
        figures: [{ text: '8 家', value: 8, unit: '家', indicator }],
      });
    const clips = [side(1, '310000', '省级制造业中试平台'), side(2, '420000', '制造业中试平台')];
    const [only] = alignMeasures(columnsOf(clips, 'clip')).rows[0]?.figures ?? [];
    expect(only).toMatchObject({ verdict: 'differs', reasons: ['indicator'] });
    expect(only?.entries).toHaveLength(2);
  });
});

it('one clip of two provinces does not compare with itself', () => {
  const joint = { ...fujian, corrections: { regions: ['350000', '330000'] } };
  const table = alignMeasures(columnsOf([shanghai, joint], 'region'));
  const ids = table.rows.flatMap((row) => row.cells.flat().map((unit) => unit.id));
  expect(new Set(ids).size).toBe(ids.length);
  const group = table.rows.flatMap((row) => row.figures).find((found) => found.indicator === '众创空间经费补助');
  expect(group).toMatchObject({ verdict: 'alone' });
  expect(group?.entries).toHaveLength(2);
});

describe('the table of indicators', () => {
  const rows = indicatorTable(columnsOf([shanghai, hubei, fujian], 'region'));
  it('puts shared indicators first and says who gives none', () => {
    expect(rows.slice(0, 2).map((row) => [row.indicator, row.missing])).toEqual([
      ['概念验证中心', ['350000']],
      ['中试平台', []],
    ]);
    expect(rows.flatMap((row) => row.entries)).toHaveLength(4 + 4 + 2);
  });
  it('ranks only what compares', () => {
    expect(rankEntries(rows[0]!)?.map((entry) => entry.figure.value)).toEqual([60, 30]);
    expect(rankEntries(rows[1]!)).toBeNull();
    expect(rankEntries(rows[2]!)).toBeNull();
  });
  it('puts first place first among ranks', () => {
    const ranked = (n: number, region: string, value: number) =>
      makeClip({
        n,
        region,
        title: 't',
        lead: `位居全国第 ${value} 位。`,
        figures: [{ text: `第 ${value}`, value, indicator: '全国排名', kind: 'rank' }],
      });
    const [row] = indicatorTable(columnsOf([ranked(1, '310000', 4), ranked(2, '420000', 2)], 'region'));
    expect(rankEntries(row!)?.map((entry) => entry.figure.value)).toEqual([2, 4]);
  });
});
