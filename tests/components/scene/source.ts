/** A page beside the panel that answers at once and remembers what it was told. */

import type { DocumentModel } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { PageEvent } from '@/lib/core/protocol/from-page';
import type { Mark } from '@/lib/core/protocol/to-page';
import type { DocumentSource, ReadProgress } from '@/lib/state/sources';
import { sampleModel } from './reading';

export interface SceneSource extends DocumentSource {
  emit(event: PageEvent): void;
  marks(): readonly Mark[];
  calls: string[];
}

export interface SceneSourceOptions {
  /** Opens an encrypted file. */
  password?: string;
  id?: string;
  model?: DocumentModel;
  error?: ErrorCode;
  /** Shown for ever: the reading never ends. */
  progress?: ReadProgress;
  fileName?: string;
  format?: 'html' | 'pdf';
}

export function createSceneSource(options: SceneSourceOptions = {}): SceneSource {
  const { model = sampleModel, error, progress } = options;
  const watchers = new Set<(event: PageEvent) => void>();
  const calls: string[] = [];
  let unlocked = false;
  let marks: readonly Mark[] = [];
  const note = async (call: string): Promise<Result<object>> => {
    calls.push(call);
    return ok({});
  };
  return {
    id: options.id ?? 'tab:1',
    format: options.format ?? 'html',
    url: options.fileName ? '' : model.url,
    title: model.title,
    fileName: options.fileName ?? null,
    marksInPage: true,
    calls,
    marks: () => marks,
    emit(event) {
      for (const watcher of watchers) watcher(event);
    },
    async read(signal, onProgress) {
      calls.push('read');
      if (progress) {
        onProgress(progress);
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail('cancelled'))));
      }
      return error && !unlocked ? fail(error) : ok(model);
    },
    setMarks(next) {
      marks = next;
      return note('marks');
    },
    focusMark: (id) => note(`focus ${id}`),
    scrollTo: (spans) => note(`scroll ${spans[0]?.start}`),
    ...(options.password && {
      pdf: {
        unlock(password: string) {
          unlocked = password === options.password;
        },
        password: () => (unlocked ? options.password : undefined),
        readWhole: () => undefined,
      },
    }),
    getSelection: async () => ok(null),
    events: {
      subscribe(next) {
        watchers.add(next);
        return () => watchers.delete(next);
      },
    },
  };
}
