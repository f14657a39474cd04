/** Measures and figures of a part of an item's text, moved to where that part stands now. */
import type { Figure, Measure } from '../model/item';
import type { Span } from '../model/span';

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

export const movedMeasure = (measure: Measure, by: number): Measure => ({
  ...measure,
  at: moved(measure.at, by),
  points: measure.points.map((point) => ({ ...point, at: moved(point.at, by) })),
});

export const movedFigure = (figure: Figure, by: number): Figure => ({ ...figure, at: moved(figure.at, by) });

/** What lies wholly inside `range`, its offsets counted from the range's start. */
export const figuresIn = (figures: readonly Figure[], range: Span): Figure[] =>
  figures
    .filter(({ at }) => at.start >= range.start && at.end <= range.end)
    .map((figure) => movedFigure(figure, -range.start));

/** A measure that the end of the range cuts keeps its beginning. */
export const measuresIn = (measures: readonly Measure[], range: Span): Measure[] =>
  measures
    .filter(({ at }) => at.start >= range.start && at.start < range.end)
    .map((measure) => {
      const over = Math.max(0, measure.at.end - range.end);
      const cut = over === 0 ? measure : cutMeasure(measure, range.end, over);
      return movedMeasure(cut, -range.start);
    });

const cutMeasure = (measure: Measure, end: number, over: number): Measure => ({
  ...measure,
  at: { start: measure.at.start, end },
  text: measure.text.slice(0, Math.max(0, measure.text.length - over)).trimEnd(),
  points: measure.points.filter((point) => point.at.end <= end),
});
