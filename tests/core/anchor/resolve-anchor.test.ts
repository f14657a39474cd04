/** Passages that are found again after the text around them, or they themselves, changed. */
import { describe, expect, it } from 'vitest';
import { makeAnchor } from '@/lib/core/anchor/make-anchor';
import { resolveAnchor } from '@/lib/core/anchor/resolve-anchor';
import { textFragment } from '@/lib/core/anchor/text-fragment';
import { ownTime } from '../../own-time';

const BEFORE = '示例省科技简报第3期。本期刊登两条。';
const PASSAGE = '示例市设立科技成果转化基金，首期规模20亿元，重点投向早期项目。';
const AFTER = '下一步，示例市将完善配套政策。';
const TEXT = `${BEFORE}\n${PASSAGE}\n${AFTER}`;
const START = TEXT.indexOf(PASSAGE);
const anchor = makeAnchor(TEXT, [{ start: START, end: START + PASSAGE.length }], null);

const passageIn = (text: string) => {
  const found = resolveAnchor(text, anchor);
  return found && text.slice(found.span.start, found.span.end);
};

describe('finds a passage again', () => {
  it.each<[name: string, text: string, expected: string]>([
    ['where it was', TEXT, PASSAGE],
    ['further down', `${'插入一段。'.repeat(200)}\n${TEXT}`, PASSAGE],
    ['without its surroundings', PASSAGE, PASSAGE],
    ['with other spaces', TEXT.replace('20亿元', ' 20 亿元'), PASSAGE.replace('20亿元', ' 20 亿元')],
    ['over a line end', TEXT.replace('首期', '\n首期'), PASSAGE.replace('首期', '\n首期')],
    ['in full width', TEXT.replace('20', '２０').replace('，', ','), PASSAGE.replace('20', '２０').replace('，', ',')],
    ['with a number changed', TEXT.replace('20亿', '30亿'), PASSAGE.replace('20亿', '30亿')],
    ['with words put in', TEXT.replace('早期项目', '早期硬科技项目'), PASSAGE.replace('早期项目', '早期硬科技项目')],
    ['with words left out', TEXT.replace('科技成果转化', '成果转化'), PASSAGE.replace('科技成果转化', '成果转化')],
  ])('%s', (_, text, expected) => {
    expect(passageIn(text)).toBe(expected);
  });

  it('of the same words takes those with the same surroundings', () => {
    const text = `别处：${PASSAGE}到此。\n${TEXT}`;
    expect(resolveAnchor(text, anchor)?.span.start).toBe(text.lastIndexOf(PASSAGE));
  });

  it('a long passage to its end, which its quote does not hold', () => {
    const long = Array.from({ length: 40 }, (_, i) => `第${i}项任务是完善创新平台布局。`).join('\n');
    const text = `${BEFORE}\n${long}\n${AFTER}`;
    const cut = makeAnchor(text, [{ start: BEFORE.length + 1, end: BEFORE.length + 1 + long.length }], null);
    expect(cut.exact.length).toBe(300);
    const edited = `新的开头。\n${text.replace('第30项任务', '第30项重点任务')}`;
    const found = resolveAnchor(edited, cut);
    expect(edited.slice(found?.span.start, found?.span.end)).toBe(long.replace('第30项任务', '第30项重点任务'));
  });
});

describe('scores', () => {
  it('1 for the unchanged', () => expect(resolveAnchor(TEXT, anchor)?.score).toBe(1));
  it.each([
    ['edited', TEXT.replace('20亿', '30亿')],
    ['moved', `${'前文。'.repeat(50)}${TEXT}`],
    ['with other surroundings', `甲${PASSAGE}乙`],
  ])('less for the %s', (_, text) => {
    const score = resolveAnchor(text, anchor)?.score ?? 0;
    expect(score).toBeGreaterThan(0.45);
    expect(score).toBeLessThan(1);
  });
});

describe('says when it is gone', () => {
  it.each([
    ['another text', '示例市召开科技工作会议，部署全年任务，要求各单位抓好落实。'.repeat(3)],
    ['nothing', ''],
    ['half of it', PASSAGE.slice(0, 12)],
  ])('%s', (_, text) => expect(passageIn(text)).toBeNull());
});

it('takes linear time where every piece occurs everywhere', () => {
  const noise = '科技成果转化'.repeat(100_000);
  const exact = `${'科技成果转化'.repeat(40)}完`;
  expect(ownTime(() => resolveAnchor(noise, { ...anchor, exact }))).toBeLessThan(2_000);
});

describe('text fragments', () => {
  it.each([
    ['a short passage', '设立基金 - 首期', ':~:text=%E8%AE%BE%E7%AB%8B%E5%9F%BA%E9%87%91%20%2D%20%E9%A6%96%E6%9C%9F'],
    ['an empty one', ' \n ', ''],
  ])('%s', (_, passage, expected) => expect(textFragment(passage)).toBe(expected));

  it('a long one gives its first and last words, cut between words', () => {
    const [, start = '', end = ''] = /text=([^,]+),(.+)$/u.exec(textFragment(`${PASSAGE}\n${AFTER}`)) ?? [];
    expect(PASSAGE.startsWith(decodeURIComponent(start))).toBe(true);
    expect(AFTER.endsWith(decodeURIComponent(end))).toBe(true);
    expect(decodeURIComponent(start).length).toBeGreaterThanOrEqual(12);
  });
});
