/**
 * Departments of provinces, cities and counties: the body's name after the place, full and as shortened. 科技厅 is
 * 科学技术厅 everywhere; whose 科技厅 it is, the item's region says.
 */

export interface DepartmentEntry {
  full: string;
  forms: readonly string[];
  example: string;
}

const department = (full: string, forms: readonly string[]): DepartmentEntry => ({
  full,
  forms: [full, ...forms],
  example: `近日，四川省${forms[0] ?? full}印发通知。`,
});

/** Rows of `full short short …` without the ending; 厅, 局 and 委 are put behind each. */
const ENDINGS: readonly { full: string; short: string }[] = [
  { full: '厅', short: '厅' },
  { full: '局', short: '局' },
  { full: '委员会', short: '委' },
];

const families = (rows: string): DepartmentEntry[] =>
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [which = '', full = '', ...short] = row.trim().split(/\s+/u);
      return ENDINGS.filter((ending) => which.includes(ending.short)).map((ending) =>
        department(
          full + ending.full,
          [...new Set([...short, full].map((stem) => stem + ending.short))].filter(
            (form) => form !== full + ending.full,
          ),
        ),
      );
    });

const singles = (rows: string): DepartmentEntry[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [full = '', ...forms] = row.trim().split(/\s+/u);
      return department(full, forms);
    });

export const DEPARTMENTS: readonly DepartmentEntry[] = [
  ...families(`
    厅局 科学技术 科技
    委 科学技术 科
    委局 发展和改革 发展改革 发改
    厅局委 经济和信息化 经济信息化 经济信息 经信
    厅局 工业和信息化 工信 工业信息化
    厅局 教育
    委 教育 教
    厅局 公安
    厅局 民政
    厅局 司法
    厅局 财政
    厅局 人力资源和社会保障 人力资源社会保障 人社
    厅局 自然资源
    局 自然资源和规划 自规 资规
    局委 规划和自然资源 规划自然资源 规划资源
    厅局 生态环境
    厅局 环境保护 环保
    厅局委 住房和城乡建设 住房城乡建设 住建
    委 住房和城乡建设管理 住房城乡建设管理
    厅局 交通运输
    委 交通运输 交通
    厅局 水利
    局 水务
    厅局 农业农村
    委 农业农村
    厅局 商务
    委 商务
    厅局 文化和旅游 文化旅游 文旅
    局 文化广电旅游 文广旅
    委局 卫生健康 卫健
    厅局 应急管理 应急
    厅局 审计
    委 国有资产监督管理 国资
    局 市场监督管理 市场监管
    局 广播电视 广电
    局 体育
    局 统计
    局 医疗保障 医保
    局 地方金融监督管理 地方金融监管
    局 地方金融管理
    局 知识产权
    局 能源
    局 林业和草原 林草
    局 林业
    局 粮食和物资储备 粮食和储备
    局 药品监督管理 药监
    局 数据
    局 数据管理
    局 大数据发展管理
    局 大数据
    局 大数据管理
    局 政务服务管理
    局 政务服务和数据管理
    局 行政审批服务管理
    局 行政审批
    局 乡村振兴
    局 税务
    厅局 退役军人事务 退役军人
    委 民族事务 民
    局 信访
    局 机关事务管理
    局 城市管理 城管
    委 城市管理
    局 城市管理综合执法
    局 园林绿化
    局 投资促进
    局 国防科技工业
    局 中医药管理
    局 气象
    局 地震
    局 邮政管理
    局 通信管理
    局 海洋
    局 港务
    局 口岸
    局 港澳事务
    局 科技工业和信息化
    局 科技和工业信息化
    局 科技和信息化
    局 科学技术和信息化
    局委 科学技术和经济信息化 科技和经济信息化
    委 科技和经济
    局 科学技术和工业信息化
    局 政务服务数据管理
    局 营商环境建设
    局 营商环境建设监督
    局 国有资产监督管理 国资
    局 科技创新
    委 科技创新
    委局 经济贸易 经贸
    局 经济发展
    局 工业信息和科技 工信科技
    局 民族宗教事务 民宗
    局 监狱管理
    局 人才工作
    局 档案
    局 公路管理
    局 医药管理
    局 住房保障和房产管理
    局 住房和城乡建设和交通
  `),
  ...singles(`
    人民政府 政府
    人民政府办公厅 政府办公厅
    人民政府办公室 政府办公室 政府办
    人民代表大会常务委员会 人大常委会
    人民代表大会 人大
    人大常委会办公厅
    科技和经济委员会 科经委
    人民政府外事办公室 外办 外事办
    人民政府国有资产监督管理委员会 政府国资委
    人民政府研究室 政府研究室
    人民政府新闻办公室 政府新闻办 政府新闻办公室
    人民政府口岸办公室
    高级人民法院 高院 高级法院
    中级人民法院
    人民法院
    人民检察院 检察院
    科学技术协会 科协
    工商业联合会 工商联
    总工会
    妇女联合会 妇联
    残疾人联合会 残联
    文学艺术界联合会 文联
    供销合作社联合社 供销社
    供销合作总社
    社会科学院 社科院
    农业科学院 农科院
    科学技术信息研究所
    公共资源交易中心
    社会保险事业管理局
    社会保险基金管理局
    社会保险基金管理中心 社保中心
    劳动人事争议仲裁委员会
    公安局交通警察支队
    住房公积金管理中心
    招生考试院
    教育考试院
    政务服务中心
    就业服务中心
    公共就业服务中心
    人才服务中心
    疾病预防控制局 疾控局
    疾病预防控制中心 疾控中心
    红十字会
    贸促会
    消费者权益保护委员会 消保委
    金融工作局 金融局
    金融工作办公室 金融办 地方金融办
    大数据中心
    生态环境监测中心
    城市规划和国土资源管理委员会
    重大项目建设办公室
    发展研究中心
    科学技术奖励委员会
    推进科技创新中心建设办公室
    政协
    卫生和计划生育委员会 卫生计生委 卫计委
    国家税务局
    地方税务局 地税局
    食品药品监督管理局 食品药品监管局
    工商行政管理局 工商局
    质量技术监督局 质监局
    安全生产监督管理局 安监局
    国土资源厅
    国土资源局
    环境保护局 环保局
    旅游发展委员会 旅发委
    文化局
    住房保障办公室 住保办
    公共资源交易管理局
    人力资源和社会保障厅办公室
    财政厅办公室
    推进粤港澳大湾区建设领导小组办公室 大湾区办
  `),
];

