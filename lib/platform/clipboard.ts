/** Copies text in answer to a click; needs no permission there. */
import { fail, ok, type Result } from '@/lib/core/model/failure';

export async function copyText(text: string): Promise<Result<Record<string, never>>> {
  try {
    await navigator.clipboard.writeText(text);
    return ok({});
  } catch {
    return fail('not-allowed', 'clipboard');
  }
}
