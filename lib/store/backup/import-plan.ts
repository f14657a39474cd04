/** Gathers what became of the lines of a backup, for showing before and after. */
import type { ImportKind, ImportPlan } from '../contract';
import type { LineOutcome } from './judge-lines';
import type { BackupFile } from './unpack';

const KINDS = ['new', 'newer', 'same', 'conflict', 'united', 'gone', 'refused'] as const satisfies ImportKind[];
/** Enough to look through; the counts tell the rest. Of what cannot be read the first ones tell what is wrong. */
const LISTED = 500;
const LISTED_REFUSED = 20;

export function createImportPlan({ manifest }: BackupFile) {
  const counts: ImportPlan['counts'] = { new: 0, newer: 0, same: 0, conflict: 0, united: 0, gone: 0, refused: 0 };
  const lists: ImportPlan['lists'] = { new: [], newer: [], same: [], conflict: [], united: [], gone: [], refused: [] };
  let mended = 0;
  return {
    add(outcome: LineOutcome): void {
      // It goes along with its clip, which counts.
      if (outcome.kind === 'picture') return;
      const { kind, line, title } = outcome;
      counts[kind] += 1;
      if (outcome.kind !== 'refused' && outcome.mended) mended += 1;
      if (lists[kind].length >= (kind === 'refused' ? LISTED_REFUSED : LISTED)) return;
      lists[kind].push(
        outcome.kind === 'refused' ? { line, title, reason: outcome.reason, detail: outcome.detail } : { line, title },
      );
    },
    done: () => KINDS.reduce((sum, kind) => sum + counts[kind], 0),
    plan: (): ImportPlan => ({
      manifest: manifest && { createdAt: manifest.createdAt, author: manifest.author, clips: manifest.clips },
      counts,
      lists,
      mended,
    }),
  };
}
