// From the click on the toolbar button to a panel that shows the page's items, on a page that is open already, beside the
// least that a panel can do. Real side panels, by turns. Clocks: this process and the panel's own (`timeOrigin`), both
// of the same machine.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launchWithExtension, until } from '../tools/browser.mjs';
import { ROOT } from '../tools/build-extension.mjs';
import { serve } from '../tools/serve.mjs';
import { writeBarePanel } from './bare-panel.mjs';
import { median, quantile } from './report.mjs';

const ROUNDS = 21;
const SEED = join(ROOT, '../shared/corpus/seed/bulletin-57.html');
const SAMPLE = join(ROOT, 'assets/public/sample/issue-1.html');

/** Milliseconds from a click to the first article in the panel. */
async function clickToArticle(session, url) {
  const page = await session.open(url);
  await page.bringToFront();
  const before = new Set(session.panels());
  const clicked = Date.now();
  await session.clickAction(page);
  const target = await until(() => session.panels().find((one) => !before.has(one)), { what: 'the side panel' });
  const side = await target.asPage();
  const shown = await side.waitForFunction(
    () => document.querySelector('article') && performance.timeOrigin + performance.now(),
    { polling: 'mutation', timeout: 20_000 },
  );
  const ms = Number(await shown.jsonValue()) - clicked;
  await side.close();
  await page.close();
  return ms;
}

/** @param {string} extension folder of the build */
export async function panel(extension) {
  const file = existsSync(SEED) ? SEED : SAMPLE;
  const server = await serve(() => file);
  const url = `${server.origin}/bulletin.html`;
  const ours = await launchWithExtension({ extension });
  const bare = await launchWithExtension({ extension: writeBarePanel() });
  const times = [];
  const least = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const a = await clickToArticle(ours, url);
    const b = await clickToArticle(bare, url);
    // The first round warms both browsers up.
    if (round === 0) continue;
    times.push(a);
    least.push(b);
  }
  await ours.close();
  await bare.close();
  await server.close();
  return {
    rows: [
      {
        what: 'click to panel with items (median)',
        value: median(times),
        unit: 'ms',
        against: 'bare panel with the text',
        other: median(least),
        aim: 200,
      },
      {
        what: '… 95th percentile',
        value: quantile(times, 0.95),
        unit: 'ms',
        against: 'bare panel',
        other: quantile(least, 0.95),
      },
    ],
    raw: { times, least },
  };
}
