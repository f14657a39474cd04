/**
 * Opens the panel beside a tab. Has to be called in the click itself, before anything is awaited: that is what lets
 * the browser open it and grants the extension the tab (`openPanelOnActionClick` would not grant it).
 */
import { browser } from 'wxt/browser';
import { noteClick } from './clicks';

/** Firefox's sidebar, which the browser's types do not know. */
interface Sidebar {
  open(): Promise<void>;
  toggle(): Promise<void>;
}

const isSidebar = (value: unknown): value is Sidebar =>
  typeof value === 'object' && value !== null && 'open' in value && 'toggle' in value;

function sidebar(): Sidebar | null {
  const found: unknown = Reflect.get(browser, 'sidebarAction');
  return isSidebar(found) ? found : null;
}

export function openPanel(tabId: number): void {
  const opened = sidebar()?.open() ?? browser.sidePanel.open({ tabId });
  opened.catch(() => undefined);
  void noteClick(tabId);
}

/** The toolbar button: Firefox closes its sidebar by the same one. */
export function togglePanel(tabId: number): void {
  const toggled = sidebar()?.toggle();
  if (!toggled) {
    openPanel(tabId);
    return;
  }
  toggled.catch(() => undefined);
  void noteClick(tabId);
}
