/**
 * Chooses where a document is parsed: a short one at once, a long one in a worker, so that no document holds the main
 * thread for longer than a frame or three. A worker that fails or does not start is no reason to read nothing: then the
 * main thread does it. Knows no browser; the worker is handed in.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import type { DocumentKind, Reading } from '@/lib/core/model/item';

export interface ParseRequest {
  id: number;
  model: DocumentModel;
  kind: DocumentKind | null;
}
export type ParseReply = { id: number; reading: Reading } | { id: number; failed: true };

type Parse = (model: DocumentModel, options: { kind?: DocumentKind }) => Reading;
type ParseWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** Characters up to which parsing takes less than starting to talk to a worker. */
const SHORT = 40_000;
/** Longest wait for the worker, ms; then the main thread takes over. */
const DEADLINE_MS = 8_000;

const lengthOf = ({ blocks }: DocumentModel): number => (blocks.at(-1)?.start ?? 0) + (blocks.at(-1)?.text.length ?? 0);

export function createParseBeside(parse: Parse, startWorker: () => ParseWorker) {
  let worker: ParseWorker | null = null;
  let last = 0;
  const waiting = new Map<number, (reply: ParseReply | null) => void>();

  const giveUp = () => {
    worker?.terminate();
    worker = null;
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  };
  const running = (): ParseWorker => {
    if (worker) return worker;
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<ParseReply>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    started.addEventListener('error', giveUp);
    worker = started;
    return started;
  };
  const ask = (model: DocumentModel, kind: DocumentKind | null): Promise<ParseReply | null> =>
    new Promise((resolve) => {
      last += 1;
      const id = last;
      const deadline = setTimeout(giveUp, DEADLINE_MS);
      waiting.set(id, (reply) => {
        clearTimeout(deadline);
        resolve(reply);
      });
      try {
        running().postMessage({ id, model, kind } satisfies ParseRequest);
      } catch {
        giveUp();
      }
    });

  return (model: DocumentModel, options: { kind?: DocumentKind }): Reading | Promise<Reading> => {
    if (lengthOf(model) <= SHORT) return parse(model, options);
    return ask(model, options.kind ?? null).then((reply) => {
      if (reply && 'reading' in reply) return reply.reading;
      // The document broke the parser there and would break it here as well.
      if (reply) throw new Error('the document could not be parsed');
      return parse(model, options);
    });
  };
}
