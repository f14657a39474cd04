/** The main job from a PDF in the browser's own viewer: the same items, clips and export, with pages. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelDriver } from '../tools/panel.mjs';
import { type Rig, SITE, startRig, tick } from './rig';
import { SAMPLE_ITEMS } from './sample';

describe('a PDF in the browser’s viewer', () => {
  let rig: Rig;
  let page: Page;
  let panel: PanelDriver;

  beforeAll(async () => {
    rig = await startRig();
    // Addresses that do not end in `.pdf`: what counts is what the server says.
    for (const issue of [1, 2]) await rig.print(`${SITE}/issue-${issue}.html`, `/download-${issue}`);
    page = await rig.session.open(`${SITE}/download-1`);
    panel = await rig.openPanel(page);
  });
  afterAll(() => rig?.end());

  it('is recognised and read with its pages', async () => {
    expect(await panel.items(4)).toEqual(SAMPLE_ITEMS[0]);
    const pages = await panel.page.$$eval('[data-item] .pages', (all) => all.map((one) => one.textContent));
    expect(pages).toHaveLength(4);
    expect(pages[0]).toMatch(/第 1(–2)? 页/u);
  });

  it('is shown in the reader when the person wants it', async () => {
    await panel.menu('menu.reader');
    const src = encodeURIComponent(`${SITE}/download-1`);
    const target = await rig.session.browser.waitForTarget((one) => one.url().includes(`/reader.html?src=${src}`));
    const reader = await target.asPage();
    await reader.waitForSelector('.textLayer span');
    await reader.close();
    await page.bringToFront();
    expect(await panel.items(4)).toEqual(SAMPLE_ITEMS[0]);
  });

  it('is clipped whole and tagged', async () => {
    await panel.clipAll(4);
    await panel.press('library.addTags', { within: '[data-item]' });
    await panel.typeTags('成果转化');
    await panel.page.waitForSelector('[data-item] .tag-row .chip');
    await panel.page.keyboard.press('Escape');
  });

  it('is known as clipped on the page of the same bulletin', async () => {
    await page.goto(`${SITE}/issue-1.html`);
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-item].clipped').length === 4, {
      timeout: 15_000,
    });
    await panel.counts('library', 4);
  });

  it('is compared with another one and exported with its pages', async () => {
    await page.goto(`${SITE}/download-2`);
    await panel.page.waitForFunction(
      (title) => document.querySelector('[data-item] .card-title')?.textContent?.includes(title),
      { timeout: 15_000 },
      SAMPLE_ITEMS[1][0],
    );
    await panel.clipAll(4);
    await panel.view('library');
    await panel.page.waitForSelector('[data-clip]');
    await tick(panel, '打通科技成果转化', '中试熟化和产业化');
    await panel.press('library.compare');
    await panel.page.waitForSelector('#view-compare:not([hidden]) table');
    await panel.press('compare.export');
    await panel.exportPreview();
    await panel.press('export.download');
    const text = await rig.saved('.md');
    // Lines of a page are one paragraph again, also across its end.
    expect(text).toContain('支持高校、科研院所联合企业建设概念验证中心，对早期成果开展技术可行性和商业价值评估。');
    expect(text).toContain('标签：成果转化');
    expect(text).toMatch(/第\s?1(?:[–-]\d)?\s?页/u);
    expect(text).toContain('kjt.sample.gov.cn/download-2');
  });
});
