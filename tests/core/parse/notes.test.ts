/** Footnotes belong to the item that calls for them, at its end, and say nothing of it. All is invented. */
import { describe, expect, it } from 'vitest';
import { type DocumentModel, documentText, withOffsets } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';

/** As `modelOf`; lines that begin with `^` are notes. */
function withNotes(source: string, about: Partial<DocumentModel> = {}): DocumentModel {
  const model = modelOf(source, about);
  const blocks = model.blocks.map(({ start: _, ...block }) =>
    block.text.startsWith('^') ? { ...block, text: block.text.slice(1), role: 'note' as const } : block,
  );
  return { ...model, blocks: withOffsets(blocks) };
}

const DIGEST = withNotes(`
--- 1
= 科创参阅样刊
= 第 12 期
浙江省科学技术厅 2026 年 3 月 2 日
= 江苏省印发《概念验证中心建设办法》
> 近日，江苏省科技厅印发《概念验证中心建设办法》①，提出两项措施：
> 一、资金支持。给予不超过 300 万元的奖补。
> 二、人才引进。每个中心引进工程师不少于 10 人，并由所在地提供住房保障，支持中心与高校、企业和医院\\
^① 2024年由江苏省财政厅印发的《资金管理办法》另有规定，标准为 90 万元。
^一、本注释的第一条。
^二、本注释的第二条。
--- 2
共同建设技术平台。
= 安徽省举办成果对接活动
> 近日，安徽省科技厅在合肥举办成果对接活动，120 余家单位参加，现场签约项目 35 项②。
= 山东省印发《中试基地管理办法》
> 近日，山东省科技厅印发《中试基地管理办法》，建成基地 50 家。
^② 含意向项目 7 项。
`);

describe('footnotes of a digest', () => {
  const { items } = readDocument(DIGEST, { kind: 'bulletin' });
  const [first, second, third] = items;

  it('stand at the end of the item that calls for them, wherever the page ends', () => {
    expect(items.map(({ title }) => title.value.slice(0, 2))).toEqual(['江苏', '安徽', '山东']);
    expect(first?.text).toContain('高校、企业和医院共同建设技术平台。\n① 2024年由江苏省财政厅');
    expect(second?.text.endsWith('35 项②。\n② 含意向项目 7 项。')).toBe(true);
    expect(third?.text).not.toContain('②');
    const text = documentText(DIGEST);
    for (const { text: own, spans } of items) {
      const printed = spans.map(({ start, end }) => text.slice(start, end)).join('');
      expect(printed.replace(/\s/gu, '')).toBe(own.replace(/\s/gu, ''));
    }
  });

  it('make no measures, figures, documents and agencies of it', () => {
    expect(first?.measures.map(({ label, heading }) => label + heading)).toEqual(['一、资金支持', '二、人才引进']);
    expect(first?.measures.at(-1)?.text).toMatch(/共同建设技术平台。$/u);
    expect(items.map(({ figures }) => figures.map(({ text }) => text))).toEqual([
      ['300 万元', '10 人'],
      ['120 余家', '35 项'],
      ['50 家'],
    ]);
    expect(first?.documents.map(({ value }) => value)).toEqual(['概念验证中心建设办法']);
    expect(first?.agencies.map(({ value }) => value)).toEqual(['江苏省科学技术厅']);
  });
});

it('notes of a page, which has no numbers of pages, belong to the text that calls for them', () => {
  const { items } = readDocument(
    withNotes(`
# 样例省支持技术交易若干措施
> 一、给予补助。每项最高补助 20 万元[1]。
> 二、建设平台。到 2027 年建成平台 6 个。
^[1] 不含此前已补助的 4 个项目。
`),
    { kind: 'policy' },
  );
  expect(items[0]?.figures.map(({ text }) => text)).toEqual(['20 万元', '6 个']);
  expect(items[0]?.measures.at(-1)?.text).toBe('到 2027 年建成平台 6 个。');
  expect(items[0]?.text.endsWith('[1] 不含此前已补助的 4 个项目。')).toBe(true);
});
