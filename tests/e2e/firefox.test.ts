/** Firefox, when it is installed: the extension builds for it, recognises the sample page and lists its items. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthlyIssue } from '../fixtures/pdf/monthly-issue';
import { until } from '../tools/browser.mjs';
import { findFirefox } from '../tools/browsers.mjs';
import { launchFirefox } from '../tools/firefox.mjs';
import { type Served, serve } from '../tools/serve.mjs';
import { SAMPLE_ITEMS, SAMPLES } from './sample';

const HOST = 'kjt.sample.gov.cn';

describe.skipIf(!findFirefox())('Firefox', () => {
  let server: Served;
  let firefox: Awaited<ReturnType<typeof launchFirefox>>;

  beforeAll(async () => {
    const issue = { type: 'application/pdf', body: monthlyIssue(5) };
    server = await serve((path) => (path === '/issue.pdf' ? issue : join(SAMPLES, path)));
    firefox = await launchFirefox({ hosts: [HOST] });
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });

  it('recognises the sample bulletin on a government site and lists its items', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(`http://${HOST}:${server.port}/issue-1.html`);
    const own = await firefox.openOwn('sample.html');
    const tab = await own.evaluate(async (host) => {
      const tabs = await browser.tabs.query({});
      return tabs.find((one) => one.url?.includes(host))?.id;
    }, HOST);
    const details = await firefox.openOwn(`inspect.html?tab=${tab}`);
    await details.waitForSelector('[data-reading], [data-failure]');
    const reading = await details.$eval('[data-reading], [data-failure]', (node) =>
      node instanceof HTMLTextAreaElement ? node.value : `failed: ${node.textContent}`,
    );
    const found = JSON.parse(reading);
    expect(found.kind).toBe('bulletin');
    expect(found.items.map((item: { title: string }) => item.title)).toEqual(SAMPLE_ITEMS[0]);
  });

  it('shows a PDF in the reader, and the panel lists its items beside it', async () => {
    const address = `http://${HOST}:${server.port}/issue.pdf`;
    const reader = await firefox.openOwn(`reader.html?src=${encodeURIComponent(address)}`);
    const text = () => reader.$eval('.textLayer', (layer) => layer.textContent ?? '').catch(() => '');
    await until(async () => (await text()).includes('第 5 期'), { what: 'the text of the file', deadline: 30_000 });
    // The driver cannot open the sidebar; its page follows the tab in front wherever it stands.
    const panel = await firefox.openOwn('sidepanel.html');
    await reader.evaluate(async () => {
      const own = await browser.tabs.getCurrent();
      if (own?.id !== undefined) await browser.tabs.update(own.id, { active: true });
    });
    // Nothing is drawn in a tab behind another, so what waits for frames would wait for ever.
    const cards = () => panel.$$eval('[data-item]', (all) => all.length);
    await until(async () => (await cards()) === 2, { what: 'the items', deadline: 30_000 });
    expect(await panel.$eval('.masthead h1', (title) => title.textContent)).toContain('样例创新月报');
    const marks = () => reader.evaluate(() => CSS.highlights.get('mark-1')?.size ?? 0);
    await until(async () => (await marks()) > 0, { what: 'them to be marked' });
  });

  it('offers the panel as a sidebar', () => {
    const manifest = JSON.parse(readFileSync(join(SAMPLES, '../../../.output/firefox-mv2/manifest.json'), 'utf8'));
    expect(manifest.sidebar_action.default_panel).toBe('sidepanel.html');
  });
});
