/**
 * Who may send what: every message of the two owners that listen, from every kind of sender. What is not in the list
 * here is refused before anything of ours runs, also a message that is added later.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerMessages } from '@/entrypoints/background/messages';
import { fromPage, toBackground } from '@/lib/core/protocol';
import { createPageEvents } from '@/lib/platform/page-events';
import { model, time, uuid } from '../core/clip/samples';
import { deliver, envelope, OWN_PAGE, type TestSender, WEB_PAGE } from '../platform/messages';

const reached = vi.hoisted(() => [] as string[]);
vi.mock('@/entrypoints/background/library', () => {
  const reach = (name: string) => async () => {
    reached.push(name);
    return { ok: true, value: name === 'keptClip' ? null : { id: '00000000-0000-4000-8000-000000000001' } };
  };
  return { saveExcerpt: reach('saveExcerpt'), saveTyped: reach('saveTyped'), keptClip: reach('keptClip') };
});
vi.mock('@/entrypoints/background/count-items', () => ({
  countItems: async () => {
    reached.push('pageVerdict');
  },
}));
vi.mock('@/lib/platform/badge', () => ({
  setBadge: async () => undefined,
  setCount: async () => {
    reached.push('itemCount');
  },
}));

const selection = { text: '甲', spans: [{ start: 0, end: 1 }], cut: false };
const kept = { id: uuid(1), at: time(1), model };
/** Data that each message takes, so that only the sender can be the reason to refuse it. */
const DATA: Record<keyof typeof toBackground | keyof typeof fromPage, object> = {
  pageVerdict: { verdict: { kind: 'policy', score: 0.9, reasons: [] }, format: 'html' },
  saveExcerpt: { ...kept, selection },
  saveTyped: { ...kept, region: { page: 1, box: { left: 0, top: 0, right: 1, bottom: 1 } }, text: '甲', picture: null },
  keptClip: { id: uuid(1) },
  itemCount: { tabId: 7, count: 3 },
  pageEvent: { type: 'hover', id: 'a' },
};

const own = (): string => fakeBrowser.runtime.getURL('/reader.html');
const SENDERS: Record<string, () => TestSender> = {
  'a page of ours in the panel': OWN_PAGE,
  'a page of ours in a tab': () => ({ ...OWN_PAGE(), tab: { id: 7 } }),
  'a content script': WEB_PAGE,
  'a content script without a tab': () => ({ ...WEB_PAGE(), tab: undefined }) as unknown as TestSender,
  'a content script that has our address in its own': () => ({ ...WEB_PAGE(), url: `https://x.example/#${own()}` }),
  'a document without an origin': () => ({ ...WEB_PAGE(), origin: 'null', url: 'about:blank' }),
  'another extension': () => ({ ...WEB_PAGE(), id: 'other' }),
  'another extension by our address': () => ({ ...OWN_PAGE(), id: 'other', tab: { id: 7 } }),
  nobody: () => ({}),
};

const OURS = ['a page of ours in the panel', 'a page of ours in a tab'];
const IN_TABS = [
  'a content script',
  'a content script that has our address in its own',
  'a document without an origin',
];
const MAY: Record<keyof typeof DATA, readonly string[]> = {
  pageVerdict: [...OURS, ...IN_TABS],
  saveExcerpt: [...OURS, ...IN_TABS],
  saveTyped: OURS,
  keptClip: OURS,
  itemCount: OURS,
  pageEvent: ['a page of ours in a tab', ...IN_TABS],
};

const refused = { res: { ok: false, error: 'not-allowed' } };
let stop = new AbortController();
const events: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  fakeBrowser.reset();
  reached.length = 0;
  events.length = 0;
  stop = new AbortController();
  answerMessages();
  createPageEvents(stop.signal)
    .of(7)
    .subscribe((event) => events.push(event));
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

describe('M04 M05 every message from every sender', () => {
  const types = [...Object.keys(toBackground), ...Object.keys(fromPage)];
  it('is named here', () => expect(Object.keys(DATA).sort()).toEqual(types.sort()));

  const cases = types.flatMap((type) => Object.keys(SENDERS).map((name) => [type, name] as const));
  it.each(cases)('%s from %s', async (type, name) => {
    const answer = await deliver(envelope(type, Reflect.get(DATA, type)), SENDERS[name]?.() ?? {});
    if (Reflect.get(MAY, type).includes(name)) return expect(answer).not.toMatchObject(refused);
    expect(answer).toEqual(refused);
    expect([...reached, ...events]).toEqual([]);
  });
});

describe('M08 events for the panel', () => {
  const hover = (id: string, tabId = 7) => deliver(envelope('pageEvent', { type: 'hover', id }), WEB_PAGE(tabId));

  it('are cut off where a tab floods, and heard again after', async () => {
    await Promise.all(Array.from({ length: 10_000 }, () => hover('a')));
    expect(events.length).toBeGreaterThanOrEqual(100);
    expect(events.length).toBeLessThanOrEqual(200);
    events.length = 0;
    vi.setSystemTime(Date.now() + 1_000);
    await hover('a');
    expect(events).toEqual([{ type: 'hover', id: 'a' }]);
  });

  it.each(['hover', 'activate'])('M03 %s with an id that no mark can have is refused', async (type) => {
    const answer = await deliver(envelope('pageEvent', { type, id: 'x'.repeat(201) }), WEB_PAGE());
    expect(answer).toMatchObject(refused);
    expect(events).toEqual([]);
  });
});
