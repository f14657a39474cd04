/**
 * A computer that slept: for longer than any deadline nothing of the browser runs, then every timer is late at once, the
 * worker is gone and so is every line between panel and page. What was typed and what was being saved is kept, once, and
 * the panel works on.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../tools/browser.mjs';
import type { PanelDriver } from '../tools/panel.mjs';
import { painted, type Rig, SITE, startRig, storedClips } from './rig';

/** Longer than a question to the database, a message and all its repetitions may take. */
const ASLEEP_MS = 15_000;

describe('a computer that slept', () => {
  let rig: Rig;
  let page: Page;
  let panel: PanelDriver;
  beforeAll(async () => {
    rig = await startRig();
    page = await rig.session.open(`${SITE}/issue-1.html`);
    panel = await rig.openPanel(page);
    await panel.items(4);
    await panel.press('item.clip', { within: '[data-item]', begins: true });
    await panel.page.waitForSelector('[data-item].clipped');
    await panel.press('library.addTags', { within: '[data-item]' });
    const note = await panel.page.waitForSelector('.editor textarea');
    await note?.type('睡前写的');
    await panel.page.type('.tag-box input', '半个标');
    // A clip is being saved, and a tag is half typed.
    await panel.page.evaluate(() => {
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        Object.assign(globalThis, { longest: Math.max(now - last, Number(Reflect.get(globalThis, 'longest') ?? 0)) });
        last = now;
      }, 100);
      document.querySelector<HTMLElement>('[data-item]:not(.clipped) .card-foot button:last-child')?.click();
    });
    await rig.session.sleep(ASLEEP_MS);
    await rig.session.stopWorker();
  });
  afterAll(() => rig?.end());

  it('had its browser stand still', async () => {
    const longest = () => panel.page.evaluate(() => Number(Reflect.get(globalThis, 'longest')));
    await until(async () => (await longest()) > ASLEEP_MS - 1_000, { what: 'a gap in the timers of the panel' });
  });

  it('keeps what was typed, saved or not', async () => {
    expect(await panel.page.$eval('.editor textarea', (area) => area.value)).toBe('睡前写的');
    expect(await panel.page.$eval('.tag-box input', (box) => box.value)).toBe('半个标');
    await until(async () => (await storedClips(panel.page)).some((clip) => Reflect.get(clip, 'note') === '睡前写的'), {
      what: 'the note to be saved',
    });
  });

  it('keeps the clip that was being saved, once, and says nothing of a failure', async () => {
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-item].clipped').length === 2);
    const clips = await storedClips(panel.page);
    expect([clips.length, new Set(clips.map(({ key }) => key)).size]).toEqual([2, 2]);
    expect(await panel.page.$('.toast.problem')).toBeNull();
  });

  it('goes on: clips, marks in the page, the worker, the next page', async () => {
    await panel.clipAll(4);
    expect(await storedClips(panel.page)).toHaveLength(4);
    await until(async () => Object.values(await painted(page)).some((count) => count > 0), {
      what: 'marks in the page',
    });
    await page.goto(`${SITE}/issue-2.html`);
    await panel.page.waitForFunction(() => document.querySelectorAll('[data-item]:not(.clipped)').length === 4);
    await until(async () => (await rig.session.badge(`${SITE}/issue-2.html`)) === '4', {
      what: 'the count on the icon',
    });
  });
});
