/**
 * A bulletin of 300 pages beside the real panel: stopped while it is read, used as far as it was read, read on from the
 * page that is looked at. The bulletin is generated, its text invented.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PageSpec, setLines, writePdf } from '../fixtures/pdf/write-pdf';
import { until } from '../tools/browser.mjs';
import type { PanelDriver } from '../tools/panel.mjs';
import { painted, type Rig, SITE, startRig } from './rig';

const PAGES = 300;
const FAR = 250;
const titleOf = (page: number): string => `样例省印发《第${page}号创新券管理办法（样例）》`;
const TEXT = '支持企业使用创新券购买研发设计、检验检测和技术转移服务，';

function pageOf(page: number): PageSpec {
  const head = page === 1 ? ['创新样例快报', '第 8 期', '样例省科学技术厅 2026年3月2日'] : [];
  const title = titleOf(page);
  const lines = [
    `　　近日，样例省科技厅印发《第${page}号创新券管理办法》，${TEXT.slice(0, 8)}`,
    ...Array.from({ length: 22 }, () => TEXT),
    `每家企业每年不超过 ${page} 万元。`,
  ];
  return {
    texts: [
      ...head.map((text, i) => ({ text, x: 297 - text.length * 8, y: 60 + i * 30, size: 16, font: 'hei' as const })),
      { text: title, x: 297 - title.length * 7, y: 170, size: 14, font: 'hei' },
      ...setLines(lines, { y: 210 }),
    ],
  };
}

let rig: Rig;
let page: Page;
let panel: PanelDriver;

beforeAll(async () => {
  rig = await startRig();
  const body = writePdf({ title: '创新样例快报', pages: Array.from({ length: PAGES }, (_, i) => pageOf(i + 1)) });
  rig.put('/long.pdf', { type: 'application/pdf', body });
  page = await rig.session.open(`${SITE}/issue-1.html`);
  panel = await rig.openPanel(page);
  await panel.items(4);
});
afterAll(() => rig?.end());

const cards = () => panel.page.$$eval('[data-item] .card-title', (all) => all.map((one) => one.textContent ?? ''));
const hasCard = async (of: number) => (await cards()).some((title) => title.includes(titleOf(of)));
/** How many pages the panel says were read; 0 while it says nothing of it. */
const pagesRead = async () => {
  const said = await panel.page.$eval('.notices', (one) => one.textContent ?? '').catch(() => '');
  return Number(/(\d+) \/ 300/u.exec(said)?.[1] ?? 0);
};

/** Presses 停止 from inside the panel as soon as it is there: however fast the machine is, the reading has only begun. */
const stopAtOnce = () =>
  panel.page.evaluate((word) => {
    const watching = new MutationObserver(() => {
      const stop = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === word);
      if (!stop) return;
      watching.disconnect();
      stop.click();
    });
    watching.observe(document.body, { childList: true, subtree: true });
  }, panel.say('page.stop'));

it('stops where the person stops it, and what was read is there to be used', async () => {
  await stopAtOnce();
  await page.goto(rig.session.address(`reader.html?src=${encodeURIComponent(`${SITE}/long.pdf`)}`));
  const read = Number(await until(pagesRead, { what: 'the reading to be stopped' }));
  expect(read).toBeLessThan(FAR - 50);
  await until(async () => (await cards()).length === read, { what: 'the items of these pages' });
  await until(async () => ((await painted(page))['mark-1'] ?? 0) > 0, { what: 'them to be marked' });
});

it('reads on from the page that is looked at', async () => {
  const before = await pagesRead();
  await page.$eval(
    '.reader-page',
    (field, wanted) => {
      if (!(field instanceof HTMLInputElement)) return;
      field.value = String(wanted);
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    FAR,
  );
  await page.waitForSelector(`.page[data-page-number="${FAR}"] .textLayer span`);
  await stopAtOnce();
  await panel.press('notice.readAll');
  await until(async () => (await pagesRead()) > before, { what: 'more to be read' });
  await until(() => hasCard(FAR), { what: 'the item of the page that is looked at' });
  expect(await hasCard(FAR - 60)).toBe(false);
  expect((await cards()).length).toBeLessThan(FAR);
  await until(
    () =>
      page.evaluate((words) => {
        const marked = [...(CSS.highlights.get('mark-1') ?? [])].map((range) => range.toString()).join('');
        return marked.replace(/\s/gu, '').includes(words);
      }, titleOf(FAR)),
    { what: 'it to be marked' },
  );
});

it('reads the rest, every item with its page', async () => {
  await panel.press('notice.readAll');
  await panel.items(PAGES);
  await until(async () => (await pagesRead()) === 0, { what: 'all of it to be read' });
  const pages = await panel.page.$$eval('[data-item] .pages', (all) => all.map((one) => one.textContent));
  expect(pages).toEqual(Array.from({ length: PAGES }, (_, i) => panel.say('item.pages', i + 1)));
});
