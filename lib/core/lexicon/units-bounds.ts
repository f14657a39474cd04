/**
 * Words around a figure that say how exact it is (bound) and what sort of statement it is (kind), each with a
 * sentence that is read with it. Must not know how sentences are cut; that is `parse/fields/figures.ts`.
 */
import type { Figure } from '@/lib/core/model';

type Bound = NonNullable<Figure['bound']>;

export interface BoundEntry {
  form: string;
  /** Characters before the form that make it part of another word: 约 in 节约. */
  not: string;
  bound: Bound;
  /** What it says with a denial before it: 超过 in 不宜超过. */
  denied: Bound | null;
  place: 'before' | 'after';
  example: string;
}

const bounds = (
  place: BoundEntry['place'],
  bound: BoundEntry['bound'],
  forms: string,
  denied: BoundEntry['denied'] = null,
): BoundEntry[] =>
  forms.split(' ').map((entry) => {
    const [form = '', not = ''] = entry.split('!');
    const example = place === 'before' ? `数量${form}30家。` : `数量30家${form}。`;
    return { form, not, bound, denied, place, example };
  });

export const BOUNDS: readonly BoundEntry[] = [
  ...bounds('before', 'atLeast', '至少 下限 大于或等于 高于或等于 多于或等于 最低 最少 起步 满!每圆美充丰期届 ≥ ≧'),
  ...bounds(
    'before',
    'atMost',
    '小于或等于 少于或等于 低于或等于 最高 最多 至多 上限 限额 封顶 控制在 不足 不到 不满 未满 未达到 ≤ ≦',
  ),
  ...bounds('before', 'atMost', '低于 少于 小于 短于', 'atLeast'),
  ...bounds('before', 'above', '超过 超!高 突破 大于 高于 多于 逾 超出', 'atMost'),
  ...bounds('before', 'about', '约!节集合预制签履违公条契简 大约 约为 近!附最邻毗就靠临 将近 接近 大概 平均约 左右约'),
  ...bounds('after', 'atLeast', '以上 及以上 或以上 起'),
  ...bounds('after', 'atMost', '以下 以内 及以下 之内 范围内 封顶 为上限 为限'),
  ...bounds('after', 'about', '左右 上下'),
];

/** Before a word that compares: what is not to be more is at most that. */
export const DENIALS: readonly { form: string; example: string }[] =
  '不 不得 不应 不应当 不能 不可 不宜 不再 不会 不要 不允许 未 没有 严禁 禁止'
    .split(' ')
    .map((form) => ({ form, example: `数量${form}超过30家。` }));

/** Verbs of a goal that make an exact number a lower bound. */
export const GOAL_VERBS: readonly { form: string; example: string }[] = [
  { form: '达到', example: '到2027年，高新技术企业达到10000家。' },
  { form: '达', example: '到2027年，高新技术企业达10000家。' },
  { form: '力争', example: '到2027年，力争10家。' },
];

export interface KindEntry {
  form: string;
  kind: 'target' | 'achieved' | 'parameter';
  example: string;
}

const kinds = (kind: KindEntry['kind'], rows: string): KindEntry[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [form = '', example = ''] = row.trim().split(/\s+/u);
      return { form, kind, example };
    });

/** Words in the figure's sentence, strongest first within a kind. */
export const KIND_WORDS: readonly KindEntry[] = [
  ...kinds(
    'target',
    `
    力争 力争培育企业30家。
    目标任务 全年30家的目标任务。
    目标 目标是建成30家平台。
    计划 计划建设30个园区。
    将建成 将建成30个园区。
    将建设 将建设30个园区。
    预期 预期增长5%。
    争取 争取引进30人。
    确保 确保新增30家。
    每年产出 每年产出30项成果。
    建成 建成30个以上示范区。
    引育 引育人才30人。
  `,
  ),
  ...kinds(
    'achieved',
    `
    截至 截至10月底，共有企业30家。
    累计 累计放款30亿元。
    已建 我省已建有30家平台。
    已 已开通线路30条。
    同比 产值同比增长30%。
    实现 实现营收30亿元。
    完成 完成投资30亿元。
    突破 入库企业突破30万家。
    参加 30人参加会议。
    入围 30个项目入围。
    共有 目录共有药品30个。
    签约 签约项目30个。
    比上年 比上年多30家。
    较去年 较去年多30家。
    较上年 较上年多30家。
    占 占全国总量的30%。
    分别为 分别为30%和20%。
  `,
  ),
  ...kinds(
    'parameter',
    `
    补贴 按每人300元给予补贴。
    补助 给予30万元补助。
    奖励 给予30万元奖励。
    资助 资助最高30万元。
    匹配 按照20%予以匹配。
    给予 给予30万元支持。
    标准为 标准为300元。
    的标准 按300元的标准拨付。
    额度 贷款额度30万元。
    的比例 按30%的比例。
    不得超过 次数不得超过3次。
    不少于 员工不少于3人。
    按照 按照10%拨付。
    不超过 最多不超过30人。
    不低于 比例不低于30%。
    罚款 处30万元罚款。
    缴纳 按8%缴纳。
    减免 减免30%。
    每家 每家30万元。
    每人 每人300元。
    每亩 每亩300元。
    限额 限额300元。
  `,
  ),
];

/** Words of a goal that tell what has been done in a sentence that looks back: 截至10月底，建成30家. */
export const DONE_IN_RETROSPECT: readonly { form: string; example: string }[] = ['建成', '引育'].map((form) => ({
  form,
  example: `截至10月底，全省${form}平台30家。`,
}));
/** What these verbs tell of stands behind them: 新建起降点300个，实现全覆盖 does not say that the 300 are there. */
export const WITH_OBJECT: readonly { form: string; example: string }[] = ['实现', '完成', '突破'].map((form) => ({
  form,
  example: `新建起降点300个，${form}新的进展。`,
}));
/** Words that make what follows in their clause a goal, whatever its verb: 确保全年完成投资30亿元. */
export const PROMISES: readonly { form: string; example: string }[] = ['力争', '争取', '确保', '预期'].map((form) => ({
  form,
  example: `${form}全年完成投资30亿元。`,
}));
/** How such a sentence begins. */
export const RETROSPECT = '截至';
