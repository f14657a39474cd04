/**
 * Words that stand around the name of an indicator and are no part of it, each with a clause and the name that is left
 * of it. Must not know how clauses are cut; that is `parse/fields/indicators.ts`.
 */

export interface AroundEntry {
  form: string;
  /** What makes it the beginning of a word of the name: 对 in 对外, 支持 in 支持资金. */
  not: readonly string[];
  /** Characters before it that make it the end of a word: 均 in 平均, 向 in 方向. */
  ends: string;
  example: string;
}

const rows = (text: string, example: (form: string) => string): AroundEntry[] =>
  text
    .trim()
    .split(/\s+/u)
    .map((entry) => {
      const [whole = '', ...not] = entry.split(/[!|]/u);
      const [form = '', ends = ''] = whole.split('^').toReversed();
      return { form, not, ends, example: example(form) };
    });

/** Verbs, prepositions, times and places before the name. */
export const LEADING_WORDS: readonly AroundEntry[] = rows(
  `
  撬动 加装 改建!面积|项目|任务 新改扩建 新改建 改扩建!项目 投运 投产 排查 关停 已有 是!否|非 相当于 发放!标准|金额|额|率|量|比例 支出!占|总|金|比|规|强|额|责|预|增|标|水|费|项|进|合 开发!区|费|成本|面积|项目|强度|企业|商|利用|投资|贷款 惠及 输送 招募!人数 计算 中的 以!太|色|工|旧|奖|赛 发行!量|额|价|规模|费|人|方|主体|地 再!担保|生|就业|造|融资|贷款|保险|教育 增加!值 或!有 但 但是 但是如 按照 按!揭|时|期|摩 依托 根据 对于 对应 针对!性 对!外|口|接|象|比|标 将 把 由 并!购|网|联|表 且 和!谐|平 及 与!会 还 可!再|持|信|视|控|靠|支|用|比|供|行|吸 可申请 可享受 其中 其!他|它|余 共有 共!同|享|建 活动现场 的
  给予 安排!残疾 拟 拟安排 力争 计划!单列 预计 预期 争取 已 累计!结余 现场 现!代|有|金|货|行|职 了 批准 确保 包含 避免 挽回 拨付 今年 当年 全年 次年 目前 本年度 年度 提前 超额
  建设!用地|标准|资金|项目|规模|期|费|补贴|面积|单位|工程|周期 建成!区|面积|率 新建!商品|住|小区 新增!建设|就业|贷款|产能|产值 打造 培育!期|周期|库 引育 引进 组建 设立 开设 开通 布局 组织!机构|费|管理
  改造!面积|资金|项目|投资 支持!资金|金额|额|力度|标准|比例|期限|政策|上限|项目 吸引 带动 发布!会|量 签约!项目|金额|额|率|服务|人|医生|居民|企业 达成 取得 完成!率|额|投资 实现!率 入围 推广!面积|应用 拥有 增加!值 达到
  —— 明确 规定 推动 推进 形成 选派 选定 认定 认定的 遴选 派出 落实 确定 凝聚 开展 举办 享受
  争创 集聚!区 实施!率|方案|细则|主体|单位|意见|办法|项目 派遣 招聘!会|人数|岗位|数量 招收 促成 引导!基金|资金|性 巩固!率 落实好 返还!额|金额|比例|率 禁止 提供!商|方|者 谋划 处!室|长|级|方|理|置|罚|分 安排至 至少 不少于 原则上 人民币 等值
  一般不宜 处以 并处 开放至 生产和使用 鼓励 做好 做大做实 最高!人民|检察|法院
  全国!重点实验室|统一|性|人大|政协|一体化 全省!重点实验室 全市 全区 全县 我国 我省 我市 我区 我县 每年
`,
  (form) => `${form}数据企业总量30家。`,
);

