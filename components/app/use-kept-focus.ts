/**
 * Keeps the focus in the panel when what had it is gone (another view, a closed editor): it goes to the card that was
 * worked on, else to the view, so that Tab goes on from there and not from the top of the window.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { ViewName } from '@/lib/state/app-store';
import { panelId } from './tabs';

export function useKeptFocus(view: ViewName, editing: string | null): void {
  const first = useRef(true);
  useEffect(() => {
    // Nothing is taken from the person who just opened the panel.
    if (first.current) first.current = false;
    else if (document.activeElement === document.body) {
      const panel = document.getElementById(panelId(view));
      const card = panel?.querySelector<HTMLElement>('.card.active .card-title');
      (card ?? panel)?.focus({ preventScroll: true });
    }
  }, [view, editing]);
}
