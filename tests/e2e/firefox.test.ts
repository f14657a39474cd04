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

  it('keeps what the background saves in the second place as well: it is there when the database is gone', async () => {
    const own = await firefox.openOwn('sample.html');
    const ask = (type: string, data: object) =>
      own.evaluate(
        (message): Promise<{ res?: { ok?: boolean; value?: { id?: string } | null } }> =>
          browser.runtime.sendMessage(message),
        { id: 0, type, data, timestamp: 0 },
      );
    const id = 'f1f0f0e0-0000-4000-8000-000000000001';
    const text = '对首次认定的企业给予一次性补助。';
    const model = { source: 'html', url: 'https://kjt.sample.gov.cn/1', title: '样例', meta: [], notices: [] };
    const block = { text, role: 'paragraph', start: 0 };
    const selection = { text, spans: [{ start: 0, end: text.length }], cut: false };
    const at = '2026-11-24T08:00:00.000Z';
    const saved = await ask('saveExcerpt', { id, at, model: { ...model, blocks: [block] }, selection });
    expect(saved).toMatchObject({ res: { ok: true, value: { id } } });
    const wiped = await own.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const deleting = indexedDB.deleteDatabase('policy-clip');
          deleting.onsuccess = () => resolve('deleted');
          deleting.onerror = () => resolve('failed');
        }),
    );
    expect(wiped).toBe('deleted');
    const kept = async () => (await ask('keptClip', { id })).res?.value?.id === id;
    await until(kept, { what: 'the clip to come back', deadline: 20_000 });
  });

  it('offers the panel as a sidebar', () => {
    const manifest = JSON.parse(readFileSync(join(SAMPLES, '../../../.output/firefox-mv2/manifest.json'), 'utf8'));
    expect(manifest.sidebar_action.default_panel).toBe('sidepanel.html');
  });
});
