/** Forms that digests of policies come in: where their sections, titles and texts begin and end. All are invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const report = (lead: string) =>
  `${lead}印发《样品行动方案》，提出到2028年建成50家样品中心，对每家给予100万元支持，推动样品产业升级，各地抓紧落实。`;

describe('forms of digests', () => {
  it.each<[form: string, source: string, expected: string[]]>([
    [
      'sources in brackets below the texts',
      `= 样品工作简报
       = 第12期
       四川省科学技术厅 2026年3月5日
       【国家政策】
       ! 科技部印发样品方案
       > ${report('近日，科技部')}
       （科技日报）
       ! 工信部部署样品工作
       > ${report('日前，工业和信息化部')}
       （新华社）
       【市州动态】
       ! 绵阳市推进样品改革
       > ${report('今年以来，绵阳市')}
       （绵阳市科技局供稿）`,
      ['国家政策｜科技部印发样品方案', '国家政策｜工信部部署样品工作', '市州动态｜绵阳市推进样品改革'],
    ],
    [
      'numbered sections that look like text',
      `= 样品月报
       2026年第3期（总第45期）
       一、国家层面
       （一）国务院办公厅印发样品意见
       > ${report('3月2日，国务院办公厅')}
       （二）财政部发布样品公告
       > ${report('3月5日，财政部')}
       二、地方层面
       （一）上海发布样品条例
       > ${report('3月8日，上海市科委')}
       （二）广东省推出样品十条
       > ${report('3月9日，广东省人民政府')}`,
      [
        '国家层面｜国务院办公厅印发样品意见',
        '国家层面｜财政部发布样品公告',
        '地方层面｜上海发布样品条例',
        '地方层面｜广东省推出样品十条',
      ],
    ],
    [
      'titles that run in after a body or a place',
      `# 一周科技政策速览（3.2-3.8）
       1. 科技部：印发样品方案。${report('近日，科技部')}
       2. 上海市：出台样品措施。${report('近日，上海市科委')}
       3. 江苏省：完善样品制度。${report('近日，江苏省科技厅')}`,
      ['｜科技部：印发样品方案', '｜上海市：出台样品措施', '｜江苏省：完善样品制度'],
    ],
    [
      'one entry per place, a city with its province',
      `# 各地样品政策汇总
       北京市
       > ${report('3月2日，北京市科委')}
       广东省深圳市
       > ${report('3月4日，深圳市科技创新局')}
       上海市
       > ${report('3月5日，上海市科委')}`,
      ['｜北京市', '｜广东省深圳市', '｜上海市'],
    ],
    [
      'documents with their signatures',
      `# 样品政策汇编
       # 浙江省样品管理办法
       ${report('浙江省科技厅')}
       浙江省科学技术厅
       2026年3月5日
       # 安徽省样品管理办法
       ${report('安徽省科技厅')}
       安徽省科学技术厅
       2026年3月6日`,
      ['｜浙江省样品管理办法', '｜安徽省样品管理办法'],
    ],
    [
      'a day and a source below each title',
      `# 样品政策周报
       # 科技部印发样品方案
       2026-03-02 来源：科技部
       ${report('科技部')}
       # 浙江省出台样品措施
       2026-03-03 09:30 来源：浙江省科技厅
       ${report('浙江省科技厅')}`,
      ['｜科技部印发样品方案', '｜浙江省出台样品措施'],
    ],
  ])('%s', (_, source, expected) => {
    const { kind, items } = read(source);
    expect(kind).toBe('bulletin');
    expect(items.map(({ section, title }) => `${section ?? ''}｜${title}`)).toEqual(expected);
    for (const { text, agencies } of items) {
      expect(text).toMatch(/^[^\n]*印发《样品行动方案》[^\n]*各地抓紧落实。$/u);
      expect(agencies.length).toBe(text.includes('绵阳') ? 0 : 1);
    }
  });

  it('a name with year and issue is that of the digest, not that of its first section', () => {
    const { title, issueNumber } = read(
      `# 样品简讯 2026年第5期
       # 部委动态
       ! 科技部印发样品方案
       ${report('近日，科技部')}
       # 市州要闻
       ! 成都市推进样品改革
       ${report('近日，成都市科技局')}`,
    );
    expect({ title, issueNumber }).toEqual({ title: '样品简讯 2026年第5期', issueNumber: '第5期' });
  });
});
