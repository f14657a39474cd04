/** What the library answered to changes, and how long that took. */
import type { Result } from '@/lib/core/model/failure';

export interface Answer {
  /** `ok`, or the code of the refusal. */
  code: string;
  detail: string;
  ms: number;
}

/** Nobody asks again at once. */
const AFTER_REFUSAL_MS = 20;

let answers: Answer[] = [];

export async function timed<T>(asked: Promise<Result<T>>): Promise<Result<T>> {
  const begun = performance.now();
  const answer = await asked;
  const [code, detail] = answer.ok ? ['ok', ''] : [answer.error, answer.detail ?? ''];
  answers.push({ code, detail, ms: performance.now() - begun });
  if (!answer.ok) await new Promise((resolve) => setTimeout(resolve, AFTER_REFUSAL_MS));
  return answer;
}

/** Those since the last time. */
export function heard(): Answer[] {
  const all = answers;
  answers = [];
  return all;
}
