/**
 * The library as the background uses it. A selection is kept with the item around it, the only one that is read in full,
 * and answered for only after the library's transaction completed.
 */
import { withMarks } from '@/lib/core/clip/known-marks';
import { clipOfSelection } from '@/lib/core/clip/make-clip';
import { clipContext } from '@/lib/core/clip/source';
import { clipOfTyped } from '@/lib/core/clip/typed';
import type { Clip } from '@/lib/core/model/clip';
import type { Result } from '@/lib/core/model/failure';
import { fail, ok } from '@/lib/core/model/failure';
import { readDocument } from '@/lib/core/parse/read-document';
import type { MessageData } from '@/lib/core/protocol/channel';
import type { toBackground } from '@/lib/core/protocol/to-background';
import { t } from '@/lib/platform/i18n';
import { startWorker } from '@/lib/platform/trusted-worker';
import { openClipStore } from '@/lib/store';
import { openPageStore } from '@/lib/store/for-pages';

/** Opened with the first use and kept while the worker lives. */
let opened: ReturnType<typeof openClipStore> | null = null;
const library = () => {
  // Firefox has no storage buckets, and its background is a page, which may have the journal; a service worker may not.
  opened ??= import.meta.env.BROWSER === 'firefox' ? openPageStore(startWorker) : openClipStore();
  return opened;
};

export type Excerpt = MessageData<typeof toBackground, 'saveExcerpt'>;

/** `marks`: confidentiality marks that the document is known to bear, if the model is only a part of it. */
export async function saveExcerpt(
  { id, at, model, selection }: Excerpt,
  marks: readonly string[] = [],
): Promise<Result<{ id: string }>> {
  const context = clipContext(readDocument(model, { around: selection.spans }), model);
  const clip = clipOfSelection(context, selection, { id, at });
  // The panel says so beside its button; a shortcut and a menu have no such place.
  const note = selection.cut ? t('selection.wasCut') : '';
  const saved = await library().save([withMarks({ ...clip, note }, marks)]);
  return saved.ok ? ok({ id }) : saved;
}

export async function saveTyped({
  id,
  at,
  model,
  region,
  text,
  picture,
}: MessageData<typeof toBackground, 'saveTyped'>): Promise<Result<{ id: string }>> {
  const clip = clipOfTyped(model, { region, text, picture }, { id, at });
  if (!clip) return fail('selection-empty');
  const saved = await library().save([clip], picture && clip.picture ? [{ clipId: id, data: picture }] : []);
  return saved.ok ? ok({ id }) : saved;
}

export async function keptClip(id: string): Promise<Result<Clip | null>> {
  const found = await library().get([id]);
  return found.ok ? ok(found.value[0] ?? null) : found;
}
