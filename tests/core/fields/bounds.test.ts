/** How exact figures are said to be: denials, words apart from their number, lists and ranges. Invented sentences. */
import { describe, expect, it } from 'vitest';
import { findFigures } from '@/lib/core/parse/fields';

const bounds = (text: string) => findFigures(text).map(({ bound }) => bound);

describe('bounds', () => {
  it.each<[text: string, expected: (string | null)[]]>([
    ['样品用地不宜超过3.5公顷，总数最多不能超过60名。', ['atMost', 'atMost']],
    ['面积不应低于200平方米，人数不宜少于3人。', ['atLeast', 'atLeast']],
    ['样品车间严禁突破2000平方米。', ['atMost']],
    ['每年可节约500吨标准煤，就近3家。', [null, null]],
    ['每年约500吨标准煤。', ['about']],
    ['资产2亿元（含）以下，员工100人（含）以上。', ['atMost', 'atLeast']],
    ['员工超过50人（含50人），产值突破1亿元（含）。', ['atLeast', null, 'atLeast']],
    ['员工超过50人（不含50人），占比45%（不含）以上。', ['above', null, 'above']],
    ['最多选择其中3个样品，每个县至少有1所学校。', ['atMost', 'atLeast']],
    ['最多的3家样品企业。', [null]],
    ['提取上限为每月2000元，安排不少于人均20元。', ['atMost', 'atLeast']],
    ['额度最高不超过等值1000万美元。', ['atMost']],
    ['总积分满150分，每满100元减一次。', ['atLeast', null]],
    ['学校周围50米范围内。', ['atMost']],
    ['配套设施应不小于建筑面积的11%，商业设施按不大于建筑面积的5%设置。', ['atLeast', 'atMost']],
    ['给予不超过合同额20%的补助。', ['atMost']],
    ['人数超过本单位职工总数的30%。', ['above']],
    ['样品不足总量15%的，可以补足。', ['atMost']],
    ['增速高于全市平均水平3%。', [null]],
    ['超过起付标准部分的50%由基金支付。', [null]],
    ['对增速超过平均水平的企业按投资的10%给予补助。', [null]],
    ['售价约为市场价的80%-90%。', ['about', 'about']],
    ['分别不低于6%和4%。', ['atLeast', 'atLeast']],
    ['给予不超过50万元、30万元、20万元支持。', ['atMost', 'atMost', 'atMost']],
    ['培育3家—5家以上，覆盖约5%~10%。', ['atLeast', 'atLeast', 'about', 'about']],
    ['约20家、30人参加。', ['about', null]],
    ['最高支付限额为职工每人每月300元、居民每人每月200元，共计900元。', ['atMost', 'atMost', null]],
    ['按照最低工资标准的90%发放，最低工资标准为2000元。', [null, null]],
    ['给予奖励，上限100万元，额度上限（500万元）。', ['atMost', 'atMost']],
    ['票价在100元〔含〕以下，投资额小于（不含等于）2万元。', ['atMost', 'atMost']],
    ['床位费不高于每人每天35元，利率不超过LPR+50BP。', ['atMost', 'atMost']],
    ['作品单幅不小于1.5×1.2米。', ['atLeast']],
    ['租金超出月收入的15%的，最高按合同额的10%补贴。', ['above', 'atMost']],
    ['收入在标准1倍至3倍以内的，予以减免。', [null, 'atMost']],
    ['甲类、乙类样品人数分别提高到5万人、3万人以上。', ['atLeast', 'atLeast']],
    ['奖励5万元、3万元以上。', [null, 'atLeast']],
  ])('%s', (text, expected) => {
    expect(bounds(text)).toEqual(expected);
  });
});
