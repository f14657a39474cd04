// Recognising and reading pages, per 100 kB of page, beside a plain walk and two readers that only find the article; see
// `pages/parse.ts`. Pages: the corpus beside the project where it is there, else the two sample bulletins.
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

const pagesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name));

export async function parse() {
  const code = await bundle('parse.ts');
  const files = existsSync(CORPUS) ? pagesIn(CORPUS) : pagesIn(SAMPLES);
  const server = await serve((path) => files[Number(path.slice(1).replace('.html', ''))] ?? null);
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
  const results = [];
  for (const [i, file] of files.entries()) {
    const page = await browser.newPage();
    // Scripts of saved pages would change what is measured.
    await page.setJavaScriptEnabled(false);
    await page.goto(`${server.origin}/${i}.html`, { waitUntil: 'load', timeout: 20_000 }).catch(() => undefined);
    const times = await page.evaluate(`${code}; policyClipBench.measureParse()`);
    const per100 = 100_000 / statSync(file).size;
    results.push(Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, ms * per100])));
    await page.close();
  }
  await browser.close();
  await server.close();
  const of = (pick) => median(results.map(pick));
  const whole = (run) => run.adapt + run.detect + run.parse;
  const where = existsSync(CORPUS) ? `${files.length} corpus pages` : 'the samples';
  return {
    rows: [
      {
        what: `recognise, per 100 kB of page (${where})`,
        value: of((run) => run.detect),
        unit: 'ms',
        against: 'plain walk',
        other: of((run) => run.walk),
        aim: 1,
      },
      {
        what: 'read the whole page (adapt + recognise + parse), per 100 kB',
        value: of(whole),
        unit: 'ms',
        against: 'plain walk',
        other: of((run) => run.walk),
        aim: 5,
      },
      { what: '… of it: page to blocks', value: of((run) => run.adapt), unit: 'ms' },
      { what: '… of it: blocks to items', value: of((run) => run.parse), unit: 'ms' },
      {
        what: '… beside Readability',
        value: of(whole),
        unit: 'ms',
        against: 'Readability',
        other: of((run) => run.readability),
        aim: 1,
        aimIsRatio: true,
      },
      {
        what: '… beside Defuddle',
        value: of(whole),
        unit: 'ms',
        against: 'Defuddle',
        other: of((run) => run.defuddle),
        aim: 0.25,
        aimIsRatio: true,
      },
    ],
    raw: results,
  };
}
