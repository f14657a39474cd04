/** Where the items of a digest begin, and where one document is not cut. All documents are invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const itemsOf = (source: string) =>
  read(source, {}, 'bulletin').items.map(({ section, title }) => `${section ?? ''}｜${title}`);

describe('where items begin', () => {
  it.each<[name: string, source: string, expected: string[]]>([
    [
      'numbered titles of a weekly',
      `# 某部一周要闻（3.2-3.8）
       ! 1.生态环境部召开部务会议
       3月3日，生态环境部召开部务会议，审议并原则通过工作规则，研究部署下一步重点任务。
       ! 2.生态环境部印发《监测质量提升方案》
       近日，生态环境部印发《监测质量提升方案》，明确了到明年的工作目标和主要任务。`,
      ['｜生态环境部召开部务会议', '｜生态环境部印发《监测质量提升方案》'],
    ],
    [
      'source lines, the first title being no title of the whole',
      `江西省发展改革委召开重点项目调度会
       3月5日，江西省发展改革委召开重点项目调度会，听取进展情况，分析存在问题，部署下一步工作。
       （来源：省发展改革委）
       湖南省推进湘江流域协同治理
       近日，湖南省发展改革委会同有关部门推进湘江流域协同治理，取得阶段性进展和积极成效。
       （来源：省发展改革委）`,
      ['｜江西省发展改革委召开重点项目调度会', '｜湖南省推进湘江流域协同治理'],
    ],
    [
      'headings of sections, and a cover, above the title that looks like the others',
      `= 样品政策分析报告
       = 深度追踪样品政策动态
       # 2.1 国家政策
       # 样品服务管理办法
       近日，样品部印发办法，明确了服务要求，对未成年人设置专门条款，自明年1月1日起施行，各地抓紧落实。
       原文链接：https://www.example.gov.cn/a.html
       # 2.2 地方政策
       # 样品省样品场景培育方案
       近日，样品省数据局印发方案，提出到2028年发布一批场景需求，建设一批示范场景，推动样品产业升级。
       原文链接：https://www.example.gov.cn/b.html
       # 样品市样品企业培育通知
       近日，样品市经信局印发通知，培育一批标杆企业和服务商，对入选企业给予后补助支持，年内组织申报。
       原文链接：https://www.example.gov.cn/c.html`,
      [
        '2.1 国家政策｜样品服务管理办法',
        '2.2 地方政策｜样品省样品场景培育方案',
        '2.2 地方政策｜样品市样品企业培育通知',
      ],
    ],
    [
      'cards told by the data below their titles, which look like text',
      `# 样品政策分析
       # 重点政策解读
       样品省《关于样品创新发展的实施意见》
       📅 发布日期：2026年7月7日 🏛️ 发布单位：样品省数据局
       省级政策
       到2028年，全省累计建成100个以上样品数据集，打造一批示范场景，推动样品产业升级发展。
       样品部《样品登记工作指引》
       国家政策
       发布日期：2026年7月4日
       发布单位：国家数据局
       推动构建全国统一的样品登记制度，促进样品安全合规高效流通使用，支撑登记机构管理等事宜。`,
      ['重点政策解读｜样品省《关于样品创新发展的实施意见》', '重点政策解读｜样品部《样品登记工作指引》'],
    ],
    [
      'links that call for more do not hide the next title',
      `某部一周要闻（5.1-5.7）
       1.生态环境部召开专题会议
       5月2日，生态环境部召开专题会议，研究部署近期重点工作任务，听取有关情况汇报。
       >>>更多内容,点击阅读 2.2026年环境日主场活动在武汉举行
       5月5日，2026年环境日主场活动在武汉举行，各方代表出席活动并作交流发言。
       >>>更多内容,点击阅读`,
      ['｜生态环境部召开专题会议', '｜2026年环境日主场活动在武汉举行'],
    ],
    [
      'a last title with little below it, as excerpts end',
      `# 某部一周要闻（6.1-6.7）
       1.生态环境部召开专题会议
       6月2日，生态环境部召开专题会议，研究部署近期重点工作任务，听取有关情况汇报，并审议通过样品方案。
       2.生态环境部召开部务会议 研究样品工作
       6月5日，生态环境部部`,
      ['｜生态环境部召开专题会议', '｜生态环境部召开部务会议 研究样品工作'],
    ],
    [
      'sections that number anew',
      `# 某省毕业生就业扶持政策清单
       ! 面向单位的政策
       一、社会保险补贴
       小微企业招用毕业年度高校毕业生并缴纳社会保险费的，给予每人每月300元社会保险补贴，由人社部门审核。
       二、一次性扩岗补助
       企业招用毕业年度高校毕业生的，按每人1500元发放一次性扩岗补助，政策执行至年底。
       ! 面向个人的政策
       一、一次性求职补贴
       困难家庭毕业生可申请一次性求职补贴，标准为每人3000元，由学校统一申报，财政部门拨付。
       二、创业担保贷款
       自主创业的毕业生可申请创业担保贷款，额度最高30万元，财政部门按规定给予贴息。`,
      [
        '面向单位的政策｜社会保险补贴',
        '面向单位的政策｜一次性扩岗补助',
        '面向个人的政策｜一次性求职补贴',
        '面向个人的政策｜创业担保贷款',
      ],
    ],
    [
      'briefs run together in one paragraph',
      `国内快讯
       工业和信息化部将建设一批高标准园区工业和信息化部近日印发《高标准园区建设指南》，提出到2028年建成一批高标准园区，推动产业集聚。两部门完善养老机构预收费管理今天（5月6日），民政部、国家金融监督管理总局发布管理指引，要求设立专用账户。目前，各地正在抓紧落实。首批数据试点在多地启动国家数据局今天（5月6日）发布试点名单，涉及交通、能源等领域，将形成一批应用场景。`,
      ['｜工业和信息化部将建设一批高标准园区', '｜两部门完善养老机构预收费管理', '｜首批数据试点在多地启动'],
    ],
    [
      'one entry per province, its title run in',
      `各地科技政策动态
       上海：出台概念验证新政。近日，上海市科委印发实施方案，提出到2028年建成30家概念验证中心，完善服务体系。
       湖北：推进中试平台建设。近日，湖北省科技厅启动中试平台备案，首批备案40家平台，给予后补助支持。
       四川：优化创新券政策。日前，四川省科技厅修订创新券管理办法，扩大服务范围，提高兑付比例上限。`,
      ['｜上海：出台概念验证新政', '｜湖北：推进中试平台建设', '｜四川：优化创新券政策'],
    ],
    [
      'an item of a later section that the contents leave out',
      `= 样品参考
       = 2026年第11期
       本期导读
       ◆ 国家发布样品行动意见
       ◆ 三省竞相布局样品产业
       = 一、政策动向
       = （一）国家发布样品行动意见
       > 近日，国务院印发《关于深入实施样品行动的意见》，提出到2027年普及率超过70%，各地抓紧落实。
       = （二）三省竞相布局样品产业
       > 近日，广东省政府办公厅印发《样品产业政策措施》，对样品中心给予最高5000万元资助，年内兑现。
       = 二、数据观察
       = 2025年样品研发投入超过3万亿元
       > 国家统计局发布数据，2025年样品研发经费支出36130亿元，比上年增长8.3%，占比继续提高。`,
      ['政策动向｜国家发布样品行动意见', '政策动向｜三省竞相布局样品产业', '数据观察｜2025年样品研发投入超过3万亿元'],
    ],
  ])('%s', (_, source, expected) => {
    expect(itemsOf(source)).toEqual(expected);
  });

  it('leaves the number alone above a title out of the body before', () => {
    const { items } = read(
      `= 一周样品政策速览
       01
       ! 江苏出台样品产业新政
       > 近日，江苏省政府办公厅印发措施，对样品企业给予最高100万元奖励，培育企业200家。
       02
       ! 湖北组建样品实验室
       > 近日，湖北省科技厅印发办法，省财政连续5年每年给予每家样品实验室5000万元支持。
       PART 3
       ! 四川优化样品创新券
       > 日前，四川省科技厅修订样品创新券管理办法，扩大服务范围，提高兑付比例上限到30%。`,
      {},
      'bulletin',
    );
    expect(items.map(({ title }) => title)).toEqual([
      '江苏出台样品产业新政',
      '湖北组建样品实验室',
      '四川优化样品创新券',
    ]);
    expect(items.map(({ text }) => text.slice(-2))).toEqual(['家。', '持。', '%。']);
  });

  it('keeps headings of one policy together', () => {
    const policy = read(`
      = 某市人民政府办公室关于加快低空经济发展的实施意见
      = 某政办发〔2026〕8号
      各县（区）人民政府，市政府各部门：
      > 为贯彻落实省委、省政府决策部署，加快低空经济发展，经市政府同意，现提出如下意见。
      ! 一、总体要求
      > 坚持创新驱动、安全有序，到2028年形成一批典型应用场景。
      ! 二、重点任务
      > （一）建设设施。统筹布局起降点。
      > （二）拓展场景。推动物流配送应用。
      ! 三、保障措施
      > 加强组织领导，强化要素保障。
      某市人民政府办公室
      2026年4月9日
      （此件公开发布）`);
    expect(policy.kind).toBe('policy');
    expect(policy.items).toHaveLength(1);
    expect(policy.docNumber).toBe('某政办发〔2026〕8号');
    expect(policy.publishedOn).toBe('2026-04-09');
    expect(policy.items[0]?.measures.map(({ heading, points }) => `${heading}#${points.length}`)).toEqual([
      '总体要求#0',
      '重点任务#2',
      '保障措施#0',
    ]);
    expect(policy.items[0]?.text.startsWith('为贯彻落实')).toBe(true);
    expect(policy.items[0]?.text.endsWith('强化要素保障。')).toBe(true);
  });
});

describe('a digest whose titles stand in brackets', () => {
  it('leaves the brackets and the lines of its editors out', () => {
    const { items } = read(
      `
      = 各地样品政策速览
      = 2026年第11期
      # 【安徽：出台样品产业发展行动方案】
      > 近日，安徽省科学技术厅印发方案，到2028年培育样品企业150家，产业规模达到300亿元，每年实施项目20项。
      # 【湖北：设立样品成果转化母基金】
      > 近日，湖北省政府办公厅印发措施，设立总规模100亿元的母基金，对中试平台给予最高2000万元支持。
      （本期编辑：某甲　审核：某乙）
      免责声明：本刊根据公开信息整理，仅供参考。`,
      {},
      'bulletin',
    );
    expect(items.map(({ title }) => title)).toEqual(['安徽：出台样品产业发展行动方案', '湖北：设立样品成果转化母基金']);
    expect(items[1]?.text).toMatch(/支持。$/u);
  });
});

describe('what stands around the text of an entry', () => {
  it('is none of it: links to the source, captions of pictures, the day of the next entry, stray marks', () => {
    const texts = read(
      `# 样品政策日报
       ! 样品省样品企业培育方案
       图为样品企业座谈会现场。（王某摄）
       近日，样品省经信厅印发方案，培育一批样品企业和服务商，二是提升服务能力****。**
       ! 样品省样品场景开放方案
       近日，样品省数据局印发方案，发布一批样品场景，推动样品产业升级，各地抓紧落实有关任务。
       数据来源：样品省人民政府门户网站
       2026-07-17
       ! 样品省样品人才引进方案
       近日，样品省人社厅印发方案，引进一批样品人才，完善服务保障，年内组织申报，择优予以支持。
       🔗 查看政策原文 · 样品省经信厅`,
      {},
      'bulletin',
    ).items.map(({ text }) => `${text.slice(0, 3)}…${text.slice(-7)}`);
    expect(texts).toEqual(['近日，…提升服务能力。', '近日，…落实有关任务。', '近日，…择优予以支持。']);
  });
});

describe('data that two entries state in the same words', () => {
  it('is kept in both, and is no list of contents', () => {
    const card = (name: string, day: string) => `# ${name}
       申请范围：全省样品企业
       主管处室：样品处
       支持方式：后补助
       截止日期：${day}
       近日，省科技厅发布指南，支持企业牵头开展样品研究，项目执行期不超过两年，经费分两次拨付。`;
    const [first] = read(
      `# 样品政策日报
       ${card('样品省重大样品项目申报指南', '2026年7月17日')}
       ${card('样品省样品产业链攻关项目申报指南', '2026年7月20日')}`,
      {},
      'bulletin',
    ).items;
    expect(first?.text).toMatch(/^申请范围：全省样品企业\n主管处室：样品处\n支持方式：后补助\n截止日期/u);
  });
});

describe('entries of a list of links', () => {
  it('are named by all of the line that tells what they are, without the marks around all of it', () => {
    const entry = (title: string) =>
      `- ${title}（2026年5月18日） — 工业和信息化部 [Link](https://www.example.gov.cn/${title.length})`;
    const titles = read(
      `# 政策链接日报
       ${entry('《样品产业高质量发展实施意见》')}
       - 《国务院关于推行样品服务的意见》（国发〔2026〕11号，2026年5月18日） — 国务院 [Link](https://www.example.gov.cn/b)
       ${entry('王某《样品》杂志撰文：以样品壮大实体经济')}
       ${entry('《样品更新规划》审议通过——样品更新任务书来了')}
       ${entry('《样品部召开2026年样品工作会议》')}`,
      {},
      'bulletin',
    ).items.map(({ title }) => title);
    expect(titles).toEqual([
      '样品产业高质量发展实施意见',
      '国务院关于推行样品服务的意见',
      '王某《样品》杂志撰文：以样品壮大实体经济',
      '《样品更新规划》审议通过——样品更新任务书来了',
      '样品部召开2026年样品工作会议',
    ]);
  });
});

describe('the text of one document', () => {
  it('begins below the mark that a database of law sets above it', () => {
    const [item] = read(
      `【法规标题】
       # 关于印发《样品财务管理办法》的通知
       【发布日期】2030-06-13
       【发文机关】
       样品部
       【文号】样财〔2030〕14号
       【行业分类】
       【主题分类】财务管理
       【全文】
       各省、自治区、直辖市样品厅（局）：
       为了加强样品财务管理，我部制定了《样品财务管理办法》，现予印发，自2031年1月1日起施行。
       第一条　样品单位应当建立内部财务管理体制和各项财务管理制度，并报主管部门备案。
       第二条　本办法自2031年1月1日起施行。`,
      {},
      'policy',
    ).items;
    expect(item?.text).toMatch(/^(?:各省、自治区|为了加强样品财务管理)/u);
  });
});
