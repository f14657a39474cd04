/**
 * Which mark lies under the pointer, and which one was clicked. Listens only while there are marks; never stops an
 * event of the page, and leaves clicks on links and controls to the page.
 */
import { viewOf } from './dom';
import type { Marks } from './marks';
import type { PageReading } from './read-page';

export interface PointerEvents {
  hover(id: string | null): void;
  activate(id: string): void;
}

const EVERY_MS = 60;
const CONTROLS = 'a[href],button,input,select,textarea,summary,label,[role="button"],[contenteditable]';

interface Caret {
  node: Node;
  offset: number;
}

/** The boundary point nearest to a place on the screen; Safari and old Chromium know the older name only. */
function caretAt(document: Document, x: number, y: number): Caret | null {
  const position = document.caretPositionFromPoint?.(x, y);
  return position ? { node: position.offsetNode, offset: position.offset } : null;
}

/** The point lies on a character and not only nearest to one. */
function onCharacter(document: Document, { node, offset }: Caret, x: number, y: number): boolean {
  const length = node.nodeType === Node.TEXT_NODE ? (node.nodeValue?.length ?? 0) : 0;
  if (length === 0) return false;
  const range = document.createRange();
  range.setStart(node, Math.max(0, offset - 1));
  range.setEnd(node, Math.min(length, offset + 1));
  for (const box of range.getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top - 4 && y <= box.bottom + 4) return true;
  }
  return false;
}

export function watchPointer(
  document: Document,
  reading: () => PageReading | null,
  marks: Marks,
  events: PointerEvents,
  signal: AbortSignal,
): void {
  let over: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: { x: number; y: number } | undefined;

  const markAt = (x: number, y: number): string | null => {
    const caret = caretAt(document, x, y);
    if (!caret || !onCharacter(document, caret, x, y)) return null;
    const offset = reading()?.offsetOf(caret.node, caret.offset) ?? null;
    return offset === null ? null : marks.at(offset);
  };

  const settle = () => {
    timer = undefined;
    const id = last && marks.any() ? markAt(last.x, last.y) : null;
    if (id === over) return;
    over = id;
    events.hover(id);
  };
  const schedule = () => {
    timer ??= setTimeout(settle, EVERY_MS);
  };

  const options = { signal, passive: true, capture: true };
  document.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (!marks.any()) return;
      last = { x: clientX, y: clientY };
      schedule();
    },
    options,
  );
  document.addEventListener(
    'pointerleave',
    () => {
      last = undefined;
      schedule();
    },
    options,
  );
  document.addEventListener(
    'click',
    ({ clientX, clientY, target, button }) => {
      if (button !== 0 || !marks.any() || (target instanceof Element && target.closest(CONTROLS))) return;
      if (viewOf(document)?.getSelection()?.isCollapsed === false) return;
      const id = markAt(clientX, clientY);
      if (id !== null) events.activate(id);
    },
    options,
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
