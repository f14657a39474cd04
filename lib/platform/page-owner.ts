/**
 * Connects a page to the `toPage` messages: the page reader in a tab, the bundled sample and any own page that shows a
 * document answer alike. Only pages of the extension may command.
 */
import { fail, type Result } from '@/lib/core/model/failure';
import type { PageEvent } from '@/lib/core/protocol/from-page';
import { newId } from './ids';
import { keepAsking } from './keep-asking';
import { type Answerer, hear, isConnected, tell } from './transport';

/** One message: how its data is read (null for another shape) and what it does. */
export const command =
  <T>(read: (data: unknown) => T | null, run: (data: T) => unknown): Answerer =>
  (raw) => {
    const data = read(raw);
    return data === null ? fail('not-allowed') : run(data);
  };

export const ownPage = (commands: Record<string, Answerer>, signal: AbortSignal): (() => void) =>
  hear(new Map(Object.entries(commands)), { accepts: (_, sender) => sender.own, signal });

/** Tells the panels; ends the page's part when the extension was updated under it. */
export function tellPanels(event: PageEvent, orphaned: () => void): void {
  if (isConnected()) tell('pageEvent', event);
  else orphaned();
}

/** Sends what the person typed for a part of a page, likewise. */
export const saveTyped = (typed: object): Promise<Result<Record<string, never>>> =>
  keepAsking('saveTyped', { id: newId(), at: new Date().toISOString(), ...typed });

/** Sends an excerpt to be kept until that is acknowledged; the id makes repeating it harmless. */
export async function saveExcerpt(excerpt: Result<object>): Promise<Result<Record<string, never>>> {
  if (!excerpt.ok) return excerpt;
  return keepAsking('saveExcerpt', { id: newId(), at: new Date().toISOString(), ...excerpt.value });
}
