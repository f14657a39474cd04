/** Weak signals in the running text that speak against policy; see `signals.ts`. */
import type { TextSignal } from './signals';

export const againstSignals = (): readonly TextSignal[] => [
  {
    code: 'everyday',
    words:
      '任职要求 岗位职责 投递简历 五险一金 应聘 薪资 准考证 采购代理机构： 采购代理机构信息 采购代理机构名称 成交供应商 成交金额 成交公告 中标人 中标公告 中标候选 评审专家名单 开标 原告 被告 上诉 判决如下 ' +
      '本院认为 审判员 审判长 玩法 攻略 打卡 景点 美食 民宿 食材 调料 说明书 保修 售后 客服 包邮 优惠券 下单 宝宝 皮肤 隐私政策 注销账号 您的信息 您的个人信息 ' +
      'Cookie',
    weight: -0.35,
    cap: 8,
    example: '岗位职责与任职要求见下，待遇：五险一金，薪资面议。',
  },
  {
    code: 'commerce',
    words:
      '加入购物车 立即购买 免费注册 用户协议 登录后 下载APP 股价 涨停 跌停 A股 沪指 大盘 收盘 研报 证券研究 分析师 投资建议 投资评级 净利润 归母 每股收益 营业收入 ' +
      '合并资产负债表 会员专享 买入评级 会计师事务所 招股 发行人 科创板 上市公司 公司章程 董事会 独立董事 审计报告 财务报表 应收账款 存货 毛利率',
    weight: -0.45,
    cap: 10,
    example: '投资建议：维持买入评级，归母净利润增长',
  },
  {
    code: 'media',
    words:
      '新闻联播 央视网消息 本台记者 记者从 新华社记者 主播 球员 比赛 球队 导演 影片 票房 玩家 游戏 明星 歌手 专辑 剧情 话剧 网友 评论区 楼主 回帖 帖子',
    weight: -0.3,
    cap: 10,
    example: '导演说，影片票房过亿，网友热议。',
  },
  {
    code: 'scholarly',
    pattern: /(?:摘\s{0,4}要[：:]|关键词[：:]|中图分类号|文献标识码|参考文献|doi|DOI|基金项目|作者简介)/gu,
    weight: -0.9,
    cap: 4,
    example: '摘要：本文…… 关键词：创新 中图分类号：F0',
  },
  {
    code: 'private_notice',
    pattern:
      /尊敬的(?:各位)?(?:客户|用户|会员|业主|家长|股东|投资者)|本公司(?:及|董事会)|敬请(?:广大)?投资者|物业(?:服务|管理)(?:中心|公司|处)|业绩比较基准|理财非存款|我行将/gu,
    weight: -0.9,
    cap: 3,
    example: '尊敬的业主：因检修停水，敬请谅解。',
  },
  {
    code: 'discipline',
    words: '严重违纪 违纪违法 纪律审查 监察调查 接受审查 被查处 涉嫌 党纪',
    weight: -0.3,
    cap: 10,
    example: '涉嫌严重违纪违法，接受纪律审查和监察调查。',
  },
  {
    code: 'school',
    words: '我校 同学们 班主任 家长会 校园 教研组 学生会 校长 运动会 期中考试',
    weight: -0.25,
    cap: 8,
    example: '我校召开家长会，校长讲话。',
  },
];
