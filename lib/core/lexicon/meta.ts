/**
 * Names under which pages and documents state their own data: `<meta>` names of Chinese government sites, and the
 * labels of metadata tables and lines. Labels are matched without spaces and brackets. Each with an example.
 */

export type FactName = 'title' | 'issuer' | 'docNumber' | 'published' | 'signed' | 'source' | 'column' | 'other';

export interface FactEntry {
  fact: FactName;
  names: readonly string[];
  example: string;
}

/** `<meta name>`, compared without case. */
export const META_NAMES: readonly FactEntry[] = [
  {
    fact: 'title',
    names: ['ArticleTitle', 'title', 'og:title', 'dc.title'],
    example: '<meta name="ArticleTitle" content="关于…的通知">',
  },
  {
    fact: 'published',
    names: ['PubDate', 'publishdate', 'firstpublishedtime', 'dc.date', 'date'],
    example: '<meta name="PubDate" content="2025-01-02 09:30">',
  },
  {
    fact: 'source',
    names: ['ContentSource', 'source', 'catalogs'],
    example: '<meta name="ContentSource" content="省科技厅">',
  },
  { fact: 'column', names: ['ColumnName', 'ColumnType'], example: '<meta name="ColumnName" content="通知公告">' },
  { fact: 'issuer', names: ['Author', 'publisher'], example: '<meta name="Author" content="市财政局">' },
];

/** Labels of metadata tables and lines. */
export const FACT_LABELS: readonly FactEntry[] = [
  {
    fact: 'title',
    names: ['标题', '名称', '文件名称', '信息名称', '公文名称', '文件标题'],
    example: '标 题：关于印发某办法的通知',
  },
  {
    fact: 'issuer',
    names: [
      '发文机关',
      '发文机构',
      '发布机关',
      '发布机构',
      '发文单位',
      '发布单位',
      '联合发文单位',
      '制定机关',
      '印发机关',
      '公开主体',
      '信息公开单位',
      '颁布单位',
      '制发机关',
      '主办单位名称',
    ],
    example: '发文机关：市人民政府办公室',
  },
  {
    fact: 'docNumber',
    names: ['发文字号', '文号', '文件编号', '文件字号', '发文号', '字号', '公文字号', '文件号', '公文文号'],
    example: '发文字号：某政发〔2025〕3号',
  },
  {
    fact: 'published',
    names: [
      '发布日期',
      '发布时间',
      '发文日期',
      '公开日期',
      '发表时间',
      '发表日期',
      '公布日期',
      '公开时间',
      '公布时间',
      '发文时间',
      '上传时间',
      '发稿时间',
      '更新时间',
      '更新日期',
      '数据更新日期',
      '数据更新时间',
      '报告日期',
      '编印日期',
      '刊发日期',
      '时间',
      '日期',
    ],
    example: '发布日期：2025-03-04',
  },
  {
    fact: 'signed',
    names: ['成文日期', '成文时间', '生成日期', '签发日期', '印发日期', '制定日期', '文件日期', '颁布日期', '通过日期'],
    example: '成文日期：2025年3月1日',
  },
  {
    fact: 'source',
    names: ['来源', '信息来源', '文章来源', '稿件来源', '内容来源', '文件来源'],
    example: '来源：市科技局',
  },
  {
    fact: 'other',
    names: [
      '索引号',
      '主题分类',
      '主题词',
      '统一编号',
      '实施日期',
      '失效日期',
      '文件状态',
      '有效性',
      '废止日期',
      '组配分类',
      '公开方式',
      '公开属性',
      '信息类别',
      '所属主题',
      '体裁分类',
      '服务对象',
      '浏览次数',
      '浏览量',
      '阅读次数',
      '点击数',
      '点击率',
      '作者',
      '责任编辑',
      '编辑',
      '责编',
      '字体',
      '字体大小',
      '打印',
      '分享',
      '政策类型',
      '政策层级',
      '信息索引',
      '关键字',
      '效力状态',
      '生效日期',
      '施行日期',
      '公文种类',
      '主题',
      '发布人',
      '审核人',
      '分类',
      '载体类型',
      '记录形式',
      '有效期',
      '公开范围',
      '公开形式',
      '公开时限',
      '层级',
      '内容概述',
      '内容摘要',
      '下载地址',
      '阅读',
    ],
    example: '索引号：000014349/2018-00225',
  },
];

/** Words of a site's own name, which pages append to their titles. */
export const SITE_WORDS: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern: /(?:门户网站?|官方网站|官网|政府网|信息网|公众网|资讯网|设备网|新闻网|政务网|首页|欢迎您?|网站|频道)$/u,
    example: '某市人民政府门户网站',
  },
  {
    pattern:
      /^(?:中华人民共和国|中国|[\p{Script=Han}]{2,12}(?:省|市|区|县|州|盟))[\p{Script=Han}]{0,14}(?:部|委员会|厅|局|政府|委|办公室|院|署|行)$/u,
    example: '中华人民共和国生态环境部',
  },
  {
    pattern:
      /^(?:通知公告|政策文件|政策解读|政务公开|要闻动态|信息公开|最新政策|公示公告|规范性文件|政策法规|工作动态|正文|文章|新闻中心|解读)$/u,
    example: '通知公告',
  },
];
