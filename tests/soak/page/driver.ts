/**
 * Runs inside a page of the built extension, on the extension's own database and its own workers. Each export is what the
 * test outside calls.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { keepAsking } from '@/lib/platform/keep-asking';
import { meet } from './acts';
import { type Found, glance, openAndLook, type Workers } from './library';
import { type FoundSettings, lookAtSettings } from './settings';

/** Opens the library as a page does and tells what is in it once all repairs are done. */
export async function look(workers: Workers): Promise<Found & { settings: FoundSettings }> {
  const settings = await lookAtSettings();
  const { found, all } = await openAndLook(workers);
  meet(all);
  return { ...found, settings };
}

/** What the library shows at this moment. */
export async function lookNow(workers: Workers) {
  const shown = await glance(workers);
  if ('refused' in shown) return shown;
  meet(shown.all);
  return { found: shown.found, coming: shown.coming };
}

const textOf = (id: string) => `样例快报${id}。近日，示例省印发样例办法，设立5亿元基金。`;
const modelOf = (text: string): DocumentModel => ({
  source: 'html',
  url: 'https://kjt.sample.gov.cn/1.html',
  title: '样例快报',
  meta: [],
  blocks: [{ start: 0, text, role: 'paragraph' }],
  notices: [],
});

/** Keeps a selection through the service worker, as a page does; each is a passage of its own. */
export async function saveByWorker() {
  const id = crypto.randomUUID();
  const text = textOf(id);
  const selection = { text, spans: [{ start: 0, end: text.length }], cut: false };
  await ask({ what: 'together', ids: [id], comparisons: [] });
  const begun = Date.now();
  const answer = await keepAsking('saveExcerpt', { id, at: new Date().toISOString(), model: modelOf(text), selection });
  const error = answer.ok ? '' : `${answer.error} ${answer.detail ?? ''}`;
  return { id, ok: answer.ok, error, begun, answered: Date.now() };
}

export { backUp, change, fill, grow, rescue, rest, restoreMany, work } from './acts';
export { heard } from './answers';
export { close, isWhole, reported } from './library';
export { roundTrips } from './round-trips';
export { changeSettings } from './settings';
