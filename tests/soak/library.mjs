// The library in a real browser, for tests that hurt it: a profile that outlives the browser, and the driver in a page of
// the extension.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { launchWithExtension } from '../tools/browser.mjs';
import { ROOT } from '../tools/build-extension.mjs';

let driver;

/** The driver as one script. */
async function driverCode() {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: join(ROOT, 'tests/soak/page/driver.ts'), formats: ['iife'], name: 'soakDriver' },
    },
  });
  const chunk = [result].flat()[0]?.output?.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('The driver was not bundled.');
  return chunk.code;
}

/** Address of a bundled worker. */
function workerIn(extension, name) {
  const file = readdirSync(join(extension, 'assets')).find(
    (one) => one.startsWith(`${name}-worker`) && one.endsWith('.js'),
  );
  if (!file) throw new Error(`The build has no ${name} worker.`);
  return `/assets/${file}`;
}

/** Flags that choose where Chromium keeps IndexedDB. */
export const BACKENDS = {
  leveldb: ['--disable-features=IdbSqliteBackingStore'],
  sqlite: ['--enable-features=IdbSqliteBackingStore'],
};

async function openDriver(browser, model) {
  const page = await browser.openOwn('sample.html');
  await page.exposeFunction('acknowledge', (changes, named) => model.acknowledge(changes, named));
  await page.exposeFunction('ask', (wish) => model.ask(wish));
  await page.evaluate(await driver);
  return page;
}

/**
 * Opens the library in a new browser.
 * @param {{ extension: string, profile: string, args?: string[], model: import('./model.mjs').Model }} options
 *   `model` hears what is asked for and what is acknowledged
 */
export async function openLibrary({ extension, profile, args = [], model }) {
  driver ??= driverCode();
  const workers = { journal: workerIn(extension, 'journal'), press: workerIn(extension, 'press') };
  const browser = await launchWithExtension({ extension, profile, args });
  const page = await openDriver(browser, model).catch(async (error) => {
    await browser.close();
    throw error;
  });
  const call = (name, ...list) => page.evaluate((fn, values) => globalThis.soakDriver[fn](...values), name, list);
  return { browser, page, workers, call, look: () => call('look', workers) };
}

/** Ends the browser and all its processes at once, as a power cut for programs does. */
export async function killAll({ browser }) {
  const process_ = browser.browser.process();
  if (!process_?.pid) return;
  const gone = new Promise((resolve) => process_.once('exit', resolve));
  // The browser was started as the head of its own group.
  process.kill(-process_.pid, 'SIGKILL');
  await gone;
}

/** Was it said that the database had lost something? */
export const announced = ({ reports }) => reports.some(({ code }) => code === 'rebuilt' || code === 'caught-up');
