// The library in a real browser, for tests that hurt it: a profile that outlives the browser, the driver in a page of
// the extension, and the model of what was acknowledged.
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

/** Flags that choose where Chromium keeps IndexedDB. */
export const BACKENDS = {
  leveldb: ['--disable-features=IdbSqliteBackingStore'],
  sqlite: ['--enable-features=IdbSqliteBackingStore'],
};

/** What was acknowledged, by clip. */
export class Model {
  known = new Map();
  /** Acknowledgements heard. */
  heard = 0;

  /** @param {{ id: string, revision: number, purged: boolean }[]} changes */
  acknowledge(changes) {
    this.heard += changes.length;
    for (const change of changes) this.known.set(change.id, change);
  }

  /** What of it is missing, older or different. @param {{ clips: object[], total: number }} found */
  losses({ clips, total }) {
    const there = new Map(clips.map((clip) => [clip.id, clip]));
    const losses = [];
    for (const clip of this.known.values()) {
      const now = there.get(clip.id);
      if (clip.purged) {
        if (now) losses.push({ what: 'came back', clip, now });
      } else if (!now) {
        // A deletion for good that was not acknowledged any more is no loss of an acknowledged state.
        if (!clip.trashed) losses.push({ what: 'lost', clip });
      } else if (now.revision < clip.revision) losses.push({ what: 'older', clip, now });
      else if (now.revision === clip.revision && (now.note !== clip.note || now.trashed !== clip.trashed))
        losses.push({ what: 'different', clip, now });
    }
    if (total !== clips.length) losses.push({ what: `counts ${total} of ${clips.length}` });
    return losses;
  }

  /** Goes on from what is there: what was not acknowledged may have happened. */
  accept({ clips }) {
    const gone = [...this.known.values()].filter(({ purged }) => purged);
    this.known = new Map([...gone, ...clips].map((clip) => [clip.id, clip]));
  }

  /** Clips that must be there. */
  get size() {
    return [...this.known.values()].filter(({ purged }) => !purged).length;
  }
}

/**
 * Opens the library in a new browser.
 * @param {{ extension: string, profile: string, args?: string[], model: Model }} options
 */
export async function openLibrary({ extension, profile, args = [], model }) {
  driver ??= driverCode();
  const worker = readdirSync(join(extension, 'assets')).find((name) => /^journal-worker.*\.js$/u.test(name));
  if (!worker) throw new Error('The build has no journal worker.');
  const browser = await launchWithExtension({ extension, profile, args });
  const page = await browser.openOwn('sample.html');
  await page.exposeFunction('acknowledge', (changes) => model.acknowledge(changes));
  await page.evaluate(await driver);
  const call = (name, ...list) => page.evaluate((fn, values) => globalThis.soakDriver[fn](...values), name, list);
  return { browser, page, call, look: () => call('look', `/assets/${worker}`) };
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
