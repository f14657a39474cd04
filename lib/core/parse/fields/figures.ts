/**
 * Figures of an item: quantities with what the text says about them – bound, kind, target year, indicator, and the
 * subject that a 分别-list gives each value to. Must not know items; it reads one text.
 */
import { BOUNDS, GOAL_VERBS, KIND_WORDS } from '@/lib/core/lexicon/units-bounds';
import type { Figure, Span } from '@/lib/core/model';
import { fold } from './fold';
import type { FoundFigure } from './hit';
import { horizonsOf, yearOf } from './horizons';
import { indicatorOf } from './indicators';
import { findQuantities, type Quantity } from './quantities';
import { clauseStart, sentencesOf } from './sentences';
import { pairedSubjects } from './subjects';

export interface FigureContext {
  /** Year of publication: horizons before it are no targets. */
  publishedYear?: number | null | undefined;
}

const longestFirst = <T extends { form: string }>(entries: readonly T[]) =>
  [...entries].sort((a, b) => b.form.length - a.form.length);
const BEFORE = longestFirst(BOUNDS.filter(({ place }) => place === 'before'));
const AFTER = longestFirst(BOUNDS.filter(({ place }) => place === 'after'));
/** Between a bound word and its number. */
const FILLER = /(?:人民币|每人|每家|每户|每年|为|到|了|至|可达|达|可|可补贴|补贴|给予|奖励|的|再)$/u;

function boundOf(text: string, { start, end, more }: Quantity): Figure['bound'] {
  const after = text.slice(end, end + 6).trimStart();
  const next = AFTER.find(({ form }) => after.startsWith(form));
  if (next) return next.bound;
  let before = text.slice(clauseStart(text, start, 12), start).trimEnd();
  for (let i = 0; i < 3; i += 1) {
    const word = BEFORE.find(({ form }) => before.endsWith(form));
    if (word) return word.bound;
    const shorter = before.replace(FILLER, '').trimEnd();
    if (shorter === before) break;
    before = shorter;
  }
  return more ? 'above' : null;
}

function isGoal(text: string, start: number): boolean {
  const before = text.slice(clauseStart(text, start, 14), start).trimEnd();
  return GOAL_VERBS.some(({ form }) => before.endsWith(form));
}

/** Kind by the nearest tell-tale word before the figure in its sentence, or after it in its clause. */
function kindOf(text: string, sentence: Span, at: Quantity, year: number | null): Figure['kind'] {
  if (year !== null) return 'target';
  const before = text.slice(Math.max(sentence.start, at.start - 60), at.start);
  const after = text.slice(at.end, Math.min(sentence.end, at.end + 16));
  let best: Figure['kind'] = 'other';
  let nearest = Number.POSITIVE_INFINITY;
  for (const { form, kind } of KIND_WORDS) {
    const back = before.lastIndexOf(form);
    const ahead = after.indexOf(form);
    const distance = Math.min(
      back < 0 ? Number.POSITIVE_INFINITY : before.length - back - form.length,
      ahead < 0 ? Number.POSITIVE_INFINITY : ahead + 4,
    );
    if (distance < nearest) {
      nearest = distance;
      best = kind;
    }
  }
  return best;
}

/** Every figure in `text`, in order. A range gives two. */
export function findFigures(text: string, context: FigureContext = {}): FoundFigure[] {
  const folded = fold(text);
  const quantities = findQuantities(folded);
  if (quantities.length === 0) return [];
  const subjects = pairedSubjects(folded, quantities);
  const sentences = sentencesOf(folded);
  const figures: FoundFigure[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const own: Quantity[] = [];
    for (let one = quantities[next]; one && one.start < sentence.end; one = quantities[next]) {
      own.push(one);
      next += 1;
    }
    if (own.length === 0) continue;
    const horizons = horizonsOf(folded, sentence, context.publishedYear ?? null);
    for (const one of own) {
      const year = yearOf(horizons, folded, one.start);
      const bound = boundOf(folded, one);
      const kind = kindOf(folded, sentence, one, year);
      figures.push({
        text: text.slice(one.start, one.end),
        value: one.value,
        unit: one.unit,
        year,
        indicator: indicatorOf(folded, one),
        bound: bound ?? (kind === 'target' && isGoal(folded, one.start) ? 'atLeast' : null),
        kind,
        subject: subjects.get(one) ?? null,
        start: one.start,
        end: one.end,
      });
    }
  }
  return figures;
}
