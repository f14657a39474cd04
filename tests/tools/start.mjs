// `npm start`: the extension, ready to try. Finds or installs a browser, builds, and opens the sample bulletin with the
// panel beside it. Without a display it makes the whole tour headless and leaves pictures in `.output/tour/`.
import { join } from 'node:path';
import { launchWithExtension } from './browser.mjs';
import { buildExtension, OUTPUT } from './build-extension.mjs';
import { ensureBrowsers } from './install-browsers.mjs';

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

async function openForPerson(extension) {
  const session = await launchWithExtension({ extension, headless: false, profile: join(OUTPUT, 'profile') });
  const page = await session.openOwn('sample.html');
  for (const other of await session.browser.pages()) if (other.url() === 'about:blank') await other.close();
  await session.openPanel(page);
  console.log('PolicyClip is open on the sample bulletin. Close the browser to end.');
  await new Promise((resolve) => session.browser.once('disconnected', resolve));
}

try {
  ensureBrowsers();
  const extension = await buildExtension();
  if (hasDisplay() && !process.argv.includes('--tour')) await openForPerson(extension);
  else {
    const { runTour } = await import('./tour.mjs');
    await runTour(extension);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
