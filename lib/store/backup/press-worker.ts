/** The press in a worker of its own: packing keeps a thread as busy as reading does. Serves one backup. */

import { type Bytes, createPress } from './press';
import type { PressReply, PressRequest } from './press-beside';

const reply = (message: PressReply, transfer: Transferable[] = []): void =>
  globalThis.postMessage(message, { transfer });

const press = createPress((bytes: Bytes) => reply({ kind: 'bytes', bytes }, [bytes.buffer]));

let turn: Promise<void> = Promise.resolve();
globalThis.addEventListener('message', ({ data }: MessageEvent<PressRequest>) => {
  turn = turn.then(async () => {
    try {
      if (data.kind === 'end') return reply({ kind: 'done', pressed: await press.end() });
      await press.push(data.bytes);
      reply({ kind: 'taken' });
    } catch (error) {
      reply({ kind: 'failed', message: String(error) });
    }
  });
});
