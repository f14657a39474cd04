/**
 * Text → weighted character bigrams. Chinese has no spaces; bigrams stand in for words. Punctuation, digits and breaks
 * separate runs (numbers are no topic), Latin words count as one. Weights: inverse document frequency over the units
 * being compared, and words that every policy uses count little.
 */
import { foldText } from '../clip/keys';

/** Verbs and adjectives that say nothing about the topic; their bigrams get a tenth of the weight. */
const FILLER =
  '推进 推动 加强 加快 加大 建设 建立 健全 完善 优化 实施 开展 支持 鼓励 提升 提高 促进 深化 强化 落实 构建 打造 培育 ' +
  '发展 工作 有关 相关 按照 根据 进一步 积极 重点 重大 全面 深入 实现 形成 机制 体系 体制 政策 措施 我省 我市 全省 全市 本市 本省 ' +
  '万元 亿元 元以 不超过 不低于 一定比例 各市 对于 以及 给予 予以 进行 同时 不断 持续 等方面 力争 达到 以上 国家 创新 科技 改革 服务 管理 企业 项目 单位';
const FILLER_WEIGHT = 0.1;

const bigramsOfRun = (run: string): string[] => {
  const grams: string[] = [];
  for (let i = 0; i + 1 < run.length; i++) grams.push(run.slice(i, i + 2));
  return grams;
};
const FILLER_GRAMS = new Set(FILLER.split(' ').flatMap(bigramsOfRun));

const RUNS = /[\p{Script=Han}]{2,400}|[a-z]{2,40}/gu;
const MAX_CHARS = 20_000;
/** Who answers for a measure, in brackets at its end: it says nothing about what the measure does. */
const RESPONSIBLE =
  /[（(](?:[^（）()：:]{0,6}(?:牵头|责任|配合)[^（）()：:]{0,10}[：:][^（）()]{0,400}|[^（）()：:]{2,400}负责)[）)]/gu;
/[（(](?:[^（）()：:]{0,6}(?:牵头|责任|配合)[^（）()：:]{0,8}(?:单位|部门)?)[：:][^（）()]{0,400}[）)]/gu;

/** Distinct bigrams of Chinese runs and whole Latin words. */
export function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const [run] of foldText(text.slice(0, MAX_CHARS).replace(RESPONSIBLE, '')).matchAll(RUNS)) {
    if (run.charCodeAt(0) < 128) grams.add(run);
    else for (let i = 0; i + 1 < run.length; i++) grams.add(run.slice(i, i + 2));
  }
  return grams;
}

/** One unit as sorted numbers of its bigrams. */
export interface GramUnit {
  heading: Int32Array;
  /** Heading and text together. */
  all: Int32Array;
  /** The bigrams of `all` themselves. */
  names: ReadonlySet<string>;
}

export interface GramIndex {
  units: readonly GramUnit[];
  /** Weight per bigram number. */
  weight: Float64Array;
  /** Weight of the bigrams of a word beyond what fillers would weigh; 0 for a word of fillers only. */
  weightOfWord(word: string): number;
}

/** Numbers the bigrams of all units and weighs them: `ln((1 + N) / df)`, less for filler. */
export function indexGrams(units: readonly { heading: string; text: string }[]): GramIndex {
  const ids = new Map<string, number>();
  const names: string[] = [];
  const frequency: number[] = [];
  const number = (grams: Set<string>): Int32Array => {
    const numbers = new Int32Array(grams.size);
    let i = 0;
    for (const gram of grams) {
      let id = ids.get(gram);
      if (id === undefined) {
        id = names.length;
        ids.set(gram, id);
        names.push(gram);
        frequency.push(0);
      }
      numbers[i++] = id;
    }
    return numbers.sort();
  };
  const numbered = units.map((unit) => {
    const heading = gramsOf(unit.heading);
    const all = gramsOf(unit.text);
    for (const gram of heading) all.add(gram);
    const unitGrams = { heading: number(heading), all: number(all), names: all };
    for (const id of unitGrams.all) frequency[id] = (frequency[id] ?? 0) + 1;
    return unitGrams;
  });
  const weight = Float64Array.from(
    frequency,
    (count, id) => Math.log((1 + units.length) / count) * (FILLER_GRAMS.has(names[id] ?? '') ? FILLER_WEIGHT : 1),
  );
  const weightOfWord = (word: string): number => {
    let sum = 0;
    for (const gram of bigramsOfRun(word)) if (!FILLER_GRAMS.has(gram)) sum += weight[ids.get(gram) ?? -1] ?? 0;
    return sum;
  };
  return { units: numbered, weight, weightOfWord };
}

export const weightOf = (grams: Int32Array, weight: Float64Array): number =>
  grams.reduce((sum, id) => sum + (weight[id] ?? 0), 0);

/** The heaviest bigrams of a unit, sorted by number. */
export const heaviest = (grams: Int32Array, weight: Float64Array, most: number): Int32Array =>
  Int32Array.from([...grams].sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b).slice(0, most)).sort();

/** Do two sorted lists share anything? */
export function meet(a: Int32Array, b: Int32Array): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) return true;
    if (x < y) i++;
    else j++;
  }
  return false;
}

/** Weight of what both sorted lists contain. */
export function sharedWeight(a: Int32Array, b: Int32Array, weight: Float64Array): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      sum += weight[x] ?? 0;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return sum;
}
