/** Figures: numerals, units, ranges, what is none, bounds, kinds, horizons, indicators, 分别-lists. Invented sentences. */
import { describe, expect, it } from 'vitest';
import { findFigures } from '@/lib/core/parse/fields';

const values = (text: string) => findFigures(text).map(({ value, unit }) => `${value}${unit}`);
const one = (text: string, publishedYear: number | null = null) => findFigures(text, { publishedYear })[0];

describe('values and units', () => {
  it.each<[text: string, expected: string[]]>([
    ['入库企业 2.7 万家。', ['27000家']],
    ['补助500万元，奖励3亿元。', ['5000000元', '300000000元']],
    ['规模达1.2万亿元。', ['1200000000000元']],
    ['总投资3,915.5万元。', ['39155000元']],
    ['全角数字１２．５％和３０家。', ['12.5%', '30家']],
    ['比例为百分之二十，另有百分之三点五。', ['20%', '3.5%']],
    ['按千分之五缴纳。', ['5‰']],
    ['不低于百分之30。', ['30%']],
    ['提高13.7个百分点。', ['13.7个百分点']],
    ['下调25个基点，即50BP。', ['25个基点', '50BP']],
    ['150 余人、2000多万元、83万余元。', ['150人', '20000000元', '830000元']],
    ['每亩300元，共3万亩。', ['300元', '30000亩']],
    ['按2元/千瓦时、18元/平方米·月计。', ['2元/千瓦时', '18元/平方米·月']],
    ['浓度不高于35微克/立方米。', ['35微克/立方米']],
    ['购置3台（套）、服务5万人次。', ['3台(套)', '50000人次']],
    ['装机37.5亿千瓦，功率20千瓦，用电35亿千瓦时。', ['3750000000千瓦', '20千瓦', '3500000000千瓦时']],
    ['不少于5（含）人，购置3台 （套），发布30款产品、10万卡集群。', ['5人', '3台(套)', '30款', '100000卡']],
    ['粗糙度0.2nm、算力2.5万PFLOPS。', ['0.2nm', '25000PFLOPS']],
    ['建筑业 1 0 项新技术。', ['10项']],
    ['增速为-3.5%。', ['-3.5%']],
    ['培育3—5家，覆盖5%~10%，投入10至20万元。', ['3家', '5家', '5%', '10%', '100000元', '200000元']],
    ['提高了1.5倍到1.8倍。', ['1.5倍', '1.8倍']],
    ['占比百分之三至百分之五。', ['3%', '5%']],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });
});

describe('what is no figure', () => {
  it.each([
    '2025年12月1日印发，有效期5年。',
    '在15个工作日内办结，每学期2个月。',
    '将在1个至5个工作日内答复。',
    '位居全国第4位，第3家、前10名。',
    '入围50强和百强园区，985高校。',
    '根据国发〔2025〕3号和第12条办理。',
    '电话12345678，邮编610000。',
    '超过 100 万的按规定处理。',
    '依据《关于支持100家企业的意见》执行。',
    '开展2小时培训，年满60周岁。',
    '上午9时30分开会。',
    '治理PM2.5，建设5G基站。',
    '落实“20条”政策。',
    '3家庭、2项目、5个性化。',
    '除第1、2条规定外。',
    '共五项、三家、两个。',
  ])('%s', (text) => {
    expect(values(text)).toEqual([]);
  });
});

describe('a promise', () => {
  it.each<[text: string, kind: string]>([
    ['会议要求，确保全年完成投资2.3万亿元以上。', 'target'],
    ['力争年内实现产值300亿元。', 'target'],
    ['会议指出要确保进度，已完成投资2亿元。', 'achieved'],
    ['完成投资2亿元。', 'achieved'],
  ])('%s', (text, kind) => expect(one(text)?.kind).toBe(kind));
});

