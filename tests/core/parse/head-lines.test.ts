/** Lines between title and text: metadata without colons, announcements and orders, subtitles. Invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const LETTER = `各区县水利局：
  > 为加强样品供水保障，现将有关事项通知如下，请认真贯彻执行，抓好各项任务落实。
  > 一、强化水源保护。加强水源地的保护和监测。
  > 二、提升供水能力。加强管网的改造和养护。`;

describe('metadata whose colons are drawn or lost', () => {
  const STATED = {
    issuers: ['重庆市水利局'],
    docNumber: '渝水〔2026〕23号',
    publishedOn: '2026-05-08',
  };
  it.each<[how: string, space: string]>([
    ['set apart by a space', ' '],
    ['without a space', ''],
  ])('is known %s', (_, space) => {
    const lines = [
      ['索引号', '11500000009276022X/2026-00123'],
      ['发文机关', '重庆市水利局'],
      ['发文字号', '渝水〔2026〕23号'],
      ['成文日期', '2026年5月6日'],
      ['发布日期', '2026年5月8日'],
    ];
    const printed = lines.map(([label, value]) => `${label}${space}${value}`).join('\n');
    const { items, ...head } = read(`# 关于加强样品供水保障工作的通知\n${printed}\n${LETTER}`);
    expect(head).toMatchObject(STATED);
    expect(items[0]?.text).toMatch(/^为加强样品供水保障/u);
    const below = read(`# 关于加强样品供水保障工作的通知\n${LETTER}\n${printed}`);
    expect(below.items[0]?.text).toMatch(/管网的改造和养护。$/u);
  });
  it('is none where a sentence begins with the same words', () => {
    const { docNumber, issuers } = read(
      `# 关于加强样品供水保障工作的通知
      发文字号渝水〔2026〕23号的有关规定继续执行
      发文机关要加强统筹
      ${LETTER}`,
    );
    expect([docNumber, issuers]).toEqual([null, []]);
  });
});

describe('what sites put around a document', () => {
  it('is told apart without anything between one statement and the next', () => {
    const { publishedOn } = read(
      `# 样品市人民政府关于印发样品办法的通知
      来源：样品市人民政府发布时间：2026-08-13 16:00
      ${LETTER}
      样品市人民政府
      2026年7月12日`,
    );
    expect(publishedOn).toBe('2026-08-13');
  });
  it('leaves out of the title the marks around all of it', () => {
    const { title } = read(`# 《样品市人民政府关于印发〈样品办法〉的通知》\n${LETTER}`, {}, 'policy');
    expect(title).toBe('样品市人民政府关于印发〈样品办法〉的通知');
  });
  it('prints title, body and links again above the text', () => {
    const { items, issuers } = read(
      `# 江苏省实施《样品权益保护法》办法
      时间：2026-06-26 17:27:13 来源：法律资料网 作者：法律资料网 阅读：8161
      下载地址：点击此处下载
      江苏省实施《样品权益保护法》办法
      江苏省人大常委会
      （1992年12月17日江苏省第七届人民代表大会常务委员会第三十一次会议通过）
      第一条 为了保护样品权益，根据《样品权益保护法》的规定，结合本省实际情况，制定本办法。
      第二条 各级人民政府和有关单位必须保护样品权益，执行有关规定。`,
    );
    expect(issuers).toEqual(['江苏省人民代表大会常务委员会']);
    expect(items[0]?.text).toMatch(/^第一条/u);
  });
  it('states the body that gave rules whose title begins with another', () => {
    const { issuers } = read(
      `# 包头市人民代表大会及其常务委员会制定样品条例
      颁布单位：包头市人民代表大会常务委员会
      第一条 为了规范样品活动，根据有关法律的规定，结合本市实际，制定本条例。
      第二条 本条例适用于本市的样品活动，法律另有规定的，从其规定。`,
    );
    expect(issuers).toEqual(['包头市人民代表大会常务委员会']);
  });
});

describe('a signature', () => {
  it('has the day beside the body, and what it promulgates below', () => {
    const { publishedOn, items } = read(
      `# 安徽省人民政府办公厅关于印发样品若干政策的通知
      各市人民政府：
      现将《样品若干政策》印发给你们，请认真贯彻实施。
      安徽省人民政府办公厅　2026年7月10日
      = 样品若干政策
      一、支持技术创新。对样品企业的技术攻关项目，按照投资总额的30%给予补助，单个项目最高500万元。
      二、支持人才引进。对样品企业引进的人才，按照规定提供住房、子女入学等方面的保障，落实各项补贴。
      ${['三', '四', '五', '六', '七', '八'].map((n) => `${n}、加强统筹。落实各项保障。`).join('\n')}`,
    );
    expect(publishedOn).toBe('2026-07-10');
    expect(items[0]?.text).toMatch(/^现将《样品若干政策》印发给你们，请认真贯彻实施。\n样品若干政策\n/u);
  });
  it.each<[where: string, between: string]>([
    ['right below the text', ''],
    ['below the files of its annexes', '~ 附件：1.样品申请表（个人）.docx\n~ 2.诚信承诺书.docx\n~ 3.汇总表.xls'],
  ])('%s names a body that no list knows', (_, between) => {
    const { issuers } = read(
      `# 关于受理样品申请的公告\n${LETTER}\n${LETTER}\n${between}
      广州市天河区样品建设和园林局
      2026年8月11日
      扫一扫在手机打开当前页
      ~ 联系我们`,
    );
    expect(issuers).toEqual(['广州市天河区样品建设和园林局']);
  });
});

describe('announcements and orders', () => {
  it('name the office of a body in the title', () => {
    const { issuers } = read(`# 沈阳市人民代表大会常务委员会办公室公告（第7号）\n${LETTER}`);
    expect(issuers).toEqual(['沈阳市人民代表大会常务委员会办公室']);
  });
  it('have the number on the line below', () => {
    const { docNumber } = read(
      `# 国务院样品管理条例
      中华人民共和国国务院令
      第227号
      现发布《国务院样品管理条例》，自发布之日起施行。
      第一条 为了规范样品的管理，根据宪法和国务院组织法，制定本条例。
      第二条 样品的管理应当适应国家发展的需要，遵循精简、高效的原则。`,
    );
    expect(docNumber).toBe('国务院令第227号');
  });
  const RULES = `第一条 为了促进样品转化，根据有关法律，结合本省实际，制定本条例。
    第二条 本省行政区域内的样品转化活动，适用本条例。
    第三条 县级以上人民政府应当加强对样品转化工作的领导。`;
  it.each<[head: string]>([
    ['= 浙江省人民代表大会常务委员会\n= 公 告\n= （第四号）'],
    ['= 浙江省人民代表大会常务委员会公告\n= 第四号'],
  ])('bring rules, which give the title: %s', (head) => {
    const { title, issuers, items } = read(
      `${head}
      > 《浙江省样品转化条例》已于2026年3月30日经浙江省第十四届人民代表大会常务委员会第二十次会议通过，现予公布，自2026年6月1日起施行。
      浙江省人民代表大会常务委员会
      2026年3月30日
      # 浙江省样品转化条例
      ${RULES}`,
    );
    expect([title, issuers]).toEqual(['浙江省样品转化条例', ['浙江省人民代表大会常务委员会']]);
    expect(items[0]?.text).toMatch(/^第一条/u);
  });
  it('are called after their body where nothing else is a title', () => {
    const { title } = read(
      `= 国家税务总局
      = 公　告
      = （第四号）
      > 根据有关规定，现将2026年度样品所得汇算清缴的有关事项公告如下，请遵照执行，其他事项另行通知。
      > 一、汇算的内容。居民个人汇总全年收入额。
      > 二、不必汇算的情形。全年补税金额不超过400元的。
      国家税务总局
      2026年2月5日`,
      {},
      'policy',
    );
    expect(title).toBe('国家税务总局公告');
  });
});

describe('a subtitle above the line that dates the text', () => {
  const REPORT = `> 样品品牌行动首次登陆海外。省商务厅印发《样品品牌行动方案》，支持100家企业参展，每家最高补贴10万元。
    > 举办活动，是我省贯彻落实要求、积极融入共建的具体举措，各有关部门按照职责抓好落实。`;
  it('belongs to the head', () => {
    const { publishedOn, items } = read(
      `# 样品品牌行动正式启动
      成功举办双向经贸投资推介会
      时间：2026-09-18 06:23 来源：样品日报
      ${REPORT}`,
      {},
      'policy',
    );
    expect(publishedOn).toBe('2026-09-18');
    expect(items[0]?.text).toMatch(/^样品品牌行动首次登陆海外。/u);
  });
  it('is none where a digest dates each of its items', () => {
    const { items } = read(
      `# 样品政策周报
      ! 江苏出台样品管理新政
      发布时间：2026-09-18 来源：样品日报
      ${REPORT}
      ! 安徽召开样品工作推进会
      发布时间：2026-09-19 来源：样品日报
      ${REPORT}`,
      { title: '样品政策周报' },
      'bulletin',
    );
    expect(items.map(({ title }) => title)).toEqual(['江苏出台样品管理新政', '安徽召开样品工作推进会']);
  });
});
