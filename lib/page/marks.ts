/** The marks on a page: which passages are painted, which one has the focus, and which lies under a point. */
import type { Span } from '@/lib/core/model/span';
import type { Mark } from '@/lib/core/protocol/to-page';
import { createPainter } from './paint';
import type { PageReading } from './read-page';

export interface Marks {
  set(marks: readonly Mark[]): void;
  focus(id: string | null): void;
  /** Shows a passage for a moment, or (`stays`) until another one is shown. */
  flash(spans: readonly Span[], stays?: boolean): void;
  /** The mark at a place in the document's text; the shortest where several overlap. */
  at(offset: number): string | null;
  any(): boolean;
  clear(): void;
}

const TONES = ['item', 'clipped', 'figure', 'field'] as const;
const FLASH_MS = 1_600;
const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

export function createMarks(reading: () => PageReading | null): Marks {
  const painter = createPainter();
  let marks: readonly Mark[] = [];
  let focused: string | null = null;
  let flashing: ReturnType<typeof setTimeout> | undefined;
  let shown: readonly Span[] = [];
  const rangesOf = (spans: readonly Span[]): Range[] => reading()?.rangesOf(spans) ?? [];

  const paintFocus = () => {
    const spans = marks.filter((mark) => mark.id === focused).flatMap((mark) => mark.spans);
    painter.paint('focus', rangesOf(spans));
  };

  return {
    set(next) {
      marks = next;
      for (const tone of TONES) {
        painter.paint(tone, rangesOf(next.filter((mark) => mark.tone === tone).flatMap((mark) => mark.spans)));
      }
      paintFocus();
      if (shown.length > 0) painter.paint('flash', rangesOf(shown));
    },
    focus(id) {
      focused = id;
      paintFocus();
    },
    flash(spans, stays = false) {
      clearTimeout(flashing);
      shown = spans;
      painter.paint('flash', rangesOf(spans));
      if (stays) return;
      flashing = setTimeout(() => {
        shown = [];
        painter.paint('flash', []);
      }, FLASH_MS);
    },
    at(offset) {
      const within = marks.filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset < end));
      const [best] = within.toSorted((a, b) => lengthOf(a.spans) - lengthOf(b.spans));
      return best?.id ?? null;
    },
    any: () => marks.length > 0,
    clear() {
      clearTimeout(flashing);
      shown = [];
      marks = [];
      focused = null;
      painter.clear();
    },
  };
}
