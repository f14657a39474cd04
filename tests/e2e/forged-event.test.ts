/**
 * The event by which a content script of the framework would announce itself, and end the one before it, can be sent by
 * any page that knows our id. Here a page sends it, and goes on being read.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../tools/browser.mjs';
import { painted, type Rig, SITE, startRig } from './rig';

const ISSUE = `${SITE}/issue-1.html`;
let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig?.end());

it('F28 an announcement of a newer script that the page forged ends nothing: marks, clips and drafts go on', async () => {
  const page = await rig.session.open(ISSUE);
  const panel = await rig.openPanel(page);
  await panel.items(4);
  await until(async () => (await painted(page))['mark-1'], { what: 'marks' });
  await panel.press('item.clip', { within: '[data-item]', begins: true });
  await panel.page.waitForSelector('[data-item].clipped');
  await panel.press('library.addTags', { within: '[data-item]' });
  await panel.page.type('.tag-box input', '半个标');
  await until(async () => (await painted(page))['mark-2'], { what: 'the mark of what is kept' });
  // Nothing is pointed at any more, which the page is told a little later.
  await panel.page.mouse.move(1, 1);
  await until(async () => !(await painted(page))['mark-3'], { what: 'no item to be in front' });
  const before = await painted(page);

  await page.evaluate((id) => {
    for (const contentScriptName of ['bulletin', 'page-reader', 'content', 'undefined']) {
      const type = `${id}:${contentScriptName}:wxt:content-script-started`;
      const detail = { contentScriptName, messageId: 'forged' };
      for (const target of [document, window]) target.dispatchEvent(new CustomEvent(type, { detail }));
      postMessage({ type, ...detail }, '*');
    }
  }, rig.session.id);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await painted(page)).toEqual(before);
  expect(await panel.page.$eval('.tag-box input', (input) => input.value)).toBe('半个标');

  // The reader in the page still paints what is kept next, and answers.
  await panel.press('item.clip', { within: '[data-item]:not(.clipped)', begins: true });
  await until(async () => (await painted(page))['mark-2'] !== before['mark-2'], { what: 'the next mark' });
  const answer = await panel.page.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    return chrome.tabs.sendMessage(tab?.id ?? -1, { id: 1, type: 'getSelection', data: {}, timestamp: 1 });
  }, ISSUE);
  expect(answer).toMatchObject({ res: { ok: true } });
});
