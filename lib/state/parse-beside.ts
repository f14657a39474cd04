/**
 * Chooses where a document is parsed: in a worker, so that parsing holds the main thread for nothing but handing over;
 * but a short one that comes before the worker is warm is parsed at once, because waiting for the worker to start would
 * take longer than parsing does. A worker that does not start is no reason to read nothing: then the main thread does
 * it. Knows no browser; the worker is handed in.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import type { DocumentKind, Reading } from '@/lib/core/model/item';

export interface ParseRequest {
  id: number;
  model: DocumentModel;
  kind: DocumentKind | null;
}
/** The first message says that the worker is there and warm. */
export type ParseReply = { ready: true } | { id: number; reading: Reading } | { id: number; failed: true };

type Parse = (model: DocumentModel, options: { kind?: DocumentKind }) => Reading;
type ParseWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;
type Outcome = Reading | 'failed' | 'no worker';

/** Characters up to which parsing takes less than starting a worker. More of them leave much behind in the worker. */
const SHORT = 20_000;
/** The worker for the documents that follow a short one is started when that one has been shown, ms. */
const LATER_MS = 1_000;
/** Longest wait for an answer, ms. */
const DEADLINE_MS = 8_000;
/** A worker that parsed a long document goes when it has nothing to do for so long, ms; others are small and stay warm. */
const IDLE_MS = 15_000;

const lengthOf = ({ blocks }: DocumentModel): number => (blocks.at(-1)?.start ?? 0) + (blocks.at(-1)?.text.length ?? 0);

export function createParseBeside(parse: Parse, startWorker: () => ParseWorker) {
  let worker: ParseWorker | null = null;
  let ready = false;
  let last = 0;
  /** The worker parsed a long document. */
  let full = false;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<number, (outcome: Outcome) => void>();

  /** What a worker that answered before could not do in time would hold this thread as long. */
  const giveUp = () => {
    worker?.terminate();
    worker = null;
    for (const settle of waiting.values()) settle(ready ? 'failed' : 'no worker');
    waiting.clear();
    ready = false;
    full = false;
  };
  const take = (reply: ParseReply) => {
    ready = true;
    if ('ready' in reply) return;
    waiting.get(reply.id)?.('reading' in reply ? reply.reading : 'failed');
    waiting.delete(reply.id);
    clearTimeout(idle);
    if (full && waiting.size === 0) idle = setTimeout(giveUp, IDLE_MS);
  };
  const running = (): ParseWorker => {
    clearTimeout(idle);
    if (worker) return worker;
    const started = startWorker();
    // What a worker that was given up still says is about no document that anybody waits for.
    const own = (work: () => void) => {
      if (worker === started) work();
    };
    started.addEventListener('message', ({ data }: MessageEvent<ParseReply>) => own(() => take(data)));
    started.addEventListener('error', () => own(giveUp));
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
        full ||= lengthOf(model) > SHORT;
        running().postMessage({ id, model, kind } satisfies ParseRequest);
      } catch {
        giveUp();
      }
    });

  const startLater = () => {
    if (worker) return;
    clearTimeout(later);
    later = setTimeout(() => {
      if (worker) return;
      try {
        running();
      } catch {
        giveUp();
      }
    }, LATER_MS);
  };

  return (model: DocumentModel, options: { kind?: DocumentKind }): Reading | Promise<Reading> => {
    if (!ready && lengthOf(model) <= SHORT) {
      startLater();
      return parse(model, options);
    }
    return ask(model, options.kind ?? null).then((outcome) => {
      if (outcome === 'no worker') return parse(model, options);
      if (outcome === 'failed') throw new Error('the document could not be parsed');
      return outcome;
    });
  };
}
