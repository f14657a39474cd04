/** Documents of which only parts have been read: nothing goes on over what is missing. All are invented samples. */
import { expect, it } from 'vitest';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';

const PAGES = `
--- 1
= 科创参阅样刊
= 第 12 期
浙江省科学技术厅 2026 年 3 月 2 日
= 江苏省印发《概念验证中心建设办法》
> 近日，江苏省科技厅印发《概念验证中心建设办法》，明确建设要求，支持高校建设中心，并对运行良好的给\\
--- 9
予企业奖励，这是另一条的后半段，不属于江苏的那一条，也不能接到它的后面。
= 安徽省举办成果对接活动
> 近日，安徽省科技厅在合肥举办成果对接活动，120 余家单位参加，现场签约项目若干。
= 山东省印发《中试基地管理办法》
> 近日，山东省科技厅印发《中试基地管理办法》，明确申报条件和评审程序，每家给予 50 万元支持。
`;

const reading = (unread: boolean) => {
  const model = modelOf(PAGES);
  const blocks = model.blocks.map((block, i) =>
    unread && block.page === 9 && model.blocks[i - 1]?.page === 1
      ? { ...block, afterBreak: false, afterUnread: true }
      : block,
  );
  return readDocument({ ...model, blocks }, { kind: 'bulletin' });
};

it('an item ends where the pages end that have been read', () => {
  const { items } = reading(true);
  expect(items.map(({ title }) => title.value)).toEqual([
    '江苏省印发《概念验证中心建设办法》',
    '安徽省举办成果对接活动',
    '山东省印发《中试基地管理办法》',
  ]);
  expect(items[0]?.text).toMatch(/运行良好的给$/u);
  expect(items[0]?.pages).toEqual([1, 1]);
  expect(items.some(({ text }) => text.includes('后半段'))).toBe(false);
});

it('and goes on over a page break where they were', () => {
  expect(reading(false).items[0]?.text).toContain('运行良好的给予企业奖励');
});
