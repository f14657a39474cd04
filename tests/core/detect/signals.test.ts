/** Every signal recognises its own example, is bounded by its cap, and the verdict adds up what it shows. */
import { describe, expect, it } from 'vitest';
import { detectPolicy } from '@/lib/core/detect/detect';
import { glance } from '@/lib/core/detect/glance';
import { hanShare, weighText } from '@/lib/core/detect/weigh';
import { wordSearch } from '@/lib/core/detect/words';
import { signals } from '@/lib/core/lexicon/signals';
import { simplifierOf } from '@/lib/core/lexicon/variants';
import { type DocumentModel, withOffsets } from '@/lib/core/model/document';

const model = (title: string, lines: string[], extra: Partial<DocumentModel> = {}): DocumentModel => ({
  source: 'html',
  url: '',
  title,
  meta: [],
  blocks: withOffsets(lines.map((text) => ({ text, role: 'paragraph' as const }))),
  notices: [],
  ...extra,
});

const NOTICE = [
  '各市、县（市、区）人民政府，省政府直属各单位：',
  '为加快推进概念验证中心建设，经省政府同意，现将《概念验证中心建设行动方案》印发给你们，请认真贯彻执行。',
  '一、总体要求',
  '坚持以企业为主体，健全工作机制，到2027年建设省级概念验证中心60家。',
  '二、重点任务',
  '（一）完善支持政策。对通过验收的给予不超过200万元的补助。',
];

