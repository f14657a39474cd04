/** What the mastheads of digests look like beyond the printed one. Invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';
import { FIRST, SECOND } from './sample-items';

const ITEMS = `
! 江苏：出台样品管理新政
${FIRST}
! 安徽：召开样品工作推进会
${SECOND}
`;

describe('mastheads', () => {
  it.each<[name: string, masthead: string, expected: object]>([
    [
      'publisher that no list knows, with 编 and a date in numerals',
      '= 样刊动态\n= 第12期（总第248期）\n= 江苏省样品情报研究院　编　　二〇二六年三月八日',
      {
        title: '样刊动态',
        issueNumber: '第12期',
        issuers: ['江苏省样品情报研究院'],
        publishedOn: '2026-03-08',
      },
    ],
    [
      'year and issue in numerals above the name',
      '= 二〇二六年第七期\n= 样品改革简报\n= 江苏省科学技术厅编　　二〇二六年三月八日',
      {
        title: '样品改革简报',
        issueNumber: '第七期',
        issuers: ['江苏省科学技术厅'],
        publishedOn: '2026-03-08',
      },
    ],
    [
      'an office by its short name with the date beside it',
      '= 样品督察工作简报\n= （第23期）\n省样品办 2026年8月15日',
      { title: '样品督察工作简报', issueNumber: '第23期', publishedOn: '2026-08-15' },
    ],
    [
      'a department that no list knows with the date below the name, which holds the issue',
      '# 样品改革动态（2026年第6期）\n国家发展改革委样品司 2026-03-25',
      {
        title: '样品改革动态（2026年第6期）',
        issueNumber: '第6期',
        issuers: ['国家发展和改革委员会'],
        publishedOn: '2026-03-25',
      },
    ],
    [
      'an office of a body below the name',
      '= 样品信息快报\n= 2026年第4期\n= 陕西省发展和改革委员会样品研究室　　2026年4月30日',
      { issueNumber: '第4期', issuers: ['陕西省发展和改革委员会'], publishedOn: '2026-04-30' },
    ],
    [
      'the running number on its own line, above whose journal it is',
      '= 样品工作简报\n= 第12期\n= （总第236期）\n= 江苏省科学技术厅办公室 2026年6月28日',
      { issueNumber: '第12期', issuers: ['江苏省科学技术厅办公室'], publishedOn: '2026-06-28', region: '320000' },
    ],
    [
      'the year in brackets before the issue',
      '= 样品改革内参\n= 〔2026〕第6期\n= 中共陕西省委科技委员会办公室 2026年6月5日',
      { issueNumber: '第6期', issuers: ['中共陕西省委科技委员会办公室'], publishedOn: '2026-06-05' },
    ],
    [
      'an institute that no list knows beside the date',
      '= 样品科技参考\n= 2026年第20期 总第580期\n甘肃省样品情报研究所　　2026年10月31日',
      { issueNumber: '第20期', issuers: ['甘肃省样品情报研究所'], publishedOn: '2026-10-31', region: '620000' },
    ],
    [
      'a month without a day',
      '= 样品科技动态\n= 第 9 期\n= 宁波市科学技术局　二〇二六年九月',
      { issueNumber: '第9期', issuers: ['宁波市科学技术局'], publishedOn: null },
    ],
    [
      'handling mark above the name',
      '= 内部资料　注意保存\n= 样品专报\n= （第八期）\n= 江苏省科学技术厅　　2026年3月8日',
      { title: '样品专报', issueNumber: '第八期', publishedOn: '2026-03-08' },
    ],
    [
      'days that a weekly covers are not the day it appeared',
      '# 样品一周工作要览（2026年3月2日—8日）\n2026-03-09 来源：科技部',
      {
        title: '样品一周工作要览（2026年3月2日—8日）',
        publishedOn: '2026-03-09',
      },
    ],
    [
      'issue, publisher and day on one line',
      '= 样品产业政策动态\n= （2026年第31期）　样品省产业政策研究室编　2026年11月20日',
      {
        title: '样品产业政策动态',
        issueNumber: '第31期',
        issuers: ['样品省产业政策研究室'],
        publishedOn: '2026-11-20',
      },
    ],
    [
      'body and day before the issue on one line',
      '= 样品科技信息\n= 江苏省科学技术厅 2026年8月15日　第16期（总第300期）',
      { issueNumber: '第16期', issuers: ['江苏省科学技术厅'], publishedOn: '2026-08-15', region: '320000' },
    ],
    [
      'a name of a digest above titles that end with a 文种',
      '= 各地样品政策一览（2026年第一季度）',
      { title: '各地样品政策一览（2026年第一季度）' },
    ],
  ])('%s', (_, masthead, expected) => {
    const digest = read(`${masthead}\n${ITEMS}`);
    expect(digest).toMatchObject({ kind: 'bulletin', ...expected });
    expect(digest.items.map(({ title }) => title)).toEqual(['江苏：出台样品管理新政', '安徽：召开样品工作推进会']);
  });
});
