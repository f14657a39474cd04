/**
 * Starts something once per page: a second injection finds the first one at work and leaves it. It ends with the
 * extension. Nothing tells a script that its extension has gone: the browser cuts its lines first or last, as it comes,
 * and in the latter case nobody hears of it. So it is asked for now and then.
 */

interface Running {
  /** False after the extension was updated under it. */
  alive: () => boolean;
  controller: AbortController;
}

const LOOK_MS = 2_000;
const KEY = Symbol.for('policy-clip.page-reader');

const isRunning = (value: unknown): value is Running =>
  typeof value === 'object' && value !== null && 'alive' in value && 'controller' in value;

/** A signal for what is to be started, or null when it runs already. */
export function startOnce(alive: () => boolean, scope: object = globalThis): AbortController | null {
  const before: unknown = Reflect.get(scope, KEY);
  if (isRunning(before)) {
    if (before.alive() && !before.controller.signal.aborted) return null;
    before.controller.abort();
  }
  const controller = new AbortController();
  const looking = setInterval(() => alive() || controller.abort(), LOOK_MS);
  controller.signal.addEventListener('abort', () => clearInterval(looking));
  Object.defineProperty(scope, KEY, { value: { alive, controller } satisfies Running, configurable: true });
  return controller;
}
