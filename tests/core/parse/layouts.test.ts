/** Layouts of digests beyond the printed one: how their entries are set apart and named. Invented samples. */
import { describe, expect, it } from 'vitest';
import { itemKindOf } from '@/lib/core/parse/items/item-kind';
import { read } from './read-source';
import { FIRST, SECOND } from './sample-items';

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
  it('set no horizon before their own day', () => {
    const told = entry('山东省', '山东省科学技术厅', 4).replace('最高30万元补助', '补助，到2025年建成样品平台30家');
    const { items } = read(
      `= 各地样品政策一览\n${entry('北京市', '北京市科学技术委员会', 3)}\n${told}`,
      {},
      'bulletin',
    );
    expect(items.flatMap(({ figures }) => figures).find(({ unit }) => unit === '家')).toMatchObject({ year: null });
    const earlier = read(
      `= 各地样品政策一览\n${entry('北京市', '北京市科学技术委员会', 3)}\n${told.replace('2026年3月4', '2024年3月4')}`,
      {},
      'bulletin',
    );
    expect(earlier.items.flatMap(({ figures }) => figures).find(({ unit }) => unit === '家')).toMatchObject({
      year: 2025,
    });
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

describe('numbered reports without titles', () => {
  const SECTIONS = `【部委动态】
    ① 11月7日，国家发展改革委发布《关于加大样品投资的意见》，鼓励民间资本参与样品平台建设。（样品报）
    ② 近日，教育部召开样品工作推进会，部署下一阶段的重点任务和保障措施。
    【地方动态】
    ① 近日，江苏省自然资源厅出台《关于推进样品规划的通知》，明确了近期的工作要求。
    ② 近日，安徽省科学技术厅组织样品对接活动，一百家企业参加。`;
  it('are items of their sections', () => {
    const { kind, items } = read(`# 样品行业早报（2026年11月8日）\n${SECTIONS}`);
    expect(kind).toBe('bulletin');
    expect(items.map(({ section, title }) => [section, title.slice(0, 8)])).toEqual([
      ['部委动态', '11月7日，国家'],
      ['部委动态', '近日，教育部召开'],
      ['地方动态', '近日，江苏省自然'],
      ['地方动态', '近日，安徽省科学'],
    ]);
    const [first] = read(`# 样品行业早报\n${SECTIONS.replace('民间资本', '民间资本'.repeat(20))}`).items;
    expect(first?.title).toMatch(/^11月7日，国家发展改革委发布《关于加大样品投资的意见》$/u);
    expect(items[2]?.regions).toEqual(['320000']);
  });
  it('are none where the tasks of one document are numbered', () => {
    const tasks = `【部委动态】
      ① 加快样品平台的建设，完善样品工作的保障措施，各有关单位要抓好落实。
      ② 推进样品标准的制定，提升样品检测的能力和水平，各有关单位要抓好落实。
      【地方动态】
      ① 引进样品人才，落实住房和子女教育的保障，各有关单位要抓好落实。
      ② 拓展样品市场，支持企业参加展览和对接活动，各有关单位要抓好落实。`;
    const { items } = read(`# 样品行业早报（2026年11月8日）\n${tasks}`, {}, 'bulletin');
    expect(items.map(({ title }) => title)).toEqual(['部委动态', '地方动态']);
  });
});

describe('digests that are a table', () => {
  const ROWS = `| 序号 | 地区 | 政策名称 | 发布机构 | 发布时间 | 主要内容
    | 1 | 浙江 | 《浙江省样品智能若干措施》 | 浙江省人民政府办公厅 | 2026年3月2日 | 对符合条件的企业，给予最高500万元奖励。
    | 2 | 山东 | 《山东省样品转化条例》 | 山东省人大常委会 | 2026年3月5日 | 明确科研人员可获得不低于70%的转化收益。`;
  const digest = read(`# 样品政策动态（2026年第8期）\n${ROWS}`);
  it('have an item for every row, with what stands in its other cells', () => {
    expect(digest.kind).toBe('bulletin');
    expect(
      digest.items.map(({ title, regions, agencies, documents }) => [title, regions[0], agencies[0], documents[0]]),
    ).toEqual([
      ['《浙江省样品智能若干措施》', '330000', '浙江省人民政府办公厅', '浙江省样品智能若干措施'],
      ['《山东省样品转化条例》', '370000', '山东省人民代表大会常务委员会', '山东省样品转化条例'],
    ]);
    expect(digest.items[0]?.text).toMatch(/^浙江\n[\s\S]*500万元奖励。$/u);
  });
  it('have neither issuer nor day of one of their rows', () => {
    expect(digest).toMatchObject({ issueNumber: '第8期', issuers: [], publishedOn: null });
  });
  it('are none where one notice lists measures, or no column says what a title is about', () => {
    const notice = `= 样品省科学技术厅关于印发样品工作要点的通知\n样科〔2026〕3号\n各市科学技术局：`;
    expect(read(`${notice}\n> 现将样品工作要点印发给你们，请认真贯彻执行，抓好落实。\n${ROWS}`).kind).toBe('policy');
    const list = ROWS.replace('主要内容', '备注');
    expect(read(`# 样品政策动态（2026年第8期）\n${list}`, {}, 'bulletin').items).toHaveLength(1);
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
