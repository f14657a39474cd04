/**
 * Repeats a request until it is acknowledged: the worker may stop at any moment and then answers nothing. Only for
 * requests that are safe to repeat.
 */

import { fail, type Result } from '@/lib/core/model/failure';
import { ask, isConnected } from './transport';

/** Pauses before each further attempt, ms. */
export const RETRY_PAUSES = [100, 300, 1_000, 3_000, 5_000];

const isFailure = (answer: unknown): answer is Result<never> & { ok: false } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
const isSuccess = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;

/** Ok once the other side said so; its own refusals are not repeated. */
export async function keepAsking(type: string, data: unknown): Promise<Result<Record<string, never>>> {
  for (const pause of [0, ...RETRY_PAUSES]) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (!isConnected()) return fail('extension-updated');
    const answer = await ask(type, data);
    if (answer.ok && isSuccess(answer.value)) return { ok: true, value: {} };
    if (answer.ok && isFailure(answer.value)) return answer.value;
  }
  return fail('no-answer', type);
}
