/**
 * What was acknowledged stays: the worker stopped in the middle of a save, two panels at once, a browser that is killed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rig, SITE, startRig, storedClips } from './rig';
import { SAMPLES } from './sample';

const ROUNDS = 4;
const ISSUE = readFileSync(join(SAMPLES, 'issue-1.html'), 'utf8');

/** Selects some words of the page, a different paragraph each time. */
const select = (page: Page, nth: number) =>
  page.evaluate((index) => {
    const texts = [...document.querySelectorAll('main > h3 ~ p')];
    const range = document.createRange();
    range.selectNodeContents(texts[index % texts.length] ?? document.body);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, nth);

describe('saving', () => {
  let rig: Rig;
  let page: Page;
  beforeAll(async () => {
    rig = await startRig();
    page = await rig.session.open(`${SITE}/issue-1.html`);
  });
  afterAll(() => rig?.end());

  /** Asks the page reader as the shortcut does, from a page of the extension; the page sends the excerpt itself. */
  const askToClip = async (own: Page): Promise<void> => {
    await own.evaluate(async (site) => {
      const [tab] = await chrome.tabs.query({ url: `${site}/*` });
      const message = { id: 1, type: 'clipSelection', data: {}, timestamp: Date.now() };
      Object.assign(globalThis, { asked: chrome.tabs.sendMessage(tab?.id ?? -1, message) });
    }, SITE);
  };
  const answer = (own: Page): Promise<{ res: { ok: boolean } }> => own.evaluate(() => Reflect.get(globalThis, 'asked'));

  it('keeps a selection once, however often the worker is stopped meanwhile', async () => {
    const panel = await rig.openPanel(page);
    await panel.items(4);
    for (let round = 0; round < ROUNDS; round++) {
      await select(page, round);
      await askToClip(panel.page);
      // At another moment each time: before, while and after the worker has the message.
      await new Promise((resolve) => setTimeout(resolve, round * 15));
      await rig.session.stopWorker();
      expect(await answer(panel.page)).toMatchObject({ res: { ok: true } });
      const clips = await storedClips(panel.page);
      expect(clips).toHaveLength(round + 1);
      expect(new Set(clips.map((clip) => clip.key)).size).toBe(round + 1);
    }
    await panel.page.close();
  });

  it('shows in one panel what another one saves, and never saves it twice', async () => {
    const first = await rig.openPanel(page);
    await first.items(4);
    const other = await rig.session.openWindow(`${SITE}/issue-1.html`);
    const second = await rig.openPanel(other);
    await second.items(4);
    const before = (await storedClips(first.page)).length;
    await first.clipAll(4);
    for (const panel of [first, second]) {
      await panel.counts('library', before + 4);
      await panel.page.waitForFunction(() => document.querySelectorAll('[data-item].clipped').length === 4);
    }
    await second.press('library.addTags', { within: '[data-item]' });
    await second.typeTags('人才');
    await first.page.waitForFunction(() => document.querySelector('[data-item] .tags')?.textContent?.includes('人才'));
    const clips = await storedClips(first.page);
    expect(new Set(clips.map((clip) => clip.key)).size).toBe(clips.length);
    await first.page.close();
    await other.close();
  });

  it('keeps every passage once when two windows clip everything at the same moment', async () => {
    const tab = await rig.session.open(`${SITE}/issue-2.html`);
    const window = await rig.session.openWindow(`${SITE}/issue-2.html`);
    const first = await rig.openPanel(tab);
    const panels = [first, await rig.openPanel(window)];
    for (const panel of panels) await panel.items(4);
    const before = (await storedClips(first.page)).length;
    await Promise.all(panels.map((panel) => panel.press('page.clipAll')));
    for (const panel of panels) {
      await panel.page.waitForFunction(() => document.querySelectorAll('[data-item].clipped').length === 4);
    }
    const clips = await storedClips(first.page);
    expect(clips).toHaveLength(before + 4);
    expect(new Set(clips.map((clip) => clip.key)).size).toBe(clips.length);
    for (const { page } of panels) await page.close();
    await window.close();
  });

  it('F01 loses nothing acknowledged when the browser is killed', async () => {
    const before = await storedClips(await rig.session.openOwn('workspace.html'));
    const acknowledged = new Set(before.map((clip) => clip.id));
    for (let round = 0; round < ROUNDS; round++) {
      // Another issue each time, of which nothing is kept yet.
      const body = ISSUE.replace('第 12 期', `第 ${20 + round} 期`);
      rig.put(`/killed-${round}.html`, { type: 'text/html', body });
      const panel = await rig.openPanel(await rig.session.open(`${SITE}/killed-${round}.html`));
      await panel.items(4);
      await panel.press('item.clip', { within: '[data-item]', begins: true });
      await panel.page.waitForSelector('[data-item].clipped');
      for (const { id } of await storedClips(panel.page)) acknowledged.add(id);
      await rig.crashAndRestart();
      const own = await rig.session.openOwn('workspace.html');
      await own.waitForSelector('[data-clip]');
      const left = (await storedClips(own)).map((clip) => clip.id);
      expect([...acknowledged].filter((id) => !left.includes(id))).toEqual([]);
    }
    expect(acknowledged.size).toBe(before.length + ROUNDS);
  });
});
