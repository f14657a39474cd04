/** Backup and restore of the library, as the rest of the extension asks for it. */

import { attempt } from '../attempt';
import type { ClipArchive, ImportOptions, ImportPlan } from '../contract';
import type { Tables } from '../database';
import { withDeadline } from '../failures';
import type { Writer } from '../writer-contract';
import { backupStateOf, markNow, noteBackup, noteRestore, type Restored } from './backed-up';
import { createBlobSink } from './bytes';
import type { ClipsOf } from './judge-lines';
import { keptCopies } from './kept-copies';
import { packLibrary } from './pack';
import { PressFailure } from './press-beside';
import { rescueFrom } from './rescue';
import { createRestore } from './restore';

export interface ArchiveParts {
  tables: () => Promise<Tables>;
  /** The same for what is shown: throws when what would be found could mislead. */
  shown: () => Promise<Tables>;
  writer: Writer;
  name: string;
  startPress?: (() => Worker) | undefined;
  oneTransaction?: number | undefined;
  /** See `RestoreParts`. */
  clipsOf: ClipsOf;
  misses: () => number;
  /** What every window shows of backups, clips and comparisons may be another now. */
  announce: () => void;
}

const ZIP = 'application/zip';

export function createArchive(parts: ArchiveParts): ClipArchive {
  const { tables, shown, writer, name, startPress, oneTransaction, announce, clipsOf, misses } = parts;
  const note = async (one: Restored) => noteRestore(await tables(), one);
  /** Remembers which change a restore was, and that it lies in a file: united clips are more than that has. */
  async function restored(seq: number | null, plan: ImportPlan, { author, at, kept }: ImportOptions): Promise<void> {
    const inFile = author === null && !kept && plan.counts.united === 0;
    // The restore itself is done: without the note its clips count as new.
    if (seq !== null) await note({ from: seq, to: seq, at, inFile }).catch(() => undefined);
    announce();
  }
  const { inspect, restore } = createRestore({ tables, writer, restored, oneTransaction, clipsOf, misses });

  return {
    backup: ({ author, at }, work) =>
      attempt(async () => {
        const db = await withDeadline(shown());
        const packed = async (start?: () => Worker) => {
          const sink = createBlobSink(ZIP);
          const mark = await markNow(db);
          const { clips } = await packLibrary(db, sink, { author, at, ...work, startPress: start });
          return { file: sink.blob(), clips, mark };
        };
        try {
          return await packed(startPress);
        } catch (error) {
          if (error instanceof PressFailure) return packed();
          throw error;
        }
      }, null),
    rescue: (work) => attempt(() => rescueFrom(writer.records, work), null),
    inspectBackup: (file, options, work) => attempt(() => inspect(file, options, work), null),
    restoreBackup: (file, options, work) => attempt(() => restore(file, options, work), null),
    keptCopies: () => attempt(() => keptCopies(name)),
    backupState: () => attempt(async () => backupStateOf(await tables())),
    backedUp: (at, mark) =>
      attempt(async () => {
        await noteBackup(await tables(), at, mark);
        announce();
        return {};
      }),
  };
}