describe('signals', () => {
  it.each([...signals().title, ...signals().text].map((signal) => [signal.code, signal] as const))(
    '%s recognises its example',
    (_, { words, pattern, example }) => {
      const worded = words?.split(' ').some((word) => example.includes(word)) ?? false;
      expect(worded || (pattern !== undefined && example.search(pattern) >= 0)).toBe(true);
    },
  );

  it('bears words of two characters or more, each once', () => {
    for (const { words = '' } of signals().text.filter((signal) => signal.words !== undefined)) {
      const all = words.split(' ');
      expect(new Set(all).size).toBe(all.length);
      for (const word of all) expect(word.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('counts words and pattern of one signal up to its cap', () => {
    const weightOf = (text: string) =>
      weighText('', text).reasons.find(({ code }) => code === 'policy_words')?.weight ?? 0;
    expect(weightOf('试点。给予补助。')).toBeCloseTo(0.11);
    expect(weightOf('试点。'.repeat(20))).toBeCloseTo(1.1);
    expect(weightOf('试点。给予补助。'.repeat(20))).toBeCloseTo(1.65);
  });

  it('shows what stands before the words that a pattern looks back from', () => {
    const evidence = (text: string) => weighText('', text).reasons.find(({ code }) => code === 'doc_number')?.text;
    expect(evidence('样科发规〔2025〕12号')).toBe('样科发规〔2025〕12号');
  });
});

describe('a search for words', () => {
  const search = wordSearch([{ words: '政策 政策清单 补贴' }, { words: '补贴标准 清单' }]);
  it.each([
    ['无', [0, ''], [0, '']],
    ['政策清单与补贴标准', [2, '政策'], [2, '清单']],
    ['补贴补贴标准政策', [3, '补贴'], [1, '补贴标准']],
    ['末尾只有半个政', [0, ''], [0, '']],
    ['', [0, ''], [0, '']],
  ])('%s', (text, ...expected) => {
    expect(search(text)).toEqual(expected.map(([count, first]) => ({ count, first })));
  });

  it('counts none twice that overlap', () => {
    expect(wordSearch([{ words: '啊啊' }])('啊啊啊啊啊')).toEqual([{ count: 2, first: '啊啊' }]);
  });
});

describe('detectPolicy', () => {
  it.each([
    ['a notice', '某省人民政府办公厅关于印发概念验证中心建设行动方案的通知', NOTICE, true],
    [
      'the same in traditional script',
      '某省關於創新產業財政補貼專項資金的通知',
      ['現將《專項資金管理辦法》印發給你們，請認真貫徹執行。', '一、總體要求', '各有關單位應當監督檢查。'.repeat(12)],
      true,
    ],
    [
      'a report on a policy by a newspaper',
      '样品省：到2027年建成中试基地100家',
      [
        '从省科技厅获悉，《样品省中试基地建设管理办法》日前印发。办法提出，到2027年，全省建成基地100家左右。',
        '办法明确，对新认定的基地，省财政一次性奖补200万元；对评价优秀的，按照服务收入的15%给予奖补，每家每年最高100万元。',
        '此外，我省还将建立中试基地动态调整机制，连续两年评价不合格的予以摘牌，并将评价结果与后续立项挂钩，接受社会监督。',
        '下一步，该省将加强部门协同和跟踪服务，及时总结经验做法，营造有利于中试转化的良好氛围。',
      ],
      true,
    ],
    [
      'a short report on rules, by a portal',
      '样品省采购人付款有了时限',
      [
        '样品省财政厅日前出台了《关于进一步缩短样品采购合同付款时间的意见》（以下简称《意见》）。',
        '在合同签订上，《意见》要求采购人和采购代理机构在七个工作日内办理，逾期的由系统提醒，并告知供应商理由和联系电话。',
        '在资金支付上，首付款比例应不低于30%，验收后付款不低于70%，尾款最长不超过一年，诚信指数在三星以上的可提高到50%。',
        '今后，从委托、确认到付款都有时限，逾期未办的系统将冻结该计划。'.repeat(3),
      ],
      true,
    ],
    [
      'a report on targets that names no document',
      '样品省可再生能源发展目标明确',
      [
        '业内人士表示，政策上对未来五年样品发电的思路已经清晰，政策将推动配额落地，政策还会照顾偏远地区，补贴也会更快到位。',
        '至2030年底，常规样品电站利用规模要达到26万千瓦，年发电量91亿千瓦时；到“十五五”末，屋顶面积达到400万平方米。',
        '这样的政策，将让当地的样品电站在用地、并网和融资方面少走弯路，企业的热情因此高涨，项目陆续开工，工地一片繁忙。'.repeat(
          2,
        ),
      ],
      true,
    ],
    [
      'a tender for policy research',
      '样品市政策研究服务项目中标公告',
      [
        '项目编号：YP-2026-018。采购代理机构：样品招标有限公司。评审专家名单：甲、乙、丙。成交金额：38万元。',
        '本项目受托单位应在九十日内提交报告，开标时间为3月2日，联系人王女士，地址为样品路18号，公告期限为一个工作日。'.repeat(
          2,
        ),
      ],
      false,
    ],
    [
      'a weekly of a region, with few words of policy',
      '样品科技创新周报（第18期）',
      [
        '上海：市科委印发《样品创新联合体建设指引》，明确每个联合体资助不超过3000万元，企业出资比例不低于50%。',
        '江苏：省科技厅、省财政厅联合下达样品专项经费4.2亿元，安排项目126项，其中重大项目18项，覆盖九个设区市。',
        '浙江：杭州市推出“科创八条”，对新引进的样品机构最高给1亿元，到2028年集聚机构30家以上，并配套用房与场景。',
        '安徽：合肥样品实验室揭牌，首批入驻团队12个，来自五所高校和七家企业，首批课题已经启动，年内完成设备安装与调试。',
      ],
      true,
    ],
    [
      'a report of a government to its assembly',
      '关于样品省2025年国民经济和社会发展计划执行情况的报告',
      [
        '各位代表：受省人民政府委托，现将计划执行情况报告如下。',
        '一、主要目标。地区生产总值增长6%左右，研发经费投入强度达到2.6%。'.repeat(6),
      ],
      true,
    ],
    [
      'a notice of a property manager',
      '关于小区停水的通知',
      [
        '尊敬的各位业主：因检修定于6月12日停水，请提前做好准备。',
        '一、范围：1号楼至6号楼。',
        '特此通知。',
        '样品花园物业服务中心',
      ],
      false,
    ],
    [
      'a notice of a bank to its customers',
      '关于“样品”理财产品2026年第8期发行的公告',
      ['尊敬的客户：我行将于8月1日起发行第8期产品，业绩比较基准2.8%。', '理财非存款，投资须谨慎。', '特此公告。'],
      false,
    ],
    [
      'a listed company that was given money',
      '样品股份有限公司关于获得政府补助的公告',
      [
        '本公司及董事会全体成员保证信息披露真实。',
        '公司收到财政局拨付的研发补助资金1200万元，占净利润的12.3%。',
        '敬请广大投资者注意风险。',
      ],
      false,
    ],
    ['a match report', '主队三比一取胜', ['球队主教练说，球员踢得很好，比赛很精彩，网友热议。'.repeat(20)], false],
    ['a broker report', '某行业点评', ['研报认为政策利好，投资建议：维持买入评级，归母净利润增长。'.repeat(12)], false],
    [
      'English policy',
      'Notice on measures',
      ['The ministry issued measures on funding of innovation.'.repeat(20)],
      false,
    ],
    ['an empty page', '', [], false],
  ])('%s', (_, title, lines, expected) => {
    expect(detectPolicy(model(title, lines)).policy).toBe(expected);
  });

  it('takes a page of links for navigation', () => {
    const links = NOTICE.map((text) => ({ text, role: 'list-item' as const, links: 1 }));
    const verdict = detectPolicy(model('通知公告', [], { blocks: withOffsets(links) }));
    expect(verdict.policy).toBe(false);
    expect(verdict.reasons.map(({ code }) => code)).toContain('link_list');
  });

  it('says scanned, and goes by the title', () => {
    const scan = { notices: [{ code: 'scanned' as const, pages: [1, 2] }], source: 'pdf' as const };
    expect(detectPolicy(model('某省关于优机优补的实施意见', [], scan))).toMatchObject({ policy: true });
    const url = 'https://nync.sample.gov.cn/files/关于优机优补的实施意见.pdf';
    expect(detectPolicy(model('', [], { ...scan, url: encodeURI(url) })).policy).toBe(true);
    expect(detectPolicy(model('', [], { ...scan, url: 'https://sample.gov.cn/%E5%85.pdf?x=1' })).policy).toBe(false);
    expect(detectPolicy(model('IMG_0001', [], scan)).reasons.map(({ code }) => code)).toContain('scanned');
  });
});

describe('glance', () => {
  const page = { meta: () => [], title: '通知', text: '' };
  it.each([
    ['a government host alone', { ...page, title: '网站首页' }, 'none'],
    [
      'an issue number alone',
      { ...page, title: '摄影爱好者 第5期', text: '本期作品欣赏与点评，欢迎投稿。'.repeat(20) },
      'none',
    ],
    ['an ordinary page', { ...page, title: '本周活动', text: '活动面向读者，先到先得。'.repeat(200) }, 'none'],
    ['a notice', { ...page, title: '关于印发行动方案的通知', text: NOTICE.join('\n') }, 'policy'],
    ['a bulletin', { ...page, title: '科技创新动态 第8期', text: NOTICE.join('\n') }, 'bulletin'],
  ])('%s', (_, given, kind) => {
    expect(glance(given).kind).toBe(kind);
  });
});

describe('language', () => {
  it.each([
    ['中文政策', 1],
    ['日本語のページです。これはテストです', 0],
    ['English only', 0],
    ['', 0],
  ])('%s', (text, share) => {
    expect(hanShare(text)).toBeCloseTo(share, 1);
  });

  it('folds traditional script and pronunciation only where there is some', () => {
    const simplified = (text: string) => simplifierOf(text)(text);
    expect(simplified('態(tài)環(huán)業務')).toBe('态环业务');
    expect(simplified('浙江（zhe）')).toBe('浙江（zhe）');
  });
});
