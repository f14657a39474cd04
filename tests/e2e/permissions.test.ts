/**
 * Least permission: each one that the manifest asks for is taken away in turn, and something that a person sees stops
 * working. What works with the manifest as it is shipped is shown first, by the same probes.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension, until } from '../tools/browser.mjs';
import { buildExtension } from '../tools/build-extension.mjs';
import { type Served, serve } from '../tools/serve.mjs';
import { SITE } from './rig';
import { SAMPLES } from './sample';

const DECLARED = `${SITE}/issue-1.html`;
const ELSEWHERE = 'http://journal.example/issue-1.html';
/** How long something is waited for that should happen, and that should not. */
const PATIENCE = { shipped: 15_000, without: 3_000 };
let deadline = PATIENCE.shipped;
const CLICKS = 3;

type Manifest = Record<string, unknown>;
type Probe = (session: ExtensionBrowser) => Promise<boolean>;
const within = (probe: () => unknown, patience = deadline): Promise<boolean> =>
  until(probe, { deadline: patience }).then(
    () => true,
    () => false,
  );

/** What is found in the panel beside a page; false where the toolbar button opens none. */
async function inPanel(session: ExtensionBrowser, url: string, find: (panel: Page) => unknown): Promise<boolean> {
  const page = await session.open(url);
  const before = new Set(session.panels());
  const fresh = () => session.panels().find((one) => !before.has(one));
  // A click right after the installation can come before the worker listens for it.
  for (let clicks = 0; !fresh() && clicks < CLICKS; clicks++) {
    await session.clickAction(page);
    await within(fresh, deadline / CLICKS);
  }
  const panel = await fresh()?.asPage();
  const found = panel !== undefined && (await within(() => find(panel)));
  await panel?.close();
  await page.close();
  return found;
}
const itemsBeside = (session: ExtensionBrowser, url: string) =>
  inPanel(session, url, async (panel) => (await panel.$$('[data-item]')).length === 4);

/** What a person would miss, by the permission that it needs. */
const PROBES: Record<string, [what: string, probe: Probe]> = {
  activeTab: ['a page elsewhere is read after a click', (session) => itemsBeside(session, ELSEWHERE)],
  scripting: ['the items of a page are listed', (session) => itemsBeside(session, DECLARED)],
  storage: ['the panel draws itself', (session) => itemsBeside(session, DECLARED)],
  sidePanel: [
    'the toolbar button opens the panel',
    (session) => inPanel(session, DECLARED, (panel) => panel.$('[role=tablist]')),
  ],
  contextMenus: [
    'the context menu has its entries',
    (session) =>
      session.inWorker(() => chrome.contextMenus.update('clip-selection', {}).then(() => true)).catch(() => false),
  ],
  host_permissions: [
    'a government page shows its count before any click',
    async (session) => {
      const page = await session.open(DECLARED);
      const counted = await within(() =>
        session.inWorker(async () => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          return (await chrome.action.getBadgeText({ tabId: tab?.id ?? -1 })) === '4';
        }),
      );
      await page.close();
      return counted;
    },
  ],
  optional_host_permissions: [
    'another site can be granted',
    async (session) => {
      const page = await session.openOwn('inspect.html');
      // Either the browser asks the person, which nobody answers here, or it refuses to ask at all.
      const answer = await page.evaluate(() =>
        Promise.race([
          chrome.permissions.request({ origins: ['http://journal.example/*'] }).then(String, String),
          new Promise<string>((resolve) => setTimeout(() => resolve('asking'), 3_000)),
        ]),
      );
      await page.close();
      return answer === 'asking';
    },
  ],
  unlimitedStorage: [
    'files of the library grow beyond the quota of a website',
    async (session) => {
      const page = await session.openOwn('workspace.html');
      const protocol = await page.createCDPSession();
      await protocol.send('Storage.overrideQuotaForOrigin', { origin: session.address('').slice(0, -1), quotaSize: 1 });
      const kept = await page.evaluate(async () => {
        try {
          const root = await navigator.storage.getDirectory();
          const file = await root.getFileHandle('probe', { create: true });
          const writer = await file.createWritable();
          await writer.write(new Uint8Array(1_000_000));
          await writer.close();
          return true;
        } catch {
          return false;
        }
      });
      await page.close();
      return kept;
    },
  ],
};

const CASES = Object.entries(PROBES).map(([name, [what, probe]]) => [name, what, probe] as const);

/** The manifest without one permission, or without a key of that name. */
function without(manifest: Manifest, name: string): Manifest {
  const rest = Object.fromEntries(Object.entries(manifest).filter(([key]) => key !== name));
  const permissions = manifest.permissions;
  return { ...rest, permissions: Array.isArray(permissions) ? permissions.filter((one) => one !== name) : [] };
}

let server: Served;
let home: string;
let built: string;
let shipped: Manifest;

beforeAll(async () => {
  server = await serve((path) => join(SAMPLES, path));
  home = mkdtempSync(join(tmpdir(), 'policy-clip-permissions-'));
  // A copy, because whoever builds meanwhile empties the folder.
  built = join(home, 'built');
  cpSync(await buildExtension(), built, { recursive: true });
  shipped = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'));
});
afterAll(async () => {
  await server?.close();
  rmSync(home, { recursive: true, force: true });
});

const launch = (manifest: Manifest, name: string) => {
  const extension = join(home, name);
  cpSync(built, extension, { recursive: true });
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
  return launchWithExtension({
    extension,
    hosts: `MAP *.gov.cn 127.0.0.1:${server.port}, MAP *.example 127.0.0.1:${server.port}`,
  });
};

describe('with the manifest as shipped', () => {
  let session: ExtensionBrowser;
  beforeAll(async () => {
    session = await launch(shipped, 'shipped');
  });
  afterAll(async () => {
    await session?.close();
    deadline = PATIENCE.without;
  });

  it('every permission is known here', () => {
    const asked = [shipped.permissions, Object.keys(shipped).filter((key) => key.endsWith('host_permissions'))].flat();
    expect(asked.sort()).toEqual(Object.keys(PROBES).sort());
  });

  it.each(CASES)('%s: %s', async (_, __, probe) => expect(await probe(session)).toBe(true));
});

describe('without', () => {
  it.each(CASES)('%s this fails: %s', async (name, _, probe) => {
    const session = await launch(without(shipped, name), name);
    try {
      expect(await probe(session)).toBe(false);
    } finally {
      await session.close();
    }
  });
});
