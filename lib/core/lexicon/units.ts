/**
 * Units that make a number a figure: classifiers and measures as printed, and the words that follow a classifier when
 * the number is a duration or a name instead. Each with an expression that is read with it.
 */

export interface UnitEntry {
  form: string;
  /** What may not follow: 元 in 元素, 人 in 人民. */
  not?: RegExp;
  example: string;
}

const rows = (text: string): UnitEntry[] =>
  text
    .trim()
    .split(/\s+/u)
    .map((form) => ({ form, example: `共有25${form}，` }));

export const PLAIN_UNITS: readonly UnitEntry[] = rows(`
  个百分点 个基点 百分点 基点 BP bp 个 家 项 名 种 类 套 台 辆 艘 架 只 头 匹 口 户 座 栋 幢 间 处 片 块 张 份 册 本 篇 集
  首 场 批 支 对 双 株 棵 粒 颗 枚 把 根 宗 起 桩 笔 单 票 所 条 件 组 队 例 门 课时 学时 学分 人次 户次 亩次 车次 架次 班次
  航班 标箱 标准箱 床位 床 人天 人月 公顷 平方千米 平方公里 平方米 立方米 立方 公里 千米 厘米 毫米 微米 纳米 英里 海里 吨 公吨 吨公里 人公里 公斤
  千克 毫克 微克 毫升 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 瓦时 千伏安 千伏 兆赫 赫兹 吨标准煤 吨标煤 大卡 千卡 焦耳
  美元 欧元 港元 港币 澳门元 日元 英镑 卢布 韩元 亩 倍 %
  ‰ ℃ 摄氏度 分贝 字节 比特 比特率 吉比特 核 卡时 机架 标准机架 步 村 字 页 道 题 股 枝 盏 幅 面 尊 顶 节 段 期 轮 层
  岗位 车位 泊位 席位 学位 千人 人份 剂 剂次 盒 瓶 箱 袋 桶 包 只羊 羽 尾 穴 株树 点位 站 站点 网点 斤 名额 厂 杆 团 户家庭 家庭 平米 台班
  nm μm um mm cm dm km km² km2 m² m2 ㎡ m³ m3 hm² ㎞ ㎜ ㎝ kg mg μg ug mL ml kWh kW MW GW TW GWh MWh TWh kV kVA MVA Hz kHz MHz GHz dB GB TB PB MB KB EB
  Gbps Mbps Tbps kbps TEU PFLOPS EFLOPS TFLOPS Pflops Eflops EFlops TOPS lux lx MPa kPa Pa mAh Ah Wh
  mg/L μg/L mg/m³ μg/m³ μg/m3 mg/m3 g/L mg/kg km/h m/s t/h t/d m³/d m³/h m3/d
`);

/** Units that are also the beginning of other words. */
export const GUARDED_UNITS: readonly UnitEntry[] = [
  { form: '人', not: /^(?:民|工智|工|均|大|社|才|类|口普|行|文|事)/u, example: '引育技术经理人1000人。' },
  { form: '次', not: /^(?:性|日|年|月|要|级|数|序)/u, example: '检查不超过6次。' },
  { form: '元', not: /^(?:素|旦|宇|器|件|年|月|化|老|首|数|组)/u, example: '补助500万元。' },
  { form: '位', not: /^(?:居|于|列|次|数|置)/u, example: '6位企业家参加座谈。' },
  { form: '部', not: /^(?:门|委|长|分|级|署|队|属|位)/u, example: '制定地方性法规25部。' },
  { form: '米', not: /^(?:面|饭|粉)/u, example: '道路宽25米。' },
  { form: '克', not: /^(?:服|隆|拉)/u, example: '每袋重25克。' },
  { form: '升', not: /^(?:级|至|到|温|值|高|为|入|学)/u, example: '容积25升。' },
  { form: '瓦', not: /^(?:解|斯|房)/u, example: '功率25瓦。' },
  { form: '成', not: /^(?:为|立|员|果|本|熟|效|功|人|都|年|品|长|群|套|片|交)/u, example: '进度超8成。' },
  {
    form: '分',
    not: /^(?:钟|之|别|期|类|级|布|步|析|开|工|为|享|配|批|成|支|析|秒|至|许|[，。]?\d)/u,
    example: '综合得分80分以上。',
  },
  { form: '度', not: /^(?:假|过|量|数)/u, example: '节约用电300度。' },
  { form: '门', not: /^(?:类|户|诊|槛)/u, example: '开设25门课程。' },
  { form: '吨', not: /^(?:位)/u, example: '减排25吨。' },
  { form: '寸', example: '屏幕25寸。' },
  { form: '英寸', example: '屏幕25英寸。' },
  { form: '页', not: /^(?:面|码)/u, example: '共25页。' },
  { form: '手', not: /^(?:机|段|续|册|工|术)/u, example: '成交25手。' },
  { form: 'g', not: /^[A-Za-z]/u, example: '每份25g。' },
  { form: 't', not: /^[A-Za-z]/u, example: '年减排25t。' },
  { form: 'm', not: /^[A-Za-z]/u, example: '宽度25m。' },
  { form: 'L', not: /^[A-Za-z]/u, example: '容积25L。' },
  { form: 'V', not: /^[A-Za-z]/u, example: '电压25V。' },
  { form: 'W', not: /^[A-Za-z]/u, example: '功率25W。' },
  { form: 'A', not: /^[A-Za-z级]/u, example: '电流25A。' },
];

/** After 个 (or 几): what makes the number a duration. */
export const DURATION_NOUNS: readonly UnitEntry[] = [
  '月',
  '工作日',
  '自然日',
  '交易日',
  '小时',
  '学期',
  '学年',
  '年度',
  '年头',
  '季度',
  '星期',
  '周期',
  '周',
  '日历天',
  '昼夜',
  '课时',
  '日',
  '世纪',
  '财年',
  '纳税年度',
  '会计年度',
  '自然年',
].map((form) => ({ form, example: `在25个${form}内办结。` }));

/** 每亩, 每人每月: what a figure is counted by stands before it and is no part of its unit. */
export const REMAINDERS: readonly UnitEntry[] = ['余', '多', '来', '几'].map((form) => ({
  form,
  example: `共有20${form}家企业参加。`,
}));
