/** What is a title, what belongs to it, and pages that have no more than one. All documents are invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const TEXT = '> 样品服务由市科技局负责，各区应当加强样品管理，建立台账，定期开展检查，确保样品质量安全。';

describe('a title', () => {
  it('is no sentence, which stays the first paragraph of the text', () => {
    const lead = '为深入贯彻落实样品工作部署，加快样品强省建设，提出如下实施意见。';
    const { title, items } = read(`${lead}\n一、总体要求\n${TEXT}\n二、主要任务\n${TEXT}`, {}, 'policy');
    expect(title).toBeNull();
    expect(items[0]?.text.startsWith(lead)).toBe(true);
  });

  it.each<[line: string, title: string, text: RegExp]>([
    ['（市级版）', '样品市样品政策指引（市级版）', /^样品服务/u],
    ['（试行）', '样品市样品政策指引（试行）', /^样品服务/u],
    ['（2026年版）', '样品市样品政策指引（2026年版）', /^样品服务/u],
    ['（含服务网点）', '样品市样品政策指引', /^（含服务网点）/u],
  ])('goes on in %s below it', (line, expected, text) => {
    const { title, items } = read(`= 样品市样品政策指引\n${line}\n${TEXT}`, {}, 'policy');
    expect(title).toBe(expected);
    expect(items[0]?.text).toMatch(text);
  });

  it('sets bodies on lines of their own apart, but the last of them not from what follows', () => {
    const lines = `= 样品省科学技术厅
      = 四川省财政厅
      = 关于印发样品管理办法的通知`;
    expect(read(`${lines}\n${TEXT}`, { title: '四川省财政厅关于印发样品管理办法的通知' }, 'policy').title).toBe(
      '四川省财政厅关于印发样品管理办法的通知',
    );
  });

  it('has the body that stands alone above it and is set like it, but not that of a masthead', () => {
    const lines = (owner: string) => `${owner}\n= 关于样品资金管理的补充通知\n湘财样〔2026〕1号\n${TEXT}`;
    expect(read(lines('= 湖南省财政厅'), {}, 'policy').title).toBe('湖南省财政厅关于样品资金管理的补充通知');
    expect(read(lines('= 湖南省财政厅文件'), {}, 'policy').title).toBe('关于样品资金管理的补充通知');
    expect(read(lines('= 湖南省发展和改革委员会\n= 湖南省财政厅'), {}, 'policy')).toMatchObject({
      title: '湖南省发展和改革委员会 湖南省财政厅关于样品资金管理的补充通知',
      issuers: ['湖南省发展和改革委员会', '湖南省财政厅'],
    });
  });

  it('is followed by a month that is no text', () => {
    const { title, items } = read(`= 样品产业发展规划\n= 二〇二六年三月\n${TEXT}`, {}, 'policy');
    expect(title).toBe('样品产业发展规划');
    expect(items[0]?.text).toMatch(/^样品服务/u);
  });

  it('is what a table of metadata names, but not what stands beside the head of a column of names', () => {
    const metadata = `| 索引号 | 000014349/2026-00225
      | 名称 | 样品市人民政府关于样品目录的公告
      | 文号 | 无
      # 样品目录公告
      ${TEXT}`;
    expect(read(metadata, {}, 'policy').title).toBe('样品市人民政府关于样品目录的公告');
    const listed = `= 样品市财政局关于公布样品目录的公告
      ${TEXT}
      附件
      | 序号 | 名称 | 补助金额
      | 1 | 甲 | 100万元`;
    expect(read(listed, {}, 'policy').title).toBe('样品市财政局关于公布样品目录的公告');
  });

  it('has not the mark of a site that prints it again', () => {
    const name = '样品市人民政府关于印发样品管理办法的通知';
    expect(read(`# （转载）${name}\n${TEXT}`, {}, 'policy').title).toBe(name);
    expect(read(`# ${name}\n${TEXT}`, { title: `【转发】${name}` }, 'policy').title).toBe(name);
  });
});

describe('a page whose text is a picture or a file', () => {
  const META: [string, string][] = [
    ['SiteIDCode', '1304000009'],
    ['ArticleTitle', '邯郸市教育局关于印发《样品安全整治行动实施方案》的通知'],
    ['PubDate', '2026-08-02'],
  ];

  it('has its head, and one item that says no more', () => {
    const reading = read('', { meta: META }, 'policy');
    expect(reading).toMatchObject({ issuers: ['邯郸市教育局'], publishedOn: '2026-08-02', region: '130000' });
    expect(reading.items.map(({ title, documents, text }) => ({ title, documents, text }))).toEqual([
      {
        title: '邯郸市教育局关于印发《样品安全整治行动实施方案》的通知',
        documents: ['样品安全整治行动实施方案'],
        text: '',
      },
    ]);
  });

  it('is nothing where nothing states what it is about', () => {
    expect(read('', { title: '样品市门户' }, 'policy').items).toEqual([]);
  });
});

describe('what stands below the text', () => {
  const HEAD = `= 四川省科学技术厅关于召开样品会议的通知
      各有关单位：
      ${TEXT}`;
  const SIGNATURE = `四川省科学技术厅
      2026年3月5日`;
  it.each([
    ['the time of a meeting', '时间：2026年4月10日上午9时\n地点：成都'],
    ['the name of a project', '一、采购项目\n名称：四川省样品检测服务项目采购\n日期：2026年5月1日'],
    ['both in a table', '| 时间 | 2026年4月10日\n| 名称 | 四川省样品检测服务项目'],
  ])('is no statement about the document: %s', (_, lines) => {
    const { title, publishedOn } = read(`${HEAD}\n${lines}\n${SIGNATURE}`, {}, 'policy');
    expect({ title, publishedOn }).toEqual({
      title: '四川省科学技术厅关于召开样品会议的通知',
      publishedOn: '2026-03-05',
    });
  });

  it('above the text it is', () => {
    const { publishedOn } = read(`= 关于召开样品会议的通知\n时间：2026-03-06 来源：省科技厅\n${TEXT}`, {}, 'policy');
    expect(publishedOn).toBe('2026-03-06');
  });
});
