/** Functions that tests run in a page of the extension name the browser's own global. */
type Browser = typeof import('wxt/browser').browser;
declare const chrome: Browser;
