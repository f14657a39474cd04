/** The bundled sample as the tests know it: where its files are and what is in them. */
import { join } from 'node:path';

export const SAMPLES = join(import.meta.dirname, '../../assets/public/sample');

/** Titles of the items of both issues, in order. */
export const SAMPLE_ITEMS = [
  [
    '浙江省印发《关于打通科技成果转化关键环节的若干措施》',
    '浙江省三部门联合印发《科技金融提质增效行动方案（2026—2028年）》',
    '我省概念验证中心建设提前完成年度目标',
    '“科创下午茶”中试专场活动在绍兴举办',
  ],
  [
    '陕西省出台《促进科技成果中试熟化和产业化实施方案》',
    '陕西省修订《科技型企业贷款风险补偿管理办法》',
    '我省技术合同成交额再创新高',
    '全省中试平台建设现场推进会在宝鸡召开',
  ],
] as const;
