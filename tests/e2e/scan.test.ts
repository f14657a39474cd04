/**
 * A scanned file: it says what it is; a part of a page is framed with the mouse or the keyboard, its text typed or pasted,
 * kept as such, and found again. The file is generated.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writePdf } from '../fixtures/pdf/write-pdf';
import { until } from '../tools/browser.mjs';
import { PanelDriver } from '../tools/panel.mjs';
import { type Rig, SITE, startRig, storedClips } from './rig';

/** As recognition elsewhere gives it. */
const DOCUMENT = [
  '样例市人民政府关于支持企业创新的若干措施',
  '样政发〔2026〕3号',
  '各区人民政府，市政府各部门：',
  '为支持企业创新，制定以下措施（虚构）。',
  '一、支持研发投入。对研发投入增长的企业给予补助，每家最高200万元。',
  '二、支持人才引进。到2027年引进工程师500人。',
  '样例市人民政府',
  '2026年3月2日',
];

const PASTED = '样例市科技创新券管理办法\n第五条 每家企业每年最高补助 20 万元。';

let rig: Rig;
let page: Page;
let panel: PanelDriver;
let reader: PanelDriver;

beforeAll(async () => {
  rig = await startRig();
  const body = writePdf({
    title: '样例扫描件',
    pages: Array.from({ length: 3 }, () => ({ texts: [], picture: true })),
  });
  rig.put('/scan.pdf', { type: 'application/pdf', body });
  page = await rig.session.openOwn(`reader.html?src=${encodeURIComponent(`${SITE}/scan.pdf`)}#page=2`);
  await page.waitForSelector('.page[data-page-number="2"] canvas');
  reader = new PanelDriver(page, 'zh-CN');
  panel = await rig.openPanel(page);
});
afterAll(() => rig?.end());

/** Clips as the library keeps them. */
const clips = () =>
  storedClips(panel.page) as Promise<unknown[]> as Promise<
    { typed?: unknown; picture?: { width: number; height: number }; item: { text: string } }[]
  >;

it('says that it is a scan, and what can be done', async () => {
  await until(async () => (await panel.page.$eval('#view-page', (view) => view.textContent ?? '')).includes('扫描件'), {
    what: 'the notice',
  });
  expect(await panel.page.$eval('#view-page', (view) => view.textContent)).toContain('在阅读器里框选一块');
});

it('keeps what is typed for a framed part of a page, with page and box', async () => {
  await page.bringToFront();
  await reader.press('reader.region');
  await page.waitForSelector('.region-picker');
  const at = await page.$eval('.page[data-page-number="2"] .canvasWrapper', (canvas) => {
    const { left, top, width } = canvas.getBoundingClientRect();
    return { left, top: Math.max(top, 120), width };
  });
  await page.mouse.move(at.left + at.width * 0.25, at.top + 20);
  await page.mouse.down();
  await page.mouse.move(at.left + at.width * 0.5, at.top + 80, { steps: 4 });
  await page.waitForSelector('.region-box');
  await page.mouse.move(at.left + at.width * 0.75, at.top + 140);
  await page.mouse.up();
  const field = await page.waitForSelector('.typed-pane textarea');
  await until(() => page.$('.page[data-page-number="2"] .region-mark'), { what: 'the part to be marked' });
  // As a paste brings it: several lines at once.
  await page.evaluate((text) => document.execCommand('insertText', false, text), PASTED);
  expect(await field?.evaluate((area) => area.value)).toBe(PASTED);
  await reader.press('reader.typedSave', { within: '.typed-pane' });
  await panel.counts('library', 1);
  await page.waitForFunction(() => !document.querySelector('.typed-pane, .region-mark'));
  const [clip] = await clips();
  expect(clip).toMatchObject({ type: 'excerpt', typed: { page: 2 }, item: { text: PASTED, pages: [2, 2] } });
  const { box } = (clip?.typed ?? {}) as { box: { left: number; top: number; right: number; bottom: number } };
  expect([box.left, box.right].map((edge) => edge.toFixed(2))).toEqual(['0.25', '0.75']);
  expect(box.bottom).toBeGreaterThan(box.top);
  // The picture has the shape of the frame, whatever the zoom.
  const { width = 0, height = 0 } = clip?.picture ?? {};
  expect(Math.max(width, height)).toBeLessThanOrEqual(1_600);
  expect(width).toBeGreaterThan(500);
  expect(width / height).toBeCloseTo((0.5 * 595) / ((box.bottom - box.top) * 842), 1);
});

it('says in the library that the text was typed, and leads back to the part of the page', async () => {
  await panel.openFirstClip();
  await panel.control(String(panel.say('detail.open')));
  expect(await panel.page.$eval('.detail-head', (head) => head.textContent)).toContain(panel.say('detail.typed'));
  const shown = await panel.page.waitForSelector('.detail-picture img');
  const drawn = await shown?.evaluate(async (image) => {
    await (image as HTMLImageElement).decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image as HTMLImageElement, 0, 0, image.width, image.height);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    return new Set(data).size;
  });
  expect(drawn).toBeGreaterThan(1);
  const before = new Set(rig.session.browser.targets());
  await panel.press('detail.open');
  const target = await rig.session.browser.waitForTarget((one) => one.type() === 'page' && !before.has(one));
  const opened = await target.asPage();
  await until(
    () =>
      opened.evaluate(() => {
        const box = document.querySelector('.page[data-page-number="2"] .region-mark')?.getBoundingClientRect();
        return box !== undefined && box.width > 100 && box.top >= 0 && box.bottom <= innerHeight;
      }),
    { what: 'the part to be marked and in view' },
  );
  expect(await opened.$('.place-notice')).toBeNull();
  await opened.close();
});

it('reads the text of a whole page into items, which say that it was typed', async () => {
  await panel.view('page');
  await page.bringToFront();
  await reader.press('reader.region');
  await page.waitForSelector('.region-picker');
  await reader.press('reader.wholePage', { within: '.region-picker' });
  await page.waitForSelector('.typed-pane textarea');
  await page.evaluate((text) => document.execCommand('insertText', false, text), DOCUMENT.join('\n'));
  await reader.press('reader.typedReadPage', { within: '.typed-pane' });
  expect(await panel.items(1)).toEqual([DOCUMENT[0]]);
  expect(await panel.page.$eval('.notices', (all) => all.textContent)).toContain(panel.say('notice.typed_text', 2));
  await panel.clipAll(1);
  await until(async () => (await clips()).length === 2, { what: 'the item to be kept' });
  expect(await clips()).toContainEqual(
    expect.objectContaining({
      type: 'item',
      typed: { page: 2, box: { left: 0, top: 0, right: 1, bottom: 1 } },
      item: expect.objectContaining({ pages: [2, 2], measures: [expect.anything(), expect.anything()] }),
    }),
  );
});

it('takes the whole page by key, and keeps the draft when it is not to be', async () => {
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await reader.press('reader.region');
  await page.waitForSelector('.region-picker');
  await page.focus('.reader-pages-area');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.typed-pane textarea');
  await page.keyboard.type('第七条 另一段文字。');
  await page.keyboard.press('Escape');
  // What was typed for the page before is there to be mended.
  expect(await page.$eval('.typed-pane textarea', (area) => area.value)).toBe(
    `${DOCUMENT.join('\n')}第七条 另一段文字。`,
  );
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await until(async () => (await clips()).length === 3, { what: 'the third clip' });
  expect((await clips()).map(({ typed }) => typed)).toContainEqual({
    page: 2,
    box: { left: 0, top: 0, right: 1, bottom: 1 },
  });
});
