/** Layouts of digests beyond the printed one: what their mastheads, bullets and names look like. Invented samples. */
import { describe, expect, it } from 'vitest';
import { toInspection } from '@/lib/core/export/to-inspection';
import { documentText } from '@/lib/core/model/document';
import { itemKindOf } from '@/lib/core/parse/items/item-kind';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';

function read(source: string) {
  const model = modelOf(source);
  return toInspection(readDocument(model), model);
}
const FIRST = '近日，江苏省科技厅印发《样品管理办法》，明确对符合条件的单位给予支持，并建立台账管理制度。';
const SECOND = '3月4日，安徽省科技厅召开样品工作推进会，部署本年度重点工作，各市科技局参加会议并作交流。';
const ITEMS = `
! 江苏：出台样品管理新政
${FIRST}
! 安徽：召开样品工作推进会
${SECOND}
`;

describe('mastheads', () => {
  it.each<[name: string, masthead: string, expected: object]>([
    [
      'publisher that no list knows, with 编 and a date in numerals',
      '= 样刊动态\n= 第12期（总第248期）\n= 江苏省样品情报研究院　编　　二〇二六年三月八日',
      {
        title: '样刊动态',
        issueNumber: '第12期',
        issuers: ['江苏省样品情报研究院'],
        publishedOn: '2026-03-08',
      },
    ],
    [
      'year and issue in numerals above the name',
      '= 二〇二六年第七期\n= 样品改革简报\n= 江苏省科学技术厅编　　二〇二六年三月八日',
      {
        title: '样品改革简报',
        issueNumber: '第七期',
        issuers: ['江苏省科学技术厅'],
        publishedOn: '2026-03-08',
      },
    ],
    [
      'a department that no list knows with the date below the name, which holds the issue',
      '# 样品改革动态（2026年第6期）\n国家发展改革委样品司 2026-03-25',
      {
        title: '样品改革动态（2026年第6期）',
        issueNumber: '第6期',
        issuers: ['国家发展和改革委员会'],
        publishedOn: '2026-03-25',
      },
    ],
    [
      'an office of a body below the name',
      '= 样品信息快报\n= 2026年第4期\n= 陕西省发展和改革委员会样品研究室　　2026年4月30日',
      { issueNumber: '第4期', issuers: ['陕西省发展和改革委员会'], publishedOn: '2026-04-30' },
    ],
    [
      'the running number on its own line, above whose journal it is',
      '= 样品工作简报\n= 第12期\n= （总第236期）\n= 江苏省科学技术厅办公室 2026年6月28日',
      { issueNumber: '第12期', issuers: ['江苏省科学技术厅办公室'], publishedOn: '2026-06-28', region: '320000' },
    ],
    [
      'the year in brackets before the issue',
      '= 样品改革内参\n= 〔2026〕第6期\n= 中共陕西省委科技委员会办公室 2026年6月5日',
      { issueNumber: '第6期', issuers: ['中共陕西省委科技委员会办公室'], publishedOn: '2026-06-05' },
    ],
    [
      'an institute that no list knows beside the date',
      '= 样品科技参考\n= 2026年第20期 总第580期\n甘肃省样品情报研究所　　2026年10月31日',
      { issueNumber: '第20期', issuers: ['甘肃省样品情报研究所'], publishedOn: '2026-10-31', region: '620000' },
    ],
    [
      'a month without a day',
      '= 样品科技动态\n= 第 9 期\n= 宁波市科学技术局　二〇二六年九月',
      { issueNumber: '第9期', issuers: ['宁波市科学技术局'], publishedOn: null },
    ],
    [
      'handling mark above the name',
      '= 内部资料　注意保存\n= 样品专报\n= （第八期）\n= 江苏省科学技术厅　　2026年3月8日',
      { title: '样品专报', issueNumber: '第八期', publishedOn: '2026-03-08' },
    ],
    [
      'days that a weekly covers are not the day it appeared',
      '# 样品一周工作要览（2026年3月2日—8日）\n2026-03-09 来源：科技部',
      {
        title: '样品一周工作要览（2026年3月2日—8日）',
        publishedOn: '2026-03-09',
      },
    ],
    [
      'a name of a digest above titles that end with a 文种',
      '= 各地样品政策一览（2026年第一季度）',
      { title: '各地样品政策一览（2026年第一季度）' },
    ],
  ])('%s', (_, masthead, expected) => {
    const digest = read(`${masthead}\n${ITEMS}`);
    expect(digest).toMatchObject({ kind: 'bulletin', ...expected });
    expect(digest.items.map(({ title }) => title)).toEqual(['江苏：出台样品管理新政', '安徽：召开样品工作推进会']);
  });
});

