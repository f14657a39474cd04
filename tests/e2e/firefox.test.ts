/** Firefox, when it is installed: the extension builds for it, recognises the sample page and lists its items. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../tools/browsers.mjs';
import { launchFirefox } from '../tools/firefox.mjs';
import { type Served, serve } from '../tools/serve.mjs';
import { SAMPLE_ITEMS, SAMPLES } from './sample';

const HOST = 'kjt.sample.gov.cn';

describe.skipIf(!findFirefox())('Firefox', () => {
  let server: Served;
  let firefox: Awaited<ReturnType<typeof launchFirefox>>;

  beforeAll(async () => {
    server = await serve((path) => join(SAMPLES, path));
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

  it('offers the panel as a sidebar', () => {
    const manifest = JSON.parse(readFileSync(join(SAMPLES, '../../../.output/firefox-mv2/manifest.json'), 'utf8'));
    expect(manifest.sidebar_action.default_panel).toBe('sidepanel.html');
  });
});
