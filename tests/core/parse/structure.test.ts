/** Cleaning, healing, sections and items of whole documents. All documents are invented samples. */
import { describe, expect, it } from 'vitest';
import { type DocumentModel, documentText } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';
import { read } from './read-source';

const DIGEST = `
--- 1
= 科创参阅样刊
= 第 12 期
浙江省科学技术厅 2026 年 3 月 2 日
= 本期要点
省外动态 ········ 2
● 江苏省印发《概念验证中心建设办法》
● 安徽省举办成果对接活动
省内要情 ········ 3
● 我省科技型企业数量稳步增长
--- 2
【省外动态】
= 江苏省印发《概念验证中心建设办法》
> 近日，江苏省科技厅印发《概念验证中心建设办法》，明确建设要求，支持高校建设中心，并对运行良好的给\\
--- 3
予资金支持。
> (1) 建设条件。一是有场地。二是有团队。
> (2) 支持方式。每家给予 50 万元支持。
= 安徽省举办成果对接活动
> 近日，安徽省科技厅在合肥举办成果对接活动，120 余家单位参加，现场签约项目若干。
【省内要情】
= 我省科技型企业数量稳步增长
> 今年以来，科技厅聚焦企业培育，全省新增科技型企业 300 家，增长态势良好，结构持续优化。
主送：省委科技委委员。
抄送：各市科技局。
浙江省科学技术厅办公室 2026 年 3 月 2 日印发
`;

describe('a printed digest', () => {
  const digest = read(DIGEST);
  it('has its head', () => {
    expect(digest).toMatchObject({
      kind: 'bulletin',
      title: '科创参阅样刊',
      issueNumber: '第12期',
      issuers: ['浙江省科学技术厅'],
      publishedOn: '2026-03-02',
      region: '330000',
      docNumber: null,
    });
  });
  it('lists each item once, under its section', () => {
    expect(digest.items.map(({ section, title }) => `${section}｜${title}`)).toEqual([
      '省外动态｜江苏省印发《概念验证中心建设办法》',
      '省外动态｜安徽省举办成果对接活动',
      '省内要情｜我省科技型企业数量稳步增长',
    ]);
  });
  it('heals what a page break cut, and knows the pages', () => {
    expect(digest.items[0]?.text).toContain('运行良好的给予资金支持。');
    expect(digest.items[0]?.pages).toEqual([2, 3]);
  });
  it('leaves the imprint out', () => {
    expect(digest.items.at(-1)?.text.endsWith('结构持续优化。')).toBe(true);
  });
  it('finds measures and points', () => {
    expect(digest.items[0]?.measures.map(({ heading, points }) => `${heading}#${points.length}`)).toEqual([
      '建设条件#2',
      '支持方式#0',
    ]);
  });
});

