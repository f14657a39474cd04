/**
 * Files dropped on the reader and on the panel, as the browser drops them: one is shown, a dozen monthly issues are
 * listed with what is missing and what is there twice, and kept in one go. The issues are generated, all text invented.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { monthlyIssue } from '../fixtures/pdf/monthly-issue';
import { until } from '../tools/browser.mjs';
import { PanelDriver } from '../tools/panel.mjs';
import { drop } from './drop';
import { type Rig, SITE, startRig } from './rig';

/** January to December without July, and March once more under another name. */
const NUMBERS = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12];

let rig: Rig;
/** Stays open beside whatever tab is in front, once it was opened. */
let panel: PanelDriver;
let folder: string;
let files: string[];
beforeAll(async () => {
  rig = await startRig();
  folder = mkdtempSync(join(tmpdir(), 'policy-clip-batch-'));
  const write = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  files = [
    ...NUMBERS.map((number) => write(`月报-${String(number).padStart(2, '0')}.pdf`, monthlyIssue(number))),
    write('月报-三月-重印.pdf', monthlyIssue(3, '本期重印。')),
  ];
});
afterAll(async () => {
  await rig?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits for a tab that is opened. */
const opened = async (path: string): Promise<Page> => {
  const target = await rig.session.browser.waitForTarget((one) => one.url().startsWith(rig.session.address(path)));
  return target.asPage();
};

const rows = (page: Page) =>
  page.$$eval('.batch tbody tr', (all) =>
    all.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
  );

it('shows one file that is dropped on the reader', async () => {
  const page = await rig.session.openOwn('reader.html');
  await page.waitForSelector('.reader-state button');
  await drop(page, files[4] ?? '');
  await until(() => page.$eval('.textLayer', (layer) => layer.textContent?.includes('第 5 期')).catch(() => false), {
    what: 'the text of the file',
  });
  expect(await page.$eval('.reader-title', (title) => title.textContent)).toBe('样例创新月报');
  await page.close();
});

it('lists a dozen in a table of their own, with the gap and the file that is there twice', async () => {
  const reader = await rig.session.openOwn('reader.html');
  await reader.waitForSelector('.reader-state button');
  await drop(reader, ...files);
  const page = await opened('workspace.html');
  const panel = new PanelDriver(page, 'zh-CN');
  await until(async () => (await rows(page)).filter((row) => row.length === 5).length === 12, {
    what: 'all to be read',
  });
  const table = await rows(page);
  expect(table.map(([file]) => file)).toEqual(files.map((path) => path.slice(folder.length + 1)));
  expect(
    table.slice(0, 11).map(([, document, number, items, problems]) => [document, number, items, problems]),
  ).toEqual(
    NUMBERS.map((number) => [
      `样例创新月报 ${panel.say('batch.kind.bulletin')}`,
      `第${number}期`,
      panel.say('page.items', 2),
      '—',
    ]),
  );
  expect(table[11]?.[4]).toBe(panel.say('batch.twinSkipped', '月报-03.pdf'));
  expect(await page.$$eval('.dialog .notice', (all) => all.map((one) => one.textContent))).toEqual([
    panel.say('batch.gap', '样例创新月报', 7),
  ]);
});

it('keeps all of them once, and what a second edition has more when the person wants it', async () => {
  const page = await opened('workspace.html');
  const panel = new PanelDriver(page, 'zh-CN');
  await panel.press('batch.clipAll', { values: [22] });
  await panel.control(String(panel.say('page.allClipped')));
  await panel.counts('library', 22);
  await panel.press('batch.skipTwins', { values: [1] });
  // The edition says the same under the same titles.
  await panel.control(String(panel.say('page.allClipped')));
  expect((await rows(page))[11]?.[4]).toBe(panel.say('batch.twin', '月报-03.pdf'));
  expect((await rows(page)).map((row) => row[3])).toEqual(
    Array.from({ length: 12 }, () => `${panel.say('page.items', 2)} ${panel.say('batch.kept', 2)}`),
  );
  await page.close();
});

it('reads a file that is dropped on the panel, and shows its pages in the reader', async () => {
  const page = await rig.session.open(`${SITE}/issue-1.html`);
  panel = await rig.openPanel(page);
  await panel.items(4);
  await drop(panel.page, files[0] ?? '');
  await panel.items(2);
  await panel.press('menu.reader', { within: '.masthead' });
  const reader = await opened('reader.html?src=&file=');
  await until(() => reader.$eval('.textLayer', (layer) => layer.textContent?.includes('第 1 期')).catch(() => false), {
    what: 'the text of the file',
  });
  // The panel stands beside the reader now and marks what it shows.
  await until(() => reader.evaluate(() => (CSS.highlights.get('mark-2')?.size ?? 0) > 0), { what: 'marks' });
});

it('opens what is picked instead of dropped: one is shown, several are listed', async () => {
  const page = await rig.session.open(`${SITE}/issue-1.html`);
  await page.bringToFront();
  await panel.items(4);
  const picker = (await panel.page.$('input[type=file][accept*=".pdf"]')) as ElementHandle<HTMLInputElement>;
  await picker.uploadFile(files[1] ?? '');
  await panel.items(2);
  await picker.uploadFile(files[2] ?? '', files[4] ?? '');
  await until(async () => (await rows(panel.page)).filter((row) => row.length === 5).length === 2, {
    what: 'both to be read',
  });
  expect((await rows(panel.page)).map(([, , number]) => number)).toEqual(['第3期', '第5期']);
  expect(await panel.page.$$eval('.dialog .notice', (all) => all.map((one) => one.textContent))).toEqual([
    panel.say('batch.gap', '样例创新月报', 4),
  ]);
});
