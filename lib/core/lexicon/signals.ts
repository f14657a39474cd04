/**
 * Weak signals that a text is policy, as data: what each looks like, what it adds, and at how many occurrences it
 * stops adding. Used by the cheap verdict in every government page, so this file stays small: no schema, no tables.
 * A new signal is one entry with an example: words, a pattern or both. Patterns are bounded and linear.
 */
import { againstSignals } from './signals-against';

export interface TextSignal {
  /** i18n key `reason.<code>`. */
  code: string;
  /** Whole words, separated by spaces; all words of all signals are looked for at one go. */
  words?: string;
  pattern?: RegExp;
  /** Added per occurrence; negative speaks against policy. */
  weight: number;
  /** Occurrences that count. */
  cap: number;
  /** Says how a text is called or set, as many others are; alone it does not make policy. */
  form?: true;
  example: string;
}

/** Words that end the title of a policy document (文种). */
export const POLICY_TITLE_WORDS =
  '通知|意见|办法|方案|条例|规定|细则|措施|决定|决议|批复|复函|通告|公告|通报|规划|计划|纲要|规则|准则|指引|指南|清单|标准|政策|若干政策|行动|要点|(?<![做方说看想办用疗语手写乐技])法|令|函|导则|目录|(?:政府工作|施政|情况的)报告';

