/**
 * What the reader's bar and the browser's menus do: chapters, zoom, the context menu of a link, a selection over a page
 * break. The file is generated, its text invented.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST_FREE, setLines, writePdf } from '../fixtures/pdf/write-pdf';
import { until } from '../tools/browser.mjs';
import { PanelDriver } from '../tools/panel.mjs';
import { type Rig, SITE, startRig } from './rig';

const utf16 = (text: string): string =>
  `<feff${[...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;

const PAGES = 6;
const CHAPTERS = 4;
/** Pages come after the chapters' objects, two objects each. */
const pageObject = (page: number): number => FIRST_FREE + CHAPTERS + 2 * (page - 1);
const chapter = (title: string, page: number, rest: string): string =>
  `<< /Title ${utf16(title)} /Parent ${FIRST_FREE} 0 R /Dest [${pageObject(page)} 0 R /XYZ 0 842 null] ${rest} >>`;
const at = (n: number): string => `${FIRST_FREE + n} 0 R`;

const CUT = [
  '　　样例省科技厅支持企业牵头组建创新联合体，对年度评价优秀的联合体给予滚动',
  '支持，单个项目补助最高可达 300 万元，实施期不超过三年。',
] as const;

function guide(): Uint8Array {
  const lines = (page: number): string[] => {
    if (page === 1) return Array.from({ length: 24 }, () => '　　本段为样例文字。').concat(CUT[0]);
    if (page === 2) return [CUT[1], '　　另起一段。'];
    return [`　　这是第${page}章的样例正文。`];
  };
  return writePdf({
    title: '样例创新指南',
    catalog: `/Outlines ${at(0)} /PageMode /UseOutlines`,
    objects: [
      `<< /Type /Outlines /First ${at(1)} /Last ${at(3)} /Count 3 >>`,
      chapter('第一章 总体要求', 1, `/Next ${at(2)}`),
      chapter('第二章 支持政策', 4, `/Prev ${at(1)} /Next ${at(3)}`),
      chapter('第三章 附则', 6, `/Prev ${at(2)}`),
    ],
    pages: Array.from({ length: PAGES }, (_, i) => ({
      texts: [
        { text: '样例创新指南', x: 90, y: 50, size: 9 },
        ...setLines(lines(i + 1)),
        { text: `— ${i + 1} —`, x: 280, y: 800, size: 10 },
      ],
    })),
  });
}

let rig: Rig;
let page: Page;
let reader: PanelDriver;

beforeAll(async () => {
  rig = await startRig();
  rig.put('/guide.pdf', { type: 'application/pdf', body: guide() });
  rig.put('/links.html', {
    type: 'text/html',
    body: `<!doctype html><title>附件</title><a href="${SITE}/guide.pdf">样例创新指南</a>`,
  });
  page = await rig.session.openOwn(`reader.html?src=${encodeURIComponent(`${SITE}/guide.pdf`)}`);
  await page.waitForSelector('.textLayer span');
  reader = new PanelDriver(page, 'zh-CN');
});
afterAll(() => rig?.end());

const pageShown = () =>
  page.$eval('.reader-page', (field) => (field instanceof HTMLInputElement ? field.valueAsNumber : 0));

it('goes to chapters, and hides their list', async () => {
  const chapters = () => page.$$eval('.reader-chapters button', (all) => all.map((one) => one.textContent));
  await until(async () => (await chapters()).length === 3, { what: 'the chapters' });
  expect(await chapters()).toEqual(['第一章 总体要求', '第二章 支持政策', '第三章 附则']);
  const [, second] = await page.$$('.reader-chapters button');
  await second?.click();
  await until(async () => (await pageShown()) === 4, { what: 'the page of the chapter' });
  const words = () => page.$eval('.page[data-page-number="4"] .textLayer', (one) => one.textContent).catch(() => '');
  await until(async () => (await words())?.includes('第4章'), { what: 'its text' });
  await reader.press('reader.chapters', { within: '.reader-bar' });
  await until(async () => (await page.$('.reader-chapters')) === null, { what: 'the list to be hidden' });
});

