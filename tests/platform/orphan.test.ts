/** F06: a script in a page whose extension has gone: it ends what it began there, and says nothing in the console. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchPanels } from '@/lib/platform/panel-port';
import { hear } from '@/lib/platform/transport';

const id = fakeBrowser.runtime.id;
const uncaught: unknown[] = [];
/** What listeners of an event throw, a browser writes into the console. */
const record = (error: unknown) => uncaught.push(error);
const before = process.listeners('uncaughtException');
beforeEach(() => {
  fakeBrowser.reset();
  uncaught.length = 0;
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', record);
});
afterEach(() => {
  Object.assign(fakeBrowser.runtime, { id });
  process.off('uncaughtException', record);
  for (const listener of before) process.on('uncaughtException', listener);
  vi.restoreAllMocks();
});

const { onMessage, onConnect } = fakeBrowser.runtime;
it.each<[string, (signal: AbortSignal) => unknown, typeof onMessage | typeof onConnect]>([
  ['messages', (signal) => hear(new Map(), { accepts: () => true, signal }), onMessage],
  ['lines', (signal) => watchPanels(() => undefined, signal), onConnect],
])('it stops listening to %s, and does not ask for them once the extension has gone', async (_, listen, event) => {
  vi.spyOn(event, 'addListener').mockReturnValue(undefined);
  const removed = vi.spyOn(event, 'removeListener').mockReturnValue(undefined);
  const [first, second] = [new AbortController(), new AbortController()];
  listen(first.signal);
  listen(second.signal);
  first.abort();
  expect(removed).toHaveBeenCalledTimes(1);
  Object.assign(fakeBrowser.runtime, { id: undefined });
  removed.mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  second.abort();
  await new Promise((resolve) => setTimeout(resolve));
  expect(uncaught).toEqual([]);
});
