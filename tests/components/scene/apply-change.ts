/** A change of a clip, merged as the store merges it. */
import { type Clip, correctionsSchema } from '@/lib/core/model/clip';
import type { ClipChange } from '@/lib/store/contract';

export function applyClipChange(clip: Clip, change: ClipChange, at: string): Clip {
  const merged = Object.entries({ ...clip.corrections, ...change.corrections }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...clip,
    ...(change.tags && { tags: change.tags }),
    ...(change.note !== undefined && { note: change.note }),
    corrections: correctionsSchema.parse(Object.fromEntries(merged)),
    updatedAt: at,
    revision: clip.revision + 1,
  };
}
