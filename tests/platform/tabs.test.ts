/** The active tab as panels see it, with the browser's answers told by each case. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteClick } from '@/lib/platform/clicks';
import { type EarlyRead, readEarly } from '@/lib/platform/early-read';
import { createTabs } from '@/lib/platform/tabs';
import { deliver, envelope, WEB_PAGE } from './messages';

interface Tab {
  id: number;
  url?: string;
  title?: string;
}
/** What a script in the tab finds, or how the browser refuses it. */
type Inside = { type: string; url: string; title: string } | Error;

let tab: Tab | undefined;
let inside: Inside;
let ownPages: { documentUrl: string }[];
let controller: AbortController;
const activated: (() => void)[] = [];
const updated: ((tabId: number, change: object) => void)[] = [];

const event = <L>(listeners: L[]) => ({
  addListener: (listener: L) => listeners.push(listener),
  removeListener: (listener: L) => listeners.splice(listeners.indexOf(listener), 1),
});

beforeEach(() => {
  // The test runner makes strings of build constants, and 'false' is true.
  vi.stubEnv('FIREFOX', '');
  fakeBrowser.reset();
  controller = new AbortController();
  ownPages = [];
  Object.assign(fakeBrowser.tabs, {
    query: async () => (tab ? [tab] : []),
    onActivated: event(activated),
    onUpdated: event(updated),
  });
  Object.assign(fakeBrowser.runtime, { getContexts: async () => ownPages });
  Object.assign(fakeBrowser.permissions, { onAdded: event([]), onRemoved: event([]) });
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: async () => {
        if (inside instanceof Error) throw inside;
        return [{ result: inside }];
      },
    },
  });
});
afterEach(() => {
  controller.abort();
  vi.unstubAllEnvs();
});

const follow = () => {
  const tabs = createTabs({ pdfSource: ({ url }) => ({ pdf: url }), signal: controller.signal });
  const views: unknown[] = [];
  tabs.active.subscribe((view) => views.push(view));
  return { tabs, views, last: () => views.at(-1) };
};
const html = (url: string): Inside => ({ type: 'text/html', url, title: 't' });
const refusal = (words: string) => new Error(words);

describe('what stands in the tab', () => {
  it.each<[name: string, tab: Tab | undefined, inside: Inside, expected: object]>([
    ['no tab', undefined, html(''), { state: 'none' }],
    [
      'a page',
      { id: 7, url: 'https://x.gov.cn/a' },
      html('https://x.gov.cn/a'),
      { state: 'source', tabId: 7, source: { format: 'html', url: 'https://x.gov.cn/a', id: '7:https://x.gov.cn/a' } },
    ],
    [
      'a PDF by its type, whatever its address',
      { id: 7, url: 'https://x.gov.cn/show?id=1' },
      { type: 'application/pdf', url: '', title: '' },
      { state: 'source', source: { pdf: 'https://x.gov.cn/show?id=1' } },
    ],
    [
      'a page that was clicked on, whose address only it knows',
      { id: 7 },
      html('https://y.example/'),
      { state: 'source', source: { url: 'https://y.example/' } },
    ],
    [
      'a site that is not granted',
      { id: 7 },
      refusal(
        'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
      ),
      { state: 'not-granted', tabId: 7, origin: null },
    ],
    [
      'a site that is not granted, with its address',
      { id: 7, url: 'https://y.example/a' },
      refusal('Cannot access contents'),
      { state: 'not-granted', origin: 'https://y.example' },
    ],
    ['a page of the browser', { id: 7 }, refusal('Cannot access a chrome:// URL'), { state: 'unreadable' }],
    ['the store', { id: 7 }, refusal('The extensions gallery cannot be scripted.'), { state: 'unreadable' }],
    [
      'an address that tells',
      { id: 7, url: 'chrome://settings/' },
      html(''),
      { state: 'unreadable', url: 'chrome://settings/' },
    ],
  ])('%s', async (_, given, found, expected) => {
    tab = given;
    inside = found;
    const { last } = follow();
    await vi.waitFor(() => expect(last()).toMatchObject(expected));
  });

  it('the sample, which is a page of ours', async () => {
    tab = { id: 7 };
    inside = refusal('never asked');
    ownPages = [{ documentUrl: fakeBrowser.runtime.getURL('/sample.html?issue=1') }];
    const { last } = follow();
    await vi.waitFor(() => expect(last()).toMatchObject({ state: 'source', source: { format: 'html' } }));
  });
});

it('Firefox: a site that may be read and cannot be is its PDF viewer', async () => {
  vi.stubEnv('FIREFOX', 'true');
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  tab = { id: 7, url: 'https://x.gov.cn/show?id=1' };
  inside = refusal('Missing host permission for the tab');
  const { last } = follow();
  await vi.waitFor(() => expect(last()).toMatchObject({ source: { pdf: 'https://x.gov.cn/show?id=1' } }));
});

