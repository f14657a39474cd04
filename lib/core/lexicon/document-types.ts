/**
 * 文种: the words that policy documents end with, and the words that tell other things in 《》 apart (books, films,
 * journals, forms, certificates). Each with a title that it decides.
 */

export interface DocumentTypeEntry {
  form: string;
  /** A title in 《》 that the word makes a policy document, or keeps from being one. */
  example: string;
}

const types = (rows: string): DocumentTypeEntry[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [form = '', example = ''] = row.trim().split(/\s+/u);
      return { form, example };
    });

/** Last word of a policy document's title, a bracketed remark (试行) left out. */
export const POLICY_TYPES: readonly DocumentTypeEntry[] = types(`
  办法 科技计划项目管理办法
  方案 低空经济发展实施方案
  意见 关于促进成果转化的若干意见
  通知 关于开展申报工作的通知
  规划 “十五五”科技创新规划
  计划 制造业数字化转型行动计划
  条例 数据条例
  细则 高层次人才认定实施细则
  措施 支持生物医药产业若干措施
  决定 关于修改科技奖励办法的决定
  规定 数据跨境流动规定
  政策 支持首台套应用若干政策
  规则 国务院工作规则
  规程 异地就医经办规程
  规范 政务服务事项办理规范
  标准 城市道路设计标准
  准则 上市公司治理准则
  导则 海绵城市建设导则
  指南 高标准园区建设指南
  指引 预收费存管工作指引
  目录 鼓励进口技术目录
  清单 市场准入负面清单
  纲要 质量强国建设纲要
  要点 2026年工作要点
  法 中华人民共和国科学技术进步法
  法典 中华人民共和国民法典
  决议 关于发行特别国债的决议
  公告 关于治理价格无序竞争的公告
  通告 关于集中参保缴费的通告
  公报 科学技术奖励公报
  批复 关于同意建设示范区的批复
  函 关于同意设立试验区的函
  复函 关于调整范围的复函
  令 国务院令
  命令 关于嘉奖的命令
  通报 关于典型案例的通报
  议案 关于发行特别国债的议案
  请示 关于黄金经济政策问题的请示
  建议 关于制定第十五个五年规划的建议
  报告 关于科技经费情况的报告
  协议 海峡两岸经济合作框架协议
  协定 区域全面经济伙伴关系协定
  安排 关于建立更紧密经贸关系的安排
  议定书 蒙特利尔议定书
  公约 生物多样性公约
  宣言 合肥聚变宣言
  合同 家政服务合同
  合同范本 住房租赁合同范本
  示范文本 住房租赁合同示范文本
  要求 辐射环境监测要求
  制度 社会保险基金财务制度
  章程 联合基金章程
  宪法 中华人民共和国宪法
  解释 关于审理专利案件的解释
  评定 机构等级划分及评定
  评价 巾帼家政服务机构评价
  分类 国民经济行业分类
  术语 数字孪生城市术语
  通则 食品安全国家标准通则
  条约 领事条约
  备忘录 科技合作备忘录
  路线图 氢能产业发展路线图
  任务书 示范区建设任务书
  白皮书 中国的航天白皮书
  蓝皮书 数字经济发展蓝皮书
  倡议 数据安全倡议
  共识 粤港澳合作共识
  意见建议 关于优化流程的意见建议
  须知 项目申报须知
  工作方法 督查工作方法
  限额 能源消耗限额
  限值 大气污染物排放限值
  定额 建设工程消耗量定额
  机制 协同创新联动机制
  体系 现代服务业标准体系
  模式 负面清单管理模式
  做法 改革典型做法
  责任制 安全生产责任制
  工程 基础研究能力提升工程
  行动 科技服务业提质行动
  二十条 关于支持创新的二十条
  十条 关于促进消费的十条
`);

/** Last words of titles that are no policy documents. */
export const OTHER_TYPES: readonly DocumentTypeEntry[] = types(`
  申请表 创业担保贷款申请表
  登记表 失业人员登记表
  审批表 项目变更审批表
  汇总表 补贴资金汇总表
  备案表 见习单位备案表
  推荐表 候选人推荐表
  一览表 服务事项一览表
  统计表 申报情况统计表
  认定表 资格认定表
  评估表 能力评估表
  表 人员信息表
  证 就业创业证
  证书 毕业证书
  证明 无犯罪记录证明
  许可证 排污许可证
  执照 营业执照
  户口簿 居民户口簿
  承诺书 诚信承诺书
  声明书 授权声明书
  委托书 授权委托书
  申请书 仲裁申请书
  告知书 权利义务告知书
  确认书 数据确认书
  决定书 行政处罚决定书
  通知书 补正材料通知书
  申报书 项目申报书
  协议书 三方就业协议书
  评估报告 资产评估报告
  估价报告 房地产估价报告
  信用报告 企业信用报告
  审计报告 年度审计报告
  检测报告 产品检测报告
  检验报告 型式检验报告
  验资报告 企业验资报告
  体检报告 入职体检报告
  劳动合同 劳动合同
  购销合同 农产品购销合同
  抵押协议 反担保抵押协议
  手册 居民办事手册
  发票 增值税专用发票
  单 缴费通知单
  报 科技日报
  日报 人民日报
  周刊 半月谈周刊
  杂志 求是杂志
  学报 高等学校学报
  故事 创新者的故事
  说明书 产品使用说明书
`);

/** Words right after 》 or right before 《 that make anything a document: a national standard needs no 文种. */
export const DOCUMENT_CONTEXT: readonly DocumentTypeEntry[] = types(`
  国家标准 《运输容器》等2项国家标准
  行业标准 《数据接口》行业标准
  地方标准 《服务质量》地方标准
  团体标准 《机构评价》团体标准
  印发 印发《质量提升三年攻坚》
  依据文件 依据文件：《2026年项目申报工作》
  政策依据 政策依据：《2026年项目申报工作》
  文件名称 文件名称：《2026年项目申报工作》
`);

/** Words right before 《 or right after 》 that make it a book, a film, a journal. */
export const WORK_CONTEXT: readonly DocumentTypeEntry[] = types(`
  图书 图书《创新之路》出版发行
  出版 《创新之路》出版发行
  专著 专著《区域创新体系》
  纪录片 纪录片《大国工匠》
  电影 电影《星辰》
  电视剧 电视剧《山海》
  专题片 专题片《攻坚》
  歌曲 歌曲《我们的田野》
  杂志 杂志《前沿》
  期刊 期刊《自然》
  论文 论文《论创新》
  文章 署名文章《以创新促发展》
  一书 《创新之路》一书
  图书合作 《创新之路》图书合作签约
  题为 作题为《创新之路》的讲话
`);
