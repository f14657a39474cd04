/**
 * Policy instruments after Rothwell & Zegveld (1985): supply, environment and demand side, with the words that suggest
 * each. Names for people are the i18n keys `instrument.<code>`; codes never change, since clips carry them.
 */
import type { SuggestionEntry } from './themes';

const instrument = (code: string, words: string, example: string): SuggestionEntry => ({
  code,
  words: words.split(' '),
  example,
});

export const INSTRUMENTS: readonly SuggestionEntry[] = [
  instrument(
    'supply_talent',
    '人才培养 引进人才 引育 技术经理人 人才引进 高层次人才 培训 学科建设 博士后 人才中心',
    '引育技术经理人1000人。',
  ),
  instrument(
    'supply_funding',
    '财政资金 专项资金 补助 补贴 资助 奖补 经费 匹配资金 予以匹配 奖励 后补助',
    '按照20%予以匹配，给予补助。',
  ),
  instrument(
    'supply_technology',
    '技术攻关 关键核心技术 重点研发 揭榜挂帅 科研项目 技术研发 共性技术 基础研究',
    '组织关键核心技术攻关。',
  ),
  instrument(
    'supply_infrastructure',
    '实验室 中试平台 概念验证中心 大科学装置 基础设施 孵化器 创新平台 算力 产业园 科技园',
    '建设100家省级制造业中试平台。',
  ),
  instrument(
    'supply_information',
    '信息服务 公共服务平台 数据库 信息平台 信息共享 科技文献 服务专员 咨询服务',
    '建设知识产权运营公共服务平台，完善信息共享。',
  ),
  instrument(
    'environment_finance',
    '贷款 融资 创投 担保 基金 贴息 信贷 股权投资 金融产品 风险补偿 投早',
    '推动创投机构投早、投小，发展信用贷款。',
  ),
  instrument(
    'environment_tax',
    '税收优惠 加计扣除 减免 免征 所得税 增值税 退税 税前扣除',
    '落实研发费用加计扣除等税收优惠。',
  ),
  instrument(
    'environment_regulation',
    '监管 管理办法 监督检查 准入 规范 审查 处罚 信用 法规 负面清单 执法 评估',
    '加强资金监管与监督检查。',
  ),
  instrument(
    'environment_strategy',
    '规划 战略 目标 行动计划 布局 实施方案 政策体系 体制机制 改革 试点',
    '重构创新政策体系，深化改革试点。',
  ),
  instrument('environment_ip', '知识产权 专利 商标 版权 著作权', '加强知识产权保护。'),
  instrument(
    'demand_procurement',
    '政府采购 首台套 首购 订购 首批次 应用示范 场景应用 应用场景 推广应用 消费券 以旧换新',
    '扩大政府采购与首台套推广应用。',
  ),
  instrument('demand_outsourcing', '服务外包 委托研发 外包 购买服务 委托开发', '支持企业委托研发和服务外包。'),
  instrument('demand_trade', '贸易管制 关税 出口 进口 通关 跨境电商 贸易便利 外贸', '支持企业扩大出口，提高通关效率。'),
  instrument(
    'demand_overseas',
    '海外机构 离岸 海外研发 境外 出海 海外仓 海外人才 国际化',
    '设立离岸创新中心，支持企业出海。',
  ),
];