/** Party bodies after 省委, 市委, 区委, 县委 …, each as printed and in full. */
export const PARTY_BODIES: readonly DepartmentEntry[] = (
  [
    ['办公厅', []],
    ['办公室', []],
    ['组织部', []],
    ['宣传部', []],
    ['统战部', ['统一战线工作部']],
    ['政法委员会', ['政法委']],
    ['政策研究室', ['政研室']],
    ['机构编制委员会办公室', ['编办']],
    ['网络安全和信息化委员会办公室', ['网信办']],
    ['科技委员会办公室', ['科技委办公室', '科技办']],
    ['科技委员会', ['科技委']],
    ['金融委员会办公室', ['金融办']],
    ['金融工作委员会', ['金融工委']],
    ['财经委员会办公室', ['财经办']],
    ['军民融合发展委员会办公室', ['军民融合办']],
    ['农村工作领导小组办公室', ['农办']],
    ['人才工作领导小组办公室', ['人才办']],
    ['人才工作局', []],
    ['社会工作部', ['社工部']],
    ['外事工作委员会办公室', ['外办']],
    ['深化改革委员会', ['深改委']],
    ['深化改革委员会办公室', ['改革办', '深改办']],
    ['精神文明建设办公室', ['文明办']],
    ['党校', []],
    ['教育工作委员会', ['教育工委']],
    ['老干部局', []],
    ['台湾工作办公室', ['台办']],
  ] as const
).map(([full, forms]) => ({ full, forms: [full, ...forms], example: `近日，四川省委${forms[0] ?? full}印发通知。` }));

export interface EndingEntry {
  form: string;
  full: string;
  /** May stand right behind the name of a zone, which then is all its name: 前海管理局. */
  ofZone: boolean;
  example: string;
}

const endings = (rows: string): EndingEntry[] =>
  rows
    .trim()
    .split(/\s+/u)
    .map((row) => {
      const [name = '', mark] = row.split('!');
      const [form = '', full = form] = name.split('=');
      return { form, full, ofZone: mark !== undefined, example: `近日，四川省康养服务协作发展${form}印发通知。` };
    });

/**
 * Endings that make a name after a place a body even if no list knows it, as `form`, `short=full`; with `!` they may be all
 * there is of the name.
 */
export const BODY_ENDINGS: readonly EndingEntry[] = endings(`
  委员会 管理委员会! 管委会=管理委员会! 执行委员会! 执委会=执行委员会! 办公室 办公厅 领导小组 指挥部 管理局! 监管局 人民政府
  联席会议 总队 支队 监管分局 分局 服务中心 管理中心 事务中心 促进中心 保障中心 厅 局
`);
