// Recognising and reading pages, per 100 kB of page, beside a plain walk and two readers that only find the article; see
// `pages/parse.ts`. Pages: the corpus beside the project where it is there, else the two sample bulletins.
// Cold: each page is the first that its tab reads. Warm: one tab reads page after page, as a panel that stays open does;
// the first time round warms it up, the second counts. Every page is read once a time, so nothing is remembered of it.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../tools/browsers.mjs';
import { ROOT } from '../tools/build-extension.mjs';
import { serve } from '../tools/serve.mjs';
import { bundle } from './bundle.mjs';
import { median } from './report.mjs';

const CORPUS = join(ROOT, '../shared/corpus/dev');
const SAMPLES = join(ROOT, 'assets/public/sample');
const LOADING = { waitUntil: 'load', timeout: 20_000 };
// Scripts of saved pages would change what is measured.
const FRAME = '<!doctype html><iframe sandbox="allow-same-origin" style="width:1280px;height:900px"></iframe>';

const pagesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name));

const order = (i) => JSON.stringify(i % 2 ? 'ours' : 'peers');

async function cold(browser, addresses, code) {
  const times = [];
  for (const [i, address] of addresses.entries()) {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(address, LOADING).catch(() => undefined);
    times.push(await page.evaluate(`${code}; policyClipBench.measureOnce(document, ${order(i)})`));
    await page.close();
  }
  return times;
}

async function warm(browser, origin, addresses, code) {
  const page = await browser.newPage();
  await page.goto(`${origin}/frame`, LOADING);
  await page.evaluate(`${code}; globalThis.policyClipBench = policyClipBench`);
  let times = [];
  for (let round = 0; round < 2; round += 1) {
    times = [];
    for (const [i, address] of addresses.entries()) {
      const frame = page.mainFrame().childFrames()[0];
      await frame.goto(address, LOADING).catch(() => undefined);
      times.push(await page.evaluate(`policyClipBench.measureOnce(policyClipBench.framed(), ${order(i + round)})`));
    }
  }
  await page.close();
  return times;
}

export async function parse() {
  const code = await bundle('parse.ts');
  const files = existsSync(CORPUS) ? pagesIn(CORPUS) : pagesIn(SAMPLES);
  const server = await serve(
    (path) =>
      path === '/frame'
        ? { type: 'text/html', body: FRAME }
        : (files[Number(path.slice(1).replace('.html', ''))] ?? null),
    { isolated: true },
  );
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    pipe: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
  const addresses = files.map((_, i) => `${server.origin}/${i}.html`);
  const runs = {
    warm: await warm(browser, server.origin, addresses, code),
    cold: await cold(browser, addresses, code),
  };
  await browser.close();
  await server.close();
  const of = (temperature, pick) =>
    median(runs[temperature].map((run, i) => (pick(run) * 100_000) / statSync(files[i]).size));
  // An open panel parses in its warm worker, but the first page, where it is short, on its own thread. Parsing recognises
  // as well: `detect` alone is measured beside it, not on top of it.
  const handed = { warm: (run) => run.hand, cold: (run) => run.parse };
  const where = existsSync(CORPUS) ? `${files.length} corpus pages` : 'the samples';
  const rows = ['warm', 'cold'].flatMap((temperature) => {
    const row = (what, pick, beside, aim) => ({
      what,
      value: of(temperature, pick),
      unit: 'ms',
      ...(beside ? { against: beside[0], other: of(temperature, beside[1]) } : {}),
      ...aim,
    });
    const inPage = (run) => run.adapt + run.tell;
    const inPanel = (run) => run.hear + handed[temperature](run);
    const both = (run) => inPage(run) + inPanel(run);
    const whole = (run) => both(run) + run.parse + run.take;
    const walk = ['plain walk', (run) => run.walk];
    const readability = ['Readability', (run) => run.readability];
    const defuddle = ['Defuddle', (run) => run.defuddle];
    return [
      row(`recognise, per 100 kB of page (${where}), ${temperature}`, (run) => run.detect, walk, { aim: 1 }),
      row(`read the whole page, on the page's main thread, ${temperature}`, inPage, walk, { aim: 5 }),
      row('… on the main thread of the panel', inPanel, walk, { aim: 5 }),
      ...(temperature === 'cold' ? [row('… of it: blocks to items, recognising included', (run) => run.parse)] : []),
      row('… both together, beside Readability', both, readability, { aim: 1, aimIsRatio: true }),
      row('… both together, beside Defuddle', both, defuddle, { aim: 0.25, aimIsRatio: true }),
      ...(temperature === 'warm'
        ? [
            row('blocks to items in the worker, recognising included', (run) => run.parse + run.take),
            row('all threads together', whole, walk),
            row('… beside Readability', whole, readability),
            row('… beside Defuddle', whole, defuddle),
          ]
        : []),
    ];
  });
  return { rows, raw: runs };
}
