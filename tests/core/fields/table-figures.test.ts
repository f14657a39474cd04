/** Figures of tables: named by row and column, which may state unit, year and bound. Invented tables. */
import { describe, expect, it } from 'vitest';
import { toInspection } from '@/lib/core/export/to-inspection';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from '../parse/model-of';

function figures(table: string) {
  const source = `# 样品省样品作物补贴实施方案
    发布时间：2026-02-11
    为做好样品作物生产，制定本方案，各项标准见下表，由各地按照规定执行，不得擅自调整。
    ${table}
    本方案由样品省农业农村厅负责解释。`;
  const model = modelOf(source);
  const [item] = toInspection(readDocument(model, { kind: 'policy' }), model).items;
  return item?.figures.map(
    ({ text, value, unit, year, indicator, bound }) =>
      `${text}=${value}${unit}|${indicator ?? ''}${year ? `@${year}` : ''}${bound ? `|${bound}` : ''}`,
  );
}

describe('figures of tables', () => {
  it.each<[name: string, table: string, expected: string[]]>([
    [
      'unit and bound of the column',
      `| 作物 | 补贴标准（元/亩） | 最高补贴金额（万元）
       | 甲类作物 | 150 | 20
       | 乙类作物 | 120 | 1,500`,
      [
        '150=150元/亩|甲类作物补贴标准',
        '20=200000元|甲类作物最高补贴金额|atMost',
        '120=120元/亩|乙类作物补贴标准',
        '1,500=15000000元|乙类作物最高补贴金额|atMost',
      ],
    ],
    [
      'unit of the row, year of the column',
      `| 指标 | 2025年 | 2030年目标 | 属性
       | 营业收入（亿元） | 3650 | 6000 | 预期性
       | 研发投入强度（%） | 2.9 | ≥4 | 约束性`,
      [
        '3650=365000000000元|营业收入',
        '6000=600000000000元|营业收入@2030',
        '2.9=2.9%|研发投入强度',
        '4=4%|研发投入强度@2030|atLeast',
      ],
    ],
    [
      'unit in the cell, serial numbers left out',
      `| 序号 | 项目 | 补助标准
       | 1 | 检测平台 | 不超过50万元
       | 2 | 中试平台 | 80—100万元`,
      ['50万元=500000元|检测平台补助标准|atMost', '80=800000元|中试平台补助标准', '100万元=1000000元|中试平台补助标准'],
    ],
    [
      'numbers without a unit, and a long cell read as a sentence',
      `| 类别 | 名额 | 说明
       | 甲类 | 12 | 对获评的单位，省财政给予一次性奖励30万元，并在用地上予以保障。`,
      ['30万元=300000元|一次性奖励'],
    ],
    [
      'no heads: the row names it',
      `| 甲类作物 | 150元/亩
       | 乙类作物 | 120元/亩`,
      ['150元/亩=150元/亩|甲类作物', '120元/亩=120元/亩|乙类作物'],
    ],
  ])('%s', (_, table, expected) => {
    expect(figures(table)).toEqual(expected);
  });
});
