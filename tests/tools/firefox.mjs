// A real Firefox with the built extension, over WebDriver BiDi. The address of its pages is fixed by a preference, because
// Firefox otherwise invents one per profile.
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { findFirefox } from './browsers.mjs';
import { buildExtension } from './build-extension.mjs';

const EXTENSION = 'policy-clip@policy-clip.invalid';
const UUID = '6a1d1f0e-2f5b-4c53-9d0e-6b7a5c1e2d34';

/** @param {{ hosts?: string[] }} [options] hosts that lead to this machine */
export async function launchFirefox({ hosts = [] } = {}) {
  const folder = await buildExtension('firefox');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    // Else the driver may not open pages of extensions.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: UUID }),
      'network.dns.localDomains': hosts.join(','),
      'intl.accept_languages': 'zh-CN',
    },
  });
  await browser.installExtension(folder);
  return {
    browser,
    /** Opens a page of the extension; Firefox reports no load event for them, so the caller waits for content. */
    async openOwn(path) {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${UUID}/${path}`, { waitUntil: [] });
      for (let tries = 0; tries < 200; tries++) {
        const ready = await page.evaluate(() => location.protocol === 'moz-extension:' && document.readyState);
        if (ready === 'complete') return page;
        await delay(50);
      }
      throw new Error(`${path} did not open.`);
    },
    close: () => browser.close(),
  };
}
