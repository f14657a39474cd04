/** Labels, headings, levels, measures and points. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { headingOf } from '@/lib/core/parse/numbering/heading';
import { labelAt } from '@/lib/core/parse/numbering/label';
import { measuresOf } from '@/lib/core/parse/numbering/measures';
import { traced } from '@/lib/core/parse/traced';

describe('labelAt', () => {
  it.each<[text: string, style: string | undefined, ordinal: number | undefined, label?: string]>([
    ['一、总体要求', 'han', 1, '一、'],
    ['十二、附则', 'han', 12, '十二、'],
    ['（三）强化保障', 'hanParen', 3, '（三）'],
    ['(三)强化保障', 'hanParen', 3, '(三)'],
    ['１．补贴对象', 'arabic', 1, '１．'],
    ['2、补贴标准', 'arabic', 2, '2、'],
    ['01、厅党组召开会议', 'arabic', 1, '01、'],
    ['03厅党组召开会议', 'arabic', 3, '03'],
    ['2.2027年工作安排', 'arabic', 2, '2.'],
    ['（1） 资金来源', 'arabicParen', 1, '（1）'],
    ['2）申报材料', 'arabicHalf', 2, '2）'],
    ['方向1：高端样品装备', 'topic', 1, '方向1：'],
    ['课题二 样品检测方法', 'topic', 2, '课题二'],
    ['步骤一：提交申请', 'topic', 1, '步骤一：'],
    ['重点领域二：样品治理', 'topic', 2, '重点领域二：'],
    ['任务3项', undefined, undefined],
    ['问题一直存在', undefined, undefined],
    ['③培训费用', 'circled', 3, '③'],
    ['第三条 本办法所称经费', 'article', 3, '第三条'],
    ['第 二十一 条本条例自公布之日起施行', 'article', 21, '第 二十一 条'],
    ['第三条 中国居民', 'article', 3, '第三条'],
    ['第二章 管理', 'chapter', 2, '第二章'],
    ['二是推进成果转化', 'is', 2, '二是'],
    ['第一，加强领导', 'first', 1, '第一，'],
    ['第二步：办理申领', 'first', 2, '第二步：'],
    ['第二步骤说明', undefined, undefined],
    ['2.7万家企业', undefined, undefined],
    ['2025年工作要点', undefined, undefined],
    ['第三条规定的情形', undefined, undefined],
    ['第十条、第十一条所列事项', undefined, undefined],
    ['一般项目', undefined, undefined],
    ['三亚市', undefined, undefined],
  ])('%s', (text, style, ordinal, label) => {
    const found = labelAt(text);
    expect(found?.style).toBe(style);
    expect(found?.ordinal).toBe(ordinal);
    if (label) expect(found?.text).toBe(label);
  });

  it('takes the number an ordered list shows', () => {
    expect(labelAt('申报条件', 4)).toMatchObject({ ordinal: 4, text: '4.', end: 0 });
  });
});

describe('headingOf', () => {
  it.each<[name: string, body: string, style: 'han' | 'article' | 'is', heading: string]>([
    ['a line of its own', '总体要求\n坚持创新驱动。', 'han', '总体要求'],
    ['run in, up to 。', '匹配原则。按照比例予以匹配。', 'han', '匹配原则'],
    ['run in, up to ：', '补贴标准：每亩300元。', 'han', '补贴标准'],
    [
      'a colon in a ratio',
      '省级财政给予每家200万元支持，所在盟市给予1:1配套。各地按规定办理。',
      'han',
      '省级财政给予每家200万元支持，所在盟市给予1:1配套',
    ],
    ['a colon before a number', '元旦：1月1日至3日放假。各地按规定执行。', 'han', '元旦'],
    ['a colon before a phone number', '咨询电话：000-0000000\n地址见附件。', 'han', '咨询电话'],
    ['a question that says it is one', '问：《规划》有哪些目标？\n答：共三项目标。', 'han', '问：《规划》有哪些目标？'],
    ['a question on its line', '申请补贴需要哪些条件？\n答：须在本市注册。', 'han', '申请补贴需要哪些条件？'],
    ['the last line of a text', '附件管理', 'han', '附件管理'],
    ['a sentence alone', '本通知自印发之日起施行。', 'han', ''],
    [
      'a sentence too long',
      '同意在三个市建设示范区，区域范围为国务院有关部门公布的四至范围，并按国家有关规定抓紧办理。各方遵照执行。',
      'han',
      '',
    ],
    ['a caption in brackets', '（目的与依据）\n为推进工作，制定本办法。', 'article', '目的与依据'],
    ['a caption run in', '载体建设。被授予荣誉称号的载体给予支持。', 'article', '载体建设'],
    ['a caption on its line', '适用范围\n本市行政区域内的单位。', 'article', '适用范围'],
    ['a short sentence of an article', '本办法适用于本市。有关部门应当执行。', 'article', ''],
    ['after 一是', '谋划早。年初召开专题会议。', 'is', '谋划早'],
  ])('%s', (_, body, style, heading) => {
    expect(headingOf(body, style).text).toBe(heading);
  });
});

const outline = (text: string) =>
  measuresOf(traced(text, 0)).map(({ label, heading, points }) => `${label}${heading}#${points.length}`);

describe('measuresOf', () => {
  it.each<[name: string, lines: string[], expected: string[]]>([
    ['nothing counted', ['近日，省政府印发方案。', '下一步将抓好落实。'], []],
    ['one number is no level', ['一、总体要求', '坚持创新。'], []],
    [
      'points run in, starting anew',
      ['(1) 优化体系。一是建设平台。二是推进转化。', '三是培育产业。', '(2) 深化改革。一是放权。二是赋能。'],
      ['(1)优化体系#3', '(2)深化改革#2'],
    ],
    [
      'levels of GB/T 9704',
      [
        '一、总体要求',
        '坚持创新。',
        '二、重点任务',
        '（一）建平台。',
        '1.建设一批。',
        '2.提升一批。',
        '（二）引人才。',
      ],
      ['一、总体要求#0', '二、重点任务#2'],
    ],
    [
      'points that count on over measures',
      ['一、支持企业', '（一）资金。', '（二）保险。', '二、强化培训', '（三）供给。', '（四）评价。', '（五）竞赛。'],
      ['一、支持企业#2', '二、强化培训#3'],
    ],
    [
      'a single point that counts on',
      ['一、支持企业', '（一）资金。', '（二）保险。', '二、强化培训', '（三）供给。'],
      ['一、支持企业#2', '二、强化培训#1'],
    ],
    [
      'articles under chapters',
      [
        '第一章 总则',
        '第一条 为了规范管理，制定本办法。',
        '第二条 本办法适用于本省。',
        '第二章 管理',
        '第三条 包括：',
        '（一）项目；',
        '（二）平台。',
      ],
      ['第一条#0', '第二条#0', '第三条#2'],
    ],
    [
      'articles under lines that count in another form',
      ['一、总 则', '第一条 为了规范管理，制定本办法。', '二、使用范围', '第二条 用于度汛。', '第三条 用于修复。'],
      ['第一条#0', '第二条#0', '第三条#0'],
    ],
    [
      'a level that skips ranks',
      ['1.申报条件。须在本市注册。', '①注册。', '②纳税。', '2.申报材料。见附件。'],
      ['1.申报条件#2', '2.申报材料#0'],
    ],
    [
      'answers that count in a higher form than the questions',
      [
        '1.申请样品补贴需要哪些条件？',
        '答：需要具备：（一）在本市注册；（二）依法纳税；（三）信用良好。',
        '2.补贴何时发放？',
        '答：每季度发放。',
      ],
      ['1.申请样品补贴需要哪些条件？#3', '2.补贴何时发放？#0'],
    ],
    [
      'points in a higher form than what they count in',
      [
        '一、申领流程',
        '第一步：准备',
        '（一）拍照；',
        '（二）上传。',
        '第二步：领卡',
        '（一）现场；',
        '（二）邮寄。',
      ].concat(['二、收费', '不收费。']),
      ['一、申领流程#2', '二、收费#0'],
    ],
    [
      'the first run in behind the word that announces it',
      ['近日，某厅印发《样品办法》，明确（一）平台不少于20家；（二）设备开放共享；（三）实行分级管理。'],
      ['（一）#0', '（二）#0', '（三）#0'],
    ],
    [
      'points run in as ① ②',
      ['1.流程如何？', '答：①获得积分。满150分。②提交申请。③公示。', '2.何处办理？', '答：全市均可办理。'],
      ['1.流程如何？#3', '2.何处办理？#0'],
    ],
    [
      '① and ② that call for notes',
      ['一、总体要求', '总量居前。①以年底为准。', '二、附则', '自印发之日起施行。②有效期五年。'],
      ['一、总体要求#0', '二、附则#0'],
    ],
    [
      'a list above the first level is none of it',
      ['1.甲。', '2.乙。', '一、总体要求', '坚持创新。', '二、附则', '另行规定。'],
      ['一、总体要求#0', '二、附则#0'],
    ],
    [
      'topics of a guide',
      [
        '一、支持方向',
        '方向1：样品装备',
        '研制装备。',
        '方向2：样品检测',
        '构建模型。',
        '二、申报条件',
        '在本市注册。',
      ],
      ['一、支持方向#2', '二、申报条件#0'],
    ],
    [
      'one short sentence is no caption where other articles have none',
      [
        '第一条 为了规范管理，制定本办法。',
        '第二条 本办法适用于本省。',
        '第三条 基地实行动态管理。已认定的基地每年复核。',
        '第四条 （附则）本办法自印发之日起施行。',
        '第五条 本办法由省财政厅负责解释。',
      ],
      ['第一条#0', '第二条#0', '第三条#0', '第四条附则#0', '第五条#0'],
    ],
    [
      'inline 一是 is the first level',
      ['会议明确：一是谋划早。年初部署。二是项目实。聚焦重点。'],
      ['一是谋划早#0', '二是项目实#0'],
    ],
    [
      'inline 一是 without headings',
      ['会议要求，一是加快建设，年底完成；二是强化要素，统筹资金。'],
      ['一是#0', '二是#0'],
    ],
    [
      'restart in a second part',
      [
        '面向单位',
        '一、社保补贴',
        '甲。',
        '二、扩岗补助',
        '乙。',
        '面向个人',
        '一、求职补贴',
        '丙。',
        '二、创业补贴',
        '丁。',
      ],
      ['一、社保补贴#0', '二、扩岗补助#0', '一、求职补贴#0', '二、创业补贴#0'],
    ],
    [
      'a number in a sentence is no label',
      ['一、总体要求', '按第三条规定办理，二是例外。', '二、附则', '自印发之日起施行。'],
      ['一、总体要求#0', '二、附则#0'],
    ],
    [
      'the first number missing in print',
      ['一、重点任务', '2.规范服务。', '3.优化账户。', '二、保障措施', '4.强化协同。', '5.深化宣传。'],
      ['一、重点任务#2', '二、保障措施#2'],
    ],
    [
      'an excerpt that ends within its first part',
      ['为推动发展，制定本政策。', '一、强化创新', '加快发展。', '（一）建设平台。', '支持建设。', '（二）培育企业。'],
      ['一、强化创新#2'],
    ],
    [
      'one number below others is none',
      ['（一）建设平台。', '支持建设。', '（二）培育企业。', '一、强化创新', '加快发展。'],
      ['（一）建设平台#0', '（二）培育企业#0'],
    ],
    [
      'a gap of one number',
      ['一、甲', '内容。', '三、丙', '内容。', '四、丁', '内容。'],
      ['一、甲#0', '三、丙#0', '四、丁#0'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(outline(lines.join('\n'))).toEqual(expected);
  });

  it('takes the end of the last clause of a list for no heading', () => {
    const points = (lines: string[]) =>
      measuresOf(traced(lines.join('\n'), 0))[0]?.points.map(({ heading }) => heading);
    const next = ['二、附则', '自印发之日起施行。'];
    expect(
      points(['一、对象', '（一）低保对象；', '（二）特困人员；', '（三）其他对象。', '由市确定。', ...next]),
    ).toEqual(['', '', '']);
    expect(points(['一、对象', '（一）低保对象。', '按月审核；', '（二）其他对象。', '由市确定。', ...next])).toEqual([
      '低保对象',
      '其他对象',
    ]);
  });

  it('says where measures stand, label included, and gives the rest as text', () => {
    const text = '近日印发。\n(1) 甲项。内容一。\n(2) 乙项。内容二。\n';
    const [first, second] = measuresOf(traced(text, 100));
    expect(text.slice(first?.at.start, first?.at.end)).toBe('(1) 甲项。内容一。');
    expect(first?.text).toBe('内容一。');
    expect(second?.spans).toEqual([{ start: 100 + (second?.at.start ?? 0), end: 100 + (second?.at.end ?? 0) }]);
  });
});
