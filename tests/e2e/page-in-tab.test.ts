/**
 * The part that lives in web pages, as shipped, in a real Chromium: badge, marks, selection, late content, the back/
 * forward cache, and what a page can notice of all that.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension, until } from '../tools/browser.mjs';
import { type Served, serve } from '../tools/serve.mjs';
import { SAMPLE_ITEMS, SAMPLES } from './sample';

const ISSUE = 'http://kjt.sample.gov.cn/issue-1.html';
const ORDINARY = 'http://www.sample.gov.cn/ordinary.html';
const STRICT = 'http://kjt.sample.gov.cn/strict.html';
const POLICY = "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const PAGES: Record<string, { type: string; body: string }> = {
  '/ordinary.html': {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><title>公园开放时间</title><p>${'公园全年开放，欢迎市民前来散步。'.repeat(20)}</p>`,
  },
  '/strict.html': {
    type: 'text/html; charset=utf-8',
    body: readFileSync(join(SAMPLES, 'issue-1.html'), 'utf8').replace(
      '<head>',
      `<head><meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    ),
  },
  '/show': { type: 'application/pdf', body: '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF' },
};

let server: Served;
let chromium: ExtensionBrowser;
const open: Page[] = [];

const launch = () =>
  launchWithExtension({
    hosts: `MAP *.gov.cn 127.0.0.1:${server.port}, MAP *.example 127.0.0.1:${server.port}`,
    language: 'zh-CN',
  });
beforeAll(async () => {
  server = await serve((path) => PAGES[path] ?? join(SAMPLES, path));
  chromium = await launch();
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.close().catch(() => undefined);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

async function visit(url: string): Promise<Page> {
  const page = await chromium.browser.newPage();
  open.push(page);
  await page.evaluateOnNewDocument(() => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    addEventListener('message', ({ data }) => seen.push(data));
    addEventListener('error', ({ message }) => seen.push(message));
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      seen.push(event.type);
      return dispatch.call(this, event);
    };
  });
  await page.goto(url, { waitUntil: 'load' });
  return page;
}
const badge = (url: string) => chromium.badge(url);
const painted = (page: Page) =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, ranges.size])));
const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
/** A panel with the items of the sample beside the page. */
async function panelBeside(page: Page): Promise<Page> {
  const panel = await chromium.openPanel(page);
  open.push(panel);
  await panel.waitForFunction((title: string) => document.body.textContent.includes(title), {}, SAMPLE_ITEMS[0][2]);
  await until(async () => (await painted(page))['mark-1'], { what: 'marks' });
  return panel;
}

describe('badge', () => {
  it('counts the items of a bulletin', async () => {
    await visit(ISSUE);
    await until(async () => (await badge(ISSUE)) === '4', { what: 'the badge' });
  });

  it('says PDF, whatever the address ends in', async () => {
    const url = 'http://kjt.sample.gov.cn/show?id=1';
    await visit(url);
    await until(async () => (await badge(url)) === 'PDF', { what: 'the badge' });
  });

  it('F09 says nothing on an ordinary page, and comes with late content', async () => {
    const page = await visit(ORDINARY);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await badge(ORDINARY)).toBe('');
    await page.evaluate(async () => {
      history.pushState({}, '', '/late.html');
      const request = new XMLHttpRequest();
      request.responseType = 'document';
      request.open('GET', '/issue-1.html');
      await new Promise((resolve) => {
        request.onloadend = resolve;
        request.send();
      });
      document.body.replaceChildren(...(request.responseXML?.body.childNodes ?? []));
    });
    const late = 'http://www.sample.gov.cn/late.html';
    await until(async () => (await badge(late)) === '4', { what: 'the badge of late content' });
  });
});

