/** Sends messages into the fake browser as a named sender and gives back what was answered. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

export const OWN_PAGE = () => ({ id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/sidepanel.html') });
export const WEB_PAGE = (tabId = 7) => ({
  id: fakeBrowser.runtime.id,
  origin: 'https://kjt.sc.gov.cn',
  url: 'https://kjt.sc.gov.cn/a.html',
  tab: { id: tabId },
});

export type TestSender = { id?: string; origin?: string; url?: string; tab?: { id: number } };
/** The fake's own types ask for whole tabs. */
type Trigger = (message: unknown, sender: TestSender, respond: (value: unknown) => void) => Promise<unknown[]>;

/** `undefined` when no listener wanted it. */
export async function deliver(message: unknown, sender: TestSender): Promise<unknown> {
  let answer: unknown;
  let respond: (value: unknown) => void = () => undefined;
  const responded = new Promise((resolve) => {
    respond = (value) => {
      answer = value;
      resolve(value);
    };
  });
  const trigger = fakeBrowser.runtime.onMessage.trigger as unknown as Trigger;
  const kept = await trigger(message, sender, respond);
  if (kept.includes(true)) await responded;
  return answer;
}

export const envelope = (type: unknown, data?: unknown) => ({ id: 1, type, data, timestamp: 1 });

/** What `sendMessage` reaches from now on: listeners, with this sender. */
export function connectAs(sender: TestSender): void {
  const send = (message: unknown, callback?: (answer: unknown) => void) => {
    void deliver(message, sender).then((answer) => callback?.(answer));
  };
  Object.assign(fakeBrowser.runtime, { sendMessage: send });
}
