/** The reader beside the real side panel: marks, hover and click both ways, a locked file, several files at once. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locked, truncated } from '../hostile/pdf/broken';
import { until } from '../tools/browser.mjs';
import type { PanelDriver } from '../tools/panel.mjs';
import { painted, type Rig, SITE, startRig } from './rig';
import { SAMPLE_ITEMS } from './sample';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
  await rig.print(`${SITE}/issue-1.html`, '/issue-1.pdf');
  rig.put('/locked.pdf', { type: 'application/pdf', body: locked('sesame') });
  rig.put('/login.pdf', { type: 'text/html', body: '<!doctype html><title>登录</title>' });
  rig.put('/damaged.pdf', { type: 'application/pdf', body: truncated() });
  rig.put('/empty.pdf', { type: 'application/pdf', body: '' });
});
afterAll(() => rig?.end());

const reader = (path: string): string =>
  `chrome-extension://${rig.session.id}/reader.html?src=${encodeURIComponent(`${SITE}${path}`)}`;

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '').catch(() => '');

/** Stays open beside whatever tab is in front. */
let panel: PanelDriver;

describe('a bulletin in the reader', () => {
  let page: Page;
  beforeAll(async () => {
    page = await rig.session.open(reader('/issue-1.pdf'));
    await page.waitForSelector('.textLayer span');
    panel = await rig.openPanel(page);
  });

  it('is read by the panel as it is shown', async () => {
    expect(await panel.items(4)).toEqual(SAMPLE_ITEMS[0]);
    await until(async () => ((await painted(page))['mark-1'] ?? 0) > 3, { what: 'items to be marked' });
  });

  it('lies with its text exactly on what is drawn', async () => {
    const apart = () =>
      page.evaluate(() => {
        const boxOf = (selector: string) => document.querySelector(`.page ${selector}`)?.getBoundingClientRect();
        const [drawn, text] = [boxOf('canvas'), boxOf('.textLayer')];
        if (!drawn || !text) return null;
        return (['left', 'top', 'right', 'bottom'] as const).map((side) => Math.round(drawn[side] - text[side]));
      });
    // The panel beside it makes the page narrower, which is drawn anew.
    await expect.poll(apart, { timeout: 15_000 }).toEqual([0, 0, 0, 0]);
  });

  it('shows the place of a card, and the card of a place', async () => {
    const [card] = (await panel.page.$$('[data-item] .card-title')).slice(-1);
    // It may still be moved from under the pointer by what is drawn above it.
    const pointed = async () => {
      await card?.hover();
      return ((await painted(page))['mark-3'] ?? 0) > 0;
    };
    await until(pointed, { what: 'the item to be in front' });
    await card?.click();
    await until(
      () =>
        page.evaluate(() => {
          const spans = [...document.querySelectorAll('.textLayer span[role=presentation]')];
          const title = spans.findLast((span) => span.textContent?.includes('中试专场活动'));
          const box = title?.getBoundingClientRect();
          return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
        }),
      { what: 'the title to be in view' },
    );
    await page.bringToFront();
    await page.click('.reader-pages-area');
    await page.keyboard.press('Home');
    const title = '打通科技成果';
    // Pages that are drawn meanwhile move what is below them: the place is looked up anew before each click.
    const clickTitle = async () => {
      const place = await page.evaluate((words) => {
        const spans = [...document.querySelectorAll('.textLayer span[role=presentation]')];
        const span = spans.findLast((one) => one.textContent?.includes(words));
        span?.scrollIntoView({ block: 'center' });
        const box = span?.getBoundingClientRect();
        return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
      }, title);
      if (place) await page.mouse.click(place.x, place.y);
    };
    await until(
      async () => {
        await clickTitle();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return panel.page
          .$eval('[data-item].active .card-title', (one, words) => one.textContent?.includes(words), title)
          .catch(() => false);
      },
      { what: 'the card to come to the front' },
    );
    // Another one, only pointed at. The pointer that rests on the panel points at whatever is scrolled under it.
    await panel.page.mouse.move(1, 1);
    await page.mouse.move(2, 300);
    await until(async () => (await panel.page.$('[data-item].hovered')) === null, { what: 'no card to be pointed at' });
    // The page tells where the pointer rests, not what it passes; it may still scroll, so the place is looked up anew.
    const rest = () => new Promise((resolve) => setTimeout(resolve, 200));
    await until(
      async () => {
        await page.mouse.move(2, 300);
        await rest();
        const under = await page.evaluate((words) => {
          const spans = [...document.querySelectorAll('.textLayer span[role=presentation]')];
          const box = spans.findLast((one) => one.textContent?.includes(words))?.getBoundingClientRect();
          return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 };
        }, title);
        await page.mouse.move(under.x, under.y);
        await rest();
        return panel.page
          .$eval('[data-item].hovered .card-title', (one, words) => one.textContent?.includes(words), title)
          .catch(() => false);
      },
      { what: 'the card of what is pointed at' },
    );
  });

  it('keeps a selection with its page', async () => {
    await page.evaluate(() => {
      const spans = [...document.querySelectorAll('.textLayer span[role=presentation]')];
      const [first, second] = spans.filter((span) => (span.textContent ?? '').length > 20);
      if (first?.firstChild && second?.firstChild) {
        getSelection()?.setBaseAndExtent(first.firstChild, 0, second.firstChild, 8);
      }
    });
    await panel.press('selection.clip', { within: '.selection-bar' });
    await panel.counts('library', 1);
  });

  it('finds words and goes to pages by keys', async () => {
    await page.bringToFront();
    await page.keyboard.down('Control');
    await page.keyboard.press('f');
    await page.keyboard.up('Control');
    await page.keyboard.type('中试');
    await until(async () => /\d+ \/ \d+/u.test(await textOf(page, '.reader-matches')), { what: 'matches' });
    await page.keyboard.press('Escape');
    await page.click('.reader-pages-area');
    await page.keyboard.press('End');
    const pages = Number(await page.$eval('.reader-page', (input) => input.getAttribute('max')));
    await until(
      async () => (await page.$eval('.reader-page', (input) => (input as HTMLInputElement).valueAsNumber)) === pages,
      { what: 'the last page' },
    );
  });
});

