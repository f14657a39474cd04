/**
 * What a panel needs first and others take longest for: which document stands in the tab, and the page's own reading of
 * it. Asked before the panel's code is there, so it knows no schema: whoever takes the answer parses it.
 */
import { browser } from 'wxt/browser';
import { fail, type Result } from '@/lib/core/model/failure';
import { injectPageReader } from './page-reader';
import { kindOfTab, type TabKind } from './tab-kind';
import { ask } from './transport';

/** Huge pages are read in slices; that takes longer than an ordinary answer. */
export const READ_DEADLINE = 20_000;

/** As the browser tells tabs: without their address where the extension has no right to it. */
type Tab = Parameters<typeof kindOfTab>[0];

export interface EarlyRead {
  tab: Tab & { id: number };
  found: TabKind;
  /** The raw answer of the page reader. */
  answer: Promise<Result<unknown>>;
}

const askToRead = (tabId: number) => ask('readPage', {}, { tabId, deadline: READ_DEADLINE });

/** The page reader is there already where the page was recognised; elsewhere it is brought in. */
async function readTab({ id, url = '' }: EarlyRead['tab']): Promise<Result<unknown>> {
  const answer = await askToRead(id);
  if (answer.ok) return answer;
  const injected = await injectPageReader(id, url);
  return injected.ok ? askToRead(id) : injected;
}

/** The active tab of this window; null where there is none. */
export async function readEarly(): Promise<EarlyRead | null> {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  if (active?.id === undefined) return null;
  const tab = { ...active, id: active.id };
  const answer = readTab(tab).catch((error) => fail('no-answer', String(error).slice(0, 500)));
  return { tab, found: await kindOfTab(tab), answer };
}