describe('items that state their own data', () => {
  const entry = (place: string, body: string, day: number) =>
    `= ${place}\n! ${place}样品经济促进办法\n发文单位：${body}\n发布时间：2026年3月${day}日\n主要内容：对符合条件的样品企业给予最高30万元补助，并建立样品企业名录和评价制度。`;
  const digest = read(
    `= 各地样品政策一览（2026年第一季度）\n${entry('北京市', '北京市科学技术委员会', 3)}\n${entry('山东省', '山东省科学技术厅', 4)}\n${entry('陕西省', '陕西省科学技术厅', 5)}`,
  );
  it('stand in sections by place, each with its own body', () => {
    expect(digest.items.map(({ section, regions, agencies }) => [section, regions, agencies])).toEqual([
      ['北京市', ['110000'], ['北京市科学技术委员会']],
      ['山东省', ['370000'], ['山东省科学技术厅']],
      ['陕西省', ['610000'], ['陕西省科学技术厅']],
    ]);
  });
  it('lend the digest neither issuer nor day', () => {
    expect(digest).toMatchObject({ issuers: [], publishedOn: null });
  });
});

describe('entries made of the same parts', () => {
  const entry = (name: string, sum: string) =>
    `市级　有效
! ${name}
${name}面向在本市就业的样品人才，由市人力资源和社会保障局受理。
# 申请条件
签订劳动合同
缴纳社保满一年
# 申请方式
网上申请
# 补贴标准
每人${sum}元`;
  const names = ['样品租房补贴', '样品安家补贴', '样品创业补贴', '样品实习补贴'];
  const database = read(
    `# 样品市人才政策数据库
共收录4条政策
${names.map((name, i) => entry(name, `${i + 1}000`)).join('\n')}`,
  );
  it('are the items of a database of policies', () => {
    expect(database).toMatchObject({ kind: 'bulletin', title: '样品市人才政策数据库' });
    expect(database.items.map(({ title }) => title)).toEqual(names);
  });
  it('keep their own short lines, from the first entry to the last', () => {
    expect(database.items.map(({ text }) => text.includes('网上申请') && text.includes('缴纳社保满一年'))).toEqual(
      names.map(() => true),
    );
    expect(database.items.at(-1)?.text).toContain('每人4000元');
  });
  it('do not cut one notice into its subsidies', () => {
    const notice = read(
      `= 样品省财政厅关于印发人才补贴实施细则的通知
样财〔2026〕3号
各市财政局：
现将《人才补贴实施细则》印发给你们，请认真贯彻执行。
${names.map((name, i) => entry(name, `${i + 1}000`)).join('\n')}`,
    );
    expect(notice).toMatchObject({ kind: 'policy' });
  });
});

