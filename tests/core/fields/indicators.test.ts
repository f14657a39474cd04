/** What figures count: names without the words around them, ellipsis, rates, limits, changes. Invented sentences. */
import { describe, expect, it } from 'vitest';
import { AMOUNT_ENDINGS, BENEFITS, LEADING_WORDS, TRAILING_WORDS } from '@/lib/core/lexicon/indicators';
import { DONE_IN_RETROSPECT } from '@/lib/core/lexicon/units-bounds';
import { findFigures } from '@/lib/core/parse/fields';

const indicators = (text: string) => findFigures(text).map(({ indicator }) => indicator);

describe('indicators', () => {
  it.each<[text: string, expected: (string | null)[]]>([
    ['到2026年底建设数据标注基地30家，到2028年达到60家。', ['数据标注基地', '数据标注基地']],
    ['对新认定的数据标注基地，一次性给予100万元支持。', ['新认定的数据标注基地一次性支持']],
    ['给予最高200万元奖励。', ['奖励']],
    ['对首次上规的企业给予20万元奖励。', ['首次上规的企业奖励']],
    ['对面向社会提供服务并开放数据的公共数据标注平台，给予20万元补助。', ['公共数据标注平台补助']],
    ['处1万元以上3万元以下的罚款。', ['罚款', '罚款']],
    ['按照服务收入的30%给予补助，每家每年最高200万元。', ['服务收入补助比例', '每家每年补助上限']],
    ['按照合同额的20%给予补助，同一企业每年累计不超过300万元。', ['合同额补助比例', '同一企业每年补助上限']],
    ['给予奖励，同一机构的奖励额度每年不超过10万元。', ['同一机构的奖励额度上限']],
    ['按照贷款本金的40%予以风险补偿，单个项目最高500万元。', ['贷款本金风险补偿比例', '单个项目风险补偿上限']],
    ['按不超过合同额的30%发放算力券，单个企业每年最高200万元。', ['合同额算力券比例', '单个企业每年算力券上限']],
    ['按照并购金额的10%安排。', ['并购金额']],
    [
      '对信用贷款损失按照本金的50%补偿，对质押贷款损失按照本金的40%补偿。',
      ['信用贷款损失本金补偿比例', '质押贷款损失本金补偿比例'],
    ],
    ['单户贷款额度由500万元提高到1000万元。', ['单户贷款额度', '单户贷款额度']],
    ['投标企业下限从3家放宽至2家。', ['投标企业下限', '投标企业下限']],
    ['数据平台参与的项目占比不低于50%。', ['数据平台参与的项目占比']],
    ['数字产业增加值占工业增加值比重达到66%。', ['数字产业增加值占工业增加值']],
    ['营运资金总额不得超过注册资本的50%。', ['营运资金总额占注册资本']],
    ['支付不低于工资的200%。', ['工资']],
    ['单个项目奖励额度不超过100万元。', ['单个项目奖励额度']],
    ['补贴标准为建筑面积每平方米37元。', ['补贴标准']],
    ['对外文化交流项目的资助额度一般不超过100万元。', ['对外文化交流项目的资助额度']],
    [
      '成交额突破5000亿元，同比增长12.5%；其中甲市、乙市分别达到380亿元、260亿元。',
      ['成交额', '成交额同比增长', '成交额', '成交额'],
    ],
    ['甲市、乙市、丙市三市平台数量分别达到21家、12家、6家。', ['平台数量', '平台数量', '平台数量']],
    [
      '累计支持数据项目410项，吸引社会资本投入18.6亿元，同比增长23%。',
      ['数据项目', '社会资本投入', '社会资本投入同比增长'],
    ],
    ['补贴额测算比例可提高至35%。', ['补贴额测算比例']],
    ['市场主体由2020年底的30万户增长到2025年底的60万户。', ['市场主体', '市场主体']],
    ['【加大投入】企业研发投入达到500万元的，给予补助。', ['企业研发投入']],
    ['今年支持示范基地新增岗位300个。', ['示范基地新增岗位']],
    ['每万人口发明专利拥有量达到4.5件。', ['每万人口发明专利拥有量']],
    ['样品企业数量增加一倍，达到2000家；样品平台翻一番，达到14个。', ['样品企业数量', '样品平台']],
    ['合同成交额年均增速超过15%，达到500亿元。', ['合同成交额年均增速', '合同成交额']],
    ['研发经费占比应当逐步提高到2.5%以上。', ['研发经费占比']],
    ['共有平台20家，投入达到30亿元，合计40亿元。', ['平台', '投入', '投入']],
    ['共有平台20家，合计30亿元。', ['平台', null]],
    ['共有平台20家。另有30家。', ['平台', null]],
    ['单台（套）产品奖励不超过50万元。', ['单台产品奖励']],
    ['完成改制并挂牌的企业给予一次性奖补10万元。', ['一次性奖补']],
    ['第十九条 现代服务收入占总收入比重不低于30%。', ['现代服务收入占总收入']],
    ['组织了103家产业链龙头企业参与对接。', ['产业链龙头企业']],
    ['每年发布不少于50个低空应用场景清单。', ['低空应用场景清单']],
    ['提供不少于10万平方米的免租办公空间。', ['免租办公空间']],
    ['围绕中试熟化等8个方面提出24条举措。', ['方面', '举措']],
    ['2026年度我市样品入户指标为1.6万个。', ['样品入户指标']],
    ['样品派位学校由原来的5所增至7所。', ['样品派位学校', '样品派位学校']],
    ['超700家主体发行样品债券超过1.5万亿元。', ['主体', '主体发行样品债券']],
    ['最多选择3个病种享受相应待遇。', ['病种']],
    ['可填报1个至2个平行志愿。', ['平行志愿', '平行志愿']],
    ['科研人员可获得不低于70%的转化收益。', ['转化收益']],
    ['建设样品基地，最高补助500万元。', ['补助']],
    ['每年选派省、市、县三级样品特派员1.5万人次。', ['样品特派员']],
    [
      '年度研发投入5000万元以上的，给予补助，最高500万元；1000万元至5000万元的，最高200万元；1000万元以下的，最高50万元。',
      ['研发投入', '补助上限', '研发投入', '研发投入', '补助上限', '研发投入', '补助上限'],
    ],
  ])('%s', (text, expected) => {
    expect(indicators(text)).toEqual(expected);
  });

  it('tells what was before from what is set', () => {
    const [before, after] = findFigures('到2028年，单户贷款额度由500万元提高到1000万元。');
    expect([before?.kind, before?.year, after?.kind, after?.year]).toEqual(['other', null, 'target', 2028]);
    expect(findFigures('单户贷款额度由500万元提高到1000万元。').map(({ kind }) => kind)).toEqual([
      'other',
      'parameter',
    ]);
  });

  it('names whom a list is about without 其中', () => {
    expect(findFigures('其中甲市、乙市分别达到380亿元、260亿元。').map(({ subject }) => subject)).toEqual([
      '甲市',
      '乙市',
    ]);
  });
});

