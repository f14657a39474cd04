/** Titles in 《》, document numbers, dates. Invented texts. */
import { describe, expect, it } from 'vitest';
import { findAliases, findDate, findDates, findDocNumbers, findDocuments } from '@/lib/core/parse/fields';

describe('findDocuments', () => {
  it.each<[name: string, title: string, text: string, expected: string[]]>([
    ['title and body once', '我市印发《数据条例》', '近日，我市印发《数据条例》。', ['数据条例']],
    ['book, film, journal, form', '', '图书《创新之路》、纪录片《山海》、《科技日报》，填写《申请表》。', []],
    [
      'inner marks of two kinds',
      '',
      '修订《关于印发<样品办法>的通知》，《关于印发〈样品办法〉的通知》停止执行。',
      ['关于印发<样品办法>的通知'],
    ],
    [
      'what a row of a card calls a document',
      '',
      '服务对象：企业\n依据文件\n《2026年样品项目申报工作》《样品征集评选》\n服务内容',
      ['2026年样品项目申报工作', '样品征集评选'],
    ],
    [
      'a standard that only its number tells',
      '',
      '参考《样品分类和分级》（GB/T 98765—2030）和《样品服务质量》（DB99/T 123—2030）标准，不参考《样品故事集》（第二版）。',
      ['样品分类和分级', '样品服务质量'],
    ],
    ['a report on one applicant', '', '从出具《样品家庭经济状况核对报告》之日起，凭《样品能力鉴定报告》办理。', []],
    ['a work without 文种 elsewhere', '', '服务对象：企业\n见《2026年样品项目申报工作》。', []],
    ['alias dropped', '', '《科技奖励办法》（以下简称《办法》）印发。《办法》规定如下。', ['科技奖励办法']],
    [
      'alias with a year',
      '',
      '《药品目录（2025年版）》（以下简称《2025年版目录》），《2025年版目录》明确。',
      ['药品目录（2025年版）'],
    ],
    [
      'alias that no one declared',
      '',
      '印发《关于促进成果转化的若干措施》。《若干措施》提出，《实施细则》另行制定。',
      ['关于促进成果转化的若干措施'],
    ],
    [
      'words left out',
      '',
      '《关于加快科技成果转化应用的实施意见》印发。《科技成果转化实施意见》明确。',
      ['关于加快科技成果转化应用的实施意见'],
    ],
    [
      'a law, called without its country afterwards',
      '',
      '根据《中华人民共和国样品税法》（以下称《样品税法》）制定。《样品税法》规定的除外。',
      ['中华人民共和国样品税法'],
    ],
    ['nested marks', '', '根据《省政府关于印发〈数据办法〉的通知》执行。', ['省政府关于印发〈数据办法〉的通知']],
    ['nested outer marks', '', '根据《省政府关于印发《数据办法》的通知》执行。', ['省政府关于印发《数据办法》的通知']],
    [
      'nested, wrongly closed',
      '',
      '根据《省政府关于印发〈数据办法》的通知》执行。',
      ['省政府关于印发〈数据办法》的通知'],
    ],
    [
      'nested one is a document of its own',
      '',
      '《关于实施〈促进转化法〉若干规定的通知》和《促进转化法》。',
      ['关于实施〈促进转化法〉若干规定的通知', '促进转化法'],
    ],
    ['law in short and in full', '', '《中华人民共和国测试法》和《测试法》。', ['中华人民共和国测试法']],
    ['national standards', '', '审议通过《运输容器》和《监测范围》2项国家标准。', ['运输容器', '监测范围']],
    ['cut by a line', '', '《关于促进\n高质量发展的意见》印发。', ['关于促进高质量发展的意见']],
    ['remark in brackets', '', '《管理办法（试行）》《数据管理办法（试行）》印发。', ['数据管理办法（试行）']],
    ['article', '', '发表署名文章《谱写创新新篇章的行动方案》。', []],
    ['never closed', '', '《关于开展工作的通知，《数据条例》印发。', ['数据条例']],
    [
      'model contract and agreement',
      '',
      '推广使用《家政服务合同》《区域合作框架协议》。',
      ['家政服务合同', '区域合作框架协议'],
    ],
  ])('%s', (_, title, text, expected) => {
    expect(findDocuments(title, text).map(({ value }) => value)).toEqual(expected);
  });

  it('knows aliases of the whole document', () => {
    const aliases = findAliases('《药品目录（2025年修订）》（以下简称《新版药品目录》）。');
    expect(findDocuments('', '《新版药品目录》明确。', { aliases })).toEqual([]);
    expect(findDocuments('', '《新版药品目录》明确。')).toHaveLength(1);
  });

  it('says every place', () => {
    const [found] = findDocuments('印发《数据条例》', '《数据条例》共三章。《数据条例》自发布之日起施行。');
    expect(found?.inTitle).toEqual([{ start: 2, end: 8 }]);
    expect(found?.inText).toHaveLength(2);
  });
});

