/** Aligning stays fast enough to run on every change, and grows no worse than the number of pairs. */
import { expect, it } from 'vitest';
import { alignMeasures, columnsOf } from '@/lib/core/compare';
import { makeClip } from '../../fixtures/make-clip';

const WORDS =
  '资金 配套 人才 引育 平台 中试 概念验证 成果 转化 金融 信贷 监管 评估 税收 专利 开放 合作 数字 算力 绿色 低碳 园区 企业 高校 院所 实验室 基金 担保 贴息 奖补'.split(
    ' ',
  );

/** Repeatable pseudo-random numbers (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function clipOf(n: number, measures: number) {
  const next = random(n);
  const sentence = (words: number) =>
    Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join('');
  return makeClip({
    n,
    title: `t${n}`,
    region: '310000',
    measures: Array.from({ length: measures }, (_, i) => ({
      label: `(${i + 1})`,
      heading: sentence(3),
      // The reader suggests themes once, when it reads.
      themes: [['funding', 'talent', 'platform', 'finance'][i % 4] ?? 'funding'],
      text: Array.from({ length: 12 }, () => sentence(6)).join('，'),
    })),
  });
}

function median(run: () => void, times: number): number {
  const took = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return took[times >> 1] ?? 0;
}

it('aligns two columns of forty measures in a few milliseconds', () => {
  const columns = columnsOf([clipOf(1, 40), clipOf(2, 40)], 'clip');
  median(() => alignMeasures(columns), 10);
  const took = median(() => alignMeasures(columns), 30);
  console.log(`2 × 40 measures: ${took.toFixed(2)} ms`);
  expect(took).toBeLessThan(20);
});

it('aligns ten provinces of forty measures without a noticeable wait', () => {
  const columns = columnsOf(
    Array.from({ length: 10 }, (_, n) => clipOf(n, 40)),
    'clip',
  );
  const took = median(() => alignMeasures(columns), 3);
  console.log(`10 × 40 measures: ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(1_000);
});
