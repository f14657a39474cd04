/**
 * What a page can learn of us, and what leaves the browser, while everything is used: the side panel, the full tab, the
 * PDF reader, the sample and the details of a reading. All targets are watched, worker included.
 */
import { join } from 'node:path';
import type { CDPSession, Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension, until } from '../tools/browser.mjs';
import { PanelDriver } from '../tools/panel.mjs';
import { type Served, serve } from '../tools/serve.mjs';
import { BROWSER_SERVICES, painted, SITE, tick } from './rig';
import { SAMPLES } from './sample';

const ISSUE = `${SITE}/issue-1.html`;
const PDF = `${SITE}/issue-1.pdf`;

let proxy: Served;
let session: ExtensionBrowser;
let page: Page;
let panel: PanelDriver;
let printed: Uint8Array = new Uint8Array();
let before = '';
const asked: string[] = [];
const violations: string[] = [];

/** Requests, and violations of the content security policy, of one target. */
async function watch(target: Target): Promise<void> {
  const own = target.url().startsWith(session.address(''));
  const protocol: CDPSession | null = await target.createCDPSession().catch(() => null);
  if (!protocol) return;
  protocol.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
  protocol.on('Audits.issueAdded', ({ issue }) => {
    const details = issue.details.contentSecurityPolicyIssueDetails;
    if (own && details) violations.push(`${target.url()} ${details.violatedDirective}`);
  });
  for (const domain of ['Network.enable', 'Audits.enable'] as const) await protocol.send(domain).catch(() => undefined);
}
const clipped = (count: number) =>
  panel.page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-item].clipped').length === wanted,
    { timeout: 15_000 },
    count,
  );
const source = (from: Page) => from.evaluate(() => document.documentElement.outerHTML);

beforeAll(async () => {
  proxy = await serve((path) =>
    path === '/issue-1.pdf' ? { type: 'application/pdf', body: printed } : path === '/' ? null : join(SAMPLES, path),
  );
  session = await launchWithExtension({
    language: 'zh-CN',
    args: [
      `--proxy-server=127.0.0.1:${proxy.port}`,
      '--proxy-bypass-list=<-loopback>',
      '--disable-features=HttpsUpgrades',
    ],
  });
  session.browser.on('targetcreated', (target) => void watch(target));
  for (const target of session.browser.targets()) await watch(target);
  page = await session.open(ISSUE);
  printed = await page.pdf({ format: 'A4' });
  before = await source(page);
});
afterAll(async () => {
  await session?.close();
  await proxy?.close();
});

