/**
 * A unit's text in pieces for the screen: figures stand out, wording shared with another column can be dimmed.
 * Pure; offsets count in the unit's own text.
 */
import type { CompareUnit } from '@/lib/core/compare/types';
import type { Span } from '@/lib/core/model/span';

export interface Segment {
  text: string;
  figure: boolean;
  shared: boolean;
}

/** Where the unit's figures stand in its text, in order. */
export function figureSpans(unit: Pick<CompareUnit, 'text' | 'figures'>): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const figure of unit.figures) {
    const start = figure.text === '' ? -1 : unit.text.indexOf(figure.text, from);
    if (start < 0) continue;
    from = start + figure.text.length;
    spans.push({ start, end: from });
  }
  return spans;
}

const covers = (spans: readonly Span[], at: number): boolean => spans.some((span) => span.start <= at && at < span.end);

/** Cuts at every border of both lists of spans. */
export function segmentsOf(text: string, figures: readonly Span[], shared: readonly Span[]): Segment[] {
  const borders = [...figures, ...shared].flatMap((span) => [span.start, span.end]);
  const cuts = [...new Set([0, ...borders, text.length])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => ({
    text: text.slice(start, cuts[i + 1]),
    figure: covers(figures, start),
    shared: covers(shared, start),
  }));
}
