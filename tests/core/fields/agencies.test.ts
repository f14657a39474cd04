/** Who issues, holds or reports: short forms, lists, roles, scope. All sentences are invented. */
import { describe, expect, it } from 'vitest';
import { type AgencyContext, expandAgency, findAgencies, regionOfAgency, splitAgencies } from '@/lib/core/parse/fields';

const SICHUAN: AgencyContext = { publisherRegion: '510000' };
const SHANGHAI: AgencyContext = { publisherRegion: '310000' };
const NATIONAL: AgencyContext = { publisherRegion: '100000' };
const MINISTRY: AgencyContext = { publisherRegion: '100000', issuers: ['生态环境部'] };
const NOWHERE: AgencyContext = {};
const CHENGDU: AgencyContext = { publisherRegion: '510000', issuers: ['成都市科学技术局'] };

const names = (title: string, text: string, context: AgencyContext) =>
  findAgencies(title, text, context).map(({ value }) => value);

describe('findAgencies', () => {
  it.each<[name: string, title: string, text: string, context: AgencyContext, expected: string[]]>([
    ['short form of a province', '', '今年以来，科技厅聚焦主体培育，持续发力。', SICHUAN, ['四川省科学技术厅']],
    ['province in short', '', '近日，湖北省发展改革委印发《实施方案》。', SICHUAN, ['湖北省发展和改革委员会']],
    ['short name of the province', '', '广东科技厅日前发布指南。', NOWHERE, ['广东省科学技术厅']],
    [
      'an autonomous prefecture in short',
      '',
      '近日，甘南州委办公室、甘南州人民政府办公室印发通知。',
      NOWHERE,
      ['甘南藏族自治州委办公室', '甘南藏族自治州人民政府办公室'],
    ],
    [
      'the issuer of a card, below other labelled lines',
      '样品产业扶持',
      '样品产业扶持\n依据文件\n《样品产业扶持办法》\n文件效力\n有效\n发文机构\n四川省科技厅、四川省财政厅\n发文字号\n川科样〔2025〕6号\n服务内容\n给予补助。',
      SICHUAN,
      ['四川省科学技术厅', '四川省财政厅'],
    ],
    [
      'the issuer of a card that no list knows, as printed',
      '样品创作资助',
      '依据文件\n《样品创作资助办法》\n发文机构\n样品艺术基金、国家财政部\n发文字号\n/\n服务内容\n给予资助。',
      NATIONAL,
      ['样品艺术基金', '财政部'],
    ],
    ['no issuer where the label names a thing', '样品公告', '发文机构\n详见附件\n服务内容\n给予资助。', NATIONAL, []],
    ['a department by its other short name', '', '重庆市经济信息委印发办法。', NOWHERE, ['重庆市经济和信息化委员会']],
    ['the seat of a national area', '', '兰州新区管委会制定办法。', NOWHERE, ['兰州新区管理委员会']],
    ['the corps', '', '近日，兵团工信局印发办法。', NOWHERE, ['新疆生产建设兵团工业和信息化局']],
    ['the seat of a zone', '', '近日，前海管理局印发办法。', NOWHERE, ['深圳市前海深港现代服务业合作区管理局']],
    [
      'the seat of a zone after its city',
      '深圳前海管理局出台样品措施',
      '措施自印发之日起施行。',
      NOWHERE,
      ['深圳市前海深港现代服务业合作区管理局'],
    ],
    ['a committee in short', '', '近日，横琴执委会发布指引。', NOWHERE, ['横琴粤澳深度合作区执行委员会']],
    ['a zone that no list knows', '', '近日，成都样品区管委会发布指引。', NOWHERE, ['成都市样品区管理委员会']],
    ['a zone without its city', '', '近日，成都样品城新区管委会发布指引。', NOWHERE, ['成都样品城新区管理委员会']],
    ['a zone is no city', '', '前海合作区内的企业增加。近日，市科技局发布指引。', { publisherRegion: '440000' }, []],
    ['a department of the issuer', '', '近日，法规司印发样品通知。', MINISTRY, ['生态环境部法规司']],
    [
      'a department of the issuer that answers',
      '法规司有关负责人就《样品条例》答记者问',
      '《样品条例》明确了各方责任。',
      MINISTRY,
      ['生态环境部法规司'],
    ],
    ['a company is no department', '', '近日，样品公司发布产品。某样品有限公司组织开展活动。', MINISTRY, []],
    ['a department without a parent', '', '近日，法规司印发样品通知。', NATIONAL, []],
    ['a new area', '', '近日，西咸新区科技局发布指南。', NOWHERE, ['西咸新区科学技术局']],
    ['a district of a municipality', '', '近日，北京市海淀区人民政府印发方案。', NOWHERE, ['北京市海淀区人民政府']],
    [
      'a new area that is a district',
      '',
      '近日，浦东新区科经委印发方案。',
      NOWHERE,
      ['上海市浦东新区科技和经济委员会'],
    ],
    ['a district without its city', '', '近日，海淀区科委印发方案。', NOWHERE, ['北京市海淀区科学技术委员会']],
    ['a district with its province', '', '近日，广东省广州市天河区财政局印发方案。', NOWHERE, ['广州市天河区财政局']],
    ['a county needs no city', '', '近日，陕西省镇巴县人民政府印发规则。', NOWHERE, ['镇巴县人民政府']],
    [
      'a district whose name several cities have',
      '',
      '近日，深圳市南山区工信局印发措施。',
      NOWHERE,
      ['深圳市南山区工业和信息化局'],
    ],
    [
      'the same in a municipality',
      '',
      '近日，北京市朝阳区科技和信息化局印发措施。',
      NOWHERE,
      ['北京市朝阳区科技和信息化局'],
    ],
    ['its party committee', '', '近日，长春市朝阳区委组织部印发措施。', NOWHERE, ['长春市朝阳区委组织部']],
    ['no district', '', '近日，长春市各区人民政府印发措施。', NOWHERE, []],
    [
      'a national new area as it is called',
      '',
      '近日，四川天府新区管委会印发措施。',
      NOWHERE,
      ['四川天府新区管理委员会'],
    ],
    [
      'a body that provinces have too, in a list of national ones',
      '教育部、科技部、国资委关于印发样品办法的通知',
      '',
      NOWHERE,
      ['教育部', '科学技术部', '国务院国有资产监督管理委员会'],
    ],
    ['autonomous region', '', '近日，广西工信厅出台措施。', NOWHERE, ['广西壮族自治区工业和信息化厅']],
    [
      'city of a municipality',
      '',
      '近日，市科委、市财政局联合印发办法。',
      SHANGHAI,
      ['上海市科学技术委员会', '上海市财政局'],
    ],
    ['city by the issuers', '', '近日，市科技局发布申报通知。', CHENGDU, ['成都市科学技术局']],
    ['two bodies without a mark', '', '近日，湖北省委省政府印发方案。', SICHUAN, ['湖北省委', '湖北省人民政府']],
    ['two bodies with a mark', '', '近日，省委、省政府出台意见。', SICHUAN, ['四川省委', '四川省人民政府']],
    [
      'offices of both',
      '',
      '近日，省委办公厅、省政府办公厅印发意见。',
      SICHUAN,
      ['四川省委办公厅', '四川省人民政府办公厅'],
    ],
    ['party body', '', '近日，省委组织部印发通知。', SICHUAN, ['四川省委组织部']],
    ['party office in short', '', '近日，省委网信办启动专项行动。', SICHUAN, ['四川省委网络安全和信息化委员会办公室']],
    [
      'national bodies in short',
      '',
      '日前，工信部、金融监管总局发布指引。',
      NATIONAL,
      ['工业和信息化部', '国家金融监督管理总局'],
    ],
    ['number of departments', '', '教育部等五部门近日印发意见。', NATIONAL, ['教育部']],
    ['number of departments with 9', '', '商务部、公安部等9部门联合印发措施。', NATIONAL, ['商务部', '公安部']],
    ['jointly with', '', '近日，省科技厅会同省财政厅印发细则。', SICHUAN, ['四川省科学技术厅', '四川省财政厅']],
    [
      'list that names the place once',
      '',
      '近日，辽宁省科技厅、财政厅、教育厅联合印发办法。',
      NOWHERE,
      ['辽宁省科学技术厅', '辽宁省财政厅', '辽宁省教育厅'],
    ],
    ['with the day in brackets', '', '今天（11月19日），民政部发布公告。', NATIONAL, ['民政部']],
    ['source: learnt from', '', '记者从省科技厅获悉，试点启动。', SICHUAN, ['四川省科学技术厅']],
    ['source: according to', '', '据省统计局发布的数据，产值增长。', SICHUAN, ['四川省统计局']],
    ['source: says later in the text', '', '项目已落地。省医保局表示，将继续推进。', SICHUAN, ['四川省医疗保障局']],
    [
      'subject of the title',
      '河北省发展改革委组织召开视频会',
      '为落实要求，会议部署工作。',
      NOWHERE,
      ['河北省发展和改革委员会'],
    ],
    [
      'person who presides',
      '',
      '11月19日，吉林省发展改革委党组书记、主任李明主持召开会议。',
      NOWHERE,
      ['吉林省发展和改革委员会'],
    ],
    ['person who attends', '', '11月19日，省科技厅厅长李明出席活动并致辞。', SICHUAN, []],
    [
      'host in 由 … 主办',
      '',
      '近日，由四川省科技厅、西部科技大学联合主办的论坛举办。',
      SICHUAN,
      ['四川省科学技术厅', '西部科技大学'],
    ],
    [
      'host behind a dash',
      '',
      '近日，由共建单位—西部科技大学、南方神经科学中心联合主办的活动举行。',
      SICHUAN,
      ['西部科技大学', '南方神经科学中心'],
    ],
    [
      'society of an assembly',
      '中国环境测试学会第三次全国会员代表大会召开',
      '大会近日在京召开。',
      NATIONAL,
      ['中国环境测试学会'],
    ],
    ['university in the title', '西部科技大学举办成果对接会', '会议近日举行。', SICHUAN, ['西部科技大学']],
    [
      'branch of a national body',
      '',
      '近日，国家统计局四川调查总队、人民银行成都分行联合发布报告。',
      SICHUAN,
      ['国家统计局四川调查总队', '中国人民银行成都分行'],
    ],
    [
      'department of a ministry',
      '生态环境部固体废物司有关负责人答记者问',
      '',
      NATIONAL,
      ['生态环境部固体废物司', '生态环境部'],
    ],
    ['county body', '', '近日，广州市天河区科技工业和信息化局发布办法。', NOWHERE, ['广州市天河区科技工业和信息化局']],
    [
      'session of a congress',
      '',
      '2020年1月，上海市第十五届人民代表大会常务委员会审议通过条例。',
      NOWHERE,
      ['上海市人民代表大会常务委员会'],
    ],
    ['province before the city', '', '近日，四川省成都市科技局发布指南。', NOWHERE, ['成都市科学技术局']],
    ['unlisted body of a place', '', '近日，深圳市样品合作区管理局举办大会。', NOWHERE, ['深圳市样品合作区管理局']],
    ['tax authority of a province', '', '近日，广东省税务局发布公告。', NOWHERE, ['国家税务总局广东省税务局']],
    ['basis', '', '按照省科技厅部署，各地开展排查。', SICHUAN, []],
    ['task', '', '省科技厅负责统筹协调，各地抓好落实。', SICHUAN, []],
    ['approval', '', '经省政府批准，试点范围扩大。', SICHUAN, []],
    ['attendance', '', '省财政厅、省教育厅参加会议。', SICHUAN, []],
    ['guidance', '', '在省科技厅指导下，园区建成。', SICHUAN, []],
    ['report to', '', '比例由各市确定，并报省医保局备案。', SICHUAN, []],
    ['department of all provinces', '', '各省科技厅要抓好落实。', NATIONAL, []],
    ['部门 is no ministry', '', '财政部门加强监管，教育部门做好服务。', SICHUAN, []],
    ['highest bodies as a preface', '', '党中央、国务院高度重视科技创新。', NATIONAL, []],
    ['highest bodies that issue', '', '近日，中共中央、国务院印发《意见》。', NATIONAL, ['中共中央', '国务院']],
  ])('%s', (_, title, text, context, expected) => {
    expect(names(title, text, context)).toEqual(expected);
  });

  it('gives a policy document its issuers', () => {
    const issuers = ['四川省科学技术厅', '四川省财政厅'];
    const found = findAgencies('四川省科学技术厅关于印发办法的通知', '市（州）科技局负责受理。', {
      issuers,
      kind: 'policy',
    });
    expect(found.map(({ value }) => value)).toEqual(issuers);
    expect(found[0]?.inTitle).toEqual([{ start: 0, end: 8 }]);
  });

  it('says where the words stand and where it guessed', () => {
    const text = '近日，市科委、省康养协作局发布公告。';
    const found = findAgencies('', text, SHANGHAI);
    expect(
      found.slice(0, 1).map(({ value, inText }) => [value, inText.map(({ start, end }) => text.slice(start, end))]),
    ).toEqual([['上海市科学技术委员会', ['市科委']]]);
    expect(findAgencies('', '近日，四川省康养协作局发布公告。', NOWHERE)[0]?.sure).toBe(false);
  });
});

