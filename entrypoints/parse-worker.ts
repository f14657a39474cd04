/**
 * Parses documents beside the main thread of the extension's pages: warms up, says that it is there, then gives one
 * answer for each request.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readDocument } from '@/lib/core/parse/read-document';
import { warmUp } from '@/lib/core/parse/warm-up';
import type { ParseReply, ParseRequest } from '@/lib/state/parse-beside';

export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data: { id, model, kind } }: MessageEvent<ParseRequest>) => {
    let reply: ParseReply;
    try {
      reply = { id, reading: readDocument(model, kind ? { kind } : {}) };
    } catch {
      reply = { id, failed: true };
    }
    self.postMessage(reply);
  });
  warmUp();
  self.postMessage({ ready: true } satisfies ParseReply);
});