describe('what was asked before the panel was there', () => {
  const MODEL = { source: 'html', url: 'https://x.gov.cn/a', title: 't', meta: [], blocks: [], notices: [] };
  const sent: string[] = [];
  /** The page reader in the tab: there from the start, or brought in by a script. */
  const reader = (there: boolean) => {
    let listens = there;
    sent.length = 0;
    Object.assign(fakeBrowser.tabs, {
      sendMessage: async (_: number, { type }: { type: string }) => {
        sent.push(type);
        if (!listens) throw new Error('Receiving end does not exist.');
        return { res: { ok: true, value: { ...MODEL, title: `asked ${sent.length} times` } } };
      },
      connect: () => ({ onDisconnect: event([]), disconnect: () => undefined }),
    });
    Object.assign(fakeBrowser, {
      scripting: {
        executeScript: async ({ files }: { files?: string[] }) => {
          if (files) listens = true;
          return [{ result: inside }];
        },
      },
    });
  };
  const sourceOf = async (early?: Promise<EarlyRead | null>) => {
    const tabs = createTabs({ pdfSource: () => null, signal: controller.signal, ...(early && { early }) });
    const views: unknown[] = [];
    tabs.active.subscribe((view) => views.push(view));
    await vi.waitFor(() => expect(views).toHaveLength(2));
    type Source = { read(signal: AbortSignal): Promise<{ ok: boolean; value: { title: string } }> };
    return (views.at(-1) as { source: Source }).source;
  };
  const titleOf = async (source: Awaited<ReturnType<typeof sourceOf>>) =>
    (await source.read(controller.signal)).value.title;
  beforeEach(() => {
    tab = { id: 7, url: 'https://x.gov.cn/a' };
    inside = html('https://x.gov.cn/a');
  });

  it.each([
    ['of a reader that is there', true, 'asked 1 times'],
    ['of a reader that is brought in', false, 'asked 2 times'],
  ])('is the first reading, %s; the second is a new one', async (_, there, title) => {
    reader(there);
    const source = await sourceOf(readEarly());
    expect(await titleOf(source)).toBe(title);
    const before = sent.length;
    expect(await titleOf(source)).toBe(`asked ${before + 1} times`);
  });

  it('is asked again where it was no answer', async () => {
    reader(true);
    const early = readEarly().then((found) => found && { ...found, answer: Promise.resolve({ ok: true, value: 1 }) });
    expect(await titleOf(await sourceOf(early as Promise<EarlyRead>))).toMatch(/^asked/u);
  });

  it('gives way to the tab that came to the front before anybody listened', async () => {
    reader(true);
    const early = readEarly();
    await early;
    tab = { id: 8, url: 'https://x.gov.cn/b' };
    inside = html('https://x.gov.cn/b');
    const tabs = createTabs({ pdfSource: () => null, signal: controller.signal, early });
    const shown: (number | null)[] = [];
    tabs.active.subscribe((view) => shown.push('tabId' in view ? view.tabId : null));
    await vi.waitFor(() => expect(shown.at(-1)).toBe(8));
  });

  it('is nothing in a window without tabs', async () => {
    tab = undefined;
    expect(await readEarly()).toBeNull();
  });
});

describe('following', () => {
  const page = (url: string) => {
    tab = { id: 7, url };
    inside = html(url);
  };

  it('another tab, another address, a click on the button', async () => {
    page('https://x.gov.cn/a');
    const { views, last } = follow();
    await vi.waitFor(() => expect(views).toHaveLength(2));
    page('https://x.gov.cn/b');
    for (const listener of activated) listener();
    await vi.waitFor(() => expect(last()).toMatchObject({ source: { url: 'https://x.gov.cn/b' } }));
    page('https://x.gov.cn/c');
    for (const listener of updated) listener(7, { url: 'https://x.gov.cn/c' });
    await vi.waitFor(() => expect(last()).toMatchObject({ source: { url: 'https://x.gov.cn/c' } }));
    page('https://x.gov.cn/d');
    await noteClick(7);
    await vi.waitFor(() => expect(last()).toMatchObject({ source: { url: 'https://x.gov.cn/d' } }));
    expect(views).toHaveLength(5);
  });

  it('says nothing new when nothing is', async () => {
    page('https://x.gov.cn/a');
    const { views } = follow();
    await vi.waitFor(() => expect(views).toHaveLength(2));
    for (const listener of activated) listener();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(views).toHaveLength(2);
  });

  it('a page that was loaded again tells its readers', async () => {
    page('https://x.gov.cn/a');
    const { views, last } = follow();
    await vi.waitFor(() => expect(views).toHaveLength(2));
    const heard: unknown[] = [];
    const view = last() as { source: { events: { subscribe(next: (event: unknown) => void): () => void } } };
    const unsubscribe = view.source.events.subscribe((event) => heard.push(event));
    for (const listener of updated) listener(7, { status: 'loading' });
    for (const listener of updated) listener(7, { status: 'complete' });
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'changed' }]));
    await deliver(envelope('pageEvent', { type: 'hover', id: 'a' }), WEB_PAGE(7));
    await deliver(envelope('pageEvent', { type: 'hover', id: 'b' }), WEB_PAGE(8));
    expect(heard).toHaveLength(2);
    unsubscribe();
    await deliver(envelope('pageEvent', { type: 'hover', id: 'c' }), WEB_PAGE(7));
    expect(heard).toHaveLength(2);
  });

  it('ends with its signal', async () => {
    page('https://x.gov.cn/a');
    const { views } = follow();
    await vi.waitFor(() => expect(views).toHaveLength(2));
    controller.abort();
    expect([activated.length, updated.length]).toEqual([0, 0]);
    expect(await deliver(envelope('pageEvent', { type: 'changed' }), WEB_PAGE(7))).toBeUndefined();
  });
});
