/** Digests whose entries begin with their place: what names an entry, and which paragraphs are one. All invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const promised = '提出到2028年建成50家样品中心，对每家给予100万元支持，推动样品产业升级，各地抓紧落实。';
const titlesOf = (source: string): string[] => {
  const { kind, items } = read(source);
  expect(kind).toBe('bulletin');
  return items.map(({ section, title }) => `${section ?? ''}｜${title}`);
};

const HEAD = `= 样品产业政策动态
  = （2026年第31期）　2026年11月20日`;
const ANHUI = `1. 安徽：11月12日，安徽省发展改革委、省财政厅联合印发《安徽省支持样品产业高质量发展若干措施》（皖发改产业〔2026〕188号），${promised}`;
const HUNAN = `2. 湖南：湖南省人民政府办公厅日前印发《关于加快样品服务保障体系建设的实施意见》，${promised}`;
describe('an entry that begins with its place', () => {
  it('is named by it where the sentence is too long for a title, and begins no section with the line of the issue', () => {
    const { items } = read(`${HEAD}\n${ANHUI}\n${HUNAN}`);
    expect(items.map(({ title }) => title)).toEqual(['安徽', '湖南']);
    expect(items.map(({ section }) => section)).toEqual([null, null]);
    expect(items[0]?.text).toBe(ANHUI.slice('1. 安徽：'.length));
    expect(items[0]?.documents).toEqual(['安徽省支持样品产业高质量发展若干措施']);
    expect(items.map(({ regions }) => regions)).toEqual([['340000'], ['430000']]);
  });

  it('is followed by one that counts on without a place, in a section of its own', () => {
    const ministry = `3. 工业和信息化部等四部门印发《样品装备行动方案》，${promised}`;
    const source = `${HEAD}
      ! 一、地方动态
      ${ANHUI}
      ${HUNAN}
      ! 二、部委动态
      ${ministry}
      ! 三、港澳台
      4. 香港：香港特区政府运输及物流局公布样品试点项目38个，审批时限由60个工作日压缩至30个工作日，${promised}`;
    expect(titlesOf(source)).toEqual([
      '地方动态｜安徽',
      '地方动态｜湖南',
      '部委动态｜工业和信息化部等四部门印发《样品装备行动方案》',
      '港澳台｜香港',
    ]);
    const { items } = read(source);
    expect(items[1]?.text).not.toContain('工业和信息化部');
    expect(items[2]?.text).toBe(ministry.slice(3));
    expect(items[2]?.regions).toEqual(['100000']);
  });

  it('is followed by one that opens the next section without a number', () => {
    const source = `${HEAD}
      ! 【地方动态】
      ${ANHUI.slice(3)}
      ${HUNAN.slice(3)}
      浙江：浙江省科技厅日前印发《浙江省样品中心管理办法》，${promised}
      ! 【部委动态】
      近日，工业和信息化部等四部门印发《样品装备行动方案》，${promised}`;
    expect(titlesOf(source)).toEqual([
      '地方动态｜安徽',
      '地方动态｜湖南',
      '地方动态｜浙江',
      '部委动态｜近日，工业和信息化部等四部门印发《样品装备行动方案》',
    ]);
  });

  it('keeps the numbered measures below it', () => {
    const { items } = read(`${HEAD}
      ${ANHUI}
      ${HUNAN}
      1. 对首次取得样品合格证的企业，按研发投入的15%给予一次性奖励，最高不超过2000万元，由省级财政承担。
      2. 对新开通的样品物流航线，每条给予一次性补贴，单个企业每年最高不超过300万元，由设区市承担。
      3. 对样品中心的建设，按照实际投入给予补助，单个中心最高不超过500万元，由省级财政承担，分两年拨付。
      3. 上海：上海市科委日前印发《上海市样品中心管理办法》，${promised}
      4. 浙江：浙江省科技厅日前印发《浙江省样品中心管理办法》，${promised}
      5. 江苏：江苏省科技厅日前印发《江苏省样品中心管理办法》，${promised}`);
    expect(items.map(({ title }) => title.slice(0, 2))).toEqual(['安徽', '湖南', '上海', '浙江', '江苏']);
    expect(items[1]?.measures).toHaveLength(3);
  });
});
