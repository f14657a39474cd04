/**
 * Runs on every government page, so it does as little as can tell a policy from anything else: one pass over the text
 * and a cheap verdict, told to the background only if there is something to tell. It begins when the page has nothing
 * else to do. Knows no schemas, styles or items; the page reader is injected where the verdict asks for it.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchForPolicy } from './watch-for-policy';

/** A page that is never idle is looked at after so many milliseconds all the same. */
const PATIENCE = 1_000;

export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  runAt: 'document_idle',
  main: ({ signal }) => {
    requestIdleCallback(() => watchForPolicy(document, signal), { timeout: PATIENCE });
  },
});