describe('findDocNumbers', () => {
  it.each<[printed: string, value: string, sure: boolean]>([
    ['国发〔2025〕3号', '国发〔2025〕3号', true],
    ['国发[2025] 3 号', '国发〔2025〕3号', true],
    ['川科政［２０２５］６号', '川科政〔2025〕6号', true],
    ['穗府办规【2021】19号', '穗府办规〔2021〕19号', true],
    ['沪府规（2018）19号', '沪府规〔2018〕19号', true],
    ['国办函(1996)16号', '国办函〔1996〕16号', true],
    ['丽政发﹝2023﹞30号', '丽政发〔2023〕30号', true],
    ['国办发明电〔2018〕第15号', '国办发明电〔2018〕15号', true],
    ['根据国发〔2025〕3号要求', '国发〔2025〕3号', true],
    ['商服贸函2026年第322号', '商服贸函2026年第322号', true],
    ['（2024）京科字第5号', '〔2024〕京科字第5号', true],
    ['中华人民共和国国务院令第707号', '中华人民共和国国务院令第707号', true],
    ['国发〔2025 3号', '国发〔20253号', false],
    ['国发2025〕3号', '国发2025〕3号', false],
  ])('%s', (printed, value, sure) => {
    const [found, ...more] = findDocNumbers(`（${printed}）`);
    expect([found?.value, found?.sure, more.length]).toEqual([value, sure, 0]);
  });

  it.each(['电话12345号', '2025年3号线', '第5号楼', '（2025）3', '国发〔2025〕号', '（2015）民申字第123号'])(
    'finds none in %s',
    (text) => {
      expect(findDocNumbers(text)).toEqual([]);
    },
  );
});

describe('dates', () => {
  it.each([
    ['2025年12月1日', '2025-12-01'],
    ['2025 年 12 月 1 日', '2025-12-01'],
    ['2 0 2 5 年 1 2 月 1 日', '2025-12-01'],
    ['２０２５年１２月１日', '2025-12-01'],
    ['二〇二五年十二月一日', '2025-12-01'],
    ['二○二五年十一月二十三日', '2025-11-23'],
    ['2025-12-01 10:30', '2025-12-01'],
    ['2025/12/1', '2025-12-01'],
    ['2025.12.01', '2025-12-01'],
    ['2025年12月1号', '2025-12-01'],
  ])('%s', (text, value) => {
    expect(findDate(`发布时间：${text}`)?.value).toBe(value);
  });

  it.each(['2025年13月1日', '2025年2月30日', '2025年12月', '192.168.10.12', '电话2025-123456'])(
    'none in %s',
    (text) => {
      expect(findDate(text)).toBeNull();
    },
  );

  it.each([
    ['截至11月7日，', '2025-11-07'],
    ['截至12月7日，', '2024-12-07'],
    ['昨天公布', '2025-11-30'],
  ])('resolves %s against the day of publication', (text, value) => {
    expect(findDates(text, { publishedOn: '2025-12-01' })).toMatchObject([{ value, sure: false }]);
    expect(findDates(text)).toEqual([]);
  });
});
