/**
 * Copies of the library as it was before each upgrade of the database: complete backup files in the origin private file
 * system, beside the journal. A copy is read through before the upgrade may begin; only the youngest few stay.
 */
import type { KeptCopy } from '../contract';
import type { Tables } from '../database';
import { StoreFailure } from '../failures';
import { packLibrary } from './pack';
import { openBackup } from './unpack';

const KEPT = 3;
const suffix = /^-before-upgrade-of-(\d{1,4})\.zip$/u;
const fileName = (name: string, shape: number): string => `${name}-before-upgrade-of-${shape}.zip`;
const never = new AbortController().signal;

/** Files of copies by the shape that they are of, youngest first. */
async function filesOf(
  directory: FileSystemDirectoryHandle,
  name: string,
): Promise<{ shape: number; handle: FileSystemFileHandle }[]> {
  const found: { shape: number; handle: FileSystemFileHandle }[] = [];
  for await (const handle of directory.values()) {
    const shape = handle.name.startsWith(name) ? suffix.exec(handle.name.slice(name.length))?.[1] : undefined;
    if (shape !== undefined && handle.kind === 'file') found.push({ shape: Number(shape), handle });
  }
  return found.sort((a, b) => b.shape - a.shape);
}

async function readThrough(file: Blob, clips: number): Promise<void> {
  const backup = await openBackup(file, never);
  let lines = 0;
  for await (const part of backup.lines()) lines += part.length;
  if (lines < clips) throw new StoreFailure('import-invalid', `${lines} of ${clips} lines`);
}

/** Keeps the library of `shape`; what an interrupted attempt left is written over. The file appears when it is whole. */
export async function keepCopy(name: string, shape: number, tables: Tables): Promise<void> {
  const directory = await navigator.storage.getDirectory();
  const handle = await directory.getFileHandle(fileName(name, shape), { create: true });
  const output = await handle.createWritable();
  const work = { author: null, at: new Date().toISOString(), signal: never, onProgress: () => undefined };
  try {
    const { clips } = await packLibrary(tables, output, work);
    await output.close();
    await readThrough(await handle.getFile(), clips);
  } catch (error) {
    await output.abort().catch(() => undefined);
    await directory.removeEntry(handle.name).catch(() => undefined);
    throw error;
  }
  for (const { handle: old } of (await filesOf(directory, name)).slice(KEPT)) await directory.removeEntry(old.name);
}

/** Youngest first; one that was not finished is no copy. */
export async function keptCopies(name: string): Promise<KeptCopy[]> {
  const directory = await navigator.storage.getDirectory();
  const files = await filesOf(directory, name);
  const copies = await Promise.all(
    files.map(async ({ shape, handle }) => {
      const file = await handle.getFile();
      return { shape, at: new Date(file.lastModified).toISOString(), file };
    }),
  );
  return copies.filter(({ file }) => file.size > 0);
}
