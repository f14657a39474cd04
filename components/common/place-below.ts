/** Puts a popover under the button that opened it, inside the window: what stands above may change its height. */
const GAP = 4;
const EDGE = 8;

/** Call when the popover is about to open, and again when it has its size. */
export function placeBelow(popover: HTMLElement, button: Element | null): void {
  if (!button) return;
  const { bottom, left } = button.getBoundingClientRect();
  const room = document.documentElement.clientWidth - popover.offsetWidth - EDGE;
  Object.assign(popover.style, {
    inset: 'auto',
    top: `${bottom + GAP}px`,
    left: `${Math.max(EDGE, Math.min(left, room))}px`,
    maxHeight: `calc(100vh - ${bottom + GAP + EDGE}px)`,
  });
}
