/** The reading worker: one per file, thrown away with it. */
import { errorCodeOf } from './failure';
import type { ReadMessage, WorkerAnswer } from './messages';
import { readOfd } from './read-document';

const answer = (message: WorkerAnswer): void => globalThis.postMessage(message);

globalThis.addEventListener('message', ({ data: { bytes, fileName } }: MessageEvent<ReadMessage>) => {
  readOfd(bytes, {
    fileName,
    onPage: (done, total) => answer({ type: 'page', done, total }),
    onPartial: (model) => answer({ type: 'partial', model }),
  }).then(
    (model) => answer({ type: 'done', model }),
    (error: unknown) => answer({ type: 'failed', error: errorCodeOf(error) }),
  );
});