describe('names', () => {
  it.each([
    ['科技厅', '510000', '四川省科学技术厅'],
    ['省发改委', '420000', '湖北省发展和改革委员会'],
    ['市住建委', '110000', '北京市住房和城乡建设委员会'],
    ['自治区党委', '650000', '新疆维吾尔自治区党委'],
    ['国家林草局', '510000', '国家林业和草原局'],
    ['某某合作社', '510000', '某某合作社'],
  ])('expands %s in %s', (short, region, full) => {
    expect(expandAgency(short, { region })).toBe(full);
  });

  it.each([
    ['四川省科学技术厅', '510000'],
    ['中共四川省委科技委员会办公室', '510000'],
    ['广州市天河区人民政府', '440000'],
    ['国务院办公厅', '100000'],
    ['中国环境测试学会', '100000'],
    ['西部科技大学', null],
  ])('knows whose body %s is', (name, region) => {
    expect(regionOfAgency(name)).toBe(region);
  });

  it('splits a line of issuers', () => {
    const line = '广州市医疗保障局 广州市财政局 广州市卫生健康委员会';
    expect(splitAgencies(line).map(({ name }) => name)).toEqual([
      '广州市医疗保障局',
      '广州市财政局',
      '广州市卫生健康委员会',
    ]);
    expect(splitAgencies('国家发展改革委办公厅 税务总局办公厅').map(({ name }) => name)).toEqual([
      '国家发展和改革委员会办公厅',
      '国家税务总局办公厅',
    ]);
  });
});