describe('what is said about a figure', () => {
  it.each<[text: string, bound: string | null]>([
    ['每家不超过5万元。', 'atMost'],
    ['单户最高可达500万元。', 'atMost'],
    ['间接费用比例最高可提至40%。', 'atMost'],
    ['比例不低于30%。', 'atLeast'],
    ['面积200平方米以上。', 'atLeast'],
    ['数量突破2.7万家。', 'above'],
    ['150余人参与。', 'above'],
    ['约20家参加。', 'about'],
    ['建成200个左右。', 'about'],
    ['已建成20家。', null],
    ['按不超过实际支付利息的50%给予贴息。', 'atMost'],
    ['支付不低于工资的百分之二百的报酬。', 'atLeast'],
    ['按研发投入的10%给予补助。', null],
  ])('bound of %s', (text, bound) => {
    expect(one(text)?.bound).toBe(bound);
  });

  it.each<[text: string, kind: string]>([
    ['到2027年，建设60家平台。', 'target'],
    ['提前完成全年2.6万家的目标任务。', 'target'],
    ['截至11月7日，入库企业2.7万家。', 'achieved'],
    ['进口额同比增长5.2%。', 'achieved'],
    ['按照实际拨付经费的20%予以匹配。', 'parameter'],
    ['给予每家30万元补助。', 'parameter'],
    ['园区面积5公顷。', 'other'],
    ['对年成交额首次突破1亿元的院所，给予奖励。', 'parameter'],
    ['对外贸易额突破1亿元，奖励企业一批。', 'achieved'],
  ])('kind of %s', (text, kind) => {
    expect(one(text)?.kind).toBe(kind);
  });

  it.each<[text: string, years: (number | null)[]]>([
    ['到2027年，建设60家中心、100家平台，引育1000人。另有5个园区。', [2027, 2027, 2027, null]],
    ['到 2027 年底，产值达500亿元。', [2027]],
    ['到二〇二八年，建成平台60家。', [2028]],
    ['力争2026年新增30家。', [2026]],
    ['2026年底前改造120个小区。', [2026]],
    ['2025年，确定项目100个，年度计划投资680亿元。', [null, 2025]],
    ['截至2024年底，已建成30家。', [null]],
    ['较2021年提高3个百分点。', [null]],
    ['到2025年建成20家，到2030年建成50家。', [2025, 2030]],
    ['到“十五五”末，培育100家。', [2030]],
    ['2026年1月起，每人补助500元。', [null]],
  ])('years of %s', (text, years) => {
    expect(findFigures(text).map(({ year }) => year)).toEqual(years);
  });

  it('sets no horizon before the year of publication', () => {
    expect(one('到2020年，建成30家。', 2025)?.year).toBeNull();
    expect(one('到2025年，建成30家。', 2025)?.year).toBe(2025);
  });

  it.each<[text: string, indicators: (string | null)[]]>([
    ['建设60家省级概念验证中心、100家中试平台。', ['省级概念验证中心', '中试平台']],
    ['规上高新技术企业达10000家。', ['规上高新技术企业']],
    ['到 2027 年引育专精特新“小巨人”企业 1000 家。', ['专精特新“小巨人”企业']],
    ['入库企业数量突破2.7万家，同比增长12%。', ['入库企业数量', '入库企业数量同比增长']],
    ['提前完成全年2.6万家的目标任务。', [null]],
    ['入库企业突破1.3万家，占全省总量的48%。', ['入库企业', '入库企业占全省总量']],
    ['研发投入强度达到2.95%。', ['研发投入强度']],
    ['给予每家30万元一次性奖励。', ['一次性奖励']],
    ['交通补贴每人每年1000元。', ['交通补贴']],
    ['从3个扩充到5个。', [null, null]],
  ])('indicators of %s', (text, indicators) => {
    expect(findFigures(text).map(({ indicator }) => indicator)).toEqual(indicators);
  });

  it('pairs a list with its values', () => {
    const pairs = (text: string) => findFigures(text).map(({ subject, value }) => [subject, value]);
    expect(pairs('甲州、乙州、丙州等地市增速均超平均，分别达到14.38%、20.56%、49.67%。')).toEqual([
      ['甲州', 14.38],
      ['乙州', 20.56],
      ['丙州', 49.67],
    ]);
    expect(findFigures('甲州、乙州等地市入库数量增速分别达到14%、20%。').map(({ indicator }) => indicator)).toEqual([
      '入库数量增速',
      '入库数量增速',
    ]);
    expect(pairs('甲、乙两地分别完成3家、4家、5家。').map(([subject]) => subject)).toEqual([null, null, null]);
  });

  it('says where a figure stands', () => {
    const text = '规模为２．７ 万家。';
    const figure = one(text);
    expect(figure && text.slice(figure.start, figure.end)).toBe('２．７ 万家');
    expect(figure?.text).toBe('２．７ 万家');
  });
});
