/**
 * Set-up of the tests in a browser, the hostile rows among them: whatever a test puts before the product, no dialog
 * opens, no window, and nothing but the test server is asked for anything. What is uncaught ends a run by itself.
 */
import { afterEach, expect } from 'vitest';

const opened: string[] = [];
for (const name of ['alert', 'confirm', 'prompt', 'open', 'print'] as const) {
  Object.defineProperty(window, name, {
    configurable: true,
    writable: true,
    value: () => {
      opened.push(name);
      return null;
    },
  });
}

const asked: string[] = [];
const own = (address: string): boolean =>
  /^(?:data|blob):/u.test(address) || URL.parse(address)?.host === location.host;
const note = (entries: PerformanceEntryList): void => {
  asked.push(...entries.map(({ name }) => name).filter((address) => !own(address)));
};
const requests = new PerformanceObserver((list) => note(list.getEntries()));
requests.observe({ type: 'resource' });

afterEach(() => {
  note(requests.takeRecords());
  const found = [...opened.splice(0), ...asked.splice(0)];
  expect(found).toEqual([]);
});
