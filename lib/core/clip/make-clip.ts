/**
 * Makes clips of a reading: of an item, of one measure, of a selection. Pure: who calls gives the id and the time, so
 * that asking twice for the same save makes the same clip.
 */
import { type Clip, MAX_CLIP_CHARS, type RegionOfPage, wholePage } from '../model/clip';
import type { Figure, Measure, PolicyItem } from '../model/item';
import { found, type Span } from '../model/span';
import type { PageSelection } from '../protocol/to-page';
import { anchorOf, itemAround, pagesOf, placeIn } from './passage';
import { excerptKey, itemKey, measureKey } from './passage-keys';
import { type ClipContext, cut } from './source';

export interface ClipStamp {
  /** UUID, minted by whoever asks for the save. */
  id: string;
  /** ISO date and time. */
  at: string;
}

const TITLE_CHARS = 80;

/** Where the words lie on a page that is a picture, that page. */
function typedPage({ model }: ClipContext, spans: readonly Span[]): { typed?: RegionOfPage } {
  const block = model.blocks.find(
    ({ typed, start, text }) => typed && spans.some((span) => span.start < start + text.length && span.end > start),
  );
  return block?.page == null ? {} : { typed: wholePage(block.page) };
}

const clip = (
  context: ClipContext,
  { id, at }: ClipStamp,
  part: Pick<Clip, 'type' | 'item' | 'key'> & { spans: readonly Span[] },
): Clip => ({
  id,
  type: part.type,
  source: context.source,
  item: part.item,
  anchor: anchorOf(context, part.spans),
  ...typedPage(context, part.spans),
  key: part.key,
  corrections: {},
  tags: [],
  note: '',
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
  revision: 1,
});

const moved = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
const inside = (span: Span, outer: Span): boolean => span.start >= outer.start && span.end <= outer.end;

const movedMeasure = (measure: Measure, by: number): Measure => ({
  ...measure,
  at: moved(measure.at, by),
  points: measure.points.map((point) => ({ ...point, at: moved(point.at, by) })),
});

const movedFigures = (figures: readonly Figure[], range: Span): Figure[] =>
  figures
    .filter((figure) => inside(figure.at, range))
    .map((figure) => ({ ...figure, at: moved(figure.at, -range.start) }));

/** Keeps the beginning of an item that is longer than a clip may be. */
function capped(item: PolicyItem): PolicyItem {
  if (item.text.length <= MAX_CLIP_CHARS) return item;
  const text = cut(item.text, MAX_CLIP_CHARS);
  const range = { start: 0, end: text.length };
  return {
    ...item,
    text,
    measures: item.measures.filter((measure) => inside(measure.at, range)),
    figures: movedFigures(item.figures, range),
  };
}

/** Clip of a whole item. */
export const clipOfItem = (context: ClipContext, item: PolicyItem, stamp: ClipStamp): Clip =>
  clip(context, stamp, {
    type: 'item',
    item: capped(item),
    key: itemKey(context.source, item),
    spans: [...item.title.spans, ...item.spans],
  });

/** Clip of one measure of an item: the item's head, the measure's text. */
export function clipOfMeasure(context: ClipContext, item: PolicyItem, measure: Measure, stamp: ClipStamp): Clip {
  const range = measure.at;
  return clip(context, stamp, {
    type: 'measure',
    item: capped({
      ...item,
      text: item.text.slice(range.start, range.end),
      spans: measure.spans,
      measures: [movedMeasure(measure, -range.start)],
      figures: movedFigures(item.figures, range),
      pages: pagesOf(context, measure.spans) ?? item.pages,
    }),
    key: measureKey(context.source, item, measure),
    spans: measure.spans,
  });
}

/** What stands in for an item where a selection lies in none: the document's own head. */
const bareItem = ({ reading, source }: ClipContext, text: string): PolicyItem => ({
  id: 'excerpt',
  section: null,
  title: found(source.title || cut(text.replace(/\s+/gu, ' ').trim(), TITLE_CHARS), [], false),
  kind: 'other',
  regions: reading.head.region ? [found(reading.head.region.value, [], false)] : [],
  agencies: reading.head.issuers.map((issuer) => found(issuer.value, [], false)),
  documents: [],
  docNumbers: [],
  measures: [],
  figures: [],
  text,
  spans: [],
  pages: null,
});

/** Key that the clip of a selection would have. */
export function keyOfSelection(context: ClipContext, { spans, text: selected }: PageSelection): string {
  const text = cut(selected, MAX_CLIP_CHARS);
  return excerptKey(context.source, itemAround(context, spans) ?? bareItem(context, text), text);
}

/** Clip of what the person selected, with the head of the item that it lies in. */
export function clipOfSelection(context: ClipContext, selection: PageSelection, stamp: ClipStamp): Clip {
  const { spans } = selection;
  const text = cut(selection.text, MAX_CLIP_CHARS);
  const item = itemAround(context, spans) ?? bareItem(context, text);
  const place = placeIn(context, spans, text);
  const figures = item.figures.flatMap((figure) => {
    const at = place(figure.spans);
    return at ? [{ ...figure, at }] : [];
  });
  const measures = item.measures.flatMap((measure) => {
    const at = place(measure.spans);
    // Offsets inside the measure only hold if the selection was healed as the item was.
    const alike = at !== null && at.end - at.start === measure.at.end - measure.at.start;
    return alike ? [movedMeasure(measure, at.start - measure.at.start)] : [];
  });
  return clip(context, stamp, {
    type: 'excerpt',
    item: { ...item, text, spans, figures, measures, pages: pagesOf(context, spans) },
    key: excerptKey(context.source, item, text),
    spans,
  });
}
