/** Remembers what a test said about a paragraph; several steps ask the same of the same lines. */
import type { Para } from './paragraph';

export function remember<T>(test: (para: Para) => T): (para: Para) => T {
  const known = new WeakMap<Para, { value: T }>();
  return (para) => {
    const before = known.get(para);
    if (before) return before.value;
    const value = test(para);
    known.set(para, { value });
    return value;
  };
}
