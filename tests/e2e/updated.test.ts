/** The extension is updated or loaded anew while its part lives in a page: quiet there, and nothing typed is lost. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension, until } from '../tools/browser.mjs';
import { PanelDriver } from '../tools/panel.mjs';
import { type Served, serve } from '../tools/serve.mjs';
import { storedClips } from './rig';
import { SAMPLES } from './sample';

const ISSUE = 'http://kjt.sample.gov.cn/issue-1.html';
let server: Served;
beforeAll(async () => {
  server = await serve((path) => join(SAMPLES, path));
});
afterAll(async () => {
  await server?.close();
});
const launch = () => launchWithExtension({ hosts: `MAP *.gov.cn 127.0.0.1:${server.port}`, language: 'zh-CN' });
const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const painted = (page: Page) =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, ranges.size])));

describe('the end of the extension', () => {
  it('F06 leaves the page quiet and as it was; what was typed is there when it comes back', async () => {
    const own = await launch();
    try {
      await own.allowReload();
      const page = await own.open(ISSUE);
      const before = await html(page);
      const said = await everythingSaid(page);
      const first = new PanelDriver(await own.openPanel(page), 'zh-CN');
      await first.items(4);
      await until(async () => (await painted(page))['mark-1'], { what: 'marks' });
      await first.press('item.clip', { within: '[data-item]', begins: true });
      await first.page.waitForSelector('[data-item].clipped');
      await first.press('library.addTags', { within: '[data-item]' });
      await first.page.type('.editor textarea', '没存下');
      await first.page.type('.tag-box input', '半个标');
      const drafts = () => first.page.evaluate(async () => JSON.stringify(await chrome.storage.local.get('drafts')));
      await until(async () => (await drafts()).includes('半个标'), { what: 'what was typed last to be remembered' });
      await own.reload();
      await until(async () => Object.keys(await painted(page)).length === 0, { what: 'the marks to go' });
      expect(await html(page)).toBe(before);

      // What is left of the old one in the page meets everything that it used to listen to.
      await page.evaluate(async () => {
        const line = document.createElement('p');
        document.body.append(line);
        for (let n = 0; n < 300; n += 1) {
          line.textContent = `第${n}次`;
          getSelection()?.selectAllChildren(line);
          line.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: n, clientY: 200 }));
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        getSelection()?.removeAllRanges();
        line.remove();
      });
      expect(said).toEqual([]);

      const again = new PanelDriver(await own.openPanel(page), 'zh-CN');
      await again.items(4);
      await again.page.waitForSelector('[data-item].clipped');
      await again.page.click('[data-item].clipped [aria-keyshortcuts=T]');
      await again.page.waitForSelector('.tag-box input');
      // Half a tag, or the tag that it became when the field lost the focus with its window.
      const tags = await again.page.$eval('.tag-box', (box) => [box.textContent, box.querySelector('input')?.value]);
      expect(tags.join()).toContain('半个标');
      expect(await again.page.$eval('.editor textarea', (area) => area.value)).toBe('没存下');
      await until(async () => (await storedClips(again.page)).some((clip) => Reflect.get(clip, 'note') === '没存下'), {
        what: 'the note to be saved',
      });
      await until(async () => (await painted(page))['mark-2'], { what: 'the mark of what is kept' });
      expect(said).toEqual([]);
    } finally {
      await own.close();
    }
  });
});

/** Errors and warnings in the console of a page, whichever script of it or of an extension says them. */
async function everythingSaid(page: Page): Promise<string[]> {
  const said: string[] = [];
  const client = await page.createCDPSession();
  client.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    said.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
  );
  client.on('Runtime.consoleAPICalled', ({ args }) => said.push(args.map((one) => String(one.value)).join(' ')));
  // An icon that the site does not have is nothing of ours.
  client.on('Log.entryAdded', ({ entry }) => entry.source !== 'network' && said.push(entry.text));
  await client.send('Runtime.enable');
  await client.send('Log.enable');
  return said;
}
