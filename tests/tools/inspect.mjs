// `npm run -s inspect -- FILE…`: what the shipped extension reads in each file or address, one line of JSON per input.
// A real headless browser, a real tab, a real click on the toolbar button; the extension's own “识别详情” page gives
// the reading. Nothing but the lines goes to standard output.
import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { launchWithExtension, until } from './browser.mjs';
import { buildExtension } from './build-extension.mjs';
import { ensureBrowsers } from './install-browsers.mjs';
import { serve } from './serve.mjs';

const LOAD_DEADLINE = 20_000;
const READ_DEADLINE = 60_000;
/** For everything together, so that one input never holds up the rest. */
const DEADLINE = 90_000;

const isAddress = (input) => /^(?:https?|file):\/\//u.test(input);

/** Local files by number, so that any name works; the name stays visible in the address. */
const serveInputs = (inputs) =>
  serve((path) => {
    const input = inputs[Number(path.split('/')[1])];
    return input !== undefined && !isAddress(input) ? resolve(input) : null;
  });

const addressOf = (input, index, origin) =>
  isAddress(input) ? input : `${origin}/${index}/${encodeURIComponent(basename(input))}`;

/** Files that no tab shows: the details page is given them, as a person would pick them. */
const isOnlyFile = (input) => !isAddress(input) && /\.ofd$/iu.test(input);

/** Why an input cannot even be opened, or null. */
function problem(input) {
  if (isAddress(input)) return null;
  if (!existsSync(input)) return 'no such file';
  return statSync(input).isFile() ? null : 'not a file';
}

/** A browser whose side panel shows the details page, so that nothing is read twice. */
async function startSession(extension, local) {
  const session = await launchWithExtension({
    extension,
    // Saved pages ask for pictures and scripts of hosts that are not meant.
    ...(local ? { hosts: 'MAP * ~NOTFOUND , EXCLUDE 127.0.0.1' } : {}),
  });
  try {
    const [first] = await session.browser.pages();
    if (!first) throw new Error('The browser opened no tab.');
    const panel = await session.openPanel(first);
    return { session, panel };
  } catch (error) {
    await session.kill();
    throw error;
  }
}

/** Keeps a saved page from leaving for another one: what the file holds is read. */
async function holdAt(page, url) {
  const client = await page.createCDPSession();
  const { frameTree } = await client.send('Page.getFrameTree');
  client.on('Fetch.requestPaused', ({ requestId, frameId, request }) => {
    const leaves = frameId === frameTree.frame.id && request.url !== url;
    const answer = leaves
      ? client.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      : client.send('Fetch.continueRequest', { requestId });
    answer.catch(() => undefined);
  });
  await client.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
}

/** What the details page says. */
async function answerOf(panel) {
  const answer = '[data-reading], [data-failure]';
  const question = '[data-marks-question] button';
  const first = await panel.waitForSelector(`${answer}, ${question}`, { timeout: READ_DEADLINE });
  // The text of marked material is shown once a person has been asked.
  if (await first?.evaluate((node) => node.localName === 'button')) await first?.click();
  const output = await panel.waitForSelector(answer, { timeout: READ_DEADLINE });
  const text = await output?.evaluate((node) => ({
    failed: node.hasAttribute('data-failure'),
    text: node instanceof HTMLTextAreaElement ? node.value : (node.textContent ?? ''),
  }));
  if (!text) throw new Error('no answer');
  return text.failed ? { error: text.text } : JSON.parse(text.text);
}

/** Reads one tab. */
async function inspect({ session, panel }, url, saved) {
  const page = await session.browser.newPage();
  page.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined));
  try {
    if (saved) await holdAt(page, url);
    // A page may never finish loading; what is there by the deadline is read.
    await page.goto(url, { waitUntil: 'load', timeout: LOAD_DEADLINE }).catch((error) => {
      if (error?.name !== 'TimeoutError') throw error;
    });
    await session.clickAction(page);
    const tab = await until(
      () =>
        panel.evaluate(async () => {
          const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
          return active?.id;
        }),
      { what: 'the tab' },
    );
    await panel.goto(session.address(`inspect.html?tab=${tab}`), { timeout: LOAD_DEADLINE });
    return await answerOf(panel);
  } finally {
    await page.close().catch(() => undefined);
  }
}

/** Reads one file that no tab shows. */
async function inspectFile({ session, panel }, file) {
  await panel.goto(session.address('inspect.html?pick'), { timeout: LOAD_DEADLINE });
  const input = await panel.waitForSelector('input[type=file]', { timeout: LOAD_DEADLINE });
  await input.uploadFile(resolve(file));
  return answerOf(panel);
}

const late = (ms) =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`not read within ${ms / 1000} s`)), ms).unref();
  });

function sentence(error) {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
  // What a browser cannot show it offers to save instead.
  return said.includes('net::ERR_ABORTED') ? 'file-unsupported: the browser does not show this kind of file' : said;
}

async function main(inputs) {
  if (inputs.length === 0) throw new Error('Usage: npm run -s inspect -- FILE-OR-ADDRESS…');
  ensureBrowsers();
  const extension = await buildExtension();
  const server = await serveInputs(inputs);
  const local = !inputs.some(isAddress);
  let running = await startSession(extension, local);
  let failed = false;
  for (const [index, input] of inputs.entries()) {
    const known = problem(input);
    const result = known
      ? { error: known }
      : await Promise.race([
          isOnlyFile(input)
            ? inspectFile(running, input)
            : inspect(running, addressOf(input, index, server.origin), !isAddress(input)),
          late(DEADLINE),
        ]).catch((error) => ({
          error: sentence(error),
          broken: true,
        }));
    const { broken, ...line } = result;
    if (broken) {
      // A tab or a panel that hung or crashed must not cost the inputs that follow.
      await running.session.kill();
      running = await startSession(extension, local);
    }
    failed ||= line.error !== undefined;
    process.stdout.write(`${JSON.stringify({ input, ...line })}\n`);
  }
  await running.session.close();
  await server.close();
  return failed ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(sentence(error));
  process.exit(2);
}
