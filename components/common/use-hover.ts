/** Tells when the pointer enters and leaves an element that is otherwise plain text. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export function useHover<T extends HTMLElement>(onHover: (on: boolean) => void): RefObject<T> {
  const element = useRef<T>(null);
  const latest = useRef(onHover);
  latest.current = onHover;
  // Before it is drawn: a pointer that is there already is not missed.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    element.current?.addEventListener('pointerenter', () => latest.current(true), { signal });
    element.current?.addEventListener('pointerleave', () => latest.current(false), { signal });
    return () => listening.abort();
  }, []);
  return element;
}
