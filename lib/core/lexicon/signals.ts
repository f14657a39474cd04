/**
 * Weak signals that a text is policy, as data: what each looks like, what it adds, and at how many occurrences it
 * stops adding. Used by the cheap verdict in every government page, so this file stays small: no schema, no tables.
 * A new signal is one entry with an example. Patterns are bounded and linear.
 */
export interface TextSignal {
  /** i18n key `reason.<code>`. */
  code: string;
  pattern: RegExp;
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
    pattern: /(?<=([一-龥]{1,12}))[〔[［【﹝(（](?:19|20)\d{2}[〕\]］】﹞)）]\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}号/gu,
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
      /(?:^|[\s。；》])《?(?:办法|方案|意见|通知|规划|计划|条例|细则|措施|规定|纲要|政策|指引|行动)》?(?:还)?(?:明确|提出|规定|要求|强调|指出)/gmu,
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
      /到(?:20\d\d年[底末]?|“?十[四五六]五”?末)[，,][^。；\n]{0,60}?(?:达到?|突破|超过|建成|培育|实现|力争)[^。；，,\n\d]{0,16}\d/gu,
    weight: 0.25,
    cap: 2,
    example: '到2027年，全区高新技术企业突破90家。',
  },
  {
    code: 'policy_words',
    pattern:
      /(?:行政长官|施政|立法会|贯彻落实|组织实施|统筹推进|责任单位|牵头单位|主管部门|行政部门|人民政府|指导思想|基本原则|总体要求|主要目标|保障措施|工作机制|监督管理|专项资金|财政补贴|给予[^。，]{0,12}(?:奖励|补助|补贴|支持)|加快推进|健全[^。，]{0,8}(?:机制|体系|制度)|高质量发展|试点|示范区)/gu,
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
    pattern:
      /(?:国务院|[一-龥]{2,3}(?:省|市|自治区)(?:人民政府|科学技术厅|科技厅|财政局|财政厅|发展改革委|发展和改革委员会)|生态环境部|工业和信息化部|科技部|科技厅|财政部|发展改革委|国家[一-龥]{2,8}局|中国人民银行|中共中央|人民代表大会|[一-龥]{2,8}(?:管理局|委员会|监管局|保障局|教育局|民政局))/gu,
    weight: 0.07,
    cap: 20,
    example: '省科技厅会同省财政厅、国务院有关部门',
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
    pattern: /(?:政策|新规|惠企|补贴标准|扶持|法规|条例|立法)/gu,
    weight: 0.07,
    cap: 16,
    form: true,
    example: '政策清单：扶持标准与新规',
  },
  {
    code: 'entitlement',
    pattern:
      /(?:申请条件|申领|申报|参保|医保|社保|养老保险|失业保险|工伤|户籍|入户|公租房|住房保障|补助|补贴|待遇|救助|优待|奖励标准|经办机构|办理流程|受理)/gu,
    weight: 0.06,
    cap: 20,
    example: '符合申请条件的参保人员可申领补贴。',
  },
  {
    code: 'development',
    pattern:
      /(?:科技(?:创新|型企业|成果|计划|政策|战略|投入|发展)|科研|研究(?:计划|项目)|成果转化|研发|战略性新兴产业|产业(?:链|集群|园)|创新平台|数字经济|人工智能|生态环境保护|乡村振兴|营商环境|自贸试验区|消费者?权益|市场监管|金融监管|合规|标准化)/gu,
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
  // Against.
  {
    code: 'everyday',
    pattern:
      /(?:任职要求|岗位职责|投递简历|五险一金|应聘|薪资|准考证|采购代理|成交(?:供应商|金额|公告)|中标(?:人|公告|候选)|评审专家名单|开标|原告|被告|上诉|判决如下|本院认为|审判[员长]|玩法|攻略|打卡|景点|美食|民宿|食材|调料|说明书|保修|售后|客服|包邮|优惠券|下单|宝宝|皮肤|隐私政策|注销账号|您的(?:个人)?信息|Cookie)/gu,
    weight: -0.35,
    cap: 8,
    example: '岗位职责与任职要求见下，待遇：五险一金，薪资面议。',
  },
  {
    code: 'commerce',
    pattern:
      /(?:加入购物车|立即购买|免费注册|用户协议|登录后|下载APP|股价|涨停|跌停|A股|沪指|大盘|收盘|研报|证券研究|分析师|投资建议|投资评级|净利润|归母|每股收益|营业收入|合并资产负债表|会员专享|买入评级|会计师事务所|招股|发行人|科创板|上市公司|公司章程|董事会|独立董事|审计报告|财务报表|应收账款|存货|毛利率)/gu,
    weight: -0.45,
    cap: 10,
    example: '投资建议：维持买入评级，归母净利润增长',
  },
  {
    code: 'media',
    pattern:
      /(?:新闻联播|央视网消息|本台记者|记者从|新华社记者|主播|球员|比赛|球队|导演|影片|票房|玩家|游戏|明星|歌手|专辑|剧情|话剧|网友|评论区|楼主|回帖|帖子)/gu,
    weight: -0.3,
    cap: 10,
    example: '导演说，影片票房过亿，网友热议。',
  },
  {
    code: 'scholarly',
    pattern: /(?:摘\s{0,4}要[：:]|关键词[：:]|中图分类号|文献标识码|参考文献|doi|DOI|基金项目|作者简介)/gu,
    weight: -0.9,
    cap: 4,
    example: '摘要：本文…… 关键词：创新 中图分类号：F0',
  },
  {
    code: 'private_notice',
    pattern:
      /尊敬的(?:各位)?(?:客户|用户|会员|业主|家长|股东|投资者)|本公司(?:及|董事会)|敬请(?:广大)?投资者|物业(?:服务|管理)(?:中心|公司|处)|业绩比较基准|理财非存款|我行将/gu,
    weight: -0.9,
    cap: 3,
    example: '尊敬的业主：因检修停水，敬请谅解。',
  },
  {
    code: 'discipline',
    pattern: /(?:严重违纪|违纪违法|纪律审查|监察调查|接受审查|被查处|涉嫌|党纪)/gu,
    weight: -0.3,
    cap: 10,
    example: '涉嫌严重违纪违法，接受纪律审查和监察调查。',
  },
  {
    code: 'school',
    pattern: /(?:我校|同学们|班主任|家长会|校园|教研组|学生会|校长|运动会|期中考试)/gu,
    weight: -0.25,
    cap: 8,
    example: '我校召开家长会，校长讲话。',
  },
];

let made: { title: readonly TextSignal[]; text: readonly TextSignal[] } | undefined;
/** Made when first asked for: most government pages are done before that. */
export function signals(): NonNullable<typeof made> {
  made ??= { title: titleSignals(), text: textSignals() };
  return made;
}
