/**
 * Figures of an item: quantities with what the text says about them – bound, kind, target year, indicator, and the
 * subject that a 分别-list gives each value to. Must not know items; it reads one text.
 */
import {
  DONE_IN_RETROSPECT,
  GOAL_VERBS,
  KIND_WORDS,
  PROMISES,
  RETROSPECT,
  WITH_OBJECT,
} from '@/lib/core/lexicon/units-bounds';
import type { Figure, Span } from '@/lib/core/model';
import { boundOf, handedOn } from './bounds';
import { fold } from './fold';
import { nothingCounted } from './gone-on';
import type { FoundFigure } from './hit';
import { type Horizon, horizonsOf, yearOf } from './horizons';
import { indicatorOf, isBase, listedIndicator } from './indicators';
import { listHorizons } from './list-horizons';
import { firstAfter } from './order';
import { findQuantities, isRange, type Quantity } from './quantities';
import { clauseStart, sentencesOf } from './sentences';
import { pairsOf } from './subjects';

export interface FigureContext {
  /** Year of publication: horizons before it are no targets. */
  publishedYear?: number | null | undefined;
}

const longestFirst = <T extends { form: string }>(entries: readonly T[]) =>
  [...entries].sort((a, b) => b.form.length - a.form.length);
function isGoal(text: string, start: number): boolean {
  const before = text.slice(clauseStart(text, start, 14), start).trimEnd();
  return GOAL_VERBS.some(({ form }) => before.endsWith(form));
}

const KINDS = new Map(KIND_WORDS.map(({ form, kind }) => [form, kind]));
const DONE: ReadonlySet<string> = new Set(DONE_IN_RETROSPECT.map(({ form }) => form));
const PROMISED: ReadonlySet<string> = new Set(PROMISES.map(({ form }) => form));
const LEADING: ReadonlySet<string> = new Set(WITH_OBJECT.map(({ form }) => form));
/** How far a promise reaches. */
const PROMISE_REACH = 30;
const sameClause = (text: string, from: number, to: number): boolean =>
  to - from <= PROMISE_REACH && !/[，；]/u.test(text.slice(from, to));
const KIND_WORD = new RegExp(
  longestFirst(KIND_WORDS)
    .map(({ form }) => form)
    .join('|'),
  'gu',
);
/** How far a tell-tale word may stand from its figure. */
const REACH = { before: 60, after: 16, penalty: 4 };

interface Tell extends Span {
  kind: Figure['kind'];
  /** It tells of what stands behind it only. */
  leads: boolean;
}

function tellsOf(text: string, { start, end }: Span): Tell[] {
  let lookingBack = false;
  let promised = -1;
  return [...text.slice(start, end).matchAll(KIND_WORD)].map(({ 0: form, index }) => {
    lookingBack ||= form === RETROSPECT;
    const own = lookingBack && DONE.has(form) ? 'achieved' : (KINDS.get(form) ?? 'other');
    if (PROMISED.has(form)) promised = index;
    const kind =
      own === 'achieved' && promised >= 0 && sameClause(text, start + promised, start + index) ? 'target' : own;
    return { start: start + index, end: start + index + form.length, kind, leads: LEADING.has(form) };
  });
}

/** 对首次突破1亿元的企业给予奖励: what a case begins with is no achievement, and what it ends with is given. */
const CASE_OF = /(?:^|[，、])对(?!比|口|接|外|标)[^，]{0,30}$/u;

function isCase(text: string, sentence: Span, tells: readonly Tell[], at: Quantity): boolean {
  const before = text.slice(Math.max(sentence.start, at.start - 40), at.start);
  const clause = before.slice(
    Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf('\n')) + 1,
  );
  return CASE_OF.test(clause) && tells.some(({ kind, start }) => kind === 'parameter' && start >= at.end);
}

/** Kind by the nearest tell-tale word; words after the figure count for less. */
function kindOf(tells: readonly Tell[], at: Quantity, year: number | null): Figure['kind'] {
  if (year !== null) return 'target';
  let best: Figure['kind'] = 'other';
  let nearest = Number.POSITIVE_INFINITY;
  const from = firstAfter(tells, at.start) - 1;
  for (const tell of [tells[from], tells[from + 1]]) {
    if (!tell) continue;
    const before = tell.end <= at.start;
    if (!before && tell.leads) continue;
    const distance = before ? at.start - tell.end : tell.start - at.end;
    if (distance < 0 || distance > (before ? REACH.before : REACH.after)) continue;
    // 2.6 万家的目标任务: a word that the figure itself leads to counts in full.
    const weighted = before || distance <= 1 ? distance : distance + REACH.penalty;
    if (weighted < nearest) {
      nearest = weighted;
      best = tell.kind;
    }
  }
  return best;
}

