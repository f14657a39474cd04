/** The panel follows the tab in front and finds each tab as it was left; sites that are not granted say so. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelDriver } from '../tools/panel.mjs';
import { type Rig, SITE, startRig } from './rig';
import { SAMPLE_ITEMS } from './sample';

const title = (panel: PanelDriver) =>
  panel.page.$eval('[data-item] .card-title', (card) => card.textContent ?? '').catch(() => '');

describe('tabs', () => {
  let rig: Rig;
  let first: Page;
  let second: Page;
  let panel: PanelDriver;
  const shows = (words: string) =>
    panel.page.waitForFunction(
      (wanted) => document.querySelector('[data-item] .card-title')?.textContent?.includes(wanted),
      { timeout: 15_000 },
      words,
    );

  beforeAll(async () => {
    rig = await startRig();
    first = await rig.session.open(`${SITE}/issue-1.html`);
    panel = await rig.openPanel(first);
    await panel.items(4);
  });
  afterAll(() => rig?.end());

  it('keeps open cards, drafts and scroll of a tab while another one is in front', async () => {
    await panel.clipAll(4);
    await panel.page.click('[data-item] .fold');
    await panel.page.waitForSelector('[data-item] .measures');
    await panel.press('library.addTags', { within: '[data-item]' });
    const box = await panel.page.waitForSelector('.tag-box input', { visible: true });
    await box?.type('半成品');
    second = await rig.session.open(`${SITE}/issue-2.html`);
    await shows(SAMPLE_ITEMS[1][0]);
    expect(await panel.page.$('[data-item] .measures')).toBeNull();
    await first.bringToFront();
    await shows(SAMPLE_ITEMS[0][0]);
    await panel.page.waitForSelector('[data-item] .measures');
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-item].clipped').length === 4);
    await panel.page.waitForFunction(
      () =>
        document.body.textContent?.includes('半成品') ||
        [...document.querySelectorAll('input')].some((input) => input.value === '半成品'),
    );
  });

  it('keeps them when the worker is stopped meanwhile', async () => {
    await rig.session.stopWorker();
    await second.bringToFront();
    await shows(SAMPLE_ITEMS[1][0]);
    await first.bringToFront();
    await shows(SAMPLE_ITEMS[0][0]);
    await panel.page.waitForSelector('[data-item] .measures');
    expect(await title(panel)).toContain(SAMPLE_ITEMS[0][0]);
  });

  it('says how to read a site that is not granted, and reads it after a click on the toolbar button', async () => {
    const other = await rig.session.open(`${rig.server.origin}/issue-1.html`);
    await panel.page.waitForFunction(
      (words) => document.querySelector('#view-page')?.textContent?.includes(words),
      { timeout: 15_000 },
      `${panel.say('grant.unknownTitle')}`,
    );
    await rig.session.clickAction(other);
    await shows(SAMPLE_ITEMS[0][0]);
  });

  it('says that the browser keeps its own pages to itself', async () => {
    const own = await rig.session.browser.newPage();
    await own.goto('chrome://version');
    await panel.page.waitForFunction(
      (words) => document.querySelector('#view-page')?.textContent?.includes(words),
      { timeout: 15_000 },
      `${panel.say('unreadable.title')}`,
    );
  });
});
