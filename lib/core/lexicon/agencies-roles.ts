/**
 * What a body does in a sentence: words that make it the one who issues, holds or reports, and words that make it one
 * who attends, approves or is only given a task. Each with a sentence.
 */

export interface RoleEntry {
  form: string;
  example: string;
}

const entries = (template: (form: string) => string, forms: string): RoleEntry[] =>
  forms.split(' ').map((form) => ({ form, example: template(form) }));

/** After the body as subject: it issues, holds, starts. */
export const ACTS: readonly RoleEntry[] = entries(
  (form) => `近日，四川省科技厅${form}《数据管理办法》。`,
  '印发 发布 公布 出台 制定 下发 转发 通报 发文 修订 启动 召开 举办 组织 主办 举行 推出 联合印发 制发 正式印发 审议通过 发出 公开 公示 征求 编制 开展 部署',
);

/** After the body, anywhere in a report: it is the source of what is said. */
export const REPORTS: readonly RoleEntry[] = entries(
  (form) => `试点已有进展。四川省科技厅${form}，将继续推进。`,
  '表示 强调 指出 介绍 解读 透露 提醒 回应 称 明确 披露',
);

/** Labels of a table or a card: the bodies behind them issued what the text is about. */
export const ISSUER_LABELS: readonly RoleEntry[] = entries(
  (form) => `依据文件为有关办法。\n${form}：四川省科技厅\n发文字号：川科政〔2025〕6号`,
  '发文机构 发文机关 发文单位 制定机关 印发机关 印发单位 发布机构 发布单位 颁布单位 联合发文单位 主办单位',
);

/** Before the body: it is the source of what is said. */
export const SOURCES: readonly RoleEntry[] = entries(
  (form) => `记者近日${form}四川省科技厅获悉，试点启动。`,
  '从 据 来自',
);

/** After the body: it is no issuer. */
export const BYSTANDERS: readonly RoleEntry[] = entries(
  (form) => `四川省科技厅${form}有关活动。`,
  '参加 出席 列席 应当 应 负责 要 可 须 需 不得 配合 依法 按职责 根据职责 按照职责 会签 批准 同意 审核 备案 牵头负责 指导 监督',
);