/** Words before a verb that leads to the name, wherever they stand: 企业牵头组建创新联合体 is about 创新联合体. */
export const BEFORE_VERBS: readonly AroundEntry[] = rows(
  `
  逐步 尽快 积极 大力 着力 加快 努力 进一步 继续 联动 统筹 高质量 高水平 高标准 牵头 参股 引导 鼓励 重点 要 许认^可 供感反适对相响效^应 早而^已 即必名主^将 基础上 共同 联合 自主 合作 全面 用于 首次 同时
`,
  (form) => `样品企业${form}打造数据企业总量30家。`,
);

/** Verbs, comparatives and fillers between the name and its number. */
export const TRAILING_WORDS: readonly AroundEntry[] = rows(
  `
  不低于 不少于 不超过 不高于 不多于 不小于 不大于 不得超过 不得高于 不得多于 不得低于 不得少于 最大 最小 不宜 不能 不应 不应当 不可 不会 不再 未超过 最高不超过 最低 最高 最多 至少 至多 上限 原则上 一般 通常
  达到 达 突破 超过 超出 超 高于 多于 大于 低于 少于 小于 不足 不到 逾 节集合预制契签违缔条^约 近 将近 接近 大约
  提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 扩大到 扩大至 扩充到 扩充至 放宽到 放宽至 降低到 降低至 下降到 下降至 减少到 减少至 降到 降至 升至 增至 减至 调整为 调整到 调整至 调整增加为 增加为 调高到 调高至 调至
  大于或等于 高于或等于 多于或等于 小于或等于 少于或等于 低于或等于 上升到 上升至 回落到 回落至 压缩到 压缩至 压减到 压减至 缩短到 缩短至 拓展到 拓展至 上调到 上调至 下调到 下调至 由原 通经渡^过
  年均 每年均 可提高到 可提高至 可提至 可提到 控制在 保持在 稳定在 维持在 控制 行作^为 是 所国共现自拥占保私公享持^有 理自事^由 服^从 至 报签^到 潜所^在 存在 剩余 的 公^共 计 共计 合计 总计 累计 均 平均 也 已 将 再 了 结盈节多富其^余 仅 许认^可 可达 供感反适对相响效^应 应当 应逐步 逐步 应不 需 允许 不得 满
  保持 维持 完成 适当 适度 已建成 建成 总体 仍 增附参追叠添累^加 另加 可以另加 只 基本 新增 其初高集途空期年小职县完^中 高中初平同均优上下何^等 等值 减按 低至 高至 高达 多达 低到 精简为 精简至 精简到 优化为 优化至 优化到 控制到 要求
  原来的 由原来的 从原来的
  ≥ ≤ ≧ ≦ 预计 力争 按照 按 且 给予 予以 处 处以 并处 人民币 共落实 约为 分别 分别为 分别达到 成功 首次 各
`,
  (form) => `数据企业总量${form}30家。`,
);

/** Words with which something else begins to be said of the noun behind a number, wherever they stand in its phrase. */
export const NOUN_ENDS: readonly AroundEntry[] = rows(
  `
  早而^已 平人年月日户^均!衡|价|线 即必名主^将!领 于 按!揭|摩|键 自理事经缘^由 植棉^被!动|褥 方定导面流意倾朝志动走^向!量|导|日 参加 参与!度|率|者|方 进行 包括 涵盖 涉及
  实现!率 实行 实施!方案|细则|意见|办法|主体|单位|机构|项目|条例|期|情况|路径 首先 升级为 扩区 完成!率|情况 收捕^获!得感|奖 分别
  存潜所现正内外实^在!线|建|校|职|研|岗|册|读|编|孵|园|营|售|途|产|役|用|学|院|库 服随^从!业 针相面核配绝应^对!外|接|象|比|标|应|流|策|照 报签^到!场|位|岗|账|期|访 纳入 入围 之一
  建成 投用 开工!率 签约!率|项目 落地!率|项目 入库!率 享受 组成!部分 发行!量|额|价|规模|费|人|方|主体 给予 予以 提出 推出 必急刚内所供军^需!求 相对适供响反效感理本^应!用|急|力|届|收|对 许认^可!再生|持续|信|视|控|靠|穿戴|降解|比|行性|研|循环|观
  开展 围绕 立足 聚焦 达到 提高 提升!工程|行动|计划|项目|机|示范|试点|中心|基地|区|专项 降低 减少 增加!值|额 增长!率|点|极|额 调整!后|机制 扩大 成立 驻点 印发 召开 举办!方|地|单位 举行 提供!商|方|者|机构|单位 购买!力 采用
  免费!医学|师范|教育 呈现 优先!股|级 正式!员工|工|职工|党员|代表|编制 大力 率先 陆续 先后 相继 同时 覆盖!率|面|范围|网|区 担任 牵头!单位|人|方|企业|机构|部门 加快 加强 推动 推进!会|机制|项目 深化!改革 强化!班|训
  分年度 分期 分档!次 征收!率 通上 用上 下沉!市场 发放!标准 占!比|地|股|用|据 任选 任意 每!股 设置!标准 落到 用于 高于 低于 优于 多于 少于 位于 属于 来自 保持 继续!教育 可^持续 进一步 逐步 可以 能够 必须 不得 不足 作为 成为 发挥 负责!人|同志|制 形成 取得 通过!率
`,
  (form) => `共有25家数据企业${form}样品。`,
);

