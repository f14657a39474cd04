/**
 * H17: a page that changes a marked line a thousand times a second, for as long as the panel stands beside it. What the
 * extension does about it takes less than a twentieth of one processor, in the page and in the panel.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { painted, type Rig, SITE, startRig } from '../e2e/rig';
import { until } from '../tools/browser.mjs';

const MS = 10_000;
const SHARE = 0.05;
let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig?.end());

/** Milliseconds in which scripts of the extension, and what they called, had the main thread of a page. */
async function ownTime(client: CDPSession): Promise<number> {
  const { profile } = await client.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const own = new Map<number, boolean>();
  const isOwn = (id: number | undefined): boolean => {
    if (id === undefined) return false;
    const known = own.get(id);
    if (known !== undefined) return known;
    const found = (nodes.get(id)?.callFrame.url.startsWith('chrome-extension:') ?? false) || isOwn(parents.get(id));
    own.set(id, found);
    return found;
  };
  const { samples = [], timeDeltas = [] } = profile;
  return samples.reduce((sum, id, i) => sum + (isOwn(id) ? (timeDeltas[i] ?? 0) : 0), 0) / 1_000;
}
/** Processor milliseconds of the main thread of a page so far. */
async function busy(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}
/** Changes a marked line of the page for `ms`; how often a second it did. */
const change = (page: Page, ms: number): Promise<number> =>
  page.evaluate(async (length) => {
    const [range] = CSS.highlights.get('mark-1') ?? [];
    const line = range?.startContainer as Text;
    const words = line.data;
    const start = performance.now();
    let n = 0;
    while (performance.now() - start < length) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      // Timers come late on a busy machine.
      for (const due = performance.now() - start; n < due; n += 1) line.data = `${words}${n}`;
    }
    line.data = words;
    return n / (length / 1_000);
  }, ms);

it('H17 is watched ever less often, in page and panel', async () => {
  const page = await rig.session.open(`${SITE}/issue-1.html`);
  const panel = await rig.openPanel(page);
  await panel.items(4);
  await until(async () => (await painted(page))['mark-1'], { what: 'marks' });
  const inPage = await page.createCDPSession();
  const inPanel = await panel.page.createCDPSession();
  await inPage.send('Profiler.enable');
  await inPanel.send('Performance.enable', { timeDomain: 'threadTicks' });
  await inPage.send('Profiler.start');
  const before = await busy(inPanel);
  expect(await change(page, MS)).toBeGreaterThan(900);
  const took = { page: await ownTime(inPage), panel: (await busy(inPanel)) - before };
  console.info(`H17: ${took.page.toFixed(0)} ms in the page, ${took.panel.toFixed(0)} ms in the panel, of ${MS}`);
  expect(took.page).toBeGreaterThan(0);
  expect(took.page / MS).toBeLessThan(SHARE);
  expect(took.panel / MS).toBeLessThan(SHARE);
});
