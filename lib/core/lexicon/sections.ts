/**
 * Names that bulletins give to their contents list, to their sections and to themselves. Each with an example.
 */

export interface NameEntry {
  pattern: RegExp;
  example: string;
}

/** Heading of a contents list; matched without spaces. */
export const CONTENTS_NAMES: readonly NameEntry[] = [
  {
    pattern:
      /^[【[]?(?:目录|目次|总目录|本期目录|本期要点|本期要目|本期导读|本期内容|本期看点|要点提示|内容提要|内容导读|导读|要目|CONTENTS)[】\]]?[:：]?$/iu,
    example: '本期要点',
  },
];

/** A heading that names a section of a digest rather than an item; matched without spaces and brackets. */
export const SECTION_NAMES: readonly NameEntry[] = [
  {
    pattern: /^(?:省|市|区|国|境|海)(?:内|外)[\p{Script=Han}]{2,6}$/u,
    example: '省外速览',
  },
  {
    pattern:
      /^[\p{Script=Han}]{0,6}(?:要情|速览|速递|动态|要闻|快讯|简讯|资讯|信息|视点|视野|聚焦|观察|前沿|参考|之窗|传真|扫描|动向|导航|解读|专栏|专题|经验|交流|瞭望|风向标|看点)$/u,
    example: '国内动态',
  },
  {
    pattern:
      /^(?:国家|中央|部委|地方|各省|省级|市级|基层|行业|产业|国际|国内|国外|境外|域外)(?:层面|政策|新政|篇|部分|部门|省市)?$/u,
    example: '地方政策',
  },
  { pattern: /^(?:政策|科技|产业|人才|金融|改革|工作|领导|重要|热点)[\p{Script=Han}]{2,4}$/u, example: '政策速递' },
  { pattern: /^[\p{Script=Han}]{2,10}篇$/u, example: '先进制造业篇' },
];

/** Heads the column with the titles, in a digest that is a table; matched without spaces. */
export const TITLE_COLUMNS: readonly NameEntry[] = [
  { pattern: /^(?:政策|文件|法规)(?:名称|标题|题目)?$/u, example: '政策名称' },
  { pattern: /^(?:标题|题目|政策文件(?:名称)?|信息标题)$/u, example: '标题' },
];

/** Heads the column that says what a title of such a table is about; matched without spaces. */
export const CONTENT_COLUMNS: readonly NameEntry[] = [
  {
    pattern: /^(?:政策|文件|主要|核心|重点|具体|相关)?(?:内容|要点|举措|措施|条款)(?:摘要|概述|简介)?$/u,
    example: '主要内容',
  },
  { pattern: /^(?:内容|政策)?(?:摘要|提要|亮点|解读)$/u, example: '政策亮点' },
];

/** What a digest calls itself, at the end of its title or masthead. */
export const BULLETIN_NAMES: readonly NameEntry[] = [
  {
    pattern:
      /(?:要参|参考|参阅|内参|简报|简讯|快报|专报|要报|摘报|通讯|动态|要情|要闻|周报|旬报|月报|周刊|日报|快讯|速递|速览|一览|要览|选编|汇编|荟萃|摘编|摘要|集锦|汇总|盘点|导引|政策清单|看点|资讯|信息|工作信息|文摘|早报|晚报)$/u,
    example: '创新驱动要参',
  },
  {
    pattern: /政策(?:分析|详情|速递|汇总|一览|盘点|跟踪|追踪)(?:报告)?$|(?:每日|每周|每月)分析报告$/u,
    example: '国内政策分析',
  },
  { pattern: /政策(?:信息|数据|法规|文件)?(?:数据)?库$/u, example: '样品市人才政策数据库' },
  {
    pattern: /(?:世界|全球|国际|各国|国外|国内外|各省|各地)[\p{Script=Han}]{0,12}(?:回顾|综述|概览|进展)$/u,
    example: '世界科技发展回顾',
  },
  {
    pattern: /一周(?:要闻|要聞|看点|政策|工作|动态|回顾|速览)/u,
    example: '一周要闻（4.10-4.16）',
  },
  {
    pattern:
      /(?:多项|一批|系列)[\p{Script=Han}]{0,8}(?:新规|新政|新措|政策|举措)[\p{Script=Han}\d]{0,12}(?:实施|施行|起|落地|来了)/u,
    example: '多项医保新措1月1日起实施',
  },
];
