/** The badge of a page that was recognised: reads it and shows how many items it has. */
import { readDocument } from '@/lib/core/parse/read-document';
import { setCount } from '@/lib/platform/badge';
import { type PageTab, readTab } from '@/lib/platform/page-source';

export async function countItems(tab: PageTab): Promise<void> {
  const model = await readTab(tab);
  if (model.ok) await setCount(tab.tabId, readDocument(model.value).items.length);
}
