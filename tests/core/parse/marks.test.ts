/** Confidentiality marks: every place and form in which papers print them, and what only speaks of secrets. */
import { describe, expect, it } from 'vitest';
import { type DocumentModel, withOffsets } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';

const BODY = `> 近日，示例省召开全省科技工作会议，研究部署年度重点任务，提出三项安排。
  > 会议要求，各地各部门要抓好落实，重大情况及时报告省政府。`;

const marksOf = (source: string, about: Partial<DocumentModel> = {}): string[] =>
  readDocument(modelOf(source, about)).head.marks.map(({ value }) => value);

describe('a line above the title', () => {
  it.each([
    ['秘密', ['秘密']],
    ['秘　密', ['秘密']],
    ['机 密', ['机密']],
    ['绝 密', ['绝密']],
    ['机密★1年', ['机密★1年']],
    ['机　密★1年', ['机密★1年']],
    ['机密 ★ １０年', ['机密★１０年']],
    ['机密★1 年', ['机密★1年']],
    ['秘密★6个月', ['秘密★6个月']],
    ['机密★长期', ['机密★长期']],
    ['绝密★启用前', ['绝密★启用前']],
    ['秘密★', ['秘密★']],
    ['【机密】', ['机密']],
    ['密级：机密', ['机密']],
    ['密级和保密期限：机密★5年', ['机密★5年']],
    ['000012　机密★1年', ['机密★1年']],
    ['机密★1年　特急', ['机密★1年']],
    ['示例省人民政府办公厅　机密★1年', ['机密★1年']],
    ['份号：000012 密级：秘密 紧急程度：特急', ['秘密']],
    ['機密★1年', ['機密★1年']],
    ['內部資料　注意保存', ['內部資料', '注意保存']],
    ['内部资料 注意保存', ['内部资料', '注意保存']],
    ['内部资料，注意保存', ['内部资料', '注意保存']],
    ['内部资料注意保存', ['内部资料', '注意保存']],
    ['内部资料★注意保存', ['内部资料', '注意保存']],
    ['（内部资料，注意保存）', ['内部资料', '注意保存']],
    ['内 部 资 料 注 意 保 存', ['内部资料', '注意保存']],
    ['内部文件　不得外传', ['内部文件', '不得外传']],
    ['内部参考', ['内部参考']],
    ['内部资料：仅供领导参阅', ['内部资料', '仅供领导参阅']],
    ['内部资料 注意保存 示例省科学技术厅编 2025年12月1日', ['内部资料', '注意保存']],
    ['内部资料 2025年第3期', ['内部资料']],
    ['科技工作简报 内部资料 注意保存', ['内部资料', '注意保存']],
    ['科技工作简报（内部资料）', ['内部资料']],
    ['第57期 内部参考', ['内部参考']],
  ])('%s', (line, marks) => {
    expect(marksOf(`${line}\n= 样例工作情况\n${BODY}`)).toEqual(marks);
  });
});

