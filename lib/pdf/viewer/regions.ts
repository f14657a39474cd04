/**
 * Parts of pages: which one lies under a rectangle on the screen, and showing one. Edges are shares of the page, so they
 * hold at any zoom.
 */
import type { RegionOfPage } from '@/lib/core/model/clip';

/** On the screen. */
export interface ScreenBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Smaller is a click and no rectangle, in CSS pixels. */
const SMALLEST = 8;

const share = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

const numberOf = (page: Element): number => Number(page.getAttribute('data-page-number'));

/** The page that most of `box` lies on, and where on it; null for a box beside the pages or hardly any box. */
export function regionUnder(container: Element, box: ScreenBox): RegionOfPage | null {
  let best: RegionOfPage | null = null;
  let most = 0;
  for (const page of container.querySelectorAll('.page')) {
    const at = (page.querySelector('.canvasWrapper') ?? page).getBoundingClientRect();
    const width = Math.min(box.right, at.right) - Math.max(box.left, at.left);
    const height = Math.min(box.bottom, at.bottom) - Math.max(box.top, at.top);
    if (width < SMALLEST || height < SMALLEST || width * height <= most) continue;
    most = width * height;
    best = {
      page: numberOf(page),
      box: {
        left: share(box.left, at.left, at.right),
        top: share(box.top, at.top, at.bottom),
        right: share(box.right, at.left, at.right),
        bottom: share(box.bottom, at.top, at.bottom),
      },
    };
  }
  return best;
}

/** Draws the region over its page, again whenever that is drawn anew; null takes it away. */
export function createRegionMark(container: Element) {
  let shown: RegionOfPage | null = null;
  let isSought = false;
  const mark = document.createElement('div');
  mark.className = 'region-mark';
  const draw = (): void => {
    const page = shown && container.querySelector(`.page[data-page-number="${shown.page}"]`);
    const over = page?.querySelector('.canvasWrapper');
    if (!shown || !over) {
      mark.remove();
      return;
    }
    const { left, top, right, bottom } = shown.box;
    mark.style.inset = `${top * 100}% ${(1 - right) * 100}% ${(1 - bottom) * 100}% ${left * 100}%`;
    over.append(mark);
    if (isSought) mark.scrollIntoView({ block: 'center' });
    isSought = false;
  };
  return {
    show(region: RegionOfPage | null): void {
      shown = region;
      isSought = region !== null;
      draw();
    },
    drawn(page: number): void {
      if (page === shown?.page) draw();
    },
  };
}