/** In the document's own title or heading. */
const titleSignals = (): readonly TextSignal[] => [
  {
    code: 'title_word',
    pattern: new RegExp(
      `(?:${POLICY_TITLE_WORDS})(?:[（(][^（()）]{1,30}[）)])?[》」”"]?(?:的(?:通知|函|批复|决定|公告))?\\s{0,3}(?:$|[-_|—–])`,
      'um',
    ),
    weight: 1.6,
    cap: 1,
    form: true,
    example: '浙江省人民政府办公厅关于加快概念验证中心建设的实施意见',
  },
  {
    code: 'title_about',
    pattern: /(?:关于|印发|转发|发布|出台|修订)[^。]{2,60}(?:的|《)/u,
    weight: 1,
    cap: 1,
    form: true,
    example: '某市财政局关于印发专项资金管理的通知',
  },
  {
    code: 'title_bulletin',
    pattern:
      /(?:要闻|要参|要览|要情|简报|快报|动态|专报|一周(?:政策|工作)|政策(?:速递|日报|周报|月报|汇编|导引|清单|速览|一览|回顾)|决策参考|快讯|(?:科技|创新|改革|发展|产业|经济|环境|工作|信息)(?:创新|发展|改革|工作|运行|信息|动态)?(?:周报|月报|旬报|季报|专刊|摘编|参阅|参考|内参|通讯|文摘)|policy\s{0,2}(?:links|update|digest|brief)|(?:发展|世界|全球|各国|各省|各地|国内外)[一-龥]{0,12}(?:回顾|综述|概览|进展))/iu,
    weight: 1.2,
    cap: 1,
    form: true,
    example: '科技创新动态 第8期',
  },
  {
    code: 'title_explains',
    pattern:
      /(?:办法|方案|意见|通知|规划|计划|条例|规定|细则|措施|决定|政策|行动)(?:[（(][^（()）]{1,30}[）)])?[》”"]?(?:的?[^。；\n]{0,12}(?:解读|新闻发布[会稿]|答记者问|问答|图解)|[^。；\n]{0,16}(?:是什么|有哪些|哪些|什么|如何|怎么|吗)[^。；\n]{0,12}[？?])/u,
    weight: 1,
    cap: 1,
    example: '“双倍增”行动计划（2023—2027年）的工作目标是什么？',
  },
  {
    code: 'title_place',
    pattern:
      /[一-龥]{2,8}(?:省|自治区|自治州|(?<![超门股楼城夜集都闹上])市(?![场值民容])|县|新区)|国务院|人民政府|[一-龥]{2,8}(?:委员会|厅|局|部|办公室)(?:关于|印发|、|\s)/u,
    weight: 0.3,
    cap: 1,
    example: '样品省概念验证中心建设标准',
  },
  {
    code: 'title_news',
    pattern: /(?:新闻联播|周刊|娱乐|体育|赛事|行情|股市|盘中|年报|季报|季度报告|财务|研究报告|点评|学校|大学)/u,
    weight: -1.5,
    cap: 1,
    example: '盘中资讯汇总',
  },
];

/** In the running text. */
const textSignals = (): readonly TextSignal[] => [
  {
    code: 'doc_number',
    pattern: /[〔[［【﹝(（](?<=([一-龥]{1,12}).)(?:19|20)\d{2}[〕\]］】﹞)）]\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}号/gu,
    weight: 0.9,
    cap: 2,
    example: '浙科发规〔2025〕12号',
  },
  {
    code: 'article',
    pattern: /(?:^|[\s。；])第[一二三四五六七八九十百零〇]{1,6}条[\s　]/gmu,
    weight: 0.35,
    cap: 6,
    form: true,
    example: '第三条　本办法所称概念验证中心',
  },
  {
    code: 'numbering',
    pattern: /(?:^|[\s。；])[（(]?[一二三四五六七八九十]{1,3}(?:、|[）)])/gmu,
    weight: 0.09,
    cap: 10,
    form: true,
    example: '一、总体要求',
  },
  {
    code: 'address',
    pattern:
      /(?:各(?:省|自治区|直辖市|市|区|县|地级|设区|州|盟|有关|相关|乡镇)[^：:。]{0,60}(?:人民政府|委员会|厅|局|办|单位|部门|机构|企业|院校)[^：:。]{0,40}|各部委、各直属机构)[：:]/gu,
    weight: 1.2,
    cap: 1,
    example: '各市、县（市、区）人民政府，省政府直属各单位：',
  },
  {
    code: 'issuing',
    pattern:
      /(?:现(?:将|予)[^。]{0,80}(?:印发|公布|发布|通知|公告)|(?:主旨|公告事项)[：:]|特此(?:通知|公告|通告|函复|批复)|印发给你们|请(?:认真)?(?:遵照|贯彻|结合实际)[^。]{0,12}(?:执行|落实)|予以印发|已经[^。]{2,40}(?:同意|通过|批准)|自(?:印发|发布|公布|\d{4}\s?年[^。]{1,12})之?日?起(?:施行|实施|执行)|有效期\s?[\d一二三四五至])/gu,
    weight: 0.8,
    cap: 3,
    example: '现将《概念验证中心管理办法》印发给你们，请认真贯彻执行。',
  },
  {
    code: 'policy_act',
    pattern:
      /(?:印发|出台|发布|制定|修订|颁布|公布|审议通过|实施)了?[^。，；《]{0,16}《[^》]{2,60}(?:办法|方案|意见|通知|规划|计划|条例|细则|措施|决定|规定|纲要|政策|规则|指引|清单|标准)/gu,
    weight: 0.8,
    cap: 3,
    example: '近日，省科技厅印发《概念验证中心建设行动方案》',
  },
  {
    code: 'policy_issued',
    pattern:
      /《[^》]{2,60}(?:办法|方案|意见|通知|规划|计划|条例|细则|措施|规定|纲要|政策|规则|指引|清单|标准)[^》]{0,24}》[^。，；《]{0,16}(?:印发|出台|发布|公布|施行)/gu,
    weight: 0.8,
    cap: 1,
    example: '《中试基地建设管理办法》日前印发。',
  },
  {
    code: 'policy_says',
    pattern:
      /(?:办法|方案|意见|通知|规划|计划|条例|细则|措施|规定|纲要|政策|指引|行动|草案)(?<=(?:^|[\s。；，》”划])《?.{2})》?(?:还)?(?:明确|提出|规定|要求|强调|指出|显示)/gmu,
    weight: 0.4,
    cap: 2,
    example: '办法明确，对新认定的基地给予奖补。',
  },
  {
    code: 'notice_given',
    pattern:
      /(?:部|委|局|厅|办|会|府|省|市)(?:近日|日前|今日|今天)?(?:联合)?(?:发出|下发|印发|发布)了?(?:紧急)?(?:通知|意见|公告|通告|通报)[，,](?:要求|明确|提出|部署|决定|就)/u,
    weight: 0.8,
    cap: 1,
    example: '财政部近日联合发出通知，要求各地做好危房改造工作。',
  },
  {
    code: 'goal',
    pattern:
      /[到至](?:20\d\d年[底末]?|“?十[一二三四五六]五”?期?末)[，,]?[^。；\n]{0,60}?(?:达到?|突破|超过|建成|培育|实现|力争)[^。；，,\n\d]{0,16}\d/gu,
    weight: 0.4,
    cap: 2,
    example: '到2027年，全区高新技术企业突破90家。',
  },
  {
    code: 'policy_words',
    words:
      '行政长官 施政 立法会 贯彻落实 组织实施 统筹推进 责任单位 牵头单位 主管部门 行政部门 人民政府 指导思想 基本原则 总体要求 主要目标 保障措施 工作机制 监督管理 ' +
      '专项资金 财政补贴 加快推进 高质量发展 试点 示范区',
    pattern: /给予[^。，]{0,12}(?:奖励|补助|补贴|支持)|健全[^。，]{0,8}(?:机制|体系|制度)/gu,
    weight: 0.055,
    cap: 30,
    example: '健全工作机制，加快推进试点。',
  },
  {
    code: 'metadata_table',
    pattern:
      /(?:索\s{0,4}引\s{0,4}号|发文(?:机关|机构|单位|字号|日期)|成文日期|主题分类|公文种类|信息分类|公开方式|文\s{0,4}号|有效性|主题词)\s{0,3}[：:\s]/gu,
    weight: 0.45,
    cap: 5,
    example: '索引号： 000014349/2025-00012 发文机关： 省科技厅',
  },
  {
    code: 'bulletin_foot',
    pattern: /(?:主\s{0,2}送|抄\s{0,2}送|报\s{0,2}送|印\s{0,2}发)\s{0,2}[：:]/gu,
    weight: 0.6,
    cap: 2,
    example: '主送：省委科技委主任、副主任',
  },
  {
    code: 'agencies',
    // What stands before a name is looked at behind its first character: trying it everywhere would take most of the time.
    pattern:
      /国务院|生态环境部|工业和信息化部|科技[部厅]|财政部|发展改革委|国家[一-龥]{2,8}局|中国人民银行|中共中央|人民代表大会|[人科财发](?<=([一-龥]{2}(?:省|市|自治区)).)(?:民政府|学技术厅|政[局厅]|展和改革委员会)|[管委监保教民](?<=([一-龥]{2}).)(?:理局|员会|管局|障局|育局|政局)/gu,
    weight: 0.07,
    cap: 20,
    example: '省科技厅会同省财政厅、国务院有关部门',
  },
  {
    code: 'policy_news',
    pattern:
      /(?:近日|日前|最近|\d{1,2}月\d{1,2}日)，?[^。；，《]{0,24}(?:印发|出台|发布|下发|公布|审议通过)了?的?[^。；，《]{0,16}《[^》]{2,60}(?:办法|方案|意见|通知|规划|计划|条例|细则|措施|规定|纲要|政策|规则)/u,
    weight: 0.7,
    cap: 1,
    example: '样品省日前出台的《概念验证中心建设意见》提出三项要求。',
  },
  {
    code: 'local_news',
    pattern:
      /(?:^|[\s。；])(?:近日|日前|\d{1,2}月\d{1,2}日)，[^。]{0,40}(?:省|市|区|县|自治区|委员会|厅|局|部)[^。]{0,40}(?:召开|印发|出台|发布|推进|实施|开展)/gmu,
    weight: 0.35,
    cap: 4,
    example: '近日，浙江省印发若干措施，推进成果转化。',
  },
  {
    code: 'policy_itself',
    words: '政策 新规 惠企 补贴标准 扶持 法规 条例 立法',
    weight: 0.07,
    cap: 16,
    form: true,
    example: '政策清单：扶持标准与新规',
  },
  {
    code: 'entitlement',
    words:
      '申请条件 申领 申报 参保 医保 社保 养老保险 失业保险 工伤 户籍 入户 公租房 住房保障 补助 补贴 待遇 救助 优待 奖励标准 经办机构 办理流程 受理',
    weight: 0.06,
    cap: 20,
    example: '符合申请条件的参保人员可申领补贴。',
  },
  {
    code: 'development',
    words:
      '科技创新 科技型企业 科技成果 科技计划 科技政策 科技战略 科技投入 科技发展 科研 研究计划 研究项目 成果转化 研发 战略性新兴产业 产业链 产业集群 产业园 创新平台 ' +
      '数字经济 人工智能 生态环境保护 乡村振兴 营商环境 自贸试验区 消费者权益 消费权益 市场监管 金融监管 合规 标准化',
    weight: 0.05,
    cap: 16,
    example: '支持科技成果转化和创新平台建设。',
  },
  {
    code: 'grant',
    pattern:
      /(?:给予|奖励|补贴|补助|资助|奖补|贴息|扶持)[^。；\n]{0,16}?\d[\d.]{0,7}\s?(?:万|亿)?(?:元|%|％|个百分点)/gu,
    weight: 0.3,
    cap: 3,
    example: '对新认定的企业一次性奖励20万元。',
  },
];

export interface Signals {
  title: readonly TextSignal[];
  text: readonly TextSignal[];
  /** Codes of those that only say how a text is called or set. */
  forms: ReadonlySet<string>;
}

const makeSignals = (): Signals => {
  const [title, text] = [titleSignals(), [...textSignals(), ...againstSignals()]];
  const forms = [...title, ...text].filter(({ form }) => form).map(({ code }) => code);
  return { title, text, forms: new Set(forms) };
};

let made: Signals | undefined;
/** Made when first asked for: most government pages are done before that. */
export function signals(): Signals {
  made ??= makeSignals();
  return made;
}
