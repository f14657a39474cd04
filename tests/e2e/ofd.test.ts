/**
 * OFDs in the real extension: picked, dropped alone, and dropped among PDFs, for no browser opens one by itself. All
 * documents are generated and invented.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notice } from '../fixtures/ofd/notice';
import { PICTURE, pageOf, partsOf, writeOfd } from '../fixtures/ofd/write-ofd';
import { writeZip } from '../fixtures/ofd/zip';
import { bulletin } from '../fixtures/pdf/bulletin';
import { writePdf } from '../fixtures/pdf/write-pdf';
import { until } from '../tools/browser.mjs';
import { PanelDriver } from '../tools/panel.mjs';
import { drop } from './drop';
import { type Rig, SITE, startRig } from './rig';

let rig: Rig;
let folder: string;
let panel: PanelDriver;
const write = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
beforeAll(async () => {
  rig = await startRig();
  folder = mkdtempSync(join(tmpdir(), 'policy-clip-ofd-'));
});
afterAll(async () => {
  await rig?.end();
  rmSync(folder, { recursive: true, force: true });
});

const TITLES = ['江苏出台中试基地建设管理办法', '浙江推进概念验证中心建设', '我省召开样品创新工作会议'];

async function pick(page: Page, file: string): Promise<void> {
  const input = (await page.waitForSelector('input[type=file][accept*=".ofd"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
}

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (node) => node.textContent ?? '').catch(() => '');

it('reads one that is picked, keeps its items, and says that its place cannot be opened', async () => {
  panel = await rig.openPanel(await rig.session.open(`${SITE}/issue-1.html`));
  await panel.items(4);
  await pick(panel.page, write('样品科技参考.ofd', await writeOfd(bulletin)));
  expect(await panel.items(3)).toEqual(TITLES);
  expect(await textOf(panel.page, '.masthead')).toContain('样品科技参考.ofd');
  await panel.clipAll(3);
  await panel.openFirstClip();
  await until(async () => (await textOf(panel.page, '.detail-source')).includes('样品科技参考.ofd'), {
    what: 'where the clip comes from',
  });
  expect(await textOf(panel.page, '.detail-source')).toContain(panel.say('detail.noViewer'));
  expect(await textOf(panel.page, '.detail-actions')).not.toContain(panel.say('detail.open'));
  expect(await textOf(panel.page, '.detail h2')).not.toBe('');
});

it('lists one beside the PDF of the same issue as the same document', async () => {
  const reader = await rig.session.openOwn('reader.html');
  await reader.waitForSelector('.reader-state button');
  await drop(
    reader,
    write('第7期.pdf', writePdf(bulletin)),
    write('第7期.ofd', await writeOfd(bulletin, 'signs')),
    write('通知.ofd', await notice()),
  );
  const page = await rig.session.browser
    .waitForTarget((one) => one.url().startsWith(rig.session.address('workspace.html')))
    .then((target) => target.asPage());
  const table = new PanelDriver(page, 'zh-CN');
  const rows = () =>
    page.$$eval('.batch tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );
  await until(async () => (await rows()).filter((row) => row.length === 5).length === 3, { what: 'all to be read' });
  expect((await rows()).map(([file, , , items, problems]) => [file, items, problems])).toEqual([
    ['第7期.pdf', expect.stringContaining(String(table.say('page.items', 3))), '—'],
    [
      '第7期.ofd',
      expect.stringContaining(String(table.say('page.items', 3))),
      table.say('batch.twinSkipped', '第7期.pdf'),
    ],
    ['通知.ofd', expect.stringContaining(String(table.say('page.items', 1))), '—'],
  ]);
  await page.close();
});

it('opens one that is dropped on the reader in a page that can read it', async () => {
  const reader = await rig.session.openOwn('reader.html');
  await reader.waitForSelector('.reader-state button');
  await drop(reader, write('一份通知.ofd', await notice()));
  const page = await rig.session.browser
    .waitForTarget((one) => one.url().startsWith(rig.session.address('workspace.html')))
    .then((target) => target.asPage());
  expect(await new PanelDriver(page, 'zh-CN').items(1)).toEqual([
    '四川省科学技术厅关于印发《四川省概念验证中心建设指引》的通知',
  ]);
  await page.close();
  await reader.close();
});

it('says what is wrong with those that cannot be read', async () => {
  const whole = await writeOfd(bulletin);
  const cases: [name: string, bytes: Uint8Array | string, says: string][] = [
    ['登录.ofd', '<!doctype html><title>登录</title>', 'error.ofd_not_ofd.text'],
    ['空.ofd', '', 'error.file_empty.text'],
    ['残.ofd', whole.slice(0, 900), 'error.ofd_damaged.text'],
    [
      '密.ofd',
      await writeZip([...partsOf([]), { name: 'Encryptions.xml', body: '<a />' }]),
      'error.ofd_encrypted.text',
    ],
    ['扫描.ofd', await writeZip(partsOf([pageOf(PICTURE)])), 'scanned.textOfd'],
  ];
  for (const [name, bytes, says] of cases) {
    await pick(panel.page, write(name, bytes));
    await until(async () => (await textOf(panel.page, '#view-page')).includes(String(panel.say(says))), { what: says });
  }
});

it('is read by the command line as well', async () => {
  const [good, bad] = [write('好.ofd', await notice()), write('坏.ofd', 'PK')];
  const inspect = join(import.meta.dirname, '../tools/inspect.mjs');
  const { stdout, status } = spawnSync(process.execPath, [inspect, good, bad], { encoding: 'utf8' });
  const [first, second] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toMatchObject({ input: good, source: 'ofd', kind: 'policy', docNumber: '川科规〔2026〕12号' });
  expect(second).toEqual({ input: bad, error: 'ofd-damaged' });
  expect(status).toBe(1);
});
