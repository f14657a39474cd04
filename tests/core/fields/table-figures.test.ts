/** Figures of tables: named by row and column, which may state unit, year and bound. Invented tables. */
import { describe, expect, it } from 'vitest';
import { toInspection } from '@/lib/core/export/to-inspection';
import { withOffsets } from '@/lib/core/model/document';
import { MOST_CELLS } from '@/lib/core/parse/fields';
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
      'unit in a column of its own, years of the columns',
      `| 指标 | 单位 | 2026年 | 2028年
       | 合同成交额 | 亿元 | 350 | 500
       | 样品企业 | 户 | 3000 | 5000
       | 样品指数 | — | 80 | 90`,
      [
        '350=35000000000元|合同成交额@2026',
        '500=50000000000元|合同成交额@2028',
        '3000=3000户|样品企业@2026',
        '5000=5000户|样品企业@2028',
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
      ['30万元=300000元|获评的单位一次性奖励'],
    ],
    [
      'no heads: the row names it',
      `| 甲类作物 | 150元/亩
       | 乙类作物 | 120元/亩`,
      ['150元/亩=150元/亩|甲类作物', '120元/亩=120元/亩|乙类作物'],
    ],
    [
      'unit of all in the caption, none for serial numbers, counts and years',
      `表1 样品资金安排（单位：万元）
       | 序号 | 项目 | 2024年 | 2025年 | 家数
       | 1 | 检测平台 | 120.5 | 1,300 | 4
       | 2 | 中试平台 | 86 | - | 12`,
      ['120.5=1205000元|检测平台', '1,300=13000000元|检测平台', '86=860000元|中试平台'],
    ],
    [
      'two units in the caption, rates with their sign, a unit of a column before that of all',
      `表2 样品经济指标
       单位：亿元、%
       | 指标 | 绝对值 | 比上年增长 | 面积（公顷）
       | 样品业增加值 | 356.2 | -3.5 | 20
       | 样品税收 | 40 | 12 | 8`,
      [
        '356.2=35620000000元|样品业增加值绝对值',
        '-3.5=-3.5%|样品业增加值比上年增长',
        '20=20公顷|样品业增加值面积',
        '40=4000000000元|样品税收绝对值',
        '12=12%|样品税收比上年增长',
        '8=8公顷|样品税收面积',
      ],
    ],
    [
      'unit of all in the first row, a cell with its own unit',
      `| 单位：万元
       | 项目 | 总投资 | 其中：财政
       | 甲项目 | 500 | 80
       | 乙项目 | 2亿元 | 90`,
      [
        '500=5000000元|甲项目总投资',
        '80=800000元|甲项目其中：财政',
        '2亿元=200000000元|乙项目总投资',
        '90=900000元|乙项目其中：财政',
      ],
    ],
    [
      'several units in the caption: none is guessed',
      `单位：万元、吨
       | 项目 | 计划
       | 甲项目 | 500`,
      [],
    ],
    [
      'the unit of one table is not that of the next',
      `单位：万元
       | 项目 | 金额
       | 甲项目 | 500
       其余见下表。
       | 地区 | 数值
       | 甲地 | 300`,
      ['500=5000000元|甲项目金额'],
    ],
    [
      'a dash, and a row with a long remark',
      `| 类别 | 样品职工限额 | 样品居民限额
       | 甲类 | —— | 50元/月
       | 乙类样品（不含甲类样品以及另有规定、按照其他办法办理的样品） | 80元/月 | 40元/月`,
      [
        '50元/月=50元/月|甲类样品居民限额',
        '80元/月=80元/月|乙类样品样品职工限额',
        '40元/月=40元/月|乙类样品样品居民限额',
      ],
    ],
    [
      'numbered paragraphs of a cell',
      `| 项目 | 条件要求
       | 《样品办法》规定的项目 | 1．样品补助金额不高于10万元`,
      ['10万元=100000元|样品补助金额|atMost'],
    ],
  ])('%s', (_, table, expected) => {
    expect(figures(table)).toEqual(expected);
  });
});

describe('a head of two paragraphs', () => {
  it('names its column by both', () => {
    const model = modelOf('# 样品办法\n| 类别 | 样品居民\n| 甲类 | 50元/月');
    const head = model.blocks.find(({ text }) => text === '样品居民');
    const blocks = model.blocks.flatMap((block) => (block === head ? [block, { ...block, text: '限额' }] : [block]));
    const { items } = readDocument({ ...model, blocks: withOffsets(blocks) }, { kind: 'policy' });
    expect(items[0]?.figures).toMatchObject([{ text: '50元/月', indicator: '甲类样品居民限额' }]);
  });
});

describe('a cell over two columns', () => {
  it('is named by what they have in common', () => {
    const model = modelOf(
      '# 样品办法\n| 类别 | 样品职工限额 | 样品居民限额\n| 甲类 | 50元/月 | 备注\n| 乙类 | 70元/月 | 备注',
    );
    const blocks = model.blocks.map((block) =>
      block.text === '70元/月' && block.cell ? { ...block, cell: { ...block.cell, columns: 2 } } : block,
    );
    const { items } = readDocument({ ...model, blocks }, { kind: 'policy' });
    expect(items[0]?.figures.map(({ indicator }) => indicator)).toEqual(['甲类样品职工限额', '乙类']);
  });
});

describe('tables too long to be read by row and column', () => {
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, i) => `| 第${i + 1}项 | ${i + 100} | ${i + 5}万元`).join('\n');
  const readRows = (count: number) => {
    const model = modelOf(
      `# 样品省样品资金安排方案\n为做好样品工作，制定本方案，各项资金见下表，由各地按照规定执行。
      | 项目 | 上年（万元） | 本年
      ${rowsOf(count)}`,
    );
    return readDocument(model, { kind: 'policy' });
  };
  it('are read up to the cap, and nothing is said', () => {
    const { items, notices } = readRows(MOST_CELLS / 4);
    expect(notices).toEqual([]);
    expect(items[0]?.figures).toHaveLength(MOST_CELLS / 2);
  });
  it('keep numbers with their own unit, and the reading says how many cells were not read', () => {
    const rows = MOST_CELLS / 2;
    const { items, notices } = readRows(rows);
    expect(notices).toEqual([{ code: 'unread-cells', count: rows * 3 + 3 - MOST_CELLS }]);
    expect(items[0]?.figures.filter(({ text }) => text.endsWith('万元'))).toHaveLength(rows);
  });
});
