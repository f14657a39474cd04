/** Title, issuers, number, dates and marks at the head of whole documents. All documents are invented samples. */
import { describe, expect, it } from 'vitest';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';
import { read } from './read-source';

const COLLECTED = '样政办发〔2026〕12号《关于推进样品健康发展的意见》';

describe('the head', () => {
  it('takes what a table of metadata states before what is printed', () => {
    const head = read(
      `
      | 索引号 | 000/2026-1 | 发文机关 | 国务院办公厅
      | 发文字号 | 国办发〔2026〕7号 | 发布日期 | 2026年02月03日
      = 国务院办公厅关于完善监测体系的意见
      各省、自治区、直辖市人民政府：
      > 为完善监测体系，经国务院同意，现提出如下意见，请认真贯彻执行，抓好各项任务落实。
      国务院办公厅
      2026年1月20日`,
    );
    expect(head).toMatchObject({
      title: '国务院办公厅关于完善监测体系的意见',
      issuers: ['国务院办公厅'],
      publishedOn: '2026-02-03',
      docNumber: '国办发〔2026〕7号',
      region: '100000',
    });
  });

  it('leaves the name of the site out of the title', () => {
    const about = { title: '关于开展项目申报的通知-某市科学技术局网站' };
    const { title } = read(
      `# 关于开展项目申报的通知
       > 根据工作安排，现就项目申报有关事项通知如下，请各有关单位按照要求组织申报。`,
      about,
      'policy',
    );
    expect(title).toBe('关于开展项目申报的通知');
  });

  it.each<[by: string, title: string, heading: string]>([
    ['the tab', '关于推进样品健康发展的意见（样政办发〔2026〕12号）_政府信息公开专栏', ''],
    ['a collection', COLLECTED, `# ${COLLECTED}`],
  ])('leaves out of the title the number that is put to it by %s', (_, name, heading) => {
    const { title, docNumber } = read(
      `${heading}
       = 关于推进样品健康发展的意见
       = 样政办发〔2026〕12号
       各市人民政府：
       > 为推进样品健康发展，现提出如下意见，请认真贯彻执行，抓好各项任务落实。`,
      { title: name },
      'policy',
    );
    expect(title).toBe('关于推进样品健康发展的意见');
    expect(docNumber).toBe('样政办发〔2026〕12号');
  });

  it.each<[remark: string, day: string]>([
    ['（2014年9月26日样品省人大常委会通过　2025年9月26日样品省人大常委会第十八次会议修订）', '2025-09-26'],
    [
      '（2014年9月26日样品省人大常委会通过　根据2019年3月1日样品省人大常委会《关于修改〈样品条例〉的决定》修正）',
      '2019-03-01',
    ],
    ['（2014年9月26日样品省人大常委会通过　2014年10月8日公布　自2014年12月1日起施行）', '2014-10-08'],
  ])('dates rules by their last wording: %s', (remark, day) => {
    const { publishedOn } = read(
      `# 样品条例
       ${remark}
       第一条 为了促进样品发展，根据有关法律，结合本省实际，制定本条例。
       第二条 本条例适用于本省行政区域内的样品活动。
       第三条 本条例自公布之日起施行。`,
      {},
      'policy',
    );
    expect(publishedOn).toBe(day);
  });

  it('takes a page named after its body for no title, though the body signs below', () => {
    const { title, items } = read(
      `# 关于发布样品技术攻关项目申报指南的通知
       各区县科技局：
       现发布样品技术攻关项目申报指南，请按照要求组织申报，逾期不再受理，有关事项通知如下。
       一、支持方向。支持样品检测装备研制。
       二、申报条件。申报单位应当在本市注册。
       重庆市科学技术局
       2026年3月18日`,
      { title: '重庆市科学技术局' },
      'policy',
    );
    expect(title).toBe('关于发布样品技术攻关项目申报指南的通知');
    expect(items[0]?.text.startsWith('现发布')).toBe(true);
  });
  it('knows an institute beside a date below the masthead', () => {
    const { head } = readDocument(
      modelOf(
        `= 四川省样品创新动态
       = 第9期
       = 四川省样品技术信息研究所 2026年9月30日
       # 1. 成都出台样品产业政策
       > 近日，成都市人民政府办公厅印发政策，对样品企业给予最高100万元补助，到2027年培育企业20家。
       # 2. 绵阳建设样品平台
       > 近日，绵阳市人民政府印发方案，建设样品平台10家，每家支持50万元，三年内完成建设任务。`,
      ),
    );
    expect(head.issuers.map(({ value }) => value)).toEqual(['四川省样品技术信息研究所']);
    expect(head.publishedOn?.value).toBe('2026-09-30');
  });

  it('puts a broken title together', () => {
    const { title } = read(
      `= 关于进一步支持科研机构和人员
       = 扩大自主权的若干措施
       > 为激发创新活力，现就支持科研机构和人员扩大自主权提出如下措施，请各单位认真执行。
       > 一、下放权限。扩大预算调剂自主权。
       > 二、改革评价。突出实绩导向。`,
      {},
      'policy',
    );
    expect(title).toBe('关于进一步支持科研机构和人员扩大自主权的若干措施');
  });

  it('reads an order', () => {
    const head = read(`
      = 中华人民共和国民政部令
      = 第99号
      > 《样例机构管理办法》已经2026年1月5日民政部部务会议通过，现予公布，自2026年3月1日起施行。
      2026年1月9日
      = 样例机构管理办法
      > 第一条 为了加强样例机构管理，保障合法权益，根据有关法律，制定本办法。
      > 第二条 本办法所称样例机构，是指依法登记的机构。
      > 第三条 本办法自2026年3月1日起施行。`);
    expect(head).toMatchObject({ docNumber: '民政部令第99号', issuers: ['民政部'] });
  });

  it('reads the number that several bodies gave together', () => {
    const { docNumber } = read(
      `= 财政部 税务总局 科技部关于样品研发费用的公告
       = 财政部 税务总局 科技部公告2026年第7号
       为支持样品企业研发，现就有关政策公告如下，请各地抓好落实，执行中遇到的问题及时反映。
       一、样品企业的研发费用在税前加计扣除。
       二、本公告执行至2028年12月31日。`,
      {},
      'policy',
    );
    expect(docNumber).toBe('财政部 税务总局 科技部公告2026年第7号');
  });

  it('reads a signature that plain-text sources quote', () => {
    const { issuers, publishedOn, items } = read(
      `**关于金融支持样品通道建设的意见**
       为加快样品通道建设，充分发挥金融服务的优势和作用，现提出如下意见，请各单位认真抓好落实。
       **一、总体要求**
       坚持稳中求进，统筹发展和安全。
       **二、保障措施**
       加强组织领导，探索建立评估机制。
       > > 中国人民银行\\\\
       > > 财政部\\\\
       > > 2025年11月26日`,
      {},
      'policy',
    );
    expect(issuers).toEqual(['中国人民银行', '财政部']);
    expect(publishedOn).toBe('2025-11-26');
    expect(items[0]?.text.endsWith('建立评估机制。')).toBe(true);
  });

  it('leaves alone the order of a document that it names', () => {
    const { docNumber } = read(
      `# 样品市医疗保险中心关于开展样品参保工作的通告
       根据《样品省社会医疗保险规定》（样品省人民政府令第193号）和有关政策，现将样品参保工作的有关事项通告如下。
       一、参保范围。本市户籍人员。
       二、缴费标准。每人每年400元。`,
      {},
      'policy',
    );
    expect(docNumber).toBeNull();
  });

  it('gives the number of an order in brackets without them', () => {
    const { docNumber } = read(
      `= 样例机构管理办法
       （2026年1月5日部务会议通过，2026年1月9日民政部令第99号）
       第一条 为了加强样例机构管理，制定本办法。
       第二条 本办法自2026年3月1日起施行。`,
      {},
      'policy',
    );
    expect(docNumber).toBe('民政部令第99号');
  });

  it('reads the number below the title that the document prints for itself, under that of the site', () => {
    const head = read(
      `= 三部委关于印发《样品产业行动计划》的通知
       发布日期：2026-10-22
       = 工业和信息化部 民政部 财政部关于印发《样品产业行动计划》的通知
       = 工信部联样〔2026〕154号
       各省、自治区、直辖市有关部门：
       > 现将《样品产业行动计划》印发你们，请认真贯彻执行，抓好各项任务落实，重大情况及时报告。
       工业和信息化部
       民政部
       财政部
       2026年10月20日`,
      {},
      'policy',
    );
    expect(head).toMatchObject({ docNumber: '工信部联样〔2026〕154号', publishedOn: '2026-10-22' });
    expect(head.items[0]?.text).toMatch(/^现将/u);
  });

  it('reads the serial number of an announcement', () => {
    const head = read(
      `= 内蒙古自治区科学技术厅公告
       = 2026年第3号
       > 根据《样品管理办法》，决定认定12家企业为样品企业，现予公告。各盟市科技局要加强跟踪服务。
       内蒙古自治区科学技术厅
       2026年9月2日`,
      {},
      'policy',
    );
    expect(head.docNumber).toBe('2026年第3号');
    expect(head.items[0]?.text).toMatch(/^根据/u);
  });

  it('finds the signature below lines of contact and the annexes, and takes no date of birth for that of the document', () => {
    const lines = `= 关于发布样品项目申报指南的通知
       各市科技局，各有关单位：
       > 现将样品项目申报指南予以发布，并就有关事项通知如下，请认真组织申报，逾期不再受理。
       > 一、申报条件
       > 1.项目负责人年龄不超过60周岁（1964年1月1日以后出生），每年工作时间不少于6个月。
       > 二、联系方式
       > 省科技厅样品处：000-00000000
       > 技术支持：000-00000001`;
    const signed = read(
      `${lines}
       > 附件：2026年度样品重点研发计划项目申报指南及汇总表
       山东省科学技术厅
       2026年11月28日`,
      {},
      'policy',
    );
    expect(signed).toMatchObject({ issuers: ['山东省科学技术厅'], publishedOn: '2026-11-28' });
    expect(read(lines, {}, 'policy').publishedOn).toBeNull();
  });

  it.each([
    '本计划自印发之日起施行，有效期至2028年12月31日。',
    '本计划自2026年12月1日起施行，有效期3年。',
    '本计划执行至2028年12月31日止。',
    '申报截止时间为2026年12月31日，逾期不予受理。',
    '本计划从2027年1月1日开始实施。',
  ])('a day that the text speaks of last is not the day it appeared: %s', (last) => {
    const { publishedOn } = read(
      `= 江西省样品产业三年行动计划
       > 为推动样品产业高质量发展，结合本省实际，制定本计划，请认真贯彻执行，抓好落实，重大情况及时报告。
       > 一、到2028年，样品中心达到200家，年均增长20%左右，形成一批具有竞争力的样品企业和样品品牌。
       > ${last}`,
      {},
      'policy',
    );
    expect(publishedOn).toBeNull();
  });

  it('takes a salutation in two groups, and where a report was given, for the head', () => {
    const addressed = read(
      `= 苏州市人民政府关于支持样品产业的若干措施
       各市、区人民政府，苏州工业园区管委会；市各委办局，各直属单位：
       > 为支持样品产业发展，制定本措施，请认真贯彻执行，抓好落实，重大情况及时报告市政府。`,
      {},
      'policy',
    );
    expect(addressed.items[0]?.text).toMatch(/^为支持/u);
    const given = read(
      `= 关于样品省2026年计划执行情况的报告
       = ——2027年1月17日在样品省第十四届人民代表大会第三次会议上
       各位代表：
       > 受省人民政府委托，现将计划执行情况报告如下，请予审议，并请各位委员提出意见。`,
      {},
      'policy',
    );
    expect(given.publishedOn).toBe('2027-01-17');
  });

  it('shows handling marks', () => {
    const reading = readDocument(
      modelOf(`
        内部资料 注意保存
        = 样例参考
        > 近日，某省科技厅召开会议，研究部署年度重点任务。`),
      { kind: 'policy' },
    );
    expect(reading.head.marks.map(({ value }) => value)).toEqual(['内部资料', '注意保存']);
  });
});
