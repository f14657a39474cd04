// What the content script costs an ordinary page on a declared site: two browsers, with and without the extension, open
// the same page by turns; the browser's own counters say how much processor time the page's main thread took. A trace of
// the run with the extension says how much of it was the extension's own script.
import puppeteer from 'puppeteer-core';
import { launchWithExtension } from '../tools/browser.mjs';
import { findChromium } from '../tools/browsers.mjs';
import { serve } from '../tools/serve.mjs';
import { ORDINARY_PAGE } from './ordinary-page.mjs';
import { median } from './report.mjs';

const ROUNDS = 40;
const SETTLE = 400;
const SITE = 'http://www.sample.gov.cn/';

/** Processor milliseconds of the page's main thread, load and settling included; waiting for a free core is no cost. */
async function busy(browser) {
  const page = await browser.newPage();
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(SITE, { waitUntil: 'load' });
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  const { metrics } = await client.send('Performance.getMetrics');
  await page.close();
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** Milliseconds of a page's main thread spent in scripts of the extension, compiling included. */
async function ownShare(session) {
  const page = await session.browser.newPage();
  await page.tracing.start({ categories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] });
  await page.goto(SITE, { waitUntil: 'load' });
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  await page.close();
  const own = trace.traceEvents.filter(
    (event) =>
      event.ph === 'X' &&
      /^(?:EvaluateScript|FunctionCall|v8\.compile)$/u.test(event.name) &&
      String(event.args?.data?.url ?? event.args?.fileName ?? '').startsWith('chrome-extension:'),
  );
  // Calls nest: what lies within another counted event must not count twice.
  let end = 0;
  let total = 0;
  for (const event of own.sort((a, b) => a.ts - b.ts)) {
    if (event.ts < end) continue;
    // Processor time where the trace has it: waiting for a free core is no cost.
    total += event.tdur ?? event.dur;
    end = event.ts + event.dur;
  }
  return { ms: total / 1000, events: own.length };
}

/** @param {string} extension folder of the build */
export async function pageCost(extension) {
  const server = await serve(() => ({ type: 'text/html', body: ORDINARY_PAGE }));
  const hosts = `MAP *.gov.cn 127.0.0.1:${server.port}`;
  const session = await launchWithExtension({ extension, hosts });
  const bare = await puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    pipe: true,
    defaultViewport: null,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      `--host-resolver-rules=${hosts}`,
      '--window-size=1280,860',
    ],
  });
  const withIt = [];
  const without = [];
  for (let round = 0; round < ROUNDS + 3; round++) {
    const pair =
      round % 2 ? [await busy(session.browser), await busy(bare)] : [await busy(bare), await busy(session.browser)];
    const [a, b] = round % 2 ? pair : pair.reverse();
    // The first rounds warm both browsers up.
    if (round < 3) continue;
    withIt.push(a);
    without.push(b);
  }
  const own = [];
  for (let round = 0; round < 9; round++) own.push(await ownShare(session));
  await session.close();
  await bare.close();
  await server.close();
  return {
    rows: [
      {
        what: 'main thread of an ordinary page',
        value: median(withIt),
        unit: 'ms',
        against: 'without the extension',
        other: median(without),
      },
      {
        what: 'added by the content script (median of paired differences)',
        value: median(withIt.map((value, i) => value - (without[i] ?? Number.NaN))),
        unit: 'ms',
        aim: 2,
      },
      { what: 'own scripts in a trace of that page', value: median(own.map(({ ms }) => ms)), unit: 'ms', aim: 2 },
    ],
    raw: { withIt, without, own },
  };
}
