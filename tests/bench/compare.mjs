// Aligning the measures of provinces; see `pages/compare.ts`.
import puppeteer from 'puppeteer-core';
import { findChromium } from '../tools/browsers.mjs';
import { bundle } from './bundle.mjs';

export async function compare() {
  const code = await bundle('compare.ts');
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  const figures = await page.evaluate(`${code}; policyClipBench.measureCompare()`);
  await browser.close();
  const row = (provinces, value, other) => ({
    what: `compare ${provinces} provinces of 40 measures each`,
    value,
    unit: 'ms',
    against: 'bigram sets of every pair',
    other,
  });
  return {
    rows: [row('two', figures.two, figures.twoPairs), row('ten', figures.ten, figures.tenPairs)],
    raw: figures,
  };
}
