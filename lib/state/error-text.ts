/** Every error code has two sentences in the locale files: what happened and what to do next. */
import type { ErrorCode } from '@/lib/core/model/errors';
import type { Message } from './message';

/** Locale keys hold letters, digits and `_` only. */
type Snake<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : S;

const snake = <S extends string>(code: S) => code.replaceAll('-', '_') as Snake<S>;

export const errorText = (error: ErrorCode): Message => ({ key: `error.${snake(error)}.text` });
export const errorNext = (error: ErrorCode): Message => ({ key: `error.${snake(error)}.next` });
