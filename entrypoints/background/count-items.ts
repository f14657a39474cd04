/**
 * The badge of a page that was recognised: reads it and shows how many items it has. A background worker cannot start
 * workers of its own and must stay able to answer, so of a long page only the first part is parsed: `12+`.
 */
import { documentText, firstPart } from '@/lib/core/model/offsets';
import { readDocument } from '@/lib/core/parse/read-document';
import { setCount } from '@/lib/platform/badge';
import { type PageTab, readTab } from '@/lib/platform/page-source';

/** Characters that are parsed within a few frames. */
const PART = 40_000;

export async function countItems(tab: PageTab): Promise<void> {
  const model = await readTab(tab);
  if (!model.ok) return;
  const { blocks } = model.value;
  const { items } = readDocument({ ...model.value, blocks: firstPart(blocks, PART) });
  await setCount(tab.tabId, items.length, documentText(model.value).length > PART);
}
