/**
 * What a number is about where the text names no indicator: the heading it stands under, as a person would look it up.
 * Knows nothing of how it is shown.
 */
import type { Figure, PolicyItem } from '../model/item';
import type { Span } from '../model/span';

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Heading of the innermost measure or point around a place in the item's text; empty when there is none. */
export function headingAt({ measures }: Pick<PolicyItem, 'measures'>, at: Span): string {
  for (const measure of measures) {
    if (!holds(measure.at, at)) continue;
    const point = measure.points.find((one) => one.heading !== '' && holds(one.at, at));
    return point?.heading || measure.heading;
  }
  return '';
}

/** Subject and indicator as printed, else the heading the figure stands under. */
export function figureAbout(item: Pick<PolicyItem, 'measures'>, figure: Figure): string {
  return [figure.subject, figure.indicator].filter(Boolean).join(' ') || headingAt(item, figure.at);
}
