/**
 * The main job through the real side panel: a page on a government site is recognised, marked, clipped, tagged; two
 * provinces are compared and exported; what the exported file says is checked. Then the page is as it was.
 */

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { until } from '../tools/browser.mjs';
import type { PanelDriver } from '../tools/panel.mjs';
import { painted, type Rig, SITE, startRig, tick } from './rig';
import { SAMPLE_ITEMS } from './sample';

describe('a researcher', () => {
  let rig: Rig;
  let page: Page;
  let panel: PanelDriver;
  let before: string;

  beforeAll(async () => {
    rig = await startRig();
    page = await rig.session.open(`${SITE}/issue-1.html`);
    before = await page.evaluate(() => document.documentElement.outerHTML);
  });
  afterAll(() => rig?.end());

  it('sees on the badge how many items a declared site has, before any click', async () => {
    expect(await until(() => rig.session.badge(`${SITE}/issue-1.html`), { what: 'the badge' })).toBe('4');
  });

  it('opens the panel and finds the items', async () => {
    panel = await rig.openPanel(page);
    expect(await panel.items(4)).toEqual(SAMPLE_ITEMS[0]);
    expect(await panel.page.$eval('.masthead h1', (title) => title.textContent?.trim())).toBe('科创浙江简报');
  });

  it('sees them marked in the page, whose document is untouched', async () => {
    const marks = await until(async () => {
      const now = await painted(page);
      return Object.keys(now).length > 0 && now;
    });
    expect(Object.values(marks).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(4);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('goes to the place of an item', async () => {
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const titles = await panel.page.$$('[data-item] .card-title');
    await titles[3]?.click();
    await until(() => page.evaluate(() => scrollY > 200), { what: 'the page to scroll' });
  });

  it('clips one item, then the rest, and tags the first', async () => {
    await panel.press('item.clip', { within: '[data-item]', begins: true });
    await panel.page.waitForSelector('[data-item].clipped');
    await panel.counts('library', 1);
    await panel.press('page.clipRest', { values: [3] });
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-item].clipped').length === 4);
    await panel.press('library.addTags', { within: '[data-item]' });
    await panel.typeTags('成果转化', '中试');
    await panel.page.waitForFunction(() => document.querySelectorAll('.tag-row .chip').length === 2);
  });

  it('does the same with the bulletin of another province, which is not clipped yet', async () => {
    await page.goto(`${SITE}/issue-2.html`);
    await panel.page.waitForFunction(
      (title) => document.querySelector('[data-item] .card-title')?.textContent?.includes(title),
      { timeout: 15_000 },
      SAMPLE_ITEMS[1][0],
    );
    expect(await panel.items(4)).toEqual(SAMPLE_ITEMS[1]);
    await panel.clipAll(4);
    await panel.counts('library', 8);
  });

  it('knows what is clipped already when the first page comes back', async () => {
    await page.goto(`${SITE}/issue-1.html`);
    // The page before it has four as well.
    const isBack = (title: string) =>
      document.querySelectorAll('[data-item].clipped').length === 4 &&
      document.querySelector('[data-item]')?.textContent.includes(title);
    await panel.page.waitForFunction(isBack, { timeout: 15_000 }, SAMPLE_ITEMS[0][0]);
    expect(await panel.items(4)).toEqual(SAMPLE_ITEMS[0]);
  });

  it('searches the library', async () => {
    await panel.view('library');
    await panel.page.waitForSelector('[data-clip]');
    const box = await panel.page.waitForSelector('#view-library search input');
    await box?.type('省:陕西 风险补偿');
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-clip]').length === 2);
    await panel.press('library.clear');
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-clip]').length === 8);
  });

  it('compares two provinces', async () => {
    await tick(panel, '打通科技成果转化', '中试熟化和产业化');
    await panel.press('library.compare');
    await panel.page.waitForSelector('#view-compare:not([hidden]) table');
    const table = await panel.page.$eval('#view-compare table', (all) => all.textContent ?? '');
    for (const words of ['浙江', '陕西', '省级概念验证中心 80 家', '到2028年达到60家']) expect(table).toContain(words);
  });

  it('exports the comparison as Markdown with every source', async () => {
    await panel.press('compare.export');
    const preview = await panel.exportPreview();
    await panel.press('export.download');
    const text = await rig.saved('.md');
    expect(text.startsWith(preview.slice(0, 5_000))).toBe(true);
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? [];
    expect(parse(front)).toMatchObject({ scope: 'comparison', clips: 2, sources: 2, regions: ['浙江', '陕西'] });
    expect(body).toContain('到 2027 年，建设省级概念验证中心 80 家');
    expect(body).toContain('到2028年达到60家');
    expect(body).toContain('标签：成果转化、中试');
    for (const issue of [1, 2]) expect(body).toContain(`${SITE.replace('http://', '')}/issue-${issue}.html`);
    expect(body).toContain('《科创浙江简报》第12期');
  });

  it('leaves the page as it was', async () => {
    await panel.page.close();
    await until(async () => Object.values(await painted(page)).every((count) => count === 0), {
      what: 'the marks to go',
    });
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});
