/**
 * Keys of the panel. Single letters live only outside fields and dialogs, never while an input method composes and
 * never with a modifier; Alt+1/2/3 work everywhere.
 */
import { VIEWS } from '@/lib/state/app-store';
import type { PageStore } from '@/lib/state/page-store';
import { editedItem } from '../page/page-document';
import type { Services } from '../services';

const EDITABLE = 'input, textarea, select, [contenteditable], [role=combobox]';
const isEditable = (target: EventTarget | null) => target instanceof Element && target.closest(EDITABLE) !== null;
const isControl = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('button, a, summary, [role=tab], [role=menuitem], [role=option]') !== null;

type Act = () => void;

function pageKeys(page: PageStore, { app }: Services): Record<string, Act> {
  const item = page.items.value.find((one) => one.id === page.active.value);
  const move = (step: 1 | -1) => () => {
    page.move(step);
    queueMicrotask(() => document.querySelector<HTMLElement>('.card.active .card-title')?.focus());
  };
  const own: Record<string, Act> = item
    ? {
        Enter: () => void page.show(item.title.spans.length > 0 ? item.title.spans : item.spans, item.pages),
        c: () => void page.clip([{ type: 'item', item }]),
        m: () => page.toggle(item.id),
        e: () => {
          app.editing.value = page.clipOf({ type: 'item', item })?.id ?? editedItem(page, item.id);
        },
        t: () => {
          const clip = page.clipOf({ type: 'item', item });
          if (clip) app.editing.value = clip.id;
        },
      }
    : {};
  return { j: move(1), k: move(-1), ...own };
}

function viewKeys(services: Services): Record<string, Act> {
  const { app, host, library } = services;
  const page = host.page.value;
  if (app.view.value === 'page' && page) return pageKeys(page, services);
  if (app.view.value === 'library') {
    const walk = (step: 1 | -1) => () => {
      library.move(step);
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('.row.active .row-main')?.focus({ preventScroll: true }),
      );
    };
    return {
      j: walk(1),
      k: walk(-1),
      x: () => library.tickActive(),
      Enter: () => library.showActive(),
      t: () => library.editActive(),
    };
  }
  return {};
}

/** The listener for `keydown` on the window. */
export function panelKeys(services: Services): (event: KeyboardEvent) => void {
  const { app, library } = services;
  return (event) => {
    if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    const take = (act: Act | undefined) => {
      if (!act) return;
      event.preventDefault();
      act();
    };
    if (event.altKey) {
      const view = VIEWS[Number(event.code.replace('Digit', '')) - 1];
      if (view && app.dialog.value === null) take(() => (app.view.value = view));
      return;
    }
    if (app.dialog.value !== null || isEditable(event.target)) return;
    if (event.key === '?') take(() => (app.dialog.value = 'shortcuts'));
    else if (event.key === '/') {
      take(() => {
        app.view.value = 'library';
        library.focusSearch();
      });
    } else if (event.key === 'Escape' && app.editing.value) take(() => (app.editing.value = null));
    else if (event.key === 'Escape' && app.view.value === 'library') take(() => library.leave());
    else if (event.key !== 'Enter' || !isControl(event.target)) {
      take(viewKeys(services)[event.key.length === 1 ? event.key.toLowerCase() : event.key]);
    }
  };
}
