/** What bringing clips back out of the trash makes of them. Reads, and says what to write; the caller writes it. */
import { pastOf } from '@/lib/core/backup/format';
import { unite } from '@/lib/core/backup/unite';
import type { Clip } from '@/lib/core/model';
import { type Change, NO_CHANGE } from './apply';
import type { Tables } from './database';
import { isSingle, singlesOf } from './twins';

export interface Return {
  change: Change;
  restored: number;
  /** Clips that took over what returning ones had. */
  united: string[];
}

/**
 * Where the passage was kept again meanwhile, the clip that has it takes over tags, note and corrections, and the other
 * stays in the trash as it is: nothing is lost, and nothing disappears. Of several in the trash the youngest comes back.
 */
export async function planReturn(tables: Tables, clips: readonly Clip[], at: string): Promise<Return> {
  const back = clips
    .filter(({ deletedAt }) => deletedAt !== null)
    .map((clip) => ({ ...clip, deletedAt: null, updatedAt: at, revision: clip.revision + 1 }))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const hosts = await singlesOf(tables, [...new Set(back.filter(isSingle).map(({ key }) => key))]);
  const before = new Map([...clips, ...hosts.values()].map((clip) => [clip.id, clip]));
  const puts = new Map<string, Clip>();
  const united = new Set<string>();
  for (const clip of back) {
    const host = isSingle(clip) ? hosts.get(clip.key) : undefined;
    const outcome = host ? unite({ clip: host, past: [] }, clip, null, at) : null;
    // One that has no room for all of it: the other stays in the trash as it is.
    if (host && outcome?.kind !== 'full') united.add(host.id);
    const next = outcome ? (outcome.kind === 'united' ? outcome.put.clip : null) : clip;
    if (!next) continue;
    // Two that are united into one make one revision of it.
    const after = { ...next, revision: (before.get(next.id)?.revision ?? 0) + 1 };
    puts.set(after.id, after);
    if (isSingle(after)) hosts.set(after.key, after);
  }
  const versions = [...puts.keys()].flatMap((id) => before.get(id) ?? []).map(pastOf);
  const restored = [...puts.keys()].filter((id) => before.get(id)?.deletedAt !== null).length;
  return { change: { ...NO_CHANGE, puts: [...puts.values()], versions }, restored, united: [...united] };
}
