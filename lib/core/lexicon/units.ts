/**
 * Units that make a number a figure: classifiers and measures as printed, and the words that follow a classifier when
 * the number is a duration instead. Each with an expression that is read with it.
 */

export interface UnitEntry {
  form: string;
  /** Characters that may not follow: 元 in 元素, 人 in 人民, 家 in 家庭. */
  not: string;
  example: string;
}

const rows = (text: string): UnitEntry[] =>
  text
    .trim()
    .split(/\s+/u)
    .map((entry) => {
      const [form = '', not = ''] = entry.split('!');
      return { form, not, example: `共有25${form}，` };
    });

/** Things that are counted. After `!`: characters with which the classifier would be the beginning of a word. */
const CLASSIFIERS = rows(`
  个!别性头 家!庭长具居园属族乡用 项 名!单称义字牌优录声 种!子植养业群族禽 类!别型似推 次!性日年月要级数序常全会 套!餐期 台!湾账阶胞风式 辆 艘 架!构次设子 只!有要是能
  头!部条顶 匹!配 口!岸径腔头号 户!籍口型外主均 座!谈位标右 栋 幢 间!接隔距断歇伐 处!置理罚分长级室于在 片!区面 块!链 张!家贴力 份!额
  册 本!月市省级次年标章条办通科地县区人案法周期批公身报单指着 篇!章幅 集!成团中群聚约体合资散结 首!次个批席先要创都府发页 场!所地景合馆面 批!准复次量发示 支!持付出撑部行队援配
  对!于口应象外标接符照每其我企全各比方 双!方向边重碳创随减拥一语高 株!洲 棵 粒 颗 枚 把!握关好 根!据本源治 宗!旨教族 桩 笔!试记画 单!位独个一价项次元户纯据列 票!据价面
  所!有在属得需以谓述列长涉致 条!例件款约文 件 组!织成建长合团办件 队!伍员列 例!如行外会 学分 款!项式 卡!点片位口脖通车 人次 户次 亩次 车次 架次 班次 场次 家次 台次 批次
  航班 标箱 标准箱 自然箱 床位 床!前 人天 人月 人年 步!骤行入伐 村!庄民委级卫镇集医干 字!标号形符段第典 页!面码 道!路德理 题!目材为 股!份权东票价市息金 枝 盏 幅!度员面 面!积向对上试临板料粉部额貌
  尊!重严 顶!层级格尖岗梁替 节!约能日假点目水气省庆余支育 段!落 期!间限末满待货刊望权内初 轮!换岗候训流胎椅次 层!次面级出 岗位 车位 泊位 席位 学位 人份 剂!型量 剂次 盒 瓶!颈
  箱!式体包 袋 桶 包!括含装容干联保裹抓头 尾!气矿款号水 穴!位 站!位台长式在 站点 点位 马力 像素 网点 名额 杆 团!队体员结购委伙 班!级子长组主车 小时班 门!类户诊槛禁店口
  位!居于列次数置 人!民工均大社才类口行文事户防员物生体身机像 部!门委长分级署队属位 核!心准算查实定酸电能发验减工武桃医辐 机架 标准机架 卡时
  大类 小类 品目 档!次案 环节 课!程题堂 厂!房商区家矿址长 厅!局长级堂
`);

/** Measures. */
const MEASURES = rows(`
  个百分点 个基点 百分点 基点 BP bp % ‰ 倍 公顷 平方千米 平方公里 平方米 平米 立方米 立方 公里 千米 厘米 毫米 微米 纳米 英里 海里 英寸 寸
  米!面饭粉 吨!位 公吨 吨公里 人公里 公斤 千克 毫克 微克 克!服隆拉 毫升 升!级至到温值高为入学规 斤 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 吉瓦时 瓦时 瓦!解斯房 千伏安 千伏 伏 兆赫 赫兹
  吨标准煤 吨标煤 大卡 千卡 焦耳 元!素旦宇器件月化老首数组 美元 欧元 港元 港币 澳门元 日元 英镑 卢布 韩元 亩 ℃ °C 摄氏度 分贝 字节 比特 吉比特 台班
  成!为立员果本熟效功人都年品长群套片交分就因型 度!假过量数 分!钟之别期类级布步析开工为享配批支秒至许辨数子公行局组包段项册校院会店部档红摊流散解管税娩界母歧 手!机段续册工术
  nm μm um mm cm dm km km² km2 m² m2 ㎡ m³ m3 hm² ㎞ ㎜ ㎝ kg mg μg ug mL ml dL L g t m W kWh kW MW GW TW GWh MWh TWh kV kVA MVA Hz kHz MHz GHz dB DPI dpi PPI
  GB TB PB MB KB EB Gbps Mbps Tbps kbps TEU PFLOPS EFLOPS TFLOPS PFlops EFlops TOPS lux lx MPa kPa Pa mAh Ah Wh mmol mol mmHg
`);

/** Every unit the reader knows. */
export const UNITS: readonly UnitEntry[] = [...CLASSIFIERS, ...MEASURES];

/** What a figure may be counted by, after a stroke: 元/亩, 元/平方米·月, mg/L. */
export const PER_UNITS: readonly string[] =
  '百平方公里 平方公里 立方米 平方米 平米 ㎡ ㎥ 公里 吨标准煤 吨标煤 人次 床位 标准箱 班次 架次 课时 学时 季度 处 座 间 位 栋 批 场 节 瓶 袋 箱 盒 羽 晚 餐 千瓦时 千瓦 公顷 公斤 千克 标箱 小时 分钟 学年 学期 万人 千人 年 月 日 天 人 户 亩 次 度 吨 台 辆 家 个 件 床 株 头 只 套 项 升 秒 生 校 班 例 笔 kWh min mol km m² m³ m2 m3 mL ml dL dl L kg h d a s t'.split(
    ' ',
  );

/** After 个: what makes the number a duration. */
export const DURATION_NOUNS: readonly { form: string; example: string }[] =
  '月 工作日 自然日 交易日 日历天 小时 学期 学年 年度 年头 季度 星期 周期 周 昼夜 课时 日 世纪 财年 纳税年度 会计年度 自然年 自然月 采暖季 完整年度'
    .split(' ')
    .map((form) => ({ form, example: `在25个${form}内办结。` }));

/** 20 余家, 2000 多万元: more than the number. */
export const REMAINDERS: readonly { form: string; example: string }[] = ['余', '多', '来', '几'].map((form) => ({
  form,
  example: `共有20${form}家企业参加。`,
}));

const heads = (forms: string, table: (form: string) => string) =>
  forms.split(' ').map((form) => ({ form, example: table(form) }));

/** Heads of cells below a 单位：亿元、% that hold rates. */
export const RATE_HEADS: readonly { form: string; example: string }[] = heads(
  '增长 增速 增幅 同比 环比 占比 比例 比重 率 %',
  (form) => `较上年${form}`,
);
/** Heads of cells that hold no money even where the table's unit is 万元. */
export const COUNTED_HEADS: readonly { form: string; example: string }[] = heads(
  '数量 人数 户数 家数 个数 台数 次数 名额 面积 项目数 企业数 床位',
  (form) => `样品${form}`,
);
/** Heads of cells whose numbers count nothing. */
export const PLAIN_HEADS: readonly { form: string; example: string }[] = heads(
  '序号 编号 代码 年度 年份 日期 时间 电话 排名 位次 名次 文号 期限 备注',
  (form) => form,
);
