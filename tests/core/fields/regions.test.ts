/** Whose policy an item is, and what sites say of themselves. Invented sentences. */
import { describe, expect, it } from 'vitest';
import { findPlaces, findRegions, type RegionContext, regionOfHost, regionOfSiteId } from '@/lib/core/parse/fields';

describe('findRegions', () => {
  const sichuan: RegionContext = { publisherRegion: '510000' };
  it.each<[name: string, title: string, text: string, context: RegionContext, expected: string[]]>([
    ['title begins with the place', '上海市印发《数据条例》', '近日，有关部门印发条例。', sichuan, ['310000']],
    ['title begins with the short name', '湖北加快推进融合发展', '', sichuan, ['420000']],
    ['city rolls up', '成都市出台新政', '', {}, ['510000']],
    ['county rolls up', '德清县推进项目建设', '', {}, ['330000']],
    ['deixis', '我省抢占发展先机', '入围项目数量仅次于江苏、上海、广东。', sichuan, ['510000']],
    [
      'ours, though a ministry acts',
      '我省新增样品中心3家',
      '科技部公布名单。',
      { ...sichuan, agencies: ['科学技术部'] },
      ['510000'],
    ],
    ['theirs, in their words', '湖北：我省样品中心达3家', '科技部公布名单。', sichuan, ['420000']],
    ['only mentioned', '论坛成功举办', '近日，论坛在广东省佛山市举行，我省企业参加。', sichuan, ['510000']],
    ['agencies decide', '座谈会召开', '会议在北京召开。', { ...sichuan, agencies: ['湖北省科学技术厅'] }, ['420000']],
    [
      'two provinces',
      '两地合作大会举行',
      '',
      { agencies: ['深圳市前海管理局', '内蒙古自治区发展和改革委员会'] },
      ['440000', '150000'],
    ],
    ['national body', '措施发布', '', { agencies: ['民政部'] }, ['100000']],
    ['publisher is national', '成果发布', '河北邯郸、江苏宿迁存在问题。', { publisherRegion: '100000' }, ['100000']],
    ['lead begins with the place', '口岸货运增长', '今年前10个月，新疆口岸货运量增长。', {}, ['650000']],
    ['our country', '新兴产业加快发展', '我国启动示范基地建设。', {}, ['100000']],
    ['one province in the text', '高铁全线贯通', '通车后，哈尔滨至伊春的时间缩短。', {}, ['230000']],
    ['where a meeting was held', '样品大会闭幕', '大会今天在北京闭幕，国务院有关部门参加。', {}, ['100000']],
    ['where the title says a meeting was held', '样品论坛在武汉召开', '会议取得成果。', {}, []],
    ['another country', '英国发布样品安全标准', '全球各国参考，我国企业关注。', sichuan, []],
    ['another country and ours', '英国样品企业考察我省样品产业', '双方交流。', sichuan, ['510000']],
    ['another country and a province', '德国样品企业落户成都', '双方签约。', sichuan, ['510000']],
    ['another country, spaced out', '美 国', '发布全球样品计划。', { publisherRegion: '100000' }, []],
    [
      'a feature on many provinces',
      '样品共治聚合力',
      `样品治理在推进。山西省大同市成立样品联盟。${'样品治理取得成效。'.repeat(50)}四川省乐山市、浙江省嘉兴市、河南省焦作市也在推进，各地都有进展。`,
      {},
      ['100000'],
    ],
    ['nothing is known', '测量精度提高', '研究取得进展。', {}, []],
    ['list of cities', '武汉、长沙、南昌共建走廊', '', {}, ['420000', '430000', '360000']],
    ['title outweighs a body of the text', '湖北武汉获批试点', '名单公布。', { agencies: ['科学技术部'] }, ['420000']],
    [
      'body in the title outweighs its places',
      '国务院关于同意乌鲁木齐建设示范区的批复',
      '',
      { agencies: ['国务院'] },
      ['100000'],
    ],
    ['law', '中华人民共和国测试法', '悬挂于北京天安门广场。', {}, ['100000']],
    ['place inside the title', '关于印发四川省数据条例的通知', '', {}, ['510000']],
    ['the corps', '兵团建立诉求闭环机制', '', {}, ['650000']],
    ['a new area', '雄安新区出台样品新政', '', {}, ['130000']],
    ['a new area that is not named after its province', '两江新区推进项目建设', '', {}, ['500000']],
    ['elsewhere section', '先进经验', '多地出台措施。', { ...sichuan, section: '省外速览' }, []],
  ])('%s', (_, title, text, context, expected) => {
    expect(findRegions(title, text, context).map(({ value }) => value)).toEqual(expected);
  });
});

describe('places', () => {
  it('takes the longest name and no names inside other names', () => {
    const names = (text: string) => findPlaces(text).map(({ form }) => form);
    expect(names('四川省成都市武侯区')).toEqual(['四川省', '成都市', '武侯区']);
    expect(names('北京路、南京大学')).toEqual([]);
    expect(names('河北区域合作')).toEqual(['河北']);
    expect(names('欢迎来宾，世界大同')).toEqual([]);
  });
});

describe('sites', () => {
  it.each([
    ['kjt.sc.gov.cn', '510000'],
    ['stcsm.sh.gov.cn', '310000'],
    ['www.gz.gov.cn', '440000'],
    ['rsj.gz.gov.cn', '440000'],
    ['www.guizhou.gov.cn', '520000'],
    ['www.hangzhou.gov.cn', '330000'],
    ['www.gov.cn', '100000'],
    ['www.mee.gov.cn:443', '100000'],
    ['WWW.NDRC.GOV.CN', '100000'],
    ['example.com', null],
    ['sc.gov.cn.example.com', null],
    ['unknown.gov.cn', null],
  ])('host %s', (host, code) => {
    expect(regionOfHost(host)).toBe(code);
  });

  it.each([
    ['5100000012', '510000'],
    ['bm23000001', '100000'],
    ['9900000001', null],
    ['', null],
  ])('SiteIDCode %s', (id, code) => {
    expect(regionOfSiteId(id)).toBe(code);
  });
});
