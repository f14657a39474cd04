/** The messages that the background owns. Content scripts may report and save; the rest is for own pages. */
import { keptAddress } from '@/lib/core/clip/source';
import { ok } from '@/lib/core/model/failure';
import { toBackground } from '@/lib/core/protocol/to-background';
import { setBadge, setCount } from '@/lib/platform/badge';
import { createChannel } from '@/lib/platform/channel';
import { createRateLimit } from '@/lib/platform/rate-limit';
import { countItems } from './count-items';
import { keptClip, saveExcerpt, saveTyped } from './library';
import { preferReader } from './prefer-reader';

const MESSAGES_PER_SECOND = 20;
const FROM_PAGES = new Set(['pageVerdict', 'saveExcerpt']);

export function answerMessages(): void {
  const allow = createRateLimit(MESSAGES_PER_SECOND);
  createChannel(toBackground).listen(
    {
      async pageVerdict({ verdict, format }, { tabId, url }) {
        if (tabId === null) return ok({});
        if (format === 'pdf') {
          if (!(await preferReader(tabId, url))) await setBadge(tabId, { text: 'PDF', tone: 'items' });
        } else if (verdict.kind === 'none') await setCount(tabId, null);
        else await countItems({ tabId, url, title: '' });
        return ok({});
      },
      // Where the text was is what the browser says, not what the page says. Own pages stand for another document.
      saveExcerpt: (excerpt, { own, url }) =>
        saveExcerpt(own ? excerpt : { ...excerpt, model: { ...excerpt.model, url: keptAddress(url) } }),
      saveTyped: (typed) => saveTyped(typed),
      keptClip: ({ id }) => keptClip(id),
      async itemCount({ tabId, count }) {
        await setCount(tabId, count);
        return ok({});
      },
    },
    { accepts: (type, { own, tabId }) => own || (FROM_PAGES.has(type) && tabId !== null && allow(tabId)) },
  );
}
