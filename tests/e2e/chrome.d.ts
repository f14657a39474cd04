/** Functions that tests run in a page of the extension name the browser's own global. */
type Browser = typeof import('wxt/browser').browser;
declare const chrome: Browser;
/** The same in Firefox, whose `chrome` gives no promises. */
declare const browser: Browser;
