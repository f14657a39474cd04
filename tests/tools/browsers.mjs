// Finds the browsers that tests, tour and inspect drive. Knows names and places, installs nothing.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** What a person without a browser reads. */
export const NO_BROWSER =
  'No Chromium-family browser was found: install Chrome, Edge, Chromium or Brave, or set POLICY_CLIP_BROWSER to its path.';
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];

const executable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, name))).find(executable);

/** @returns {string | undefined} path of a Chromium-family browser; `POLICY_CLIP_BROWSER` wins. */
export const findChromium = () =>
  process.env.POLICY_CLIP_BROWSER ?? onPath(CHROMIUM_NAMES) ?? CHROMIUM_PLACES.find(executable);

/** @returns {string | undefined} path of a Firefox. */
export const findFirefox = () => onPath(FIREFOX_NAMES);
