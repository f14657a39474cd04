/** Pages in traditional characters, and copies that carry the pronunciation. Invented samples. */
import { describe, expect, it } from 'vitest';
import { toInspection } from '@/lib/core/export/to-inspection';
import { documentText } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';
import { read } from './read-source';

describe('copies that carry the pronunciation of their characters', () => {
  it('are read without it, and every place is still that of the page', () => {
    const model = modelOf(
      `# 样品省科学(xué)技术厅关(guān)于印发样品办法的通知
      各有关单位：现将《样品管理办法》印发给你们，请认真贯彻执行。
      一、总(zǒng)体要求
      到2027年，建成样品基地30(含)家，距离不超过20公里（km）。
      二、重点(diǎn)任务
      建立台账。`,
    );
    const reading = readDocument(model);
    const whole = model.blocks.map(({ text }) => text).join('\n');
    const [item] = reading.items;
    expect(item?.title.value).toBe('样品省科学技术厅关于印发样品办法的通知');
    expect(item?.measures.map(({ heading }) => heading)).toEqual(['总体要求', '重点任务']);
    expect(item?.text).toContain('20公里（km）');
    expect(item?.figures[0]?.spans.map(({ start, end }) => whole.slice(start, end)).join('')).toContain('30');
  });
  it('are none where a few brackets hold abbreviations', () => {
    const { items } = read(
      '# 样品省关于样品工作的通知\n各市人民政府：现将建设应用（app）和平台（pt）的要求通知如下，请贯彻执行。',
    );
    expect(items[0]?.text).toContain('应用（app）和平台（pt）');
  });
});

describe('pages in traditional characters', () => {
  const model = modelOf(
    `= 深圳市人民政府關於印發樣品若干措施的通知
     = 深府規〔2026〕9號
     各區人民政府，市政府直屬各單位：
     > 現將《樣品若干措施》印發給你們，請認真貫徹執行。
     > 一、加大算力供給。到2028年，全市智能算力規模達到14000PFLOPS以上，每年發放最高5億元算力券。
     > 二、支持企業研發。（一）給予不超過3000萬元資助。（二）建設概念驗證中心10家。
     深圳市人民政府
     2026年8月1日`,
    { title: '深圳市人民政府關於印發樣品若干措施的通知 - 深圳政府在線' },
  );
  const reading = readDocument(model);
  const { items, ...head } = toInspection(reading, model);

  it('are read with the words of the other script', () => {
    expect(head).toMatchObject({
      kind: 'policy',
      issuers: ['深圳市人民政府'],
      publishedOn: '2026-08-01',
      region: '440000',
    });
    expect(items[0]?.figures.map(({ text, value, unit, year, bound }) => [text, value, unit, year, bound])).toEqual([
      ['14000PFLOPS', 14000, 'PFLOPS', 2028, 'atLeast'],
      ['5億元', 500_000_000, '元', 2028, 'atMost'],
      ['3000萬元', 30_000_000, '元', null, 'atMost'],
      ['10家', 10, '家', null, null],
    ]);
  });
  it('are given back as they print it, every place that of the page', () => {
    const [item] = items;
    expect(head).toMatchObject({ title: '深圳市人民政府關於印發樣品若干措施的通知', docNumber: '深府規〔2026〕9號' });
    expect(item?.documents).toEqual(['樣品若干措施']);
    expect(item?.measures.map(({ label, heading, points }) => [label, heading, points.length])).toEqual([
      ['一、', '加大算力供給', 0],
      ['二、', '支持企業研發', 2],
    ]);
    expect(item?.text).toMatch(/^現將《樣品若干措施》印發給你們/u);
    expect(item?.figures[0]?.indicator).toBe('智能算力規模');
    const page = documentText(model);
    const figure = reading.items[0]?.figures[1];
    expect(figure?.spans.map(({ start, end }) => page.slice(start, end))).toEqual(['5億元']);
    expect(item?.text.slice(figure?.at.start, figure?.at.end)).toBe('5億元');
  });
  it('of Taiwan are announcements with a year of their own', () => {
    const announced = read(
      `= 國家科學及技術委員會　公告
       = 中華民國115年5月20日
       = 科會樣字第1150031234號
       > 主旨：修正「補助樣品產學合作研究計畫作業要點」，並自即日生效，請各申請機構依公告事項辦理，有關條件與程序規定如下。
       > 公告事項：
       > 一、補助金額：合作企業配合款不得低於計畫總經費百分之二十五，經費應專款專用，並接受監督檢查。
       > 二、申請機構：公私立大專校院及公立研究機構，應於期限內提出申請，逾期不予受理，資料不全者應於通知後補正。`,
    );
    expect(announced).toMatchObject({
      kind: 'policy',
      publishedOn: '2026-05-20',
      docNumber: '科會樣字第1150031234號',
      items: [{ measures: [{ heading: '補助金額' }, { heading: '申請機構' }] }],
    });
  });
});