/** Figures of which is said what they count and of what sort they are; a text with more is a table of numbers. */
const MOST_TOLD = 2_000;

const printed = (text: string, { value, unit, start, end }: Quantity) => ({
  text: text.slice(start, end),
  value,
  unit,
  start,
  end,
});

/** 2026年、2027年分别达到350亿元、400亿元: the subjects are years. */
const LISTED_YEAR = /^(20\d\d) ?年[底末]?$/u;

/** 超过50人（含50人）, 30毫米（宽）×20毫米: told of the same thing as the figure before. */
const SAME = /^ ?(?:\(不?含 ?|(?:\([^()]{1,6}\)|〔[^〔〕]{1,6}〕)? ?[×*xX] ?)$/u;

/** What each of the figures of a sentence counts: once for both ends of a range. */
function counts(text: string, own: readonly Quantity[], pairs: ReturnType<typeof pairsOf>, start: number) {
  const counted = nothingCounted(start);
  const names: (string | null)[] = [];
  for (const [i, one] of own.entries()) {
    const [before, next, pair] = [own[i - 1], own[i + 1], pairs.get(one)];
    if (before && (isRange(text, before, one) || SAME.test(text.slice(before.end, one.start)))) {
      names.push(names.at(-1) ?? null);
    } else if (pair) names.push(listedIndicator(pair, one, counted));
    else {
      const whole = next && isRange(text, one, next) ? { ...next, start: one.start } : one;
      names.push(indicatorOf(text, whole, counted));
    }
  }
  return names;
}

/** Figures of one sentence, with what it says about them. */
function told(
  text: string,
  folded: string,
  sentence: Span,
  own: readonly Quantity[],
  pairs: ReturnType<typeof pairsOf>,
  publishedYear: number | null,
  ofList: Horizon | null,
): FoundFigure[] {
  const horizons = [...(ofList ? [ofList] : []), ...horizonsOf(folded, sentence, publishedYear)];
  const tells = tellsOf(folded, sentence);
  const names = counts(folded, own, pairs, sentence.start);
  const found = own.map((one, i) => {
    const base = isBase(folded, one);
    const pair = pairs.get(one);
    const listed = Number(LISTED_YEAR.exec(pair?.subject ?? '')?.[1] ?? 0);
    const set = listed > 0 && listed >= (publishedYear ?? listed) ? listed : null;
    const year = base ? null : (set ?? yearOf(horizons, folded, one.start));
    const bound = boundOf(folded, one);
    const near = base ? 'other' : kindOf(tells, one, year);
    const kind = near === 'achieved' && isCase(folded, sentence, tells, one) ? 'parameter' : near;
    return {
      ...printed(text, one),
      year,
      indicator: names[i] ?? null,
      bound: bound ?? (kind === 'target' && isGoal(folded, one.start) ? 'atLeast' : null),
      kind,
      subject: set === null ? (pair?.subject ?? null) : null,
    };
  });
  const bounds = handedOn(
    folded,
    own,
    found.map(({ bound }) => bound),
    (one) => pairs.has(one),
  );
  return found.map((figure, i) => ({ ...figure, bound: bounds[i] ?? null }));
}

/** Every figure in `text`, in order. A range gives two. */
export function findFigures(text: string, context: FigureContext = {}): FoundFigure[] {
  const folded = fold(text);
  const all = findQuantities(folded);
  if (all.length === 0) return [];
  const quantities = all.slice(0, MOST_TOLD);
  const pairs = pairsOf(folded, quantities);
  const figures: FoundFigure[] = [];
  const publishedYear = context.publishedYear ?? null;
  const sentences = sentencesOf(folded);
  const ofLists = listHorizons(folded, sentences, quantities, publishedYear);
  let next = 0;
  for (const [i, sentence] of sentences.entries()) {
    const from = next;
    while ((quantities[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) next += 1;
    if (next === from) continue;
    const own = quantities.slice(from, next);
    figures.push(...told(text, folded, sentence, own, pairs, publishedYear, ofLists.get(i) ?? null));
  }
  const plain = { year: null, indicator: null, bound: null, kind: 'other', subject: null } as const;
  for (const one of all.slice(MOST_TOLD)) figures.push({ ...printed(text, one), ...plain });
  return figures;
}
