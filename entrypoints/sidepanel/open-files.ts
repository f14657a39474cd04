/** Files that were dropped or picked: one is shown, several are listed. */
import type { AppStore } from '@/lib/state/app-store';
import type { BatchStore } from '@/lib/state/batch-store';
import type { PageHost } from '@/lib/state/page-host';
import type { Toasts } from '@/lib/state/toasts';
import { sourceOf } from './file-sources';

export interface OpenFilesServices {
  app: Pick<AppStore, 'view' | 'dialog'>;
  batch: Pick<BatchStore, 'open'>;
  host: Pick<PageHost, 'openFile'>;
  toasts: Toasts;
}

/** One file is shown; several are listed. Files of other kinds are said to be so and left out. */
export async function openFiles(
  files: readonly File[],
  { app, batch, host, toasts }: OpenFilesServices,
): Promise<void> {
  const found = await Promise.all(files.map(sourceOf));
  const sources = found.filter((source) => source !== null);
  const [only, ...more] = sources;
  if (sources.length < files.length) toasts.problem('file-unsupported');
  if (!only) return;
  app.view.value = 'page';
  if (more.length === 0) return host.openFile(only);
  app.dialog.value = 'batch';
  await batch.open(sources);
}
