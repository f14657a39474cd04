/**
 * Keeps what is selected in a tab, asked for by shortcut or context menu. The page makes the excerpt itself, with the
 * reading around it; where it cannot (the browser's PDF viewer), the selected words alone are kept, with the
 * confidentiality marks of the document if a panel has read it. What nobody has read is not known to bear any.
 */
import { marksKey, parseMarks } from '@/lib/core/clip/known-marks';
import { cut } from '@/lib/core/clip/source';
import { MAX_CLIP_CHARS } from '@/lib/core/model/clip';
import { withOffsets } from '@/lib/core/model/offsets';
import { flashBadge } from '@/lib/platform/badge';
import { ownAddress } from '@/lib/platform/environment';
import { newId } from '@/lib/platform/ids';
import { createSessionMemory } from '@/lib/platform/memory';
import { clipSelectionIn } from '@/lib/platform/page-source';
import { kindOfTab } from '@/lib/platform/tab-kind';
import { saveExcerpt } from './library';

type Tab = Parameters<typeof kindOfTab>[0];

/** `words`: what the browser says is selected, white space collapsed. */
export async function clipSelectionOf(tab: Tab, words = ''): Promise<void> {
  const tabId = tab.id ?? -1;
  const found = await kindOfTab(tab);
  const { url } = found;
  const shown = found.kind === 'reader' ? ownAddress('/reader.html') : url;
  const answers = found.kind === 'html' || found.kind === 'reader';
  let result = answers ? await clipSelectionIn({ tabId, url: shown, title: found.title }) : null;
  if (!result?.ok && words.trim()) {
    const all = words.trim();
    const text = cut(all, MAX_CLIP_CHARS);
    const marks = parseMarks(await createSessionMemory().get(marksKey(url)));
    result = await saveExcerpt(
      {
        id: newId(),
        at: new Date().toISOString(),
        model: {
          source: found.kind === 'pdf' || found.kind === 'reader' ? 'pdf' : 'html',
          url,
          title: tab.title ?? '',
          meta: [],
          blocks: withOffsets([{ text, role: 'paragraph' }]),
          notices: [],
        },
        selection: { text, spans: [{ start: 0, end: text.length }], cut: text.length < all.length },
      },
      marks,
    );
  }
  await flashBadge(tabId, result?.ok === true);
}