describe('entries headed by a place alone', () => {
  const told = (what: string) =>
    `近日，当地印发《${what}促进办法》，对符合条件的单位给予补助，并建立名录和评价制度。办法提出，资金由财政统筹安排。`;
  it.each<[name: string, lines: string, titles: string[]]>([
    [
      'provinces',
      `# 各地样品政策综述\n北京\n${told('科技')}\n江苏省\n${told('产业')}\n三、陕西\n${told('人才')}`,
      ['北京', '江苏省', '陕西'],
    ],
    [
      'countries, spaced out',
      `= 2025年世界样品科技进展\n美　国\n${told('科技')}\n德　国\n${told('产业')}`,
      ['美　国', '德　国'],
    ],
    ['an excerpt that ends in its first place', `= 2025年世界样品科技进展\n科技政策\n美国\n${told('科技')}`, ['美国']],
  ])('%s', (_, lines, titles) => {
    const digest = read(lines);
    expect(digest.kind).toBe('bulletin');
    expect(digest.items.map(({ title }) => title)).toEqual(titles);
  });
  it('tell whose policy the entry is', () => {
    const digest = read(`# 各地样品政策综述\n北京\n${told('科技')}\n江苏省\n${told('产业')}`);
    expect(digest.items.map(({ regions }) => regions)).toEqual([['110000'], ['320000']]);
  });
  it('are not made of the dateline of a report', () => {
    const report = read(`= 样品省印发中试基地管理办法\n南京\n${FIRST}${told('产业')}`);
    expect(report).toMatchObject({ kind: 'policy', items: [{ title: '样品省印发中试基地管理办法' }] });
  });
});

describe('copies that carry the pronunciation of their characters', () => {
  it('are read without it, and every place is still that of the page', () => {
    const model = modelOf(
      `# 样品省科学(xué)技术厅关(guān)于印发样品办法的通知
      各有关单位：现将《样品管理办法》印发给你们，请认真贯彻执行。
      一、总(zǒng)体要求
      到2027年，建成样品基地30(含)家，距离不超过20公里（km）。
      二、重点(diǎn)任务
      建立台账。`,
    );
    const reading = readDocument(model);
    const whole = model.blocks.map(({ text }) => text).join('\n');
    const [item] = reading.items;
    expect(item?.title.value).toBe('样品省科学技术厅关于印发样品办法的通知');
    expect(item?.measures.map(({ heading }) => heading)).toEqual(['总体要求', '重点任务']);
    expect(item?.text).toContain('20公里（km）');
    expect(item?.figures[0]?.spans.map(({ start, end }) => whole.slice(start, end)).join('')).toContain('30');
  });
  it('are none where a few brackets hold abbreviations', () => {
    const { items } = read(
      '# 样品省关于样品工作的通知\n各市人民政府：现将建设应用（app）和平台（pt）的要求通知如下，请贯彻执行。',
    );
    expect(items[0]?.text).toContain('应用（app）和平台（pt）');
  });
});