describe('marks', () => {
  it('come with the panel and go with it; the page stays the same to the byte', async () => {
    const page = await visit(ISSUE);
    const before = await html(page);
    const panel = await panelBeside(page);
    expect(await html(page)).toBe(before);
    await panel.close();
    await until(async () => Object.keys(await painted(page)).length === 0, { what: 'the marks to go' });
    expect(await html(page)).toBe(before);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  it('F08 come again after the page was loaded again, and after back and forth', async () => {
    const page = await visit(ISSUE);
    await panelBeside(page);
    await page.reload();
    await until(async () => (await painted(page))['mark-1'], { what: 'marks after a reload' });
    await page.goto(ORDINARY);
    await page.goBack();
    await until(async () => (await painted(page))['mark-1'], { what: 'marks after going back' });
  });

  it('F08 are the same once more when a page comes back out of the back/forward cache, which still answers', async () => {
    const page = await visit(ISSUE);
    const panel = await panelBeside(page);
    const before = await painted(page);
    await page.evaluate(() => {
      const cached: boolean[] = [];
      Object.assign(globalThis, { cached });
      addEventListener('pageshow', ({ persisted }) => cached.push(persisted));
    });
    for (const round of [1, 2, 3]) {
      await page.goto(ORDINARY);
      await panel.waitForFunction(() => document.querySelectorAll('[data-item]').length === 0);
      await page.goBack();
      await panel.waitForFunction(() => document.querySelectorAll('[data-item]').length === 4);
      await until(async () => JSON.stringify(await painted(page)) === JSON.stringify(before), {
        what: 'the same marks',
      });
      // It is the very page that was left, not one loaded anew.
      expect(await page.evaluate(() => Reflect.get(globalThis, 'cached'))).toEqual(Array(round).fill(true));
    }
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h3 ~ p') ?? document.body));
    const answer = await panel.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      return chrome.tabs.sendMessage(tab?.id ?? -1, { id: 1, type: 'getSelection', data: {}, timestamp: 1 });
    }, ISSUE);
    expect(answer).toMatchObject({ res: { ok: true } });
    expect(await page.evaluate(() => Reflect.get(globalThis, 'seen'))).toEqual([]);
  });
});

describe('a page with a strict policy', () => {
  it('F22 is read and marked all the same', async () => {
    const page = await visit(STRICT);
    await panelBeside(page);
    const enforced = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<p>';
        return false;
      } catch {
        return true;
      }
    });
    expect(enforced).toBe(true);
  });

  it('F22 needs nothing that the policy forbids: no script, no style, no violation, and the marks are seen', async () => {
    const page = await chromium.browser.newPage();
    open.push(page);
    await page.evaluateOnNewDocument(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
    });
    await page.goto(STRICT, { waitUntil: 'load' });
    const own = () => page.evaluate(() => [Reflect.get(globalThis, 'violations'), document.documentElement.outerHTML]);
    const before = await own();
    await panelBeside(page);
    expect(await own()).toEqual(before);
    const colour = await page.evaluate(() => {
      const [range] = CSS.highlights.get('mark-1') ?? [];
      const holder = range?.startContainer.parentElement;
      return holder ? getComputedStyle(holder, '::highlight(mark-1)').backgroundColor : '';
    });
    expect(colour).not.toMatch(/^$|^rgba\(0, 0, 0, 0\)$/u);
  });
});

describe('a selection', () => {
  it('F04 is kept once, though the worker was stopped before it was asked', async () => {
    const page = await visit(ISSUE);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') ?? document.body));
    const asker = await chromium.openOwn('sample.html');
    open.push(asker);
    await until(async () => (await badge(ISSUE)) === '4', { what: 'the page reader' });
    await chromium.stopWorker();
    const answer = await asker.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      return chrome.tabs.sendMessage(tab?.id ?? -1, { id: 1, type: 'clipSelection', data: {}, timestamp: 1 });
    }, ISSUE);
    expect(answer).toEqual({ res: { ok: true, value: {} } });
    await page.bringToFront();
    const panel = await panelBeside(page);
    await panel.waitForFunction(() => /资料库\s*1(?!\d)/u.test(document.body.textContent));
  });
});

describe('what a page notices', () => {
  it('no message, no event, no error, no address of ours', async () => {
    const page = await visit(ISSUE);
    await until(async () => (await badge(ISSUE)) === '4', { what: 'the badge' });
    await panelBeside(page);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'seen'))).toEqual([]);
    expect(await html(page)).not.toContain(chromium.id);
    expect(await page.evaluate(() => [...CSS.highlights.keys()].every((name) => /^mark-\d$/u.test(name)))).toBe(true);
    const reached = await page.evaluate(
      (id) =>
        fetch(`chrome-extension://${id}/page-reader.js`).then(
          () => true,
          () => false,
        ),
      chromium.id,
    );
    expect(reached).toBe(false);
  });

  it('nothing at all on a site that was not granted', async () => {
    const page = await visit('http://www.gov.cn.example/issue-1.html');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await badge('http://www.gov.cn.example/issue-1.html')).toBeNull();
    const panel = await chromium.openPanel(page);
    open.push(panel);
    await panel.waitForFunction((title: string) => document.body.textContent.includes(title), {}, SAMPLE_ITEMS[0][0]);
  });
});
