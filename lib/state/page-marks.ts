/**
 * What is painted in the page: items (kept ones in another tone), the figures of the item that is looked at, and the
 * words of the field under the pointer. Mark ids begin with the item's id, so that the page can answer for the item.
 */
import type { PolicyItem } from '@/lib/core/model/item';
import type { Span } from '@/lib/core/model/span';
import type { Mark } from '@/lib/core/protocol/to-page';

export const FIELD_MARK = 'field';
const FIGURE = '/figure/';

/** The item that a mark of the page belongs to. */
export const itemOfMark = (id: string | null): string | null => id?.split(FIGURE, 1)[0] ?? null;

export interface MarkState {
  items: readonly PolicyItem[];
  isClipped: (item: PolicyItem) => boolean;
  /** Item whose figures are shown. */
  active: string | null;
  field: readonly Span[];
}

export function pageMarks({ items, isClipped, active, field }: MarkState): Mark[] {
  const marks = items.map(
    (item): Mark => ({
      id: item.id,
      tone: isClipped(item) ? 'clipped' : 'item',
      spans: [...item.title.spans, ...item.spans],
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
  return [...marks, ...figures, ...fields].filter((mark) => mark.spans.length > 0);
}
