/** What a digest states about its items is none of its own data. All documents are invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const REPORTS = `四川省发展改革委召开样品规划座谈会
  3月5日，四川省发展改革委召开样品规划座谈会，听取各方意见，分析存在问题，部署下一步工作。
  （来源：省发展改革委）
  贵州省发展改革委组织召开样品价格座谈会
  近日，贵州省发展改革委组织召开样品价格座谈会，研究样品市场形势，取得积极成效。
  （来源：省发展改革委）`;

describe('the head of a digest', () => {
  it('has not the title of the first item, nor its body and province', () => {
    expect(read(REPORTS, { title: 'ndrc_地方动态_2026-03-05' }, 'bulletin')).toMatchObject({
      title: '地方动态',
      issuers: [],
      region: null,
    });
    expect(read(REPORTS, { title: 'sample_page-17' }, 'bulletin').title).toBeNull();
  });

  const cards = (between: string, end = '') => `# 样品政策日报
    ${between}
    # 广东省样品城市行动方案
    文号：粤样数〔2026〕16号
    发布时间：2026年7月7日
    > 方案提出，到2027年底建成样品城市，推进设施联通、数据融通、平台互通，打造四大场景。
    # 关于加快样品应用发展的实施意见
    文号：人社样发〔2026〕40号
    发布时间：2026年7月8日
    > 意见提出，到2027年普及应用一批样品模型，探索样品场景赋能路径，健全样品标准体系。
    ${end}`;
  const dataOf = (source: string) => {
    const { docNumber, publishedOn, items } = read(source, {}, 'bulletin');
    expect(items).toHaveLength(2);
    return { docNumber, publishedOn };
  };

  it('has not the number and the day of a card, nor the day of an entry of a timeline above the cards', () => {
    expect(dataOf(cards(''))).toEqual({ docNumber: null, publishedOn: null });
    const timeline = `发布时间线
      某部发布样品意见
      2026-07-08`;
    expect(dataOf(cards(timeline)).publishedOn).toBeNull();
  });

  it('has the day of its own head, and that below its last item', () => {
    expect(dataOf(cards('数据更新日期：2026年7月20日')).publishedOn).toBe('2026-07-20');
    const signed = `广东省科学技术厅
      2026年7月21日`;
    expect(dataOf(cards('', signed)).publishedOn).toBe('2026-07-21');
  });
});
