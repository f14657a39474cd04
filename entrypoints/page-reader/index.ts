/**
 * Injected into a tab on demand: reads the page, paints marks, reports what the person does there. Starts once per
 * page and ends with the extension; the page is then as it was. The browser's PDF viewer is left alone.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startOnce } from '@/lib/page/start';
import { isConnected } from '@/lib/platform/transport';
import { answerFor } from './answer';

export default defineUnlistedScript(() => {
  if (document.contentType === 'application/pdf') return;
  const controller = startOnce(isConnected);
  if (controller) answerFor(document, controller);
});
