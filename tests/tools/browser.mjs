// A real Chromium with the built extension: what the tour, `inspect`, the end-to-end tests and the benchmark drive.
// Extensions are loaded over the debugging pipe, which branded browsers allow too (they ignore `--load-extension`).
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { findChromium, NO_BROWSER } from './browsers.mjs';
import { buildExtension, inLanguage } from './build-extension.mjs';

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
];
const DEADLINE = 15_000;
const CLICKS = 5;

const isRoot = () => process.getuid?.() === 0;

/** Browser, with the sandbox where the machine offers one to this user. */
async function launchChromium(options) {
  const noSandbox = { ...options, args: [...options.args, '--no-sandbox'] };
  if (isRoot()) return puppeteer.launch(noSandbox);
  try {
    return await puppeteer.launch(options);
  } catch (error) {
    if (!/sandbox|ECONNRESET|EPIPE|Target closed|Failed to launch|closed/iu.test(String(error))) throw error;
    return puppeteer.launch(noSandbox);
  }
}

/**
 * @param {() => unknown} probe asked until it gives something truthy
 * @param {{ deadline?: number, what?: string }} [options]
 */
export async function until(probe, { deadline = DEADLINE, what = 'a condition' } = {}) {
  const end = Date.now() + deadline;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${deadline} ms in vain for ${what}.`);
    await delay(25);
  }
}

/**
 * @typedef {object} LaunchOptions
 * @property {string} [extension] folder of the unpacked extension; built when absent
 * @property {boolean} [headless]
 * @property {string} [profile] folder that outlives the browser
 * @property {string} [hosts] host resolver rules, such as `MAP *.gov.cn 127.0.0.1:8080`
 * @property {'zh-CN' | 'en'} [language] of the extension and of what pages are told; else the browser's own
 * @property {boolean} [dark]
 * @property {[number, number]} [size] of the window
 * @property {string} [downloads] folder for what is saved
 * @property {string[]} [args]
 */

/** @param {LaunchOptions} [options] */
export async function launchWithExtension(options = {}) {
  const { headless = true, profile, hosts, language, dark = false, size = [1280, 860], downloads, args = [] } = options;
  const executablePath = findChromium();
  if (!executablePath) throw new Error(NO_BROWSER);
  const built = options.extension ?? (await buildExtension());
  const folder = language ? inLanguage(built, language === 'en' ? 'en' : 'zh_CN') : built;
  const browser = await launchChromium({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    ...(downloads ? { downloadBehavior: { policy: 'allow', downloadPath: downloads } } : {}),
    ...(profile ? { userDataDir: profile } : {}),
    // As a person's browser: pages may not open windows of their own accord.
    ignoreDefaultArgs: ['--disable-popup-blocking', ...(headless ? [] : ['--enable-automation'])],
    args: [
      ...QUIET,
      ...(language ? [`--lang=${language}`, `--accept-lang=${language}`] : []),
      `--window-size=${size.join(',')}`,
      ...(hosts ? [`--host-resolver-rules=${hosts}`] : []),
      ...(dark ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : []),
      ...args,
    ],
  });
  try {
    const session = new ExtensionBrowser(browser, await browser.installExtension(folder));
    await session.workerTarget();
    return session;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

export class ExtensionBrowser {
  /**
   * @param {import('puppeteer-core').Browser} browser
   * @param {string} id of the extension
   */
  constructor(browser, id) {
    this.browser = browser;
    this.id = id;
  }

  /** @param {string} path such as `sample.html?issue=2` */
  address(path) {
    return `chrome-extension://${this.id}/${path}`;
  }

  /** Opens an address in a new tab. @param {string} url */
  async open(url) {
    const page = await this.browser.newPage();
    await page.goto(url, { waitUntil: 'load', timeout: DEADLINE });
    return page;
  }

  /** Opens an address in a window of its own. @param {string} url */
  async openWindow(url) {
    const page = await this.browser.newPage({ type: 'window' });
    await page.goto(url, { waitUntil: 'load', timeout: DEADLINE });
    return page;
  }

  /** @param {string} path of the extension's own page */
  openOwn(path) {
    return this.open(this.address(path));
  }

  /** Clicks the toolbar button in the window of `page`: grants `activeTab` as a person's click does. */
  async clickAction(page) {
    await page.bringToFront();
    const extension = (await this.browser.extensions()).get(this.id);
    if (!extension) throw new Error('The extension is not loaded.');
    await extension.triggerAction(page);
  }

  /** Side panels that are open, oldest first. */
  panels() {
    const start = this.address('sidepanel.html');
    return this.browser.targets().filter((target) => target.url().startsWith(start));
  }

  /** Clicks the toolbar button and waits for the real side panel beside `page`. */
  async openPanel(page) {
    const before = new Set(this.panels());
    const opened = () => this.panels().find((panel) => !before.has(panel));
    let target;
    // A click right after the installation can come before the worker listens for it.
    for (let tries = 0; !target && tries < CLICKS; tries++) {
      await this.clickAction(page);
      target = await until(opened, { what: 'the side panel', deadline: DEADLINE / CLICKS }).catch(() => undefined);
    }
    if (!target) throw new Error('The click on the toolbar button opened no side panel.');
    const panel = await target.asPage();
    await panel.waitForFunction(() => document.readyState === 'complete', { timeout: DEADLINE });
    return panel;
  }

  /** The background worker, once it runs. */
  workerTarget() {
    return this.browser.waitForTarget(
      (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(this.address('')),
      { timeout: DEADLINE },
    );
  }

  /**
   * What a function gives in the background worker. The debugger is gone again afterwards: a worker that is stopped while
   * one is attached never runs again, it waits at its start for a word that nobody says.
   * @template {unknown[]} Values
   * @template Result
   * @param {(...values: Values) => Result} call
   * @param {Values} values
   * @returns {Promise<Awaited<Result>>}
   */
  async inWorker(call, ...values) {
    const target = await this.workerTarget();
    const client = await target.createCDPSession();
    try {
      const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
        expression: `(${call})(...${JSON.stringify(values)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await client.detach().catch(() => undefined);
    }
  }

  /** Text on the toolbar button for the tab at `url`; null if no tab is there. @param {string} url */
  badge(url) {
    return this.inWorker(async (wanted) => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((one) => one.url === wanted);
      return tab?.id === undefined ? null : chrome.action.getBadgeText({ tabId: tab.id });
    }, url);
  }

  /** Ends the background worker as the browser does when it is idle. Was there one? */
  async stopWorker() {
    const stop = await this.holdWorker();
    return stop();
  }

  /**
   * A function that stops the background worker at once, also one that is just starting, and tells whether there was one.
   * The browser itself is asked through a page of its own, see `inWorker`.
   */
  async holdWorker() {
    const [page] = await this.browser.pages();
    if (!page) throw new Error('The browser has no page.');
    const client = await page.createCDPSession();
    let isStopping = false;
    client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const own = versions.filter(({ scriptURL }) => scriptURL.startsWith(this.address('')));
      isStopping ||= own.some(({ runningStatus }) => runningStatus === 'stopping');
    });
    await client.send('ServiceWorker.enable');
    return async () => {
      isStopping = false;
      await client.send('ServiceWorker.stopAllWorkers');
      await client.detach();
      return isStopping;
    };
  }

  /** Without this switch the browser leaves an unpacked extension disabled once it was reloaded. */
  async allowReload() {
    const settings = await this.open('chrome://extensions');
    await settings.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
    await settings.close();
  }

  /** Ends the extension under everything that is open and starts it anew, as an update does. See `allowReload`. */
  async reload() {
    await this.inWorker(() => chrome.runtime.reload()).catch(() => undefined);
    const isEnabled = async () => (await this.browser.extensions()).get(this.id)?.enabled;
    await until(isEnabled, { what: 'the extension to be back' });
  }

  /**
   * Stops every process of the browser and lets them go on later, as a computer does that sleeps: nothing runs meanwhile,
   * and all timers are late. @param {number} ms
   */
  async sleep(ms) {
    // The browser was started as the head of its own group.
    const group = -(this.browser.process()?.pid ?? Number.NaN);
    process.kill(group, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, ms));
    process.kill(group, 'SIGCONT');
  }

  /** Ends the browser as a crash does. */
  async kill() {
    const process = this.browser.process();
    if (!process) return;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await gone;
  }

  close() {
    return this.browser.close();
  }
}
