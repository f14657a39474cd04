// What two places cost; see `pages/durability.ts`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../tools/browsers.mjs';
import { serve } from '../tools/serve.mjs';
import { bundle } from './bundle.mjs';

const SAVES = 300;

/** With 10,000 clips, and with as many as nobody has: that takes ten minutes, so it runs only when it is named. */
export const durability = () => measure(10_000);
export const hundredThousand = () => measure(100_000);

async function measure(count) {
  const code = await bundle('durability.ts');
  const workers = {
    journal: await bundle('../../../lib/store/second/journal-worker.ts'),
    press: await bundle('../../../lib/store/backup/press-worker.ts'),
  };
  const server = await serve(() => ({ type: 'text/html', body: '<!doctype html><title>bench</title>' }));
  const profile = mkdtempSync(join(tmpdir(), 'policy-clip-bench-'));
  /** One function of the page in a browser of its own, on the same profile. */
  const inBrowser = async (name, ...args) => {
    const browser = await puppeteer.launch({
      executablePath: findChromium(),
      headless: true,
      pipe: true,
      userDataDir: profile,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--enable-precise-memory-info',
        '--js-flags=--expose-gc',
      ],
      protocolTimeout: 900_000,
    });
    try {
      const page = await browser.newPage();
      await page.goto(server.origin);
      await page.addScriptTag({ content: code });
      return await page.evaluate((fn, list) => globalThis.policyClipBench[fn](...list), name, [workers, ...args]);
    } finally {
      await browser.close();
    }
  };
  try {
    const filled = await inBrowser('fill', count);
    const saved = await inBrowser('saves', count + 1, SAVES);
    const started = await inBrowser('start');
    const exported = await inBrowser('markdown');
    const trip = await inBrowser('roundTrip');
    const row = (what, value, more = {}) => ({ what, value, unit: 'ms', ...more });
    const many = count.toLocaleString('en');
    return {
      rows: [
        row(`save in both places (${many} there)`, saved.save, {
          against: 'bare strict put',
          other: saved.bare,
          aim: 2,
          aimIsRatio: true,
        }),
        row('the same, 99th percentile', saved.save99, {
          against: 'bare strict put',
          other: saved.bare99,
          aim: 50,
        }),
        row('edit in both places', saved.edit),
        row(`start: first 50 of ${many}, places compared`, started.first, { aim: 300 }),
        row('first save after the start', started.firstSave),
        row('first facets (all light rows read)', started.facets),
        row('search two words', started.search),
        row('filter by tag', started.tag),
        row('save clips in bulk, each', filled / count),
        row(`export ${many} clips to Markdown (${exported.size.toFixed(1)} MB)`, exported.read + exported.write, {
          aim: 10_000,
        }),
        row('… of it: read from the library', exported.read),
        row(`back up ${many} clips (${trip.size.toFixed(1)} MB)`, trip.backup, { aim: 10_000 }),
        { ...row('heap while backing up', trip.heap, { aim: 32 }), unit: 'MB' },
        row(`dry run of the same ${many} clips`, trip.inspect),
        row(`restore ${many} clips into an empty library`, trip.restore, { aim: 60_000 }),
      ],
      raw: { filled, saved, started, exported, trip },
    };
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