describe('bodies of single documents', () => {
  const LETTER = `
    = 广东省财政厅 广东省科学技术厅关于印发专项资金管理办法的通知
    = 粤财教〔2026〕15号
    各地级以上市财政局、科技局：
    > 现将《专项资金管理办法》印发给你们，请遵照执行。
    > 附件：专项资金管理办法
    广东省财政厅
    广东省科学技术厅
    2026年5月6日
    = 专项资金管理办法
    > 第一条 为规范专项资金管理，提高使用效益，根据有关规定，制定本办法。
    > 第二条 专项资金实行项目库管理，由主管部门会同财政部门共同实施。
    > 第三条 本办法自2026年6月1日起施行，有效期5年。
    附件1：申请表`;
  it('a letter that promulgates runs through what it promulgates', () => {
    const [item] = read(LETTER).items;
    expect(item?.text.startsWith('现将')).toBe(true);
    expect(item?.text.endsWith('有效期5年。')).toBe(true);
    expect(item?.measures.map(({ label }) => label)).toEqual(['第一条', '第二条', '第三条']);
  });
  it('names all issuers', () => {
    expect(read(LETTER).issuers).toEqual(['广东省财政厅', '广东省科学技术厅']);
  });

  it('a copy without signature goes on through the annexes that its title names', () => {
    const TITLE = '北京市财政局转发财政部《关于颁发〈样品补助费使用办法〉的通知》';
    const FORWARDED =
      '补助费由中央财政安排，用于补助遭受灾害的地区，各地要加强资金的管理，提高资金的使用效益，保证专款专用。';
    const lines = (annex: string) => `# ${TITLE}
      北京市财政局 市水利局
      各区、县财政局：
      现将《关于颁发〈样品补助费使用办法〉的通知》转发给你们，请遵照执行。
      ${annex}
      ${FORWARDED}现将《样品补助费使用办法》颁发给你们，请遵照执行。
      附：样品补助费使用办法
      第一条 为了提高资金使用的效果，支持样品事业的稳定发展，制定本办法，各级财政部门和补助费的使用单位应当严格执行，并接受审计和社会的监督。
      第二条 补助费用于应急抢险和水毁修复，不得挪作他用，违反规定的，依照有关法律法规的规定给予处理。`;
    const [named] = read(lines('附件：财政部关于颁发《样品补助费使用办法》的通知（94）财农字第345号')).items;
    expect(named?.text).toMatch(/^现将[\s\S]*支持样品事业[\s\S]*依照有关法律法规的规定给予处理。$/u);
    const [other] = read(lines('附件：申请表填写说明')).items;
    expect(other?.text).toMatch(/请遵照执行。$/u);
  });

  it('a report goes on through the signed document that its title names, below 附件： alone', () => {
    const lines = (annexed: string) => `# 样品部印发《关于加强样品服务的意见》
      近日，样品部印发《关于加强样品服务的意见》。《意见》提出，一是增强保障，加大支持力度；二是巩固成果，保持投入力度不减。
      附件：
      ${annexed}
      为深入贯彻落实有关部署，全面提升样品服务水平，现提出以下意见，请各单位结合实际认真抓好贯彻执行，重大情况及时报告。
      一、增强样品保障
      加大投入力度，优化支持方式，完善样品服务体系，支持各类主体参与样品建设和运营。
      二、强化样品政策
      综合运用各类政策工具，建立健全监测评估机制，及时总结推广典型经验和创新做法。
      科学技术部
      2026年7月17日`;
    const [item] = read(lines('样品部关于加强样品服务的意见')).items;
    expect(item?.text).toMatch(/^近日[\s\S]*典型经验和创新做法。$/u);
    expect(item?.measures.map(({ label }) => label)).toEqual(['一、', '二、']);
    const [other] = read(lines('样品统计表填写说明')).items;
    expect(other?.text).toMatch(/投入力度不减。$/u);
  });

  it('other annexes are left out', () => {
    const [item] = read(
      `
      = 某市人民政府关于下达2026年安置任务的通知
      = 某政发〔2026〕30号
      > 根据有关条例规定，经市政府研究同意，现将2026年安置任务下达给你们，请按规定做好各项工作。
      > 附件：2026年安置任务
      > 2026年3月16日
      附件
      | 序号 | 单位 | 任务
      | 1 | 某集团 | 3`,
      {},
      'policy',
    ).items;
    expect(item?.text).toBe('根据有关条例规定，经市政府研究同意，现将2026年安置任务下达给你们，请按规定做好各项工作。');
  });
});

describe('overruling', () => {
  const NEWS = `
    # 某地举办春季运动会
    > 昨天，某地举办春季运动会，来自各校的学生参加了比赛，现场气氛热烈，观众反响良好。`;
  it('gives one item where the person says it is a policy', () => {
    expect(read(NEWS).items).toEqual([]);
    expect(read(NEWS, {}, 'policy').items).toHaveLength(1);
    expect(read(NEWS, {}, 'bulletin').items).toHaveLength(1);
  });
  it('gives nothing for an empty document', () => {
    expect(readDocument(modelOf(''), { kind: 'bulletin' }).items).toEqual([]);
  });
});

describe('a reading for one place', () => {
  const lines = (head: string) => `
    = ${head}
    = 第9期
    # 某省建设概念验证中心
    > 近日，某省科学技术厅印发方案，支持建设概念验证中心，每家给予最高100万元支持，到2027年建成20家。
    # 某市推出科技贷款
    > 近日，某市财政局出台办法，对科技企业的贷款给予贴息，年贴息额不超过50万元，有效期至2028年。
    # 某县培育技术经理人
    > 近日，某县人力资源和社会保障局印发通知，把技术经理人列入紧缺人才，每人补贴2万元，全年培训300人。`;
  const placeOf = (model: DocumentModel, words: string) => {
    const start = documentText(model).indexOf(words);
    return [{ start, end: start + words.length }];
  };
  const full = (head: string) => {
    const model = modelOf(lines(head));
    const reading = readDocument(model, { kind: 'bulletin' });
    expect(reading.items).toHaveLength(3);
    return { model, reading };
  };

  it('reads the item that holds the place as the whole reading does, and no other', () => {
    const { model, reading } = full('四川省科技简报');
    for (const [i, words] of ['最高100万元', '某市推出科技贷款', '每人补贴2万元'].entries()) {
      const around = placeOf(model, words);
      expect(readDocument(model, { kind: 'bulletin', around })).toEqual({ ...reading, items: [reading.items[i]] });
    }
  });

  it('reads all where only the items tell whose the document is', () => {
    const { model, reading } = full('科技简报');
    expect(readDocument(model, { kind: 'bulletin', around: placeOf(model, '最高100万元') })).toEqual(reading);
  });
});
