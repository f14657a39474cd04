/** A press in a worker, from the page's side: one part is being pressed while the next one is made. */
import { withDeadline } from '../failures';
import type { Bytes, Press, Pressed } from './press';

export type PressRequest = { kind: 'push'; bytes: Bytes } | { kind: 'end' };
export type PressReply =
  | { kind: 'bytes'; bytes: Bytes }
  | { kind: 'taken' }
  | { kind: 'done'; pressed: Pressed }
  | { kind: 'failed'; message: string };

/** The worker failed, not the library: the backup can be made without it. */
export class PressFailure extends Error {
  override readonly name = 'PressFailure';
}

/** Parts are a few megabytes, pictures included. */
const DEADLINE_MS = 30_000;

export function createPressBeside(start: () => Worker, onBytes: (bytes: Bytes) => Promise<void> | void): Press {
  const worker = start();
  const waiting: { resolve: (reply: PressReply) => void; reject: (reason: unknown) => void }[] = [];
  let written: Promise<unknown> = Promise.resolve();
  let pressing: Promise<unknown> = Promise.resolve();
  const fail = (message: string) => {
    for (const { reject } of waiting.splice(0)) reject(new PressFailure(message));
  };
  worker.addEventListener('error', ({ message }) => fail(message));
  worker.addEventListener('message', ({ data }: MessageEvent<PressReply>) => {
    if (data.kind === 'failed') fail(data.message);
    else if (data.kind === 'bytes') {
      written = written.then(() => onBytes(data.bytes));
      written.catch(() => undefined);
    } else waiting.shift()?.resolve(data);
  });
  const ask = (request: PressRequest, transfer: Transferable[] = []): Promise<PressReply> => {
    const answer = new Promise<PressReply>((resolve, reject) => waiting.push({ resolve, reject }));
    worker.postMessage(request, transfer);
    return withDeadline(answer, DEADLINE_MS).catch((error: unknown) => {
      throw error instanceof PressFailure ? error : new PressFailure(String(error));
    });
  };
  return {
    async push(bytes) {
      await pressing;
      await written;
      pressing = ask({ kind: 'push', bytes }, [bytes.buffer]);
      pressing.catch(() => undefined);
    },
    async end() {
      await pressing;
      const reply = await ask({ kind: 'end' });
      await written;
      worker.terminate();
      if (reply.kind !== 'done') throw new PressFailure(reply.kind);
      return reply.pressed;
    },
    async stop() {
      worker.terminate();
      waiting.length = 0;
    },
  };
}