/** Words left at the end of a noun when what is said of it is cut off: 部门联合印发. */
export const NOUN_ADVERBS: readonly { form: string; example: string }[] =
  '联合 充分 基本 共同 全面 集中 首次 成功 主动 同步 直接 全部 积极 也 都'
    .split(' ')
    .map((form) => ({ form, example: `共有25家数据企业${form}开展样品。` }));

/** Verbs before a number whose object stands behind it: 发行100亿元特别国债. */
export const OBJECT_VERBS: readonly { form: string; example: string }[] =
  '获得 扣减 核减 收回 聚集 集聚 承担 保障 覆盖 贡献 提供 满足 解决 拥有 吸纳 减免 返还 减征 提取 保留 预留 享受 取得 分得 兑付 拨付 支付 预拨 收取 缴纳 给付 报销 安排 设立 发行 筹集 组建 做大做实 推进 推动 实施 加强 完成 下达 剩余 设置 执行 留出 连接 涵盖 惠及 实现 确保 带动 引导 支持 给予 按照 按'
    .split(' ')
    .map((form) => ({ form, example: `样品机构${form}30%的样品号源。` }));

/** Ends of clauses that name nothing: 省政府每年安排. */
export const NAMELESS_ENDS: readonly { form: string; example: string }[] =
  '安排 选定 任选 任意 列明 探索 满足 设立 预留 修订 包括 做大做实 只能 组建 选择'
    .split(' ')
    .map((form) => ({ form, example: `样品机构${form}30家。` }));

/** What money is given as: it names the amount when nothing else does, and what an upper limit is of. */
export const BENEFITS: readonly { form: string; example: string }[] =
  '风险补偿 补偿 补助 补贴 奖励 奖补 资助 贴息 支持 匹配 津贴 救助 算力券 创新券 模型券 数据券 语料券 服务券 消费券'
    .split(' ')
    .map((form) => ({ form, example: `按照合同金额的30%给予${form}，每家每年最高200万元。` }));

/** Ends of names that are amounts themselves and need no benefit to be understood. */
export const AMOUNT_ENDINGS: readonly { form: string; example: string }[] =
  '补偿 补助 补贴 奖励 奖补 资助 贴息 支持 奖金 津贴 额 额度 金额 限额 资金 费 费用 收入 投资 产值 价 成本 租金 规模 总量 标准 保费 基金 价格 售价 工资 余额 薪'
    .split(' ')
    .map((form) => ({ form, example: `单个企业年度${form}最高30万元。` }));

/** Nouns that count the document itself, not what it is about: 从8个方面提出24条举措. */
export const TEXT_NOUNS: readonly { form: string; example: string }[] =
  '方面 政策 举措 措施 条款 任务 环节 部分 要点 领域 内容 具体措施 政策措施 工作任务 重点任务'
    .split(' ')
    .map((form) => ({
      form,
      example: `文件提出8项${form}，奖励30万元。`,
    }));