describe('pages in traditional characters', () => {
  const model = modelOf(
    `= 深圳市人民政府關於印發樣品若干措施的通知
     = 深府規〔2026〕9號
     各區人民政府，市政府直屬各單位：
     > 現將《樣品若干措施》印發給你們，請認真貫徹執行。
     > 一、加大算力供給。到2028年，全市智能算力規模達到14000PFLOPS以上，每年發放最高5億元算力券。
     > 二、支持企業研發。（一）給予不超過3000萬元資助。（二）建設概念驗證中心10家。
     深圳市人民政府
     2026年8月1日`,
    { title: '深圳市人民政府關於印發樣品若干措施的通知 - 深圳政府在線' },
  );
  const reading = readDocument(model);
  const { items, ...head } = toInspection(reading, model);

  it('are read with the words of the other script', () => {
    expect(head).toMatchObject({
      kind: 'policy',
      issuers: ['深圳市人民政府'],
      publishedOn: '2026-08-01',
      region: '440000',
    });
    expect(items[0]?.figures.map(({ text, value, unit, year, bound }) => [text, value, unit, year, bound])).toEqual([
      ['14000PFLOPS', 14000, 'PFLOPS', 2028, 'atLeast'],
      ['5億元', 500_000_000, '元', 2028, 'atMost'],
      ['3000萬元', 30_000_000, '元', null, 'atMost'],
      ['10家', 10, '家', null, null],
    ]);
  });
  it('are given back as they print it, every place that of the page', () => {
    const [item] = items;
    expect(head).toMatchObject({ title: '深圳市人民政府關於印發樣品若干措施的通知', docNumber: '深府規〔2026〕9號' });
    expect(item?.documents).toEqual(['樣品若干措施']);
    expect(item?.measures.map(({ label, heading, points }) => [label, heading, points.length])).toEqual([
      ['一、', '加大算力供給', 0],
      ['二、', '支持企業研發', 2],
    ]);
    expect(item?.text).toMatch(/^現將《樣品若干措施》印發給你們/u);
    expect(item?.figures[0]?.indicator).toBe('智能算力規模');
    const page = documentText(model);
    const figure = reading.items[0]?.figures[1];
    expect(figure?.spans.map(({ start, end }) => page.slice(start, end))).toEqual(['5億元']);
    expect(item?.text.slice(figure?.at.start, figure?.at.end)).toBe('5億元');
  });
  it('of Taiwan are announcements with a year of their own', () => {
    const announced = read(
      `= 國家科學及技術委員會　公告
       = 中華民國115年5月20日
       = 科會樣字第1150031234號
       > 主旨：修正「補助樣品產學合作研究計畫作業要點」，並自即日生效，請各申請機構依公告事項辦理，有關條件與程序規定如下。
       > 公告事項：
       > 一、補助金額：合作企業配合款不得低於計畫總經費百分之二十五，經費應專款專用，並接受監督檢查。
       > 二、申請機構：公私立大專校院及公立研究機構，應於期限內提出申請，逾期不予受理，資料不全者應於通知後補正。`,
    );
    expect(announced).toMatchObject({
      kind: 'policy',
      publishedOn: '2026-05-20',
      docNumber: '科會樣字第1150031234號',
      items: [{ measures: [{ heading: '補助金額' }, { heading: '申請機構' }] }],
    });
  });
});

describe('entries that begin with their place', () => {
  const told =
    '市科委印发《样品创新联合体建设指引》，明确每个联合体资助不超过3000万元，企业出资比例不低于50%，并建立评价制度。';
  const read3 = (entry: (place: string) => string) =>
    read(`# 各地样品政策速览\n${['上海', '江苏省苏州市', '四川成都'].map(entry).join('\n')}`);
  it.each<[name: string, entry: (place: string) => string]>([
    ['a colon', (place) => `${place}：${told}`],
    ['quotation marks', (place) => `“${place}”：${told}`],
    ['brackets alone', (place) => `【${place}】${told}`],
    ['a number', (place) => `1. ${place}：${told}`],
    ['a bullet', (place) => `● ${place}丨${told}`],
  ])('%s', (_, entry) => {
    expect(read3(entry).items.map(({ title, regions, agencies, text }) => [title, regions, agencies, text])).toEqual([
      ['上海', ['310000'], ['上海市科学技术委员会'], told],
      ['江苏省苏州市', ['320000'], ['苏州市科学技术委员会'], told],
      ['四川成都', ['510000'], ['成都市科学技术委员会'], told],
    ]);
  });
  it('are items where there are two and nothing else', () => {
    const titles = (lines: string) => read(`# 各地样品政策速览\n${lines}`).items.map(({ title }) => title);
    expect(titles(`上海：${told}\n江苏：${told}`)).toEqual(['上海', '江苏']);
    expect(titles(`上海：${told}\n${told}\n江苏：${told}`)).toEqual(['各地样品政策速览']);
  });
  it('do not cut one plan that gives each place its task', () => {
    const plan = read(
      `= 国务院办公厅关于印发样品产业布局方案的通知\n国办发〔2026〕3号\n各省、自治区、直辖市人民政府：
      现将《样品产业布局方案》印发给你们，请认真贯彻执行。\n1. 上海：${told}\n2. 江苏：${told}\n3. 四川：${told}`,
    );
    expect(plan).toMatchObject({ kind: 'policy', items: [{}] });
  });
});

