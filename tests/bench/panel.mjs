// From the click on the toolbar button to a panel that shows the page's items, on a page that is open already. Real side
// panel. Clocks: this process and the panel's own (`timeOrigin`), both of the same machine.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launchWithExtension, until } from '../tools/browser.mjs';
import { ROOT } from '../tools/build-extension.mjs';
import { serve } from '../tools/serve.mjs';
import { median, quantile } from './report.mjs';

const ROUNDS = 15;
const SEED = join(ROOT, '../shared/corpus/seed/bulletin-57.html');
const SAMPLE = join(ROOT, 'assets/public/sample/issue-1.html');

/** @param {string} extension folder of the build */
export async function panel(extension) {
  const file = existsSync(SEED) ? SEED : SAMPLE;
  const server = await serve(() => file);
  const session = await launchWithExtension({ extension });
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const page = await session.open(`${server.origin}/bulletin.html`);
    await page.bringToFront();
    const before = new Set(session.panels());
    const clicked = Date.now();
    await session.clickAction(page);
    const target = await until(() => session.panels().find((one) => !before.has(one)), { what: 'the side panel' });
    const side = await target.asPage();
    const handle = await side.waitForFunction(
      () => document.querySelector('article') && performance.timeOrigin + performance.now(),
      { polling: 'mutation', timeout: 10_000 },
    );
    const shown = await handle.jsonValue();
    // The first round warms the browser up.
    if (round > 0) times.push(Number(shown) - clicked);
    await side.close();
    await page.close();
  }
  await session.close();
  await server.close();
  return {
    rows: [
      { what: 'click to panel with items (median)', value: median(times), unit: 'ms', aim: 200 },
      { what: '… 95th percentile', value: quantile(times, 0.95), unit: 'ms' },
    ],
    raw: times,
  };
}
