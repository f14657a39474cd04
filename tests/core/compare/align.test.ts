/** Which measures share a row, what only one side has, and what a person's decisions change. */
import { describe, expect, it } from 'vitest';
import {
  alignMeasures,
  type CompareTable,
  columnsOf,
  forgetRow,
  joinRows,
  type ManualLink,
  nameRow,
  splitUnit,
  unitName,
} from '@/lib/core/compare';
import { makeClip } from '../../fixtures/make-clip';
import { fujian, hubei, shanghai, sichuan } from '../../fixtures/policy-clips';

/** Rows as `上海 (1) … | 湖北 (2) …`, in order. */
const rowsOf = (table: CompareTable): string[] =>
  table.rows.map((row) =>
    row.cells.map((units) => units.map((unit) => unitName(unit) || unit.text.slice(0, 6)).join(' + ')).join(' | '),
  );
const align = (clips: Parameters<typeof columnsOf>[0], links: readonly ManualLink[] = []) =>
  alignMeasures(columnsOf(clips, 'clip'), links);
const rowWith = (table: CompareTable, text: string) =>
  table.rows.find((row) => rowsOf({ ...table, rows: [row] })[0]?.includes(text))!;

describe('names', () => {
  it.each([
    ['(1)', '资金来源', '(1) 资金来源'],
    ['一、', '资金来源', '一、资金来源'],
    ['（三）', '资金来源', '（三）资金来源'],
    ['第五条', '资金来源', '第五条 资金来源'],
    ['', '资金来源', '资金来源'],
    ['(1)', '', '(1)'],
  ])('%s and %s', (label, heading, name) => expect(unitName({ label, heading })).toBe(name));

  it('put the labels of a point behind each other as they are cited', () => {
    const points = ['（一）', '（二）', '（三）'].map((label) => ({ label, text: `样例${label}建设平台，给予补助。` }));
    const clip = makeClip({
      title: '样例',
      measures: [{ label: '五、', heading: '资金', text: '建设平台。', points }],
    });
    const labels = align([clip]).rows.flatMap(({ cells }) => cells.flat().map(({ label }) => label));
    expect(labels).toEqual(expect.arrayContaining(['五、（一）', '五、（三）']));
  });
});

