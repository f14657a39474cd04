/**
 * Opens PDFs of government sites in our reader, where the person chose so. An address is sent on once per tab: who goes
 * back to the browser's viewer, by its button or by the browser's own, is not sent on again, so nothing can go round.
 */
import { browser } from 'wxt/browser';
import { parseSettings, SETTINGS_KEY } from '@/lib/core/settings/settings';
import { createLocalMemory, createSessionMemory } from '@/lib/platform/memory';
import { readerAddress } from '@/lib/platform/reader-source';

const GOVERNMENT = /(?:^|\.)gov\.cn$/u;
/** Addresses remembered per tab. */
const REMEMBERED = 50;

const local = createLocalMemory();
const session = createSessionMemory();

/** Remembers that the tab was sent on from this address; false if it was before. */
async function firstTime(tabId: number, address: string): Promise<boolean> {
  const key = `sent-to-reader:${tabId}`;
  const stored = await session.get(key);
  const before: unknown[] = Array.isArray(stored) ? stored : [];
  if (before.includes(address)) return false;
  await session.set(key, [...before, address].slice(-REMEMBERED));
  // A memory that does not hold would send the person on for ever.
  const kept = await session.get(key);
  return Array.isArray(kept) && kept.includes(address);
}

/**
 * @param url of the PDF that the browser's viewer shows in the tab
 * @returns whether the tab was sent on
 */
export async function preferReader(tabId: number, url: string): Promise<boolean> {
  const target = URL.parse(url);
  if (!target || !/^https?:$/u.test(target.protocol) || !GOVERNMENT.test(target.hostname)) return false;
  if (!parseSettings(await local.get(SETTINGS_KEY)).readerForGovernmentPdfs) return false;
  if (!(await firstTime(tabId, url.split('#', 1)[0] ?? url))) return false;
  return browser.tabs.update(tabId, { url: readerAddress(url) }).then(
    () => true,
    () => false,
  );
}
