/**
 * The transport with a protocol's schemas on both ends: data is parsed where it arrives, answers where they come back,
 * and nothing throws across. Each direction has one owner that calls `listen`.
 */
import { parseQuickly } from '@/lib/core/model/conforms';
import { fail, type Result } from '@/lib/core/model/failure';
import type { z } from '@/lib/core/model/zod';
import type { MessageData, MessageResult, ProtocolSpec } from '@/lib/core/protocol/channel';
import { type Answerer, type AskOptions, ask, type HearOptions, hear, type Sender } from './transport';

/** What sending gives back: the answer, or the failure to get one. */
export type Answer<P extends ProtocolSpec, T extends keyof P> = MessageResult<P, T> | Result<never>;

export type Handlers<P extends ProtocolSpec> = {
  [T in keyof P]: (data: MessageData<P, T>, sender: Sender) => MessageResult<P, T> | Promise<MessageResult<P, T>>;
};

export interface Channel<P extends ProtocolSpec> {
  send<T extends keyof P & string>(type: T, data: MessageData<P, T>, options?: AskOptions): Promise<Answer<P, T>>;
  /** An answer that was asked for without the schema, parsed as `send` parses its own. */
  accept<T extends keyof P & string>(type: T, answer: Result<unknown>): Answer<P, T>;
  /** Returns its undo. */
  listen(handlers: Handlers<P>, options: HearOptions): () => void;
}

/** The value as `schema` reads it, in a box of its own, because `undefined` may be a value. */
function parse<S extends z.ZodType>(schema: S, value: unknown): { value: z.infer<S> } | null {
  const result = parseQuickly(schema, value);
  return result.success ? { value: result.data } : null;
}

export function createChannel<P extends ProtocolSpec>(protocol: P): Channel<P> {
  const specOf = <T extends keyof P & string>(type: T): NonNullable<P[T]> => {
    const spec = Object.hasOwn(protocol, type) ? protocol[type] : undefined;
    if (!spec) throw new TypeError(`no such message: ${type}`);
    return spec;
  };
  const answererOf = <T extends keyof P & string>(type: T, handler: Handlers<P>[T]): Answerer => {
    const spec = specOf(type);
    return (raw, sender) => {
      const data = parse<P[T]['data']>(spec.data, raw);
      return data ? handler(data.value, sender) : fail('not-allowed', `${type}: data`);
    };
  };
  const accept = <T extends keyof P & string>(type: T, answer: Result<unknown>): Answer<P, T> => {
    if (!answer.ok) return answer;
    const result = parse<P[T]['result']>(specOf(type).result, answer.value);
    return result ? result.value : fail('no-answer', `${type}: answer of another shape`);
  };
  return {
    accept,
    send: async (type, data, options) => accept(type, await ask(type, data, options)),
    listen(handlers, options) {
      const answerers = new Map<string, Answerer>();
      for (const type in handlers) {
        if (Object.hasOwn(handlers, type)) answerers.set(type, answererOf(type, handlers[type]));
      }
      return hear(answerers, options);
    },
  };
}
