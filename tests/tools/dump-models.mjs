// Writes the DocumentModel of pages and PDFs into a folder, one JSON file each, so that the parser can be worked on in
// milliseconds: node tests/tools/dump-models.mjs FOLDER FILE…
// Pages are read by the shipped page adapter in a real headless Chromium, PDFs by the shipped layout code in Node.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findChromium, NO_BROWSER } from './browsers.mjs';
import { createModelReader } from './dump-pdf-model.mjs';
import { serve } from './serve.mjs';

const ROOT = join(import.meta.dirname, '../..');

/** The page adapter as one classic script that sets `policyClipReader`. */
async function adapter() {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: { entry: join(ROOT, 'lib/page/read-page.ts'), formats: ['iife'], name: 'policyClipReader' },
    },
  });
  const chunk = [result].flat()[0]?.output?.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('The page adapter could not be bundled.');
  return chunk.code;
}

async function dumpPages(files, write) {
  if (files.length === 0) return;
  const executablePath = findChromium();
  if (!executablePath) throw new Error(NO_BROWSER);
  const code = await adapter();
  const server = await serve((path) => {
    const file = files[Number(path.split('/')[1])];
    return file ? resolve(file) : null;
  });
  const browser = await puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
  const page = await browser.newPage();
  // Scripts of saved pages lead elsewhere; an answer without content keeps the page where it is.
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const leaves =
      request.isNavigationRequest() && request.frame() === page.mainFrame() && !request.url().startsWith(server.origin);
    void (leaves ? request.respond({ status: 204 }) : request.continue());
  });
  for (const [index, file] of files.entries()) {
    try {
      await page
        .goto(`${server.origin}/${index}/${encodeURIComponent(basename(file))}`, { waitUntil: 'load', timeout: 20_000 })
        .catch((error) => {
          if (error?.name !== 'TimeoutError') throw error;
        });
      await page.waitForFunction(() => document.readyState === 'complete', { timeout: 5000 }).catch(() => undefined);
      await page.evaluate(`${code}; globalThis.policyClipReader = policyClipReader`);
      write(file, await page.evaluate(() => globalThis.policyClipReader.readPage(document).model));
    } catch (error) {
      console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  await browser.close();
  await server.close();
}

async function dumpPdfs(files, write) {
  if (files.length === 0) return;
  const reader = await createModelReader();
  for (const file of files) {
    try {
      write(file, (await reader.read(await readFile(file), basename(file))).model);
    } catch (error) {
      console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  await reader.close();
}

const [folder, ...files] = process.argv.slice(2);
if (!folder || files.length === 0) {
  console.error('Usage: node tests/tools/dump-models.mjs FOLDER FILE…');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const write = (file, model) => writeFileSync(join(folder, `${basename(file)}.json`), JSON.stringify(model));
const known = files.filter((file) => existsSync(file));
const isPdf = (file) => extname(file).toLowerCase() === '.pdf';
await dumpPages(
  known.filter((file) => !isPdf(file)),
  write,
);
await dumpPdfs(known.filter(isPdf), write);
process.exit(0);
