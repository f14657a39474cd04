/**
 * Clip → units to be matched. A measure with three or more points is an umbrella (优化创新体系): its points are the
 * measures proper. Prose without measures is compared by paragraph.
 */
import type { Clip } from '../model/clip';
import type { Figure, Measure, Suggestion } from '../model/item';
import type { Span } from '../model/span';
import { suggest } from '../parse/fields/suggest';
import { clipRegions, clipTitle } from './clip-values';
import type { CompareColumn, CompareUnit } from './types';

const UMBRELLA_POINTS = 3;
/** Shorter pieces (a lead-in such as 具体如下) carry nothing to compare. */
const MIN_CHARS = 8;

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
const figuresIn = (figures: readonly Figure[], at: Span): Figure[] => figures.filter((figure) => within(figure.at, at));

const themeCodes = (suggestions: readonly Suggestion[]): string[] =>
  suggestions.filter((found) => found.scheme === 'theme').map((found) => found.code);

/** What the reader suggested for the measure and this text speaks of; read anew where it suggested nothing. */
function themesIn(suggestions: readonly Suggestion[], text: string): string[] {
  const own = suggestions.filter((found) => found.words.some((word) => text.includes(word)));
  return themeCodes(own.length > 0 ? own : suggest(text));
}

const AFTER_HEADING = /^[。．.：:；;，,、\s]{1,4}/u;
/** A point's text begins with its heading; shown apart, it must not be said twice. */
const withoutHeading = (text: string, heading: string): string =>
  heading !== '' && text.startsWith(heading) ? text.slice(heading.length).replace(AFTER_HEADING, '') || text : text;

/** A clip of several provinces stands in several columns; its units need a name in each. */
const suffixOf = (column: string, clip: Clip): string => (clipRegions(clip).indexOf(column) > 0 ? `@${column}` : '');

/** Two parts of a name, with a space only where no full-width mark stands between them. */
const joined = (first: string, second: string): string =>
  first === '' || second === '' || /[、.．）]$/u.test(first) || second.startsWith('（')
    ? first + second
    : `${first} ${second}`;

/** Label and heading as they are read: `(1) 资金来源`, `一、资金来源`, `（三）资金来源`. */
export const unitName = ({ label, heading }: Pick<CompareUnit, 'label' | 'heading'>): string => joined(label, heading);

function measureUnits(column: string, clip: Clip, measure: Measure, index: number): CompareUnit[] {
  const base = { column, clipId: clip.id };
  const id = `${clip.id}#m${index}${suffixOf(column, clip)}`;
  const { figures } = clip.item;
  const whole: CompareUnit = {
    ...base,
    id,
    level: 'measure',
    label: measure.label,
    heading: measure.heading,
    parent: '',
    text: measure.text,
    themes: themesIn(measure.suggestions, `${measure.heading}\n${measure.text}`),
    figures: figuresIn(figures, measure.at),
    at: measure.at,
  };
  if (measure.points.length < UMBRELLA_POINTS) return [whole];
  const first = measure.points[0]?.at.start ?? measure.at.end;
  const lead = measure.text.slice(0, Math.max(0, measure.text.length - (measure.at.end - first))).trim();
  const leadAt = { start: measure.at.start, end: first };
  const points = measure.points.map(
    (point, j): CompareUnit => ({
      ...base,
      id: `${clip.id}#m${index}.p${j}${suffixOf(column, clip)}`,
      level: 'point',
      label: joined(measure.label, point.label),
      heading: point.heading,
      parent: measure.heading,
      text: withoutHeading(point.text, point.heading),
      themes: themesIn(measure.suggestions, `${point.heading}\n${point.text}`),
      figures: figuresIn(figures, point.at),
      at: point.at,
    }),
  );
  return lead.length < MIN_CHARS
    ? points
    : [
        {
          ...whole,
          text: lead,
          at: leadAt,
          figures: figuresIn(figures, leadAt),
          themes: themesIn(measure.suggestions, lead),
        },
        ...points,
      ];
}

function paragraphUnits(column: string, clip: Clip): CompareUnit[] {
  const units: CompareUnit[] = [];
  let start = 0;
  for (const [index, line] of clip.item.text.split('\n').entries()) {
    const at = { start, end: start + line.length };
    start += line.length + 1;
    if (line.trim().length < MIN_CHARS) continue;
    units.push({
      column,
      clipId: clip.id,
      id: `${clip.id}#t${index}${suffixOf(column, clip)}`,
      level: 'paragraph',
      label: '',
      heading: '',
      parent: '',
      text: line.trim(),
      themes: themesIn([], line),
      figures: figuresIn(clip.item.figures, at),
      at,
    });
  }
  const [only, ...others] = units;
  // What a text of one paragraph is about, its title says.
  return only && others.length === 0 ? [{ ...only, parent: clipTitle(clip) }] : units;
}

/** Units of one clip, in reading order. */
export function unitsOfClip(column: string, clip: Clip): CompareUnit[] {
  const { measures } = clip.item;
  if (measures.length === 0) return paragraphUnits(column, clip);
  return measures.flatMap((measure, index) => measureUnits(column, clip, measure, index));
}

export const unitsOf = (column: CompareColumn): CompareUnit[] =>
  column.clips.flatMap((clip) => unitsOfClip(column.id, clip));
