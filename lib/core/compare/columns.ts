/** Clips → columns: one per clip, or one per province. The order of the clips decides the order of the columns. */
import type { Clip } from '../model/clip';
import { clipRegions } from './clip-values';
import type { Grouping } from './stored';
import type { CompareColumn } from './types';

/** A clip of two provinces stands in both columns; a clip of none keeps a column of its own. */
export function columnsOf(clips: readonly Clip[], grouping: Grouping): CompareColumn[] {
  if (grouping === 'clip') {
    return clips.map((clip) => ({ id: clip.id, region: clipRegions(clip)[0] ?? null, clips: [clip] }));
  }
  const columns = new Map<string, { id: string; region: string | null; clips: Clip[] }>();
  for (const clip of clips) {
    const regions: (string | null)[] = clipRegions(clip);
    for (const region of regions.length > 0 ? regions : [null]) {
      const id = region ?? clip.id;
      const column = columns.get(id) ?? { id, region, clips: [] };
      column.clips.push(clip);
      columns.set(id, column);
    }
  }
  return [...columns.values()];
}