describe('while everything is used', () => {
  it('a page is read and clipped', async () => {
    panel = new PanelDriver(await session.openPanel(page));
    await panel.items(4);
    await panel.clipAll(4);
  });

  it('the page finds nothing of it: storage, attributes, globals, messages, files', async () => {
    expect(Object.keys(await painted(page)).length).toBeGreaterThan(0);
    expect(await source(page)).toBe(before);
    const found = await page.evaluate(async (id) => {
      const names = [
        'manifest.json',
        'sidepanel.html',
        'page-reader.js',
        'content-scripts/bulletin.js',
        'icons/16.png',
      ];
      const folders = ['', 'chunks/', 'assets/', 'pdfjs/', 'sample/', '_locales/zh_CN/'];
      const paths = [
        ...names,
        ...folders.flatMap((folder) => ['index.html', 'main.js', 'messages.json', 'app.css'].map((n) => folder + n)),
      ];
      const reach = (path: string) =>
        fetch(`chrome-extension://${id}/${path}`).then(
          () => path,
          () => '',
        );
      const image = (path: string) =>
        new Promise<string>((resolve) => {
          const picture = new Image();
          picture.onload = () => resolve(path);
          picture.onerror = () => resolve('');
          picture.src = `chrome-extension://${id}/${path}`;
        });
      const reached = await Promise.all([...paths.map(reach), image('icons/128.png'), image('icons/16.png')]);
      const frame = document.createElement('iframe');
      const globals = Object.getOwnPropertyNames(globalThis).concat(
        Object.getOwnPropertySymbols(globalThis).map(String),
      );
      document.body.append(frame);
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      return {
        reached: reached.filter(Boolean),
        stored: [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie],
        caches: 'caches' in globalThis ? await caches.keys() : [],
        globals: globals.filter((name) => /clip|polic|wxt|panel/iu.test(name) && !usual.has(name)),
        attributes: [...document.querySelectorAll('*')]
          .flatMap((element) => [...element.attributes])
          .filter(({ name, value }) => /wxt|policy-?clip/iu.test(name + value) || value.includes(id)).length,
      };
    }, session.id);
    expect(found).toEqual({ reached: [], stored: [0, 0, 0, ''], caches: [], globals: [], attributes: 0 });
  });

  it('the same PDF is read in the viewer of the browser and in the reader', async () => {
    await page.goto(PDF);
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-item] .pages').length === 4);
    const reader = await session.openOwn(`reader.html?src=${encodeURIComponent(PDF)}`);
    await reader.waitForSelector('.textLayer span', { timeout: 15_000 });
    await until(async () => (await painted(reader))['mark-2'] !== undefined || (await reader.$('.textLayer')) !== null);
    await reader.close();
    await page.bringToFront();
    await clipped(4);
  });

  it('two items are compared and exported', async () => {
    await panel.view('library');
    await panel.page.waitForSelector('[data-clip]');
    await tick(panel, '科技成果转化', '科技金融');
    await panel.press('library.compare');
    await panel.page.waitForSelector('#view-compare:not([hidden]) table');
    await panel.press('compare.export');
    expect(await panel.exportPreview()).toContain('浙江');
    await panel.page.keyboard.press('Escape');
  });

  it('the sample, the full tab and the details of a reading are opened', async () => {
    const sample = await session.openOwn('sample.html?issue=2');
    await sample.waitForSelector('.notice');
    const workspace = await session.openOwn('workspace.html');
    await workspace.waitForSelector('[data-clip]');
    await page.goto(ISSUE);
    const tab = await workspace.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, `${SITE}/*`);
    const details = await session.openOwn(`inspect.html?tab=${tab}`);
    await details.waitForSelector('[data-reading]', { timeout: 15_000 });
    for (const one of [sample, workspace, details]) await one.close();
  });

  it('the page is as it was when the panel has gone', async () => {
    await panel.page.close();
    await until(async () => Object.values(await painted(page)).every((count) => count === 0), { what: 'marks to go' });
    expect(await source(page)).toBe(before);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });
});

describe('afterwards', () => {
  it('the proxy saw the page and the PDF that were opened, and nothing else', () => {
    const seen = new Set(
      proxy.requests
        .filter(({ host }) => !BROWSER_SERVICES.test(host))
        .map(({ method, host, url }) => `${method} ${host}${URL.parse(url)?.pathname ?? url}`),
    );
    expect([...seen].sort()).toEqual(
      ['favicon.ico', 'issue-1.html', 'issue-1.pdf', 'sample.css'].map((name) => `GET kjt.sample.gov.cn/${name}`),
    );
  });

  it('no page or worker of the extension asked for anything but its own files and that PDF', () => {
    const elsewhere = asked.filter(
      (url) => !/^(?:data|blob|chrome-extension|chrome):/u.test(url) && !url.startsWith(`${SITE}/`),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(elsewhere).toEqual([]);
  });

  it('no content security policy was violated', () => expect(violations).toEqual([]));

  it('would have noticed', async () => {
    const own = await session.openOwn('inspect.html');
    await watch(own.target());
    await own.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'p { color: red }';
      document.head.append(style);
      return fetch('http://other.example/').catch(() => undefined);
    });
    await until(() => violations.length > 0 && asked.includes('http://other.example/'));
    expect(violations[0]).toContain('style-src');
    expect(proxy.requests.some(({ host }) => host === 'other.example')).toBe(true);
  });
});
