/** Whom and when a text that was adopted, promulgated or only put on line names. All documents are invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const ARTICLES = `> 第一条 为了规范样品工作，保障各方合法权益，促进样品事业健康发展，根据宪法，制定本法。
       > 第二条 在中华人民共和国境内从事样品活动，适用本法，法律另有规定的，依照其规定。
       > 第三条 国家保护样品活动当事人的合法权益，任何单位和个人不得侵犯，违者依法处理。`;

describe('issuer, day and number', () => {
  it('are those of the congress that adopted a law, though links above the text name other bodies', () => {
    const { issuers } = read(
      `~ 教育部
       # 中华人民共和国样品法
       2018年3月20日，第十三届全国人大一次会议表决通过了《中华人民共和国样品法》。
       ${ARTICLES}`,
      {},
      'policy',
    );
    expect(issuers).toEqual(['全国人民代表大会']);
  });

  it('are not those of the congress that adopted another law', () => {
    const { issuers } = read(
      `# 样品市样品管理办法
       2018年3月20日，第十三届全国人大一次会议表决通过了《中华人民共和国样品法》。
       ${ARTICLES}`,
      {},
      'policy',
    );
    expect(issuers).toEqual([]);
  });

  it('are those of promulgation where remarks also tell of adoption and approval', () => {
    const head = read(
      `# 杭州市样品促进条例
       2011年8月31日 杭州市第十一届人民代表大会常务委员会第三十四次会议通过
       2011年11月25日 浙江省第十一届人民代表大会常务委员会第二十九次会议批准
       2011年12月7日 杭州市第十一届人民代表大会常务委员会公告第56号公布
       2012年3月1日 施行
       ${ARTICLES}`,
      {},
      'policy',
    );
    expect(head).toMatchObject({
      publishedOn: '2011-12-07',
      docNumber: '杭州市第十一届人民代表大会常务委员会公告第56号',
    });
  });

  it('are the number in Chinese numerals of the order that promulgates a law, and the congress', () => {
    const head = read(
      `= 中华人民共和国样品法
       （1994年7月5日第八届全国人民代表大会常务委员会第八次会议通过 1994年7月5日中华人民共和国主席令第二十八号公布）
       ${ARTICLES}`,
      {},
      'policy',
    );
    expect(head).toMatchObject({
      docNumber: '中华人民共和国主席令第二十八号',
      issuers: ['全国人民代表大会常务委员会'],
      publishedOn: '1994-07-05',
    });
  });

  it.each(['等部门', '等三部门', '等有关部门'])(
    'are all bodies below the text where the title names one of them %s',
    (others) => {
      const { issuers } = read(
        `= 工业和信息化部${others}关于印发样品产业行动计划的通知
       > 现将《样品产业行动计划》印发你们，请认真贯彻执行，抓好各项任务落实，重大情况及时报告。
       工业和信息化部
       民政部
       财政部
       2026年10月20日`,
        {},
        'policy',
      );
      expect(issuers).toEqual(['工业和信息化部', '民政部', '财政部']);
    },
  );

  it('are all bodies of the source line, of the city of the site', () => {
    const { issuers } = read(
      `# 2026年度样品入户热点问答
       信息来源：市人力资源社会保障局、市样品市场服务中心
       > 样品入户指标为1.6万个，与上年度持平，申请人应当具备以下条件，并在规定时间内提交申请。`,
      { title: '2026年度样品入户热点问答-广州市样品网站', meta: [['SiteIDCode', '4401000059']] },
      'policy',
    );
    expect(issuers).toEqual(['广州市人力资源和社会保障局', '广州市样品市场服务中心']);
  });
});

describe('rules that an order or an announcement brings', () => {
  const RULES = `> 第一条 为了规范样品，加强样品管理，制定本办法，各部门应当建立台账，定期开展检查，确保样品质量安全。
    > 第二条 样品应当登记，由主管部门负责，并定期向社会公布登记情况，接受社会监督，保护各方合法权益。
    > 第三条 本办法自2026年3月1日起施行。`;
  const headOf = (source: string) => {
    const { title, issuers, docNumber, publishedOn, items } = read(source, {}, 'policy');
    return {
      title,
      issuers,
      docNumber,
      publishedOn,
      begins: items[0]?.text.slice(0, 6),
      ends: items[0]?.text.slice(-6),
    };
  };

  it('are called by their own name, below the order and its number', () => {
    expect(
      headOf(`= 四川省人民政府令
        = 第300号
        = 四川省样品管理办法
        （2026年1月5日四川省人民政府第80次常务会议审议通过）
        ${RULES}
        省长 王某
        2026年1月20日`),
    ).toEqual({
      title: '四川省样品管理办法',
      issuers: ['四川省人民政府'],
      docNumber: '四川省人民政府令第300号',
      publishedOn: '2026-01-20',
      begins: '第一条 为了',
      ends: '1日起施行。',
    });
  });

  it('are called by their own name, below an announcement that is signed', () => {
    expect(
      headOf(`= 重庆市人民代表大会常务委员会公告
        = 〔六届〕第50号
        《重庆市样品条例》已于2026年3月26日经重庆市第六届人民代表大会常务委员会第二十次会议通过，现予公布，自2026年6月1日起施行。
        重庆市人民代表大会常务委员会
        2026年3月26日
        = 重庆市样品条例
        ${RULES}`),
    ).toMatchObject({
      title: '重庆市样品条例',
      issuers: ['重庆市人民代表大会常务委员会'],
      docNumber: '〔六届〕第50号',
      begins: '第一条 为了',
    });
  });
});
