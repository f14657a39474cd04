/** Looks at the page, and again when its text changed, ever less often and a bounded number of times. */
import { browser } from 'wxt/browser';
import { glance } from '@/lib/core/detect/glance';
import type { Verdict } from '@/lib/core/model/item';
import { attributeOf, titleOf } from '@/lib/page/dom';
import { glanceText } from '@/lib/page/glance-text';
import { newRhythm, watchText } from '@/lib/page/watch-text';

const MAX_LOOKS = 12;
const FIRST_PAUSE = 1_000;
const RETRY_MS = 1_500;
const PDF: Verdict = { kind: 'none', score: 0, reasons: [] };

/** An envelope as `lib/platform` reads it. A worker that is just stopping answers nothing: asked once more. */
async function tell(data: { verdict: Verdict; format: 'html' | 'pdf' }): Promise<void> {
  const message = { id: 0, type: 'pageVerdict', data, timestamp: Date.now() };
  const send = () => browser.runtime.sendMessage(message).catch(() => undefined);
  if ((await send()) !== undefined) return;
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  if (browser.runtime?.id) await send();
}

const metaOf = (document: Document): [string, string][] =>
  [...Document.prototype.querySelectorAll.call(document, 'meta[name][content]')].map((meta) => [
    attributeOf(meta, 'name') ?? '',
    attributeOf(meta, 'content') ?? '',
  ]);

export function watchForPolicy(document: Document, outer: AbortSignal): void {
  if (document.contentType === 'application/pdf') {
    void tell({ verdict: PDF, format: 'pdf' });
    return;
  }
  const looking = new AbortController();
  const signal = AbortSignal.any([outer, looking.signal]);
  let text = '';
  let told = 'none';
  let looks = 0;

  const look = () => {
    looks += 1;
    // After an update of the extension nobody listens any more. Not asked at first: asking costs a tenth of the look.
    if (looks > MAX_LOOKS || (looks > 1 && !browser.runtime?.id)) {
      looking.abort();
      return;
    }
    const page = { title: titleOf(document), meta: () => metaOf(document), text };
    const verdict = glance(page);
    const news = verdict.kind === 'none' ? 'none' : `${verdict.kind} ${location.href}`;
    if (news === told) return;
    told = news;
    void tell({ verdict, format: 'html' });
  };

  const read = () => {
    text = glanceText(document);
    return text;
  };
  watchText(document, look, { signal, rhythm: newRhythm(FIRST_PAUSE), read });
  look();
}
