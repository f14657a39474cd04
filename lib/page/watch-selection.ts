/** Tells when the person has finished selecting: not at every step of the pointer, and only when it is another one. */

const SETTLED_MS = 200;

export function watchSelection(document: Document, settled: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener(
    'selectionchange',
    () => {
      clearTimeout(timer);
      timer = setTimeout(settled, SETTLED_MS);
    },
    { signal, passive: true },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
