/**
 * The words that explain why two units share a row: runs of bigrams that both have, cut to whole words (a run of
 * bigrams ends anywhere: 作机制 of 合作机制 and 工作机制), heaviest first, without words that every policy uses.
 */
import type { GramIndex } from './grams';
import type { CompareUnit } from './types';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const PIECE = /[\p{Script=Han}]{2,400}|[A-Za-z]{2,40}/gu;
/** What a shared run begins or ends with without belonging to the word: 的 in 资金的, 级 in （市）级概念验证. */
const EDGES = new Set('的和与及等对为在以按将级类式性并由到给从或了年月日各');
/** Numbers of money and their bounds are no topic; their figures are compared elsewhere. */
const AMOUNT = /^[元万亿百千]*元?(?:以[上下])?$/u;
const MAX_WORDS = 3;
/** Heaviest runs that are cut to words; the segmenter is the dearest step. */
const MAX_RUNS = 8;
/** Characters around a run that tell where its first and last word begin and end. */
const CONTEXT = 6;

interface Run {
  piece: string;
  start: number;
  end: number;
}

/** Runs of bigrams of `unit` that the other side has too, heaviest first. */
function sharedRuns(unit: CompareUnit, theirs: ReadonlySet<string>, weightOfWord: GramIndex['weightOfWord']): Run[] {
  const runs: (Run & { weight: number })[] = [];
  for (const [piece] of `${unit.heading || unit.parent}\n${unit.text}`.matchAll(PIECE)) {
    let start = 0;
    for (let i = 0; i <= piece.length; i++) {
      if (i + 1 < piece.length && theirs.has(piece.slice(i, i + 2))) continue;
      if (i > start) runs.push({ piece, start, end: i + 1, weight: weightOfWord(piece.slice(start, i + 1)) });
      start = i + 1;
    }
  }
  return runs
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_RUNS);
}

/** The part of the run that is whole words where it stands. */
function wholeWords({ piece, start, end }: Run): string {
  const from = Math.max(0, start - CONTEXT);
  const inside = Array.from(segmenter.segment(piece.slice(from, end + CONTEXT)), ({ index, segment }) => ({
    start: from + index,
    end: from + index + segment.length,
  })).filter((word) => word.start >= start && word.end <= end);
  return trimEdges(piece.slice(inside[0]?.start ?? start, inside.at(-1)?.end ?? start));
}

function trimEdges(run: string): string {
  let start = 0;
  let end = run.length;
  while (start < end && EDGES.has(run[start] ?? '')) start++;
  while (end > start && EDGES.has(run[end - 1] ?? '')) end--;
  return run.slice(start, end);
}

/** @returns at most three words of `unit` that the other side has too, the most telling first */
export function sharedWords(unit: CompareUnit, theirs: ReadonlySet<string>, { weightOfWord }: GramIndex): string[] {
  const words: string[] = [];
  for (const run of sharedRuns(unit, theirs, weightOfWord)) {
    const word = wholeWords(run);
    if (word.length < 2 || AMOUNT.test(word) || weightOfWord(word) === 0) continue;
    if (words.some((better) => better.includes(word))) continue;
    if (words.push(word) === MAX_WORDS) break;
  }
  return words;
}
