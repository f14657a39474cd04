/**
 * What is painted in the page: items (kept ones in another tone), the figures of the item that is looked at, the words of the
 * field under the pointer, and excerpts that are kept. Mark ids begin with the item's id, so that the page can answer for the item.
 */
import type { PolicyItem } from '@/lib/core/model/item';
import type { Span } from '@/lib/core/model/span';
import type { Mark } from '@/lib/core/protocol/to-page';
import type { KeptExcerpt } from './kept-excerpts';

export const FIELD_MARK = 'field';
const FIGURE = '/figure/';
const EXCERPT = '/excerpt/';

/** The item that a mark of the page belongs to; excerpts may lie outside of all. */
export const itemOfMark = (id: string | null): string | null => id?.split(FIGURE, 1)[0]?.split(EXCERPT, 1)[0] || null;

const spansOf = ({ title, spans }: PolicyItem): Span[] => [...title.spans, ...spans];
const holds = (item: PolicyItem, { start }: Span): boolean =>
  spansOf(item).some((span) => span.start <= start && start < span.end);

export interface MarkState {
  items: readonly PolicyItem[];
  isClipped: (item: PolicyItem) => boolean;
  /** Item whose figures are shown. */
  active: string | null;
  field: readonly Span[];
  excerpts: readonly KeptExcerpt[];
}

export function pageMarks({ items, isClipped, active, field, excerpts }: MarkState): Mark[] {
  const marks = items.map(
    (item): Mark => ({
      id: item.id,
      tone: isClipped(item) ? 'clipped' : 'item',
      spans: spansOf(item),
    }),
  );
  const looked = items.find((item) => item.id === active);
  const figures = (looked?.figures ?? []).map(
    (figure, index): Mark => ({
      id: `${looked?.id}${FIGURE}${index}`,
      tone: 'figure',
      spans: figure.spans,
    }),
  );
  const fields: Mark[] = field.length > 0 ? [{ id: FIELD_MARK, tone: 'field', spans: [...field] }] : [];
  const kept = excerpts.map(({ id, spans }): Mark => {
    const [first] = spans;
    const around = first && items.find((item) => holds(item, first));
    return { id: `${around?.id ?? ''}${EXCERPT}${id}`, tone: 'clipped', spans: [...spans] };
  });
  return [...marks, ...kept, ...figures, ...fields].filter((mark) => mark.spans.length > 0);
}
