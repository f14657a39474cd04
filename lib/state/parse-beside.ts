/**
 * Chooses where a document is parsed: a short one at once, a long one in a worker, so that no document holds the main
 * thread for longer than a frame or three. A worker that does not start is no reason to read nothing: then the main
 * thread does it. Knows no browser; the worker is handed in.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import type { DocumentKind, Reading } from '@/lib/core/model/item';

export interface ParseRequest {
  id: number;
  model: DocumentModel;
  kind: DocumentKind | null;
}
/** The first message says that the worker is there. */
export type ParseReply = { ready: true } | { id: number; reading: Reading } | { id: number; failed: true };

type Parse = (model: DocumentModel, options: { kind?: DocumentKind }) => Reading;
type ParseWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;
type Outcome = Reading | 'failed' | 'no worker';

/** Characters up to which parsing takes less than starting to talk to a worker. */
const SHORT = 20_000;
/** Longest wait for an answer, ms. */
const DEADLINE_MS = 8_000;
/** After a while without a long document the worker goes, and what it remembers with it, ms. */
const IDLE_MS = 15_000;

const lengthOf = ({ blocks }: DocumentModel): number => (blocks.at(-1)?.start ?? 0) + (blocks.at(-1)?.text.length ?? 0);

export function createParseBeside(parse: Parse, startWorker: () => ParseWorker) {
  let worker: ParseWorker | null = null;
  let ready = false;
  let last = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<number, (outcome: Outcome) => void>();

  /** What a worker that answered before could not do in time would hold this thread as long. */
  const giveUp = () => {
    worker?.terminate();
    worker = null;
    for (const settle of waiting.values()) settle(ready ? 'failed' : 'no worker');
    waiting.clear();
    ready = false;
  };
  const take = (reply: ParseReply) => {
    ready = true;
    if ('ready' in reply) return;
    waiting.get(reply.id)?.('reading' in reply ? reply.reading : 'failed');
    waiting.delete(reply.id);
    clearTimeout(idle);
    if (waiting.size === 0) idle = setTimeout(giveUp, IDLE_MS);
  };
  const running = (): ParseWorker => {
    clearTimeout(idle);
    if (worker) return worker;
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<ParseReply>) => take(data));
    started.addEventListener('error', giveUp);
    worker = started;
    return started;
  };
  const ask = (model: DocumentModel, kind: DocumentKind | null): Promise<Outcome> =>
    new Promise((resolve) => {
      last += 1;
      const id = last;
      const deadline = setTimeout(giveUp, DEADLINE_MS);
      waiting.set(id, (outcome) => {
        clearTimeout(deadline);
        resolve(outcome);
      });
      try {
        running().postMessage({ id, model, kind } satisfies ParseRequest);
      } catch {
        giveUp();
      }
    });

  return (model: DocumentModel, options: { kind?: DocumentKind }): Reading | Promise<Reading> => {
    if (lengthOf(model) <= SHORT) return parse(model, options);
    return ask(model, options.kind ?? null).then((outcome) => {
      if (outcome === 'no worker') return parse(model, options);
      if (outcome === 'failed') throw new Error('the document could not be parsed');
      return outcome;
    });
  };
}
