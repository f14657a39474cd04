/**
 * Words that tell what kind of text something is: leads of news items, verbs of their titles, headings that only parts
 * of one document have, phrases of official documents. Each with an example.
 */

export interface PhraseEntry {
  pattern: RegExp;
  example: string;
}

/** How the first sentence of a report begins. */
export const LEAD_FORMULAS: readonly PhraseEntry[] = [
  {
    pattern:
      /^(?:近日|日前|近期|最近|今天|昨天|今日|昨日|当日|当地时间|目前|年初以来|今年以来|今年上半年|今年前|去年以来|近年来|一直以来)/u,
    example: '近日，省科技厅印发通知。',
  },
  { pattern: /^(?:\d{4}年)?\d{1,2}月\d{1,2}日/u, example: '4月12日，部长主持召开会议。' },
  {
    pattern: /^(?:截至|据|记者|经党中央|为深入|为贯彻|为全面|为进一步|为认真|为加快|为落实|为推动|为更好|总结|受)/u,
    example: '截至10月底，全国累计装机增长。',
  },
  { pattern: /^[\p{Script=Han}、]{2,40}(?:近日|日前|今天|昨天|昨日|最新)/u, example: '教育部近日印发意见。' },
  { pattern: /^[\p{Script=Han}]{2,8}(?:讯|电)(?:[（(]|\s|，)/u, example: '本报讯（记者 某某）' },
];

/** Verbs of titles that report something. */
export const NEWS_VERBS: readonly PhraseEntry[] = [
  {
    pattern:
      /(?:召开|举办|举行|印发|发布|出台|公布|启动|开展|召集|会见|出席|调研|部署|推进|推动|落地|上线|成立|揭牌|签约|通过|实施|施行|组织|答记者问|发表|审议|完成|突破|增长|下降|达成|抢占|促进|加快|入选|获批|开工|贯通|闭幕|开幕|首发|亮相|加强|推出|新增|扩大|发射|创新高|超额|部门|通报|征求|优化)/u,
    example: '某省召开科技创新大会',
  },
];

/** Headings of parts of one document; a digest does not have items of these names. */
export const PART_HEADINGS: readonly PhraseEntry[] = [
  {
    pattern:
      /^(?:总则|附则|总体要求|指导思想|基本原则|工作目标|总体目标|主要目标|发展目标|主要任务|重点任务|工作任务|重点工作|主要措施|政策措施|保障措施|组织保障|组织实施|组织领导|强化保障|工作要求|有关要求|其他事项|实施步骤|工作安排|适用范围|补贴对象|补贴标准|申报条件|申报程序|申报材料|申请条件|办理流程|监督管理|法律责任|责任分工|实施时间|有关事项|背景|起草背景|主要内容|起草依据|前言|引言|目的意义|工作步骤|进度安排|资金管理|绩效评价|监督检查|职责分工|加强.{0,12}|强化.{0,12}|健全.{0,12}|完善.{0,12}|严格.{0,12})$/u,
    example: '总体要求',
  },
  { pattern: /^第[一二三四五六七八九十百\d]{1,4}[章节条编]/u, example: '第一章 总则' },
];

/** Phrases of official documents, anywhere in the text. */
export const OFFICIAL_PHRASES: readonly PhraseEntry[] = [
  {
    pattern: /现(?:将|就|提出|印发|予以|公布|通知如下|发给你们)/u,
    example: '现将《办法》印发给你们',
  },
  { pattern: /请(?:认真)?(?:遵照执行|贯彻执行|贯彻落实|组织实施|结合实际)/u, example: '请认真贯彻执行。' },
  {
    pattern: /本(?:办法|通知|条例|规定|细则|方案|意见|法|措施|公告|通告|决定)(?:自|由|所称|适用|有效期|执行)/u,
    example: '本办法自2025年1月1日起施行。',
  },
  { pattern: /(?:特此通知|特此公告|特此通告|此复|特此函复)/u, example: '特此通知。' },
  { pattern: /(?:经.{1,16}(?:同意|批准)|报.{1,10}(?:审批|备案))/u, example: '经市政府同意，现印发给你们。' },
  { pattern: /(?:深入贯彻|全面贯彻|贯彻落实|坚持以|以习近平新时代)/u, example: '深入贯彻党的二十大精神' },
  {
    pattern:
      /(?:各有关(?:单位|部门)|各级人民政府|各区人民政府|县级以上(?:地方)?(?:各级)?人民政府|主管部门|牵头单位|责任单位)/u,
    example: '县级以上人民政府应当',
  },
];

export interface ItemKindEntry {
  kind: 'policy' | 'progress' | 'event' | 'analysis';
  where: 'title' | 'lead';
  pattern: RegExp;
  example: string;
}

/** What an item is; the first entry that matches its title, or its lead, decides. */
export const ITEM_KINDS: readonly ItemKindEntry[] = [
  {
    kind: 'analysis',
    where: 'title',
    pattern: /(?:解读|答记者问|综述|述评|分析|观察|问答|一图读懂|研究|趋势|回顾)/u,
    example: '有关负责人就《办法》答记者问',
  },
  {
    kind: 'policy',
    where: 'title',
    pattern:
      /(?:印发|出台|发布|公布|修订|制定)(?:.{0,12}《|.{0,20}(?:办法|方案|意见|通知|规划|计划|措施|条例|政策|细则|清单|指南|标准|新政|新规|[一二三四五六七八九十\d]条))/u,
    example: '某市印发《匹配管理办法》',
  },
  {
    kind: 'event',
    where: 'title',
    pattern: /(?:召开|举办|举行|开幕|闭幕|会见|出席|调研|签约|揭牌|主题|活动|会议|座谈|论坛|大会|展览|出版)/u,
    example: '主题交流活动成功举办',
  },
  {
    kind: 'policy',
    where: 'lead',
    pattern:
      /^[^。]{0,60}(?:印发|出台|发布|公布|修订)了?[^。《]{0,20}《[^》]{2,80}(?:办法|方案|意见|通知|规划|计划|措施|条例|规定|政策|细则|清单|指南|标准|纲要)(?:[（(][^）)]{1,20}[）)])?》/u,
    example: '近日，省政府印发《实施方案》',
  },
  {
    kind: 'progress',
    where: 'title',
    pattern:
      /(?:超额|完成|突破|增长|实现|取得|达到|进展|成效|建成|启动|开工|贯通|投产|抢占|创新高|位居|推进|推动|加快|加强|扩大|规模|成功)/u,
    example: '我省超额完成年度目标任务',
  },
  { kind: 'event', where: 'lead', pattern: /(?:召开|举办|举行|会见|出席)/u, example: '11月17日，自治区召开工作会' },
  {
    kind: 'progress',
    where: 'lead',
    pattern: /(?:截至|同比增长|今年以来|累计)/u,
    example: '截至10月底，累计新增100家',
  },
];

/** Where the lead of a brief begins behind its title; with a comma behind it, it begins the sentence itself. */
export const BRIEF_LEADS: readonly PhraseEntry[] = [
  {
    pattern: /(?:(?:今天|昨天|今日|昨日|今早|当地时间)(?:[（(][\d月日]{2,8}[）)])?)/u,
    example: '管理新规启动今天（11月19日），民政部发布指引',
  },
  { pattern: /(?:近日|日前|近期|最近|最新)/u, example: '高标准园区将建成工业和信息化部日前印发指南' },
  { pattern: /(?:(?:今年|去年)?前\d{1,2}个月)/u, example: '进出口创历史新高今年前10个月，进出口额达' },
];

/** A title's last word (group `end`) that the first word of a sentence follows at once. */
export const TITLE_ENDS: readonly PhraseEntry[] = [
  {
    pattern:
      /(?<end>贯通|闭幕|开幕|启动|成功|成果|试点|上线|发布|开工|投产|投运|揭牌|成立|落地|期|新高)(?=(?:我国|受[^，]{2,12}影响|为期|经过|随着|由[^，]{2,16}(?:主办|承办)))/u,
    example: '工程全线贯通我国“西电东送”重要工程',
  },
];
