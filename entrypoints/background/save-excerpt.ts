/** Keeps a selection: reads the document around it and answers only after the library's transaction completed. */
import { clipOfSelection } from '@/lib/core/clip/make-clip';
import { clipContext } from '@/lib/core/clip/source';
import type { Result } from '@/lib/core/model/failure';
import { ok } from '@/lib/core/model/failure';
import { readDocument } from '@/lib/core/parse/read-document';
import type { MessageData } from '@/lib/core/protocol/channel';
import type { toBackground } from '@/lib/core/protocol/to-background';
import { openClipStore } from '@/lib/store';

/** Opened with the first save and kept while the worker lives. */
let library: ReturnType<typeof openClipStore> | null = null;

export type Excerpt = MessageData<typeof toBackground, 'saveExcerpt'>;

export async function saveExcerpt({ id, at, model, selection }: Excerpt): Promise<Result<{ id: string }>> {
  const clip = clipOfSelection(clipContext(readDocument(model), model), selection, { id, at });
  library ??= openClipStore();
  const saved = await library.save([clip]);
  return saved.ok ? ok({ id }) : saved;
}