it('asks for a password once, says when it is wrong, and opens with the right one', async () => {
  const page = await rig.session.open(reader('/locked.pdf'));
  const panelSays = (key: string) =>
    until(async () => (await textOf(panel.page, '#view-page')).includes(String(panel.say(key))), { what: key });
  await panelSays('encrypted.inReader');
  expect(await panel.page.$('#view-page input')).toBeNull();
  await page.bringToFront();
  const password = await page.waitForSelector('input[type=password]');
  await password?.type('barley');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.reader-wrong');
  const again = await page.waitForSelector('input[type=password]');
  await again?.evaluate((input) => (input as HTMLInputElement).select());
  await again?.type('sesame');
  await page.keyboard.press('Enter');
  await until(async () => (await textOf(page, '.textLayer')).includes('A locked invented text.'), { what: 'the text' });
  // The panel beside it does not ask again.
  await panelSays('empty.title');
  await page.close();
});

it('does not ask for a password again that was given in the panel', async () => {
  const tab = await rig.session.open(`${SITE}/locked.pdf`);
  await tab.bringToFront();
  const password = await panel.page.waitForSelector('#view-page input[type=password]');
  await password?.type('sesame');
  await panel.page.keyboard.press('Enter');
  await panel.page.waitForFunction(() => document.querySelector('#view-page input[type=password]') === null);
  await panel.menu('menu.reader');
  const isReader = (url: string) => url.includes(`/reader.html?src=${encodeURIComponent(`${SITE}/locked.pdf`)}`);
  const target = await rig.session.browser.waitForTarget((one) => isReader(one.url()));
  expect(target.url()).not.toContain('sesame');
  const page = await target.asPage();
  await until(async () => (await textOf(page, '.textLayer')).includes('A locked invented text.'), { what: 'the text' });
  await page.close();
  await tab.close();
});

it.each([
  ['a login page by the name of a PDF', '/login.pdf', 'pdf_not_pdf'],
  ['a damaged file', '/damaged.pdf', 'pdf_damaged'],
  ['an empty file', '/empty.pdf', 'file_empty'],
])('says in one sentence what is wrong with %s, and offers another one', async (_, path, error) => {
  const page = await rig.session.open(reader(path));
  const says = (selector: string, key: string) =>
    until(async () => (await textOf(page, selector)) === panel.say(key), { what: key });
  await says('.reader-state h2', `error.${error}.text`);
  await says('.reader-state p', `error.${error}.next`);
  expect(await textOf(page, '.reader-state')).toContain(panel.say('reader.openFile'));
  await page.close();
});

it('opens government PDFs by itself when the person chose so, and lets her go back', async () => {
  const settings = await rig.session.open(`chrome-extension://${rig.session.id}/workspace.html`);
  const choose = (value: boolean) =>
    settings.evaluate(
      (readerForGovernmentPdfs) => chrome.storage.local.set({ settings: { readerForGovernmentPdfs } }),
      value,
    );
  const atReader = (page: Page) => page.url().includes('/reader.html');
  const plain = await rig.session.open(`${SITE}/issue-1.pdf`);
  // The badge says that the choice was asked for and the tab left where it is.
  const seen = async () => (await rig.session.badge(plain.url())) === 'PDF';
  await until(seen, { what: 'the PDF to be noticed' });
  await choose(true);
  const page = await rig.session.open('about:blank');
  await page.goto(`${SITE}/issue-1.pdf`).catch(() => undefined);
  await until(() => atReader(page), { what: 'the reader' });
  expect(new URL(page.url()).searchParams.get('src')).toBe(`${SITE}/issue-1.pdf`);
  await page.waitForSelector('.textLayer span');
  await page.$$eval(
    '.reader-bar button',
    (all, word) => all.find((one) => `${one.title}${one.ariaLabel}${one.textContent}`.includes(word))?.click(),
    '浏览器',
  );
  await until(() => page.url().startsWith(`${SITE}/issue-1.pdf`), { what: 'the browser’s viewer' });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(page.url()).toMatch(/issue-1\.pdf#page=\d+$/u);
  // What was open before stays where it is.
  expect(plain.url()).toBe(`${SITE}/issue-1.pdf`);
  await choose(false);
  const other = await rig.session.open(`${SITE}/issue-1.pdf`);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(other.url()).toBe(`${SITE}/issue-1.pdf`);
  for (const one of [settings, plain, page, other]) await one.close();
});
