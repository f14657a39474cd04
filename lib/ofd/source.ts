/**
 * An OFD as something the panel can read: a file that was dropped or picked, for no browser shows one. Fits
 * `DocumentSource` of `lib/state` without knowing it.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { Bytes } from './container';
import type { OfdProgress, OfdReader } from './reader';

export interface OfdSourceParts {
  id: string;
  fileName: string;
  reader: OfdReader;
  /** Taken anew for every reading, so that nothing is held in memory between them. */
  bytes(): Promise<Bytes>;
}

/** Its pages are shown nowhere, so nothing can be marked or scrolled to. */
const nothing = async (): Promise<Result<object>> => ok({});

export const createOfdSource = ({ id, fileName, reader, bytes }: OfdSourceParts) => ({
  id,
  format: 'ofd' as const,
  url: '',
  title: fileName,
  fileName,
  marksInPage: false,
  async read(signal: AbortSignal, onProgress: (progress: OfdProgress) => void): Promise<Result<DocumentModel>> {
    const loaded = await bytes();
    return signal.aborted ? fail('cancelled') : reader.read(loaded, { fileName, signal, onProgress });
  },
  setMarks: nothing,
  focusMark: nothing,
  scrollTo: nothing,
  getSelection: async (): Promise<Result<null>> => ok(null),
  events: { subscribe: () => () => undefined },
});
