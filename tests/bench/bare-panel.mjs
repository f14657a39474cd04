// The least that a side panel can do: a click opens it, it takes the text of the page in the tab and shows it. What our
// panel takes longer is ours; the rest is the browser's.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTPUT } from '../tools/build-extension.mjs';

const MANIFEST = {
  manifest_version: 3,
  name: 'bare panel',
  version: '1.0',
  permissions: ['activeTab', 'scripting', 'sidePanel'],
  background: { service_worker: 'background.js' },
  side_panel: { default_path: 'sidepanel.html' },
  action: {},
};
const BACKGROUND = 'chrome.action.onClicked.addListener((tab) => chrome.sidePanel.open({ tabId: tab.id }));';
const PANEL = `const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => document.body.innerText });
const article = document.createElement('article');
article.textContent = frame.result;
document.body.append(article);`;

/** @returns {string} folder of the unpacked extension */
export function writeBarePanel() {
  const folder = join(OUTPUT, 'bench/bare-panel');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'background.js'), BACKGROUND);
  writeFileSync(join(folder, 'panel.js'), PANEL);
  const html = '<!doctype html><meta charset="utf-8"><body><script type="module" src="panel.js"></script>';
  writeFileSync(join(folder, 'sidepanel.html'), html);
  return folder;
}