it('is zoomed by buttons and keys, and fitted', async () => {
  const scale = () => page.$eval('.reader-scale', (one) => Number.parseInt(one.textContent ?? '', 10));
  const width = () => page.$eval('.page', (one) => Math.round(one.getBoundingClientRect().width));
  const before = { scale: await scale(), width: await width() };
  await reader.press('reader.larger');
  await until(async () => (await scale()) > before.scale && (await width()) > before.width, { what: 'a larger page' });
  await page.click('.reader-pages-area');
  await page.keyboard.down('Control');
  await page.keyboard.press('0');
  await page.keyboard.up('Control');
  await until(async () => (await scale()) === 100, { what: 'the page as large as on paper' });
  await reader.press('reader.fitWidth');
  const fits = () =>
    page.evaluate(() => {
      const area = document.querySelector('.reader-pages-area');
      const shown = document.querySelector('.page');
      return area && shown ? shown.getBoundingClientRect().width / area.clientWidth : 0;
    });
  await until(async () => (await fits()) > 0.9 && (await fits()) <= 1, { what: 'the page to fill the width' });
});

it('keeps a selection over a page break as one healed excerpt', async () => {
  const panel = await rig.openPanel(page);
  await until(() => panel.page.$('.page-view'), { what: 'the panel' });
  await until(async () => (await panel.page.$('.reading-bar')) === null, { what: 'the file to be read' });
  await page.bringToFront();
  await page.click('.reader-pages-area');
  await page.keyboard.press('Home');
  const select = () =>
    page.evaluate(
      ([head, tail]) => {
        const spans = [...document.querySelectorAll('.textLayer span[role=presentation]')];
        const find = (words: string) => spans.find((span) => span.textContent?.includes(words))?.firstChild;
        const [first, last] = [find(head), find(tail)];
        if (!first || !last) return false;
        getSelection()?.setBaseAndExtent(first, 0, last, last.textContent?.length ?? 0);
        return true;
      },
      [CUT[0].trim().slice(0, 12), CUT[1].slice(-8)] as const,
    );
  await until(select, { what: 'both pages to be drawn' });
  const healed = CUT.join('').trim();
  await until(
    async () => {
      const text = await panel.page.$eval('.selection-text', (one) => one.textContent ?? '').catch(() => '');
      return text.replace(/ /gu, '') === healed.replace(/ /gu, '');
    },
    { what: 'one sentence, without the page number and the running head between' },
  );
  await panel.press('selection.clip', { within: '.selection-bar' });
  await panel.counts('library', 1);
  await panel.openFirstClip();
  await until(
    () =>
      panel.page.evaluate(
        (words) => (document.querySelector('.detail')?.textContent ?? '').replace(/\s/gu, '').includes(words),
        healed.replace(/\s/gu, ''),
      ),
    { what: 'the excerpt in one piece' },
  );
  expect(await panel.page.$eval('.detail', (one) => one.textContent)).not.toContain('— 1 —');
});

it('opens a linked PDF from the context menu', async () => {
  const links = await rig.session.open(`${SITE}/links.html`);
  const missing = await rig.session.inWorker(
    () =>
      new Promise((resolve) => {
        chrome.contextMenus.update('open-pdf', {}, () => resolve(chrome.runtime.lastError?.message ?? null));
      }),
  );
  expect(missing).toBeNull();
  // The browser's own menu cannot be driven; what it tells the extension can be.
  await rig.session.inWorker(async (address) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const click = { menuItemId: 'open-pdf', linkUrl: address, pageUrl: tab?.url ?? '', editable: false };
    (chrome.contextMenus.onClicked as unknown as { dispatch(...told: unknown[]): void }).dispatch(click, tab);
  }, `${SITE}/guide.pdf#page=4`);
  const target = await rig.session.browser.waitForTarget(
    (one) => one.url().includes('/reader.html') && one.url().includes(encodeURIComponent('#page=4')),
  );
  const opened = await target.asPage();
  await until(
    () =>
      opened
        .$eval('.reader-page', (field) => field instanceof HTMLInputElement && field.valueAsNumber === 4)
        .catch(() => false),
    { what: 'the page that the link names' },
  );
  await links.close();
});
