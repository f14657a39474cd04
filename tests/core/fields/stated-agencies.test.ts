/** Bodies behind the label that says who issued what a card or an entry is about. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { findAgencies, splitAgencies } from '@/lib/core/parse/fields';

const names = (text: string) => findAgencies('样品产业发展方案', text, {}).map(({ value }) => value);

describe('bodies behind a label', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'national bodies by their short names, 发改委 and 卫健委 after another one',
      '发布日期 2026年4月1日\n发布单位 国家网信办、发改委、卫健委、工信部、公安部\n监督单位 国家网信部门',
      ['国家互联网信息办公室', '国家发展和改革委员会', '国家卫生健康委员会', '工业和信息化部', '公安部'],
    ],
    [
      'all of the line, whatever no list knows between them',
      '发布单位：四川省科技厅、样品联合体、四川省财政厅\n内容：支持样品产业。',
      ['四川省科学技术厅', '四川省财政厅'],
    ],
    [
      'no letters of a document number above the label',
      '文号：人社部发〔2026〕4号\n发布单位：人社部、财政部\n内容：支持样品产业。',
      ['人力资源和社会保障部', '财政部'],
    ],
    ['国家 before a ministry', '发文机构\n国家财政部、国家税务总局\n服务内容\n给予补助。', ['财政部', '国家税务总局']],
    [
      'a body that no list knows, between signs on one line',
      '📅 发布日期：2026年7月6日 🏛️ 发布单位：样品城建设领导小组 📋 文号：无\n内容：支持样品产业。',
      ['样品城建设领导小组'],
    ],
    ['a name that is full already', '发布单位：山东省大数据局\n内容：支持样品产业。', ['山东省大数据局']],
    ['a department of a province, not the ministry', '发布单位：四川省发改委\n内容。', ['四川省发展和改革委员会']],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

it('the departments of all provinces are no national body', () => {
  const names = splitAgencies('国家能源局、各省（区、市）发改委', { region: '100000' }).map(({ name }) => name);
  expect(names).toEqual(['国家能源局']);
});

describe('an entry of a list of links', () => {
  const entry = (title: string, credit: string) =>
    findAgencies(title, `- 《${title}》（2026年5月18日） — ${credit} [Link](https://www.example.gov.cn/a)`, {}).map(
      ({ value }) => value,
    );
  it.each<[title: string, credit: string, expected: string[]]>([
    ['2026年样品培训班举办', '工业和信息化部', ['工业和信息化部']],
    ['国务院关于推行样品服务的实施意见', '样品网', ['国务院']],
    ['样品服务实施意见', '国务院', ['国务院']],
    ['四川省科技厅组织样品活动', '工业和信息化部', ['四川省科学技术厅']],
  ])('is of whom its title names, else of whom it ends with: %s — %s', (title, credit, expected) => {
    expect(entry(title, credit)).toEqual(expected);
  });
});

describe('a line of issuers', () => {
  it('leaves out the other name of a body, and knows 和 inside a name', () => {
    const line = '广州市人力资源和社会保障样品服务中心（加挂广州市样品卡服务中心牌子）';
    expect(splitAgencies(line).map(({ name }) => name)).toEqual(['广州市人力资源和社会保障样品服务中心']);
  });
});
