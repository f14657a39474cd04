/** Four states of a cell, the tile map, and shared wording. */
import { describe, expect, it } from 'vitest';
import {
  buildMatrix,
  type CellMark,
  markCell,
  neighbourTile,
  REGION_TILES,
  regionName,
  sharedWording,
  tileCounts,
} from '@/lib/core/compare';
import { REGION_CODES } from '@/lib/core/model/provinces';
import { fujian, hubei, shanghai } from '../../fixtures/policy-clips';

const CLIPS = [shanghai, hubei, fujian];
const cellOf = (marks: readonly CellMark[], region: string, theme: string) => {
  const matrix = buildMatrix(CLIPS, marks, { regions: ['330000'] });
  return matrix.cells[matrix.regions.indexOf(region)]?.[matrix.themes.indexOf(theme)];
};
const NONE: CellMark = { region: '330000', theme: 'funding', state: 'none-found', on: '2026-11-20' };

describe('cells', () => {
  it('are not searched until someone says so', () => {
    expect(cellOf([], '330000', 'funding')).toEqual({ state: 'not-searched' });
  });
  it('keep the day of a search that found none', () => {
    expect(cellOf([NONE], '330000', 'funding')).toEqual({ state: 'none-found', on: '2026-11-20' });
  });
  it('can be not applicable', () => {
    expect(cellOf([{ region: '330000', theme: 'funding', state: 'not-applicable' }], '330000', 'funding')).toEqual({
      state: 'not-applicable',
    });
  });
  it('hold clips, and then an older mark is outdated', () => {
    const mark: CellMark = { ...NONE, region: '310000' };
    expect(cellOf([mark], '310000', 'funding')).toMatchObject({ state: 'clips', outdated: mark });
    expect(cellOf([], '310000', 'funding')).toMatchObject({ state: 'clips', outdated: null });
  });
  it('are set and unset', () => {
    const cell = { region: '330000', theme: 'funding' };
    const marks = markCell([], cell, { state: 'none-found', on: '2026-11-20' });
    expect(marks).toEqual([NONE]);
    expect(markCell(marks, cell, { state: 'not-applicable' })).toEqual([{ ...cell, state: 'not-applicable' }]);
    expect(markCell(marks, cell, null)).toEqual([]);
  });
  it('stand in the order of codes, given themes first', () => {
    const matrix = buildMatrix(CLIPS, [], { themes: ['tax', 'talent'] });
    expect(matrix.regions).toEqual(['310000', '350000', '420000']);
    expect(matrix.themes.slice(0, 2)).toEqual(['tax', 'talent']);
    expect(matrix.themes.slice(2)).toEqual([...matrix.themes.slice(2)].sort());
  });
});

describe('tiles', () => {
  it('are the 34 province-level units, each in a place of its own', () => {
    expect(REGION_TILES.map((tile) => tile.code).sort()).toEqual(
      REGION_CODES.filter((code) => code !== '100000').sort(),
    );
    expect(new Set(REGION_TILES.map((tile) => `${tile.row} ${tile.column}`)).size).toBe(34);
  });
  it('tell no data from none found', () => {
    const counts = new Map(tileCounts(CLIPS, [NONE]).map((value) => [value.tile.code, value.count]));
    expect([counts.get('310000'), counts.get('330000'), counts.get('110000')]).toEqual([1, 0, null]);
  });
  it('are all reached by the arrow keys from any of them', () => {
    const reached = new Set([REGION_TILES[0]!]);
    for (const tile of reached) {
      for (const move of ['up', 'down', 'left', 'right'] as const) reached.add(neighbourTile(tile, move));
    }
    expect(reached.size).toBe(34);
  });
  it('have names in both languages', () => {
    expect(regionName('310000', 'zh')).toBe('上海');
    expect(regionName('100000', 'en')).toBe('National');
    expect(regionName('100000', 'zh')).toBe('国家');
    expect(regionName('999999', 'zh')).toBe('999999');
  });
});

describe('shared wording', () => {
  const spansOf = (a: string, b: string) => {
    const [spans] = sharedWording([
      { group: 'a', text: a },
      { group: 'b', text: b },
    ]);
    return spans?.map((span) => a.slice(span.start, span.end));
  };
  it.each([
    ['a stretch of six', '实行独立核算、专款专用制度', '坚持独立核算、专款专用原则', ['独立核算、专款专用']],
    ['not of five', '甲独立核算、乙', '丙独立核算，丁', []],
    ['whatever the width and space', '科技型 中小企业ＡＢ', '科技型中小企业AB', ['科技型 中小企业ＡＢ']],
    [
      'two stretches',
      '推进成果转化通道，甲乙，完善金融服务支持',
      '推进成果转化通道；完善金融服务支持',
      ['推进成果转化通道', '完善金融服务支持'],
    ],
    ['nothing', '', '推进成果转化', []],
  ])('%s', (_, a, b, expected) => {
    expect(spansOf(a, b)).toEqual(expected);
  });
  it('does not count what the same column says twice', () => {
    const [spans] = sharedWording([
      { group: 'a', text: '推进成果转化通道' },
      { group: 'a', text: '推进成果转化通道' },
    ]);
    expect(spans).toEqual([]);
  });
});
