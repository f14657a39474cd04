/**
 * Themes of science and innovation policy with the words that suggest them. Names for people are the i18n keys
 * `theme.<code>`; codes never change, since clips carry them.
 */

export interface SuggestionEntry {
  code: string;
  words: readonly string[];
  example: string;
}

const theme = (code: string, words: string, example: string): SuggestionEntry => ({
  code,
  words: words.split(' '),
  example,
});

export const THEMES: readonly SuggestionEntry[] = [
  theme(
    'funding',
    '资金 经费 补助 补贴 奖补 资助 奖励 拨款 财政预算 后补助 匹配资金 专项资金 以奖代补',
    '匹配资金由市级财政预算安排。',
  ),
  theme(
    'talent',
    '人才 技术经理人 引才 博士后 科学家 青年科技 团队 科研人员 引育 职称 高层次',
    '引育技术经理人1000人。',
  ),
  theme(
    'platform',
    '实验室 创新中心 平台 中试 概念验证 新型研发机构 大科学装置 孵化器 众创空间 科技园 创新联合体',
    '建设60家省级概念验证中心。',
  ),
  theme(
    'transfer',
    '成果转化 技术转移 技术交易 技术合同 赋权 转移转化 技术市场 科技成果',
    '打造国家技术转移中部中心，推进科技成果转化。',
  ),
  theme(
    'finance',
    '贷款 信贷 融资 创投 基金 担保 贴息 股权 保险 上市 投资机构 金融产品 投早',
    '推动创投机构投早、投小。',
  ),
  theme('tax', '税收 减免 加计扣除 所得税 增值税 退税 税率 免征 抵扣', '研发费用加计扣除比例提高到100%。'),
  theme(
    'regulation',
    '监管 督导 检查 执法 审查 准入 备案 问责 违规 信用 处罚 负面清单 审批',
    '市责任部门负责匹配资金的日常监督检查与监管。',
  ),
  theme(
    'opening',
    '开放合作 国际合作 一带一路 跨境 出海 自贸 离岸 对外 引进来 走出去 国际科技',
    '设立湖北离岸人才中心。',
  ),
  theme(
    'industry',
    '产业集群 未来产业 新兴产业 先进制造 产业链 传统产业 产业园 专精特新 高新技术企业 瞪羚 独角兽',
    '引育国家级专精特新企业1000家。',
  ),
  theme(
    'research',
    '基础研究 攻关 重大专项 重点研发 揭榜挂帅 自然科学基金 核心技术 原创',
    '支持承担国家重点研发计划项目。',
  ),
  theme(
    'digital',
    '数字化 人工智能 大数据 数据要素 算力 智能制造 工业互联网 数字经济 智改数转',
    '打造数字化转型示范，建设算力平台。',
  ),
  theme('green', '绿色 低碳 碳达峰 节能 减排 生态环境 新能源 污染防治 循环经济', '推进绿色低碳转型。'),
  theme('ip', '知识产权 专利 商标 标准制定 著作权 版权', '建设省级知识产权运营公共服务平台。'),
  theme(
    'reform',
    '体制机制 改革 容错 放权 包干制 先投后股 试点 营商环境 一网通办',
    '优化包干制科研管理体系，深化改革。',
  ),
  theme('livelihood', '就业 医保 养老 住房 社保 教育 救助 民生 公共服务 医疗 残疾人', '对困难家庭给予临时救助。'),
  theme(
    'regional',
    '协同创新 区域协调 京津冀 长三角 大湾区 成渝 中三角 都市圈 乡村振兴 对口支援',
    '加强鄂湘赣“中三角”区域协调与协同创新。',
  ),
];