describe('words that are no mark', () => {
  it.each([
    ['商业秘密保护'],
    ['保守国家秘密'],
    ['国家机密'],
    ['中华人民共和国保守国家秘密法'],
    ['一、秘密'],
    ['1. 内部资料不得外传'],
    ['绝密、机密、秘密'],
    ['密级'],
    ['密级：公开'],
    ['密级：主动公开'],
    ['秘密会议前'],
    ['内部资料管理办法'],
    ['内部资料 管理办法'],
    ['机关 内部文件 管理制度'],
    ['关于规范 内部资料'],
    ['内部资料：指仅在本单位使用的资料'],
    ['《内部参考》'],
    ['首页 > 内部资料 > 正文'],
    ['涉及内部资料的，应当注意保存。'],
    ['对工作中知悉的秘密，不得外传。'],
    ['文件标注“机密★1年”的，不得公开。'],
    ['请妥善保管个人物品'],
    ['资料仅供参考'],
  ])('%s', (line) => {
    expect(marksOf(`${line}\n= 样例工作情况\n${BODY}`)).toEqual([]);
    expect(marksOf(`= 样例工作情况\n${line}\n${BODY}\n${line}`)).toEqual([]);
  });
  it.each([
    ['a link', `~ 内部资料\n= 样例工作情况\n${BODY}`],
    ['a page that is called so', `# 秘密\n${BODY}`],
    ['a column of a list', `= 样例文件目录\n| 文号 | 密级\n| 样发1号 | 秘密\n| 样发2号 | 机密\n${BODY}`],
    ['deep in the text', `= 样例情况\n${`${BODY}\n`.repeat(20)}内部资料\n${`${BODY}\n`.repeat(20)}`],
    ['a grade below the text', `= 样例情况\n${`${BODY}\n`.repeat(10)}秘密`],
    ['a paper named in a list of sources', `= 样例情况\n${`${BODY}\n`.repeat(10)}样例调研报告（内部资料）`],
  ])('%s', (_, source) => {
    expect(marksOf(source, { title: source.startsWith('# 秘密') ? '秘密 - 示例网' : '' })).toEqual([]);
  });
});

describe('other places of a paper', () => {
  const running = (text: string): DocumentModel => {
    const { blocks, ...model } = modelOf(`--- 1\n= 样例工作情况\n${BODY}\n--- 2\n${BODY}`, {
      source: 'pdf',
      pageCount: 2,
    });
    const head = (page: number) => ({ text, role: 'furniture' as const, page });
    return { ...model, blocks: withOffsets([head(1), ...blocks.slice(0, 3), head(2), ...blocks.slice(3)]) };
  };
  it.each([
    ['机密★1年', ['机密★1年']],
    ['秘 密', ['秘密']],
    ['科技工作简报 内部资料 注意保存', ['内部资料', '注意保存']],
    ['商业秘密保护指南', []],
  ])('once for a running head: %s', (text, marks) => {
    expect(readDocument(running(text)).head.marks.map(({ value }) => value)).toEqual(marks);
  });
  it('keeps that of a paper that is pictures', () => {
    const model = running('机密★1年');
    const { head } = readDocument({ ...model, blocks: model.blocks.filter(({ role }) => role === 'furniture') });
    expect(head.marks.map(({ value }) => value)).toEqual(['机密★1年']);
  });
  it.each([
    ['the masthead as a table', `| 内部资料 | 注意保存\n= 样例工作情况\n${BODY}`, ['内部资料', '注意保存']],
    ['the cell beside its label', `| 文号 | 样发1号\n| 密级 | 机密\n= 样例工作情况\n${BODY}`, ['机密']],
    [
      'the imprint at the end',
      `= 样例工作情况\n${`${BODY}\n`.repeat(10)}内部资料，注意保存\n共印120份`,
      ['内部资料', '注意保存'],
    ],
    [
      'below a contents list',
      `= 样例工作情况\n${Array.from({ length: 14 }, (_, i) => `样例地区${i}推进改革工作情况`).join('\n')}\n机密★1年\n${BODY}`,
      ['机密★1年'],
    ],
    ['twice', `内部资料\n= 样例工作情况\n内部资料\n${BODY}\n内部资料`, ['内部资料']],
  ])('%s', (_, source, marks) => {
    expect(marksOf(source)).toEqual(marks);
  });
  it('says where it stands', () => {
    const [mark] = readDocument(modelOf(`机 密★1年\n= 样例工作情况\n${BODY}`)).head.marks;
    expect(mark?.spans).toEqual([{ start: 0, end: 6 }]);
  });
  it('as printed on a page in traditional characters', () => {
    const source = `內部資料　注意保存\n= 關於開展專項計劃的情況\n> 近日，該縣召開會議，研究部署年度重點任務，執行標準。`;
    expect(marksOf(source)).toEqual(['內部資料', '注意保存']);
  });
});
