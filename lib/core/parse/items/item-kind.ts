/** Whether an item is about a policy document, progress, an event or an analysis, by the words of its title and lead. */

import { ITEM_KINDS } from '@/lib/core/lexicon/kinds';
import type { PolicyItem } from '@/lib/core/model/item';
import { endsWithType } from '../head/title';

const LEAD = 240;

export function itemKindOf(title: string, text: string): PolicyItem['kind'] {
  if (endsWithType(title)) return 'policy';
  const lead = text.slice(0, LEAD);
  return ITEM_KINDS.find(({ where, pattern }) => pattern.test(where === 'title' ? title : lead))?.kind ?? 'other';
}
