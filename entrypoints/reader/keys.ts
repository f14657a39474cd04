/** The reader's keys, beside those that scrolling areas have anyway. None acts while something is being typed. */
import type { RefObject } from 'preact';
import type { Control } from './control';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input,textarea,select') || target.isContentEditable);

export function keysOf({ view, page, pages }: Control, search: RefObject<HTMLInputElement>) {
  const withCommand = new Map<string, () => void>([
    ['f', () => search.current?.focus()],
    ['=', () => view.zoomBy(1)],
    ['+', () => view.zoomBy(1)],
    ['-', () => view.zoomBy(-1)],
    ['0', () => view.zoom(1)],
  ]);
  const alone = new Map<string, () => void>([
    ['n', () => view.goTo(page() + 1)],
    ['ArrowRight', () => view.goTo(page() + 1)],
    ['p', () => view.goTo(page() - 1)],
    ['ArrowLeft', () => view.goTo(page() - 1)],
    ['Home', () => view.goTo(1)],
    ['End', () => view.goTo(pages())],
  ]);
  return (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    if (!command && isTyping(event.target)) return;
    const run = (command ? withCommand : alone).get(event.key);
    if (!run) return;
    event.preventDefault();
    run();
  };
}
