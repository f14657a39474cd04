/**
 * Forms in which official Chinese texts number their units: GB/T 9704 (一、 → （一） → 1. → （1）), statutes
 * (第一章, 第一条), and what bulletins add (一是, 首先, ①). Widths are folded before matching. `rank` orders the forms
 * from the outside in; ranks may skip in a document. Each with a line that it labels.
 */

export type LabelStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'hanParen'
  | 'topic'
  | 'arabic'
  | 'arabicParen'
  | 'arabicHalf'
  | 'circled'
  | 'is'
  | 'first';

export interface NumberingEntry {
  style: LabelStyle;
  rank: number;
  /** On folded text, at the beginning of a line; group `n` is the ordinal, the whole match the label. */
  pattern: RegExp;
  /** Groups units of lower ranks without being a level of measures itself. */
  group?: true;
  /** Also counted inside a paragraph. */
  inline?: true;
  example: string;
}

/** What may follow 第三条 at once where it is referred to, not begun. */
const REFERRED =
  '(?!规定|第|所[称列述]|和|及|至|、|的|中(?![国央华])|款|修改|与|或|之规定|要求|明确|，|线|例|件|路|街|道)';

export const NUMBERING: readonly NumberingEntry[] = [
  {
    style: 'part',
    rank: 0,
    pattern: /^第 ?(?<n>[一二三四五六七八九十百\d]{1,4}) ?(?:编|部分|篇)(?=$|[ :：])/u,
    group: true,
    example: '第一编 总则',
  },
  {
    style: 'chapter',
    rank: 1,
    pattern: /^第 ?(?<n>[一二三四五六七八九十百〇零\d]{1,5}) ?章(?!程)/u,
    group: true,
    example: '第一章 总则',
  },
  {
    style: 'section',
    rank: 2,
    pattern: /^第 ?(?<n>[一二三四五六七八九十百\d]{1,4}) ?节(?=$|[ :：\p{Script=Han}])/u,
    group: true,
    example: '第二节 监督检查',
  },
  {
    style: 'article',
    rank: 3,
    pattern: new RegExp(
      `^第 ?(?<n>[一二三四五六七八九十百千〇零\\d]{1,7}) ?条(?: ?之[一二三四五六七八九十])?${REFERRED}`,
      'u',
    ),
    example: '第三条 本办法所称经费，是指市级财政资金。',
  },
  {
    style: 'han',
    rank: 4,
    pattern:
      /^(?<n>[一二三四五六七八九十百〇零]{1,4}) ?(?:[、.]|(?=(?:总体要求|主要任务|重点任务|保障措施|工作目标|基本原则)$))/u,
    example: '一、总体要求',
  },
  {
    style: 'hanParen',
    rank: 5,
    pattern: /^[([〔【] ?(?<n>[一二三四五六七八九十百]{1,4}) ?[)\]〕】][、.]?/u,
    example: '（一）优化创新体系',
  },
  {
    style: 'topic',
    rank: 6,
    pattern:
      /^(?:重点)?(?:方向|课题|专题|任务|专项|议题|步骤|阶段|环节|举措|措施|亮点|要点|行动|领域|问题) ?(?<n>[一二三四五六七八九十]{1,3}|\d{1,2}) ?(?:[:：、.]|$| (?=\p{Script=Han}))/u,
    example: '方向1：高端样品装备',
  },
  {
    style: 'arabic',
    rank: 6,
    pattern: /^(?:(?<n>\d{1,3}) ?(?:[、]|[.](?!\d)|[.](?=(?:19|20)\d\d ?年))|(?<zero>0\d)(?=[\p{Script=Han}“《 ]))/u,
    example: '1.生态环境部召开部常务会议',
  },
  { style: 'arabicParen', rank: 7, pattern: /^[([] ?(?<n>\d{1,3}) ?[)\]][、.]?/u, example: '(1) 资金来源及适用范围。' },
  { style: 'arabicHalf', rank: 8, pattern: /^(?<n>\d{1,2}) ?\)[、.]?/u, example: '1）申报材料' },
  { style: 'circled', rank: 9, pattern: /^(?<n>[①-⑳⑴-⒇⒈-⒛❶-❿])[、.]?/u, example: '①培训费用' },
  {
    style: 'first',
    rank: 10,
    pattern: /^第(?<n>[一二三四五六七八九十]{1,2})(?:[，,、]|步(?: ?[:：，,、]|$| (?=\p{Script=Han})))/u,
    example: '第一，加强组织领导。',
  },
  {
    style: 'is',
    rank: 11,
    pattern: /^(?<n>[一二三四五六七八九十]{1,3})(?:是|要)/u,
    inline: true,
    example: '一是建设高效能科技创新系统。',
  },
];