describe('rows', () => {
  it('put together what is about the same and keep apart what is not', () => {
    expect(rowsOf(align([shanghai, hubei, fujian, sichuan]))).toEqual([
      '(1) 资金来源及支持对象 |  | 二、加大财政经费补助 | ',
      '(3) 资金使用与监管 | (2) 完善经费管理 |  | ',
      '(4) 概念验证平台 | (1) 一是 建设高能级科研平台 + (1) 二是 畅通成果转化通道 | 一、培育中试服务平台 | ',
      ' | (1) 三是 强化金融服务支持 | 三、拓宽融资渠道 | 下一步，将推',
      '(2) 配套比例 |  |  | ',
      ' | (3) 营造创新生态 |  | ',
      ' |  |  | 今年以来，科',
    ]);
  });

  it('are named by their first clause where nothing heads them, decimals whole', () => {
    const text = '新建样品中心的电能利用效率不高于1.2，绿电过半。';
    const clip = makeClip({ title: '样例', measures: [{ label: '一是', heading: '', text }] });
    expect(align([clip]).rows.map(({ title }) => title)).toContain('新建样品中心的电能利用效率不高于1.2');
  });

  it('say who alone has something, and why others match', () => {
    const table = align([shanghai, hubei]);
    expect(rowWith(align([shanghai, hubei, fujian]), '配套比例')).toMatchObject({ only: shanghai.id, by: 'alone' });
    expect(rowWith(table, '营造创新生态').only).toBe(hubei.id);
    const matched = rowWith(table, '完善经费管理');
    expect(matched.only).toBeNull();
    expect(matched.score).toBeGreaterThan(0.16);
    expect(matched.matches[0]?.words).toContain('监督检查和绩效评估');
  });

  it('come together by theme where no wording is shared, and say so', () => {
    const row = rowWith(align([shanghai, hubei]), '配套比例');
    expect(rowsOf({ columns: [], rows: [row] })).toEqual(['(2) 配套比例 | (1) 三是 强化金融服务支持']);
    expect(row).toMatchObject({ by: 'theme', themes: ['funding', 'finance'], score: null, only: null });
  });

  it('by theme come after rows by wording and before what one side has alone', () => {
    const order = align([shanghai, hubei]).rows.map((row) => row.by);
    expect(order).toEqual([...order].sort((a, b) => 'wta'.indexOf(a[0] ?? '') - 'wta'.indexOf(b[0] ?? '')));
    expect(new Set(order).size).toBe(3);
  });

  it('match other words for the same heading and keep equal headings of other matters apart', () => {
    const side = (n: number, measures: [string, string][]) =>
      makeClip({
        n,
        title: `t${n}`,
        region: n === 1 ? '310000' : '420000',
        measures: measures.map(([heading, text], i) => ({ label: `(${i + 1})`, heading, text })),
      });
    const table = align([
      side(1, [
        ['强化人才引育', '引进高层次人才，给予安家补贴，建立博士后工作站。'],
        ['总体要求', '坚持生态优先，推进绿色低碳转型。'],
      ]),
      side(2, [
        ['总体要求', '面向医药产业，完善药品审评审批流程。'],
        ['完善博士后与高层次人才政策', '对引进的高层次人才发放安家补贴。'],
      ]),
    ]);
    expect(rowsOf(table)[0]).toBe('(1) 强化人才引育 | (2) 完善博士后与高层次人才政策');
  });

  it('do not invent a match where texts share nothing', () => {
    const table = align([
      makeClip({
        n: 1,
        title: 'a',
        measures: [{ label: '(1)', heading: '水稻种植补贴', text: '对种粮大户按面积发放。' }],
      }),
      makeClip({
        n: 2,
        title: 'b',
        measures: [{ label: '(1)', heading: '航天发射场', text: '规划商业卫星测控站址。' }],
      }),
    ]);
    expect(table.rows).toHaveLength(2);
    expect(table.rows.every((row) => row.score === null && row.only !== null)).toBe(true);
  });

  it('lose no unit and double none', () => {
    const table = align([shanghai, hubei, fujian, sichuan]);
    const ids = table.rows.flatMap((row) => row.cells.flat().map((unit) => unit.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(4 + 5 + 3 + 2);
  });

  it('are the same whenever they are made', () => {
    expect(align([shanghai, hubei, fujian])).toEqual(align([shanghai, hubei, fujian]));
  });

  it('have the title of a clip that is one paragraph', () => {
    const only = makeClip({ n: 9, title: '绵阳发布样品政策', lead: '绵阳样品新区近日发布《样品政策》，给予补助。' });
    expect(align([only]).rows.map((row) => row.title)).toEqual(['绵阳发布样品政策']);
  });

  it('have the title of the first clause that says something where there is no heading', () => {
    expect(align([sichuan]).rows.map((row) => row.title)).toEqual([
      '科技厅聚焦企业培育',
      '将推动创投机构与银行为入库企业提供信用贷款等金融…',
    ]);
  });
});

describe('columns', () => {
  it('unite the clips of a province, or keep them apart', () => {
    const second = makeClip({ n: 9, title: '上海另一份', region: '310000', lead: '另一段足够长的正文。' });
    expect(columnsOf([shanghai, hubei, second], 'region').map((column) => [column.id, column.clips.length])).toEqual([
      ['310000', 2],
      ['420000', 1],
    ]);
    expect(columnsOf([shanghai, hubei, second], 'clip')).toHaveLength(3);
  });
  it('follow the corrected region', () => {
    const corrected = { ...shanghai, corrections: { regions: ['330000'] } };
    expect(columnsOf([corrected], 'region')[0]?.id).toBe('330000');
  });
  it('give a clip without province a column of its own', () => {
    const lost = makeClip({ n: 8, title: 'x', region: null, source: { region: null }, lead: '正文。' });
    expect(columnsOf([lost, shanghai], 'region').map((column) => column.region)).toEqual([null, '310000']);
  });
});

describe('by hand', () => {
  const clips = [shanghai, hubei, fujian];
  const table = align(clips);

  it('joins two rows and says so', () => {
    const links = joinRows([], rowWith(table, '完善经费管理'), rowWith(table, '配套比例'));
    const row = rowWith(align(clips, links), '配套比例');
    expect(rowsOf({ ...table, rows: [row] })).toEqual(['(2) 配套比例 + (3) 资金使用与监管 | (2) 完善经费管理 | ']);
    expect(row.matches.some((match) => match.score === null)).toBe(true);
  });

  it('takes a unit out and keeps it out', () => {
    const row = rowWith(table, '概念验证平台');
    const unit = row.cells[2]?.[0]?.id ?? '';
    const again = align(clips, splitUnit([], row, unit));
    expect(rowWith(again, '概念验证平台').cells[2]).toEqual([]);
    expect(rowWith(again, '培育中试服务平台').only).toBe(fujian.id);
  });

  it('keeps apart what only a theme joined', () => {
    const pair = [shanghai, hubei];
    const row = rowWith(align(pair), '配套比例');
    const again = align(pair, splitUnit([], row, row.cells[0]?.[0]?.id ?? ''));
    expect(rowWith(again, '配套比例').by).toBe('alone');
  });

  it('joins again what was taken apart', () => {
    const row = rowWith(table, '概念验证平台');
    const apart = splitUnit([], row, row.cells[2]?.[0]?.id ?? '');
    const split = align(clips, apart);
    const links = joinRows(apart, rowWith(split, '概念验证平台'), rowWith(split, '培育中试服务平台'));
    expect(rowWith(align(clips, links), '概念验证平台').cells[2]).toHaveLength(1);
  });

  it('names a row, keeps the name when a column is added, and forgets it', () => {
    const row = rowWith(table, '概念验证平台');
    const links = nameRow([], row, ' 中试与验证 ');
    expect(rowWith(align([...clips, sichuan], links), '概念验证平台')).toMatchObject({
      title: '中试与验证',
      titled: 'person',
    });
    expect(nameRow(links, row, '')).toEqual([]);
    expect(forgetRow(links, row)).toEqual([]);
  });

  it('ignores decisions about units that are gone', () => {
    const links: ManualLink[] = [
      { kind: 'join', a: 'gone#m0', b: `${shanghai.id}#m0` },
      { kind: 'apart', a: 'gone#m0', b: 'gone#m1' },
      { kind: 'title', unit: 'gone#m0', title: 'x' },
    ];
    expect(align(clips, links)).toEqual(table);
  });
});
