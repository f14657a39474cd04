/**
 * Nothing leaves: every request of the browser goes through a proxy that notes it, while a bulletin is read, clipped,
 * compared, exported in every way and backed up, and an OFD is read. And no page of the extension runs into its own
 * content security policy.
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notice } from '../fixtures/ofd/notice';
import { type ExtensionBrowser, launchWithExtension } from '../tools/browser.mjs';
import { buildExtension } from '../tools/build-extension.mjs';
import { PanelDriver } from '../tools/panel.mjs';
import { type Served, serve } from '../tools/serve.mjs';
import { BROWSER_SERVICES, SITE, savedIn, tick } from './rig';
import { SAMPLES } from './sample';

const OWN_PAGES = readdirSync(await buildExtension()).filter((name) => name.endsWith('.html'));

describe('nothing leaves', () => {
  let proxy: Served;
  let chromium: ExtensionBrowser;
  let printed: Uint8Array = new Uint8Array();
  const home = mkdtempSync(join(tmpdir(), 'policy-clip-'));
  const downloads = join(home, 'downloads');

  beforeAll(async () => {
    mkdirSync(downloads);
    proxy = await serve((path) =>
      path === '/issue-1.pdf' ? { type: 'application/pdf', body: printed } : join(SAMPLES, path),
    );
    chromium = await launchWithExtension({
      language: 'zh-CN',
      downloads,
      args: [
        // Else the browser tries https first.
        '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
        `--proxy-server=127.0.0.1:${proxy.port}`,
        '--proxy-bypass-list=<-loopback>',
      ],
    });
  });
  afterAll(async () => {
    await chromium?.close();
    await proxy?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('asks for the page and the PDF that are open, and for nothing else', async () => {
    const page = await chromium.open(`${SITE}/issue-1.html`);
    printed = await page.pdf({ format: 'A4' });
    const panel = new PanelDriver(await chromium.openPanel(page));
    await panel.items(4);
    await panel.clipAll(4);
    await page.goto(`${SITE}/issue-1.pdf`);
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-item] .pages').length === 4);
    await panel.view('library');
    await panel.page.waitForSelector('[data-clip]');
    await tick(panel, '科技成果转化', '科技金融');
    await panel.press('library.compare');
    await panel.page.waitForSelector('#view-compare:not([hidden]) table');
    await panel.press('compare.export');
    await panel.exportPreview();
    await panel.press('export.copy');
    await panel.control(String(panel.say('export.copied')));
    await panel.press('export.download');
    expect(await savedIn(downloads, '.md')).toContain('浙江');
    for (const format of ['figures', 'measures']) {
      await panel.page.select('#export-format', format);
      await panel.press('export.download');
      expect(await savedIn(downloads, '.csv')).toContain('浙江');
    }
    await panel.page.keyboard.press('Escape');
    await panel.menu('menu.backup');
    await panel.press('backup.write');
    expect(await savedIn(downloads, '.zip')).not.toBe('');
    await panel.page.keyboard.press('Escape');
    const ofd = join(home, '通知.ofd');
    writeFileSync(ofd, await notice());
    const input = await panel.page.waitForSelector('input[type=file][accept*=".ofd"]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(ofd);
    await panel.view('page');
    await panel.page.waitForFunction(() => document.querySelector('.masthead')?.textContent?.includes('通知.ofd'));
    const asked = new Set(proxy.requests.map(({ host, url }) => `${host}${new URL(url, SITE).pathname}`));
    const expected = ['issue-1.html', 'issue-1.pdf', 'sample.css', 'favicon.ico'].map(
      (name) => `kjt.sample.gov.cn/${name}`,
    );
    expect([...asked].filter((one) => !expected.includes(one) && !BROWSER_SERVICES.test(one))).toEqual([]);
    expect([...asked]).toContain('kjt.sample.gov.cn/issue-1.html');
  });

  it('names none of the hosts that the browser asks for by itself', async () => {
    const folder = await buildExtension();
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    const naming = scripts.filter((name) => BROWSER_SERVICES.test(readFileSync(join(folder, name), 'utf8')));
    expect(naming).toEqual([]);
  });

  it.each(OWN_PAGES)('%s keeps to its content security policy', async (path) => {
    const page: Page = await chromium.browser.newPage();
    const reports: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted Type/iu.test(message.text())) reports.push(message.text());
    });
    await page.evaluateOnNewDocument(() => {
      const found: string[] = [];
      Object.assign(globalThis, { found });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        found.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    await page.goto(chromium.address(path), { waitUntil: 'load' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.evaluate(() => document.body.childElementCount)).toBeGreaterThan(0);
    reports.push(...(await page.evaluate((): string[] => Reflect.get(globalThis, 'found'))));
    expect(reports).toEqual([]);
    await page.close();
  });

  it('would notice a violation', async () => {
    const page = await chromium.openOwn('inspect.html');
    const found = await page.evaluate(async () => {
      const { promise, resolve } = Promise.withResolvers<string>();
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective));
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
      return promise;
    });
    expect(found).toContain('style-src');
    await page.close();
  });
});
