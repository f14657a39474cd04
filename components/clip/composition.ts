/**
 * Is an input method composing? Chrome and macOS end a composition before the Enter that ended it, so the flag falls a
 * tick later; keys in between belong to the input method.
 */
import { useRef } from 'preact/hooks';

export interface Composition {
  /** True while keys belong to the input method. */
  busy(event?: KeyboardEvent): boolean;
  onCompositionStart: () => void;
  onCompositionEnd: () => void;
}

export function useComposition(afterEnd?: () => void): Composition {
  const composing = useRef(false);
  return {
    busy: (event) => composing.current || event?.isComposing === true,
    onCompositionStart() {
      composing.current = true;
    },
    onCompositionEnd() {
      setTimeout(() => {
        composing.current = false;
        afterEnd?.();
      });
    },
  };
}
