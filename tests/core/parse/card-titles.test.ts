/** Badges above the titles of cards, and titles that go on below. All documents are invented samples. */
import { describe, expect, it } from 'vitest';
import { withOffsets } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';

const TEXT = '面向符合条件的样品企业提供补贴，每家不超过10万元，由区级部门受理，按年度拨付，具体以通知为准。';

/** First and last line of each item; `~` marks a line in small type, as badges are. */
function edges(lines: readonly string[]): [first: string | undefined, last: string | undefined][] {
  const { blocks, ...about } = modelOf(lines.map((line) => line.replace(/^~/u, '')).join('\n'));
  const small = blocks.map(({ start: _, ...block }, i) => ({
    ...block,
    ...(lines[i]?.startsWith('~') ? { size: 0.88 } : {}),
  }));
  return readDocument({ ...about, blocks: withOffsets(small) }, { kind: 'bulletin' }).items.map(({ text }) => {
    const own = text.split('\n');
    return [own[0], own.at(-1)];
  });
}

describe('a badge above the title of each card', () => {
  const NAME = '# 样品市样品政策数据库';
  const cards = ['样品住房补贴', '样品人才补贴', '样品创业补贴'];

  it('belongs to the card below it', () => {
    const lines = cards.flatMap((name) => [`~市级 🏢 ${name.slice(2, 4)} ✓ 有效`, `! ${name}`, TEXT]);
    expect(edges([NAME, ...lines])).toEqual([
      ['市级 🏢 住房 ✓ 有效', TEXT],
      ['市级 🏢 人才 ✓ 有效', TEXT],
      ['市级 🏢 创业 ✓ 有效', TEXT],
    ]);
  });

  it('is none where the first card has none: then it ends the card above', () => {
    const lines = [...cards, '样品租房补贴'].flatMap((name) => [`! ${name}`, TEXT, '~样品标签 有效']);
    expect(edges([NAME, ...lines]).slice(0, 2)).toEqual([
      [TEXT, '样品标签 有效'],
      [TEXT, '样品标签 有效'],
    ]);
  });
});

describe('a title that goes on in the line below it', () => {
  it('is told by the contents list, or by the line that says all of it again', () => {
    const cell = (text: string) => `| ${text}`;
    const model = modelOf(
      [
        '# 样品市样品政策汇编',
        '目录',
        '样品示范区支持企业牵头建设样品技术创新中心………… 1',
        '样品住房补贴………… 2',
        '! 样品示范区支持企业牵头建设样品技术创新',
        '中心',
        TEXT,
        '! 样品住房补贴',
        TEXT,
        '! 样品示范区支持小微企业开展关键技',
        cell('术创新'),
        cell('样品示范区支持小微企业开展关键技术创新'),
        TEXT,
        '! 样品人才补贴',
        '样品人才补贴标准',
        TEXT,
      ].join('\n'),
    );
    expect(readDocument(model, { kind: 'bulletin' }).items.map(({ title }) => title.value)).toEqual([
      '样品示范区支持企业牵头建设样品技术创新中心',
      '样品住房补贴',
      '样品示范区支持小微企业开展关键技术创新',
      '样品人才补贴',
    ]);
  });
});