describe('entries that only their source lines set apart', () => {
  const entry = (day: number, what: string) =>
    `3月${day}日，${what}。要求各地加强统筹，健全工作机制，及时总结经验做法，确保各项任务落到实处。`;
  const [one, two, three] = [
    entry(2, '财政部印发《样品资金管理办法》'),
    entry(8, '科技部、教育部印发《样品人才行动方案》'),
    entry(9, '国务院办公厅印发《关于样品改革的意见》'),
  ];
  it('are called by their first sentence, which stays in the body', () => {
    const digest = read(
      `# 样品政策速览
      > ${one}
      > ——培育样品企业200家。
      > （来源：财政部）
      > ${two}
      > （来源：科学技术部）
      > ${three}
      > （来源：中国政府网）`,
    );
    expect(digest.kind).toBe('bulletin');
    expect(digest.items.map(({ title, agencies, text }) => [title, agencies, text])).toEqual([
      ['3月2日，财政部印发《样品资金管理办法》', ['财政部'], `${one}\n——培育样品企业200家。`],
      ['3月8日，科技部、教育部印发《样品人才行动方案》', ['科学技术部', '教育部'], two],
      ['3月9日，国务院办公厅印发《关于样品改革的意见》', ['国务院办公厅'], three],
    ]);
  });
  it('are two paragraphs of one report where only it names its source', () => {
    const report = read(`# 样品省印发样品管理办法\n> ${one}\n> ${two}\n> （来源：财政部）`);
    expect(report.items).toHaveLength(1);
  });
});

describe('digests whose title goes on behind a stroke', () => {
  it('are digests though it ends like a document', () => {
    const digest = read(
      `= 政策汇总｜3月第二周各部委及地方样品政策
      1、财政部：样品优惠延续实施
      > ${FIRST}
      2、安徽：样品基地最高奖1000万元
      > ${SECOND}`,
    );
    expect(digest).toMatchObject({ kind: 'bulletin', items: [{}, {}] });
  });
});

describe('posters in words', () => {
  it('keep their short lines, which say how much', () => {
    const { items } = read(
      `# 一图读懂《样品省促进成果转化行动方案（2026—2028年）》
       > 近日，省政府办公厅印发《样品省促进成果转化行动方案（2026—2028年）》，明确了主要目标和重点任务，请各地贯彻落实。
       ! 主要目标
       > 培育技术转移机构200家
       > 技术经理人达到5000名
       > 技术合同成交额突破6500亿元`,
    );
    expect(items[0]?.figures.map(({ text }) => text)).toEqual(['200家', '5000名', '6500亿元']);
  });
});

describe('titles that only a sign sets apart', () => {
  it.each(['●', '◎', '◆', '■', '★'])('%s', (sign) => {
    const digest = read(`# 样品一周要闻\n${sign} 印发样品管理办法\n${FIRST}\n${sign} 召开样品工作推进会\n${SECOND}`);
    expect(digest.items.map(({ title }) => title)).toEqual(['印发样品管理办法', '召开样品工作推进会']);
  });
});

describe('what an item is', () => {
  it.each<[kind: string, title: string, text: string]>([
    ['policy', '某省加快推进样品产业融合发展', '近日，某省政府印发《关于样品产业的实施方案》，提出建设。'],
    ['policy', '某区：出台样品经济十条', '某区发布措施。'],
    ['progress', '某省加快推进样品产业融合发展', '截至3月，建成平台3家。此前某省印发《样品方案》。'],
    ['event', '某省召开样品会议', '某省印发《样品办法》后召开会议。'],
    ['progress', '某省样品产值实现增长', '某市公布《样品》一书的销量。'],
    ['analysis', '《样品办法》政策解读', '某省印发《样品办法》。'],
  ])('%s: %s', (kind, title, text) => {
    expect(itemKindOf(title, text)).toBe(kind);
  });
});
