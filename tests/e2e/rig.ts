/**
 * What the end-to-end tests share: the sample bulletins on a government host of this machine, a real browser with the
 * built extension, the real side panel. One rig per test file.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type ExtensionBrowser, type LaunchOptions, launchWithExtension, until } from '../tools/browser.mjs';
import { PanelDriver } from '../tools/panel.mjs';
import { type Served, serve } from '../tools/serve.mjs';
import { SAMPLES } from './sample';

export const SITE = 'http://kjt.sample.gov.cn';

/** What the browser asks for by itself, with or without extensions: updates, time, sign-in. */
export const BROWSER_SERVICES = /(?:^|\.)(?:google|googleapis|gstatic|gvt1|gvt2)\.com(?::\d+)?(?:\/|$)/u;

type Found = { type: string; body: string | Uint8Array };

export interface Rig {
  session: ExtensionBrowser;
  server: Served;
  /** Serves something more. */
  put(path: string, found: Found): void;
  openPanel(page: Page): Promise<PanelDriver>;
  /** Prints a page to a PDF and serves it. */
  print(from: string, to: string): Promise<void>;
  /** Text of the next file that is saved. */
  saved(ending: string): Promise<string>;
  /** Ends the browser as a crash does and starts it again with the same profile. */
  crashAndRestart(): Promise<void>;
  end(): Promise<void>;
}

const notFound: Found = { type: 'text/html', body: '<!doctype html><title>nothing</title>' };

/**
 * Text of the next file with that ending that is saved into a folder; the file is taken away. The browser makes an empty
 * one first, and moves what it has downloaded into its place.
 */
export async function savedIn(downloads: string, ending: string): Promise<string> {
  const next = () => {
    const name = readdirSync(downloads).find((one) => one.endsWith(ending));
    const path = name === undefined ? '' : join(downloads, name);
    return path && statSync(path).size > 0 && path;
  };
  const path = String(await until(next, { what: `a saved ${ending} file` }));
  const text = readFileSync(path, 'utf8');
  rmSync(path);
  return text;
}

export async function startRig(options: LaunchOptions = {}): Promise<Rig> {
  const extra = new Map<string, Found>();
  const server = await serve((path) => extra.get(path) ?? (path === '/' ? notFound : join(SAMPLES, path)));
  const home = mkdtempSync(join(tmpdir(), 'policy-clip-'));
  const downloads = join(home, 'downloads');
  mkdirSync(downloads);
  const launch = () =>
    launchWithExtension({
      language: 'zh-CN',
      hosts: `MAP *.gov.cn 127.0.0.1:${server.port}`,
      profile: join(home, 'profile'),
      downloads,
      ...options,
    });
  const rig: Rig = {
    session: await launch(),
    server,
    put: (path, found) => extra.set(path, found),
    openPanel: async (page) => new PanelDriver(await rig.session.openPanel(page), 'zh-CN'),
    async print(from, to) {
      const page = await rig.session.open(from);
      extra.set(to, { type: 'application/pdf', body: await page.pdf({ format: 'A4' }) });
      await page.close();
    },
    saved: (ending) => savedIn(downloads, ending),
    async crashAndRestart() {
      await rig.session.kill();
      rig.session = await launch();
    },
    async end() {
      await rig.session.close();
      await server.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return rig;
}

/** What is painted in a page: names of highlights with the number of their ranges. */
export const painted = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, highlight.size])));

/** Ticks the clips whose titles hold one of the words each. */
export async function tick(panel: PanelDriver, ...words: string[]): Promise<void> {
  for (const word of words) {
    const clicked = () =>
      panel.page.evaluate((wanted) => {
        const rows = [...document.querySelectorAll('[data-clip]')];
        const row = rows.find((one) => one.querySelector('.row-title')?.textContent?.includes(wanted));
        if (!row?.matches('.ticked')) row?.querySelector('input')?.click();
        return row?.matches('.ticked');
      }, word);
    await until(clicked, { what: `the clip “${word}” to be ticked` });
  }
}

/** Clips of the library as they are stored. */
export const storedClips = (page: Page): Promise<{ id: string; key: string; tags: string[]; deletedAt: unknown }[]> =>
  page.evaluate(async () => {
    const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
    // Not made here: it would stand in the way of the library's own.
    const name = 'policy-clip';
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return [];
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    const open = await promise;
    const all = open.transaction('clips').objectStore('clips').getAll();
    const rows = await new Promise<{ id: string; key: string; tags: string[]; deletedAt: unknown }[]>((done, fail) => {
      all.onsuccess = () => done(all.result);
      all.onerror = () => fail(all.error);
    });
    open.close();
    return rows;
  });