describe('the lexicon', () => {
  it.each(LEADING_WORDS.map((entry) => [entry.example]))('leads: %s', (example) => {
    expect(indicators(example)).toEqual(['数据企业总量']);
  });
  it.each(TRAILING_WORDS.map((entry) => [entry.example]))('trails: %s', (example) => {
    expect(indicators(example)).toEqual(['数据企业总量']);
  });
  it.each(BENEFITS.map((entry) => [entry.form, entry.example]))('benefit %s', (form, example) => {
    expect(indicators(example)).toEqual([`合同金额${form}比例`, `每家每年${form}上限`]);
  });
  it.each(AMOUNT_ENDINGS.map((entry) => [entry.form, entry.example]))('amount %s', (form, example) => {
    expect(indicators(example)).toEqual([`单个企业年度${form}`]);
  });
  it.each(DONE_IN_RETROSPECT.map(({ form, example }) => [form, example]))('done: %s', (form, example) => {
    expect(findFigures(example)[0]?.kind).toBe('achieved');
    expect(findFigures(`全省${form}平台30家。`)[0]?.kind).toBe('target');
  });
  it('keeps words that begin like one', () => {
    const kept = LEADING_WORDS.flatMap(({ form, not }) => not.map((rest) => `${form}${rest}数量`));
    expect(kept.filter((name) => indicators(`${name}30家。`)[0] !== name)).toEqual([]);
  });
});
