// The library at 10,000 clips; see `pages/library.ts`.
import puppeteer from 'puppeteer-core';
import { findChromium } from '../tools/browsers.mjs';
import { serve } from '../tools/serve.mjs';
import { bundle } from './bundle.mjs';

export async function library() {
  const code = await bundle('library.ts');
  const server = await serve(() => ({ type: 'text/html', body: '<!doctype html><title>bench</title>' }));
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-background-networking'],
    protocolTimeout: 300_000,
  });
  const page = await browser.newPage();
  await page.goto(server.origin);
  await page.addScriptTag({ content: code });
  const figures = await page.evaluate(() => globalThis.policyClipBench.measureLibrary());
  await browser.close();
  await server.close();
  const row = (what, value, more = {}) => ({ what, value, unit: 'ms', ...more });
  return {
    rows: [
      row('save clips in bulk, each', figures.bulkPerClip),
      row('open the library, first 50 of 10,000', figures.first),
      row('first search after opening', figures.searchCold),
      row('search', figures.search),
      row('facets', figures.facets),
      row(`export 10,000 clips to Markdown (${(figures.characters / 1e6).toFixed(1)} M characters)`, figures.markdown, {
        against: 'JSON.stringify',
        other: figures.json,
      }),
    ],
    raw: figures,
  };
}
