/** The second place of extension pages: a journal in the origin private file system, held by a worker of this page. */
import { MAX_PAYLOAD, RecordTooLarge } from '@/lib/core/journal/frame';
import { JournalFailure, StoreFailure, withDeadline } from '../failures';
import { partsOf } from './divide';
import type { JournalAnswers, JournalAsk, JournalReply, JournalRequest } from './journal-messages';
import type { SecondPlace } from './place';
import { decodeRecord, encodeRecord } from './record';

/** Starts the bundled journal worker; trusted types make this the caller's affair. */
export type StartJournalWorker = () => Worker;

/** What goes into a journal that is being written anew takes effect together, so it may be divided: each step stays short. */
const ADDED_BYTES = 2 * 1024 * 1024;

interface Waiting {
  settle: (reply: JournalReply) => void;
}

/** A worker that answers requests; dead after the first that it leaves unanswered. */
function createCaller(start: StartJournalWorker) {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const stop = () => {
    worker?.terminate();
    worker = null;
    for (const [id, { settle }] of waiting)
      settle({ id, ok: false, name: 'AbortError', message: 'journal worker stopped' });
    waiting.clear();
  };
  const running = (): Worker => {
    if (worker) return worker;
    const started = start();
    started.addEventListener('message', ({ data }: MessageEvent<JournalReply>) => {
      waiting.get(data.id)?.settle(data);
      waiting.delete(data.id);
    });
    started.addEventListener('error', stop);
    worker = started;
    return started;
  };

  async function call<T extends JournalAsk['op']>(ask: JournalAsk & { op: T }): Promise<JournalAnswers[T]> {
    last += 1;
    const request: JournalRequest = { id: last, ask };
    const reply = new Promise<JournalReply>((settle) => waiting.set(request.id, { settle }));
    running().postMessage(request, 'payload' in ask ? [ask.payload.buffer] : []);
    try {
      const answer = await withDeadline(reply);
      if (!answer.ok) throw Object.assign(new Error(answer.message), { name: answer.name });
      // The worker is of the same build and answers each request with its own kind of value.
      return answer.value as JournalAnswers[T];
    } catch (error) {
      if (error instanceof StoreFailure) stop();
      throw new JournalFailure(error);
    }
  }
  return { call, stop };
}

/** `version`: shape of this build's records. */
export function createJournalPlace(name: string, version: number, start: StartJournalWorker): SecondPlace {
  const { call, stop } = createCaller(start);
  return {
    open: () => call({ op: 'open', name, version }),
    async append(seq, change) {
      const payload = encodeRecord(change);
      if (payload.length > MAX_PAYLOAD) throw new RecordTooLarge(payload.length);
      return call({ op: 'append', seq, payload });
    },
    rollback: (seq) => call({ op: 'rollback', seq }),
    after: (seq) => call({ op: 'after', seq }),
    async replay(at) {
      const part = await call({ op: 'replay', at });
      const read = part.records.map(({ seq, payload }) => ({ seq, ...decodeRecord(payload) }));
      return {
        records: read.map(({ seq, change }) => ({ seq, change })),
        next: part.next,
        damaged: part.damaged || read.some(({ damaged }) => damaged),
        file: part.file,
      };
    },
    verify: (at) => call({ op: 'verify', at }),
    begin: (epoch) => call({ op: 'begin', epoch }),
    async add(seq, change) {
      for (const { payload } of partsOf(change, ADDED_BYTES)) await call({ op: 'add', seq, payload });
    },
    commit: (seq) => call({ op: 'commit', seq }),
    async close() {
      await call({ op: 'close' }).catch(stop);
    },
  };
}
