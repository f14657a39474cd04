/**
 * Backups as a person makes them, with the extension as built: by themselves into a folder, and out of one browser into
 * another, or into another build beside it, neither of which sees anything of the library otherwise.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ExtensionBrowser } from '../tools/browser.mjs';
import { buildExtension, inLanguage } from '../tools/build-extension.mjs';
import { PanelDriver } from '../tools/panel.mjs';
import { type Rig, SITE, startRig, storedClips } from './rig';

const FOLDER = '我的备份';
let home: string;
let rig: Rig;
let panel: PanelDriver;
/** The file that was written into the folder. */
let file: string;
const ended: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'policy-clip-'));
  rig = await startRig();
  panel = await rig.openPanel(await rig.session.open(`${SITE}/issue-1.html`));
  await panel.items(4);
  await panel.clipAll(4);
});
afterAll(async () => {
  for (const end of ended) await end();
  await rig?.end();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

/**
 * The browser's dialog cannot be driven without a screen: it answers with a folder of the origin's own file system, a
 * handle of the same kind that is kept, asked for permission and written in the same way.
 */
async function answerPicker(page: Page): Promise<void> {
  await page.evaluateOnNewDocument((name) => {
    const showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    Object.assign(globalThis, { showDirectoryPicker });
  }, FOLDER);
  await page.reload();
}

/** The files of the folder. */
const inFolder = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
    const files: Record<string, string> = {};
    for await (const [own, handle] of folder.entries()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      files[own] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }
    return files;
  }, FOLDER);

const says = (page: Page, words: string | number) =>
  page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), { timeout: 15_000 }, String(words));

const sorted = (clips: Awaited<ReturnType<typeof storedClips>>) => clips.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Restores the file in the library of this page, which has nothing, as a person does: looks first, then restores. */
async function restoreInto(other: PanelDriver): Promise<void> {
  await other.menu('menu.backup');
  const input = await other.page.waitForSelector('input[type=file][accept*=zip]');
  await input?.uploadFile(file);
  await says(other.page, other.say('backup.kind_new'));
  expect(await storedClips(other.page)).toEqual([]);
  await other.press('backup.restore');
  await says(other.page, other.say('backup.restored'));
  expect(sorted(await storedClips(other.page))).toEqual(sorted(await storedClips(panel.page)));
}

it('writes a backup into the chosen folder by itself, and knows the folder when the panel is opened again', async () => {
  await answerPicker(panel.page);
  await panel.menu('menu.backup');
  await panel.press('backup.folderChoose');
  await says(panel.page, panel.say('backup.folderOn', FOLDER));
  // Said once the file is there and the library knows of it.
  const [written = ''] = String(panel.say('backup.folderWritten', '|')).split('|');
  await says(panel.page, written);
  const [[name = '', bytes = ''] = []] = Object.entries(await inFolder(panel.page));
  expect(name).toMatch(/^policy-clip-auto-\d{4}-\d{2}-\d{2}\.zip$/u);
  file = join(home, name);
  writeFileSync(file, Buffer.from(bytes, 'base64'));
  await panel.page.reload();
  await panel.menu('menu.backup');
  await says(panel.page, panel.say('backup.folderOn', FOLDER));
  // Nothing has changed since, so that nothing more is written.
  expect(Object.keys(await inFolder(panel.page))).toEqual([name]);
});

it('brings the file of the folder into another profile, which saw nothing of the library; again it adds nothing', async () => {
  const own = await startRig();
  ended.push(() => own.end());
  const other = new PanelDriver(await own.session.openOwn('workspace.html'), 'zh-CN');
  await other.page.waitForSelector('#tab-library');
  await restoreInto(other);
  const input = await other.page.waitForSelector('input[type=file][accept*=zip]');
  await input?.uploadFile(file);
  await says(other.page, other.say('backup.kind_same'));
  await other.press('backup.restore');
  await says(other.page, other.say('backup.restored'));
  expect(sorted(await storedClips(other.page))).toEqual(sorted(await storedClips(panel.page)));
});

it('brings it into another build in the same browser, which saw nothing of the library either', async () => {
  const folder = join(home, 'other-build');
  cpSync(inLanguage(await buildExtension(), 'zh_CN'), folder, { recursive: true });
  const id = await rig.session.browser.installExtension(folder);
  expect(id).not.toBe(rig.session.id);
  const build = new ExtensionBrowser(rig.session.browser, id);
  const page = await build.openOwn('workspace.html');
  await page.waitForSelector('#tab-library');
  await restoreInto(new PanelDriver(page, 'zh-CN'));
  // What is deleted in one stays in the other.
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '');
  });
  expect(await storedClips(panel.page)).toHaveLength(4);
});
