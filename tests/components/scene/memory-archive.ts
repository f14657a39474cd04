/** Backup and restore in memory: scripted answers, and a record of what was asked. */
import type { BackupMark, BackupState } from '@/lib/core/backup/reminder';
import type { ErrorCode } from '@/lib/core/model/errors';
import { fail, ok } from '@/lib/core/model/failure';
import type { ClipArchive, ImportOptions, ImportPlan, KeptCopy } from '@/lib/store/contract';

export const EMPTY_PLAN: ImportPlan = {
  manifest: null,
  counts: { new: 0, newer: 0, same: 0, conflict: 0, united: 0, gone: 0, refused: 0 },
  lists: { new: [], newer: [], same: [], conflict: [], united: [], gone: [], refused: [] },
  mended: 0,
};

export const NOTHING_SINCE: BackupState = {
  lastAt: null,
  clipsSince: 0,
  comparisonsSince: 0,
  firstSince: null,
  changed: false,
  rebuilding: false,
};
export const MARK: BackupMark = { epoch: 'e', seq: 7 };

export interface MemoryArchive extends ClipArchive {
  asked: { inspected: ImportOptions[]; restored: ImportOptions[]; backedUp: string[]; marks: BackupMark[] };
  /** What the next answers are. */
  script: {
    rescueIsWhole?: boolean;
    state: BackupState;
    copies: KeptCopy[];
    /** Why the copies cannot be looked for. */
    copiesError: ErrorCode | null;
    inspect: ReturnType<ClipArchive['inspectBackup']> | null;
    backup: ReturnType<ClipArchive['backup']> | null;
    restore: ReturnType<ClipArchive['restoreBackup']> | null;
  };
}

export function createMemoryArchive(): MemoryArchive {
  const asked: MemoryArchive['asked'] = { inspected: [], restored: [], backedUp: [], marks: [] };
  const script: MemoryArchive['script'] = {
    state: NOTHING_SINCE,
    copies: [],
    copiesError: null,
    inspect: null,
    backup: null,
    restore: null,
  };
  return {
    asked,
    script,
    backup: async (_, { onProgress }) => {
      onProgress(1, 2);
      return script.backup ?? ok({ file: new Blob(['zip']), clips: 2, mark: MARK });
    },
    rescue: async () => ok({ file: new Blob(['gz']), clips: 1, whole: script.rescueIsWhole ?? true }),
    inspectBackup: async (_, options) => {
      asked.inspected.push(options);
      return script.inspect ?? ok(EMPTY_PLAN);
    },
    restoreBackup: async (_, options) => {
      asked.restored.push(options);
      return script.restore ?? script.inspect ?? ok(EMPTY_PLAN);
    },
    keptCopies: async () => (script.copiesError ? fail(script.copiesError) : ok(script.copies)),
    backupState: async () => ok(script.state),
    async backedUp(at, mark) {
      asked.backedUp.push(at);
      asked.marks.push(mark);
      return ok({});
    },
  };
}
