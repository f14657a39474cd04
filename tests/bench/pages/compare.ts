/**
 * Putting provinces side by side, beside the plainest way to compare the same texts: Dice of the bigram sets of every
 * pair of measures from two provinces. Aligning weighs, matches and explains as well, on every change of the comparison.
 */
import { alignMeasures, columnsOf } from '@/lib/core/compare';
import type { Clip } from '@/lib/core/model/clip';
import { makeClip } from '../../fixtures/make-clip';

const MEASURES = 40;

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

function clipOf(n: number): Clip {
  const next = random(n);
  const sentence = (words: number) =>
    Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join('');
  return makeClip({
    n,
    title: `t${n}`,
    region: '310000',
    measures: Array.from({ length: MEASURES }, (_, i) => ({
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

const bigrams = (text: string): Set<string> => new Set(Array.from(text.slice(1), (second, i) => `${text[i]}${second}`));

/** Dice (1945) of every pair; the sum, so that nothing is optimised away. */
function everyPair(clips: readonly Clip[]): number {
  const sides = clips.map((clip) => clip.item.measures.map((measure) => bigrams(measure.text)));
  let sum = 0;
  for (const [i, ours] of sides.entries()) {
    for (const theirs of sides.slice(i + 1)) {
      for (const a of ours) {
        for (const b of theirs) {
          let shared = 0;
          for (const gram of a) if (b.has(gram)) shared += 1;
          sum += (2 * shared) / (a.size + b.size);
        }
      }
    }
  }
  return sum;
}

/** Milliseconds for two and for ten provinces of forty measures. */
export function measureCompare(): Record<string, number> {
  const [two, ten] = [2, 10].map((count) => Array.from({ length: count }, (_, n) => clipOf(n + 1)));
  if (!two || !ten) return {};
  const [twoColumns, tenColumns] = [columnsOf(two, 'clip'), columnsOf(ten, 'clip')];
  return {
    two: median(() => alignMeasures(twoColumns), 30),
    twoPairs: median(() => everyPair(two), 30),
    ten: median(() => alignMeasures(tenColumns), 5),
    tenPairs: median(() => everyPair(ten), 5),
  };
}
