/**
 * Is an input method composing? Chrome and macOS end a composition before the Enter that ended it, so the flag falls a
 * tick later; keys in between belong to the input method. The handlers are spelt in lower case because Preact takes
 * the case of an event from the element's properties, and no element has one for composition events.
 */
import { useRef } from 'preact/hooks';

export interface Composition {
  /** True while keys belong to the input method. */
  busy(event?: KeyboardEvent): boolean;
  handlers: { oncompositionstart: () => void; oncompositionend: () => void };
}

export function useComposition(afterEnd?: () => void): Composition {
  const composing = useRef(false);
  return {
    busy: (event) => composing.current || event?.isComposing === true,
    handlers: {
      oncompositionstart() {
        composing.current = true;
      },
      oncompositionend() {
        setTimeout(() => {
          composing.current = false;
          afterEnd?.();
        });
      },
    },
  };
}
