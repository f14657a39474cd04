/**
 * So many messages a second from one sender, then none until a second has passed: a page that went wild cannot keep
 * the worker busy. Forgets with the worker, which does no harm.
 */
const WINDOW_MS = 1_000;
const MAX_SENDERS = 500;

export function createRateLimit(perSecond: number, clock: () => number = Date.now): (sender: number) => boolean {
  const windows = new Map<number, { since: number; count: number }>();
  return (sender) => {
    const now = clock();
    const open = windows.get(sender);
    if (!open || now - open.since >= WINDOW_MS) {
      if (windows.size >= MAX_SENDERS) windows.clear();
      windows.set(sender, { since: now, count: 1 });
      return true;
    }
    open.count += 1;
    return open.count <= perSecond;
  };
}
