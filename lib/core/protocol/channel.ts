/**
 * What a message direction is: a map from type to the schema pair of its data and its result. Each direction has one
 * owner that listens; see the files beside this one. The transport lives in `lib/platform/channel.ts`.
 */
import type { z } from '../model/zod';

export interface MessageSpec {
  data: z.ZodType;
  result: z.ZodType;
}
export type ProtocolSpec = Readonly<Record<string, MessageSpec>>;

export type MessageData<P extends ProtocolSpec, T extends keyof P> = z.infer<P[T]['data']>;
export type MessageResult<P extends ProtocolSpec, T extends keyof P> = z.infer<P[T]['result']>;
