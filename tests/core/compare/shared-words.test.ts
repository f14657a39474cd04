/** The words that explain a row are words, say what it is about, and leave out who answers for it. */
import { expect, it } from 'vitest';
import { alignMeasures, columnsOf } from '@/lib/core/compare';
import { makeClip } from '../../fixtures/make-clip';

/** Words that explain why the two texts share a row. */
function wordsOf(heading: string, ours: string, theirs: string): readonly string[] {
  const clips = [ours, theirs].map((text, i) =>
    makeClip({
      n: i + 1,
      title: `第${i}号`,
      region: i === 0 ? '340000' : '330000',
      measures: [{ label: '一、', heading, text }],
    }),
  );
  return alignMeasures(columnsOf(clips, 'clip')).rows.flatMap((row) => row.matches.flatMap((match) => match.words));
}

it('begin and end where words do', () => {
  const words = wordsOf('技术转移', '完善技术经理人的合作机制，壮大队伍。', '建立技术经理人的工作机制，发放津贴。');
  expect(words).toContain('技术经理人');
  expect(words.join()).not.toContain('作机制');
});

it('are no amounts and no words of every policy', () => {
  const words = wordsOf(
    '中试平台',
    '对中试平台给予500万元以上支持，推进创新。',
    '按中试平台投资奖励900万元以上，加快创新发展。',
  );
  expect(words.join()).toContain('中试平台');
  expect(words.filter((word) => /元|以上|创新|支持/u.test(word))).toEqual([]);
});

it.each(['（牵头责任单位：示例发展改革委；配合单位：示例数据局）', '（示例发展改革委、示例数据局按职责分工负责）'])(
  'leave out who answers for a measure: %s',
  (by) => {
    const words = wordsOf('算力券', `发放算力券，按年结算。${by}`, `推行算力券，分档补助。${by}`);
    expect(words).toContain('算力券');
    expect(words.join()).not.toMatch(/发展改革委|数据局|单位|分工/u);
  },
);
