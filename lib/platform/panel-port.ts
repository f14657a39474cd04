/**
 * A line between a panel and the page that it works on. Nothing is said over it: the browser cuts it when the panel is
 * closed, however that happens, and the page then takes its marks off. No message could tell that reliably.
 */
import { browser } from 'wxt/browser';
import { isConnected } from './transport';

const NAME = 'panel';

export interface Line {
  /** Opens the line unless it is open; the page has to be listening. */
  open(): void;
  close(): void;
}

export function lineTo(tabId: number): Line {
  let port: ReturnType<typeof browser.tabs.connect> | null = null;
  return {
    open() {
      if (port) return;
      const opened = browser.tabs.connect(tabId, { name: NAME, frameId: 0 });
      port = opened;
      opened.onDisconnect.addListener(() => {
        // Read, because the browser complains about reasons that nobody reads; the tab has moved on.
        void browser.runtime.lastError;
        if (port === opened) port = null;
      });
    },
    close() {
      port?.disconnect();
      port = null;
    },
  };
}

/** Calls `left` whenever the last panel has gone. */
export function watchPanels(left: () => void, signal: AbortSignal): void {
  let count = 0;
  const listener = (port: Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0]) => {
    if (port.name !== NAME || port.sender?.id !== browser.runtime.id) return;
    count += 1;
    port.onDisconnect.addListener(() => {
      count -= 1;
      if (count === 0) left();
    });
  };
  browser.runtime.onConnect.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      // As in `hear`: nothing to stop where the extension has gone.
      if (isConnected()) browser.runtime.onConnect.removeListener(listener);
    },
    { once: true },
  );
}
