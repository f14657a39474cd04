/** Hostile messages to the background (rows M of the trust table), through the listeners it really registers. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MatchPattern } from 'wxt/utils/match-patterns';
import { answerMessages } from '@/entrypoints/background/messages';
import { resultSchema } from '@/lib/core/model/result';
import { z } from '@/lib/core/model/zod';
import { createChannel } from '@/lib/platform/channel';
import { deliver, envelope, OWN_PAGE, type TestSender, WEB_PAGE } from '../platform/messages';
import { ROOT, sourceFiles } from '../structure/sources';

const saved = vi.hoisted(() => ({ excerpts: [] as { id: string; model: { url: string } }[], counts: [] as unknown[] }));
vi.mock('@/entrypoints/background/library', () => ({
  saveExcerpt: async (excerpt: { id: string; model: { url: string } }) => {
    saved.excerpts.push(excerpt);
    return { ok: true, value: { id: excerpt.id } };
  },
  keptClip: async () => ({ ok: true, value: null }),
}));
vi.mock('@/entrypoints/background/count-items', () => ({
  countItems: async (tab: unknown) => {
    saved.counts.push(tab);
  },
}));
vi.mock('@/lib/platform/badge', () => ({ setBadge: async () => undefined, setCount: async () => undefined }));

const ID = '00000000-0000-4000-8000-000000000000';
const excerpt = (over: object = {}) => ({
  id: ID,
  at: '2026-01-01T00:00:00.000Z',
  model: { source: 'html', url: 'https://elsewhere.example/', title: 't', meta: [], blocks: [], notices: [] },
  selection: { text: '甲', spans: [{ start: 0, end: 1 }], cut: false },
  ...over,
});
const verdict = { verdict: { kind: 'policy', score: 0.9, reasons: [] }, format: 'html' };
const refused = { res: { ok: false, error: 'not-allowed' } };

beforeEach(() => {
  fakeBrowser.reset();
  saved.excerpts.length = 0;
  saved.counts.length = 0;
  answerMessages();
});
afterEach(() => vi.useRealTimers());

describe('F27 messages', () => {
  it.each<[name: string, message: unknown, sender: TestSender, answer: object | undefined]>([
    ['M01 null', null, WEB_PAGE(), undefined],
    ['M01 a number', 42, WEB_PAGE(), undefined],
    ['M02 constructor', envelope('constructor', excerpt()), WEB_PAGE(), undefined],
    ['M02 __proto__', envelope('__proto__', excerpt()), WEB_PAGE(), undefined],
    ['M03 an extra field', envelope('saveExcerpt', excerpt({ more: 1 })), WEB_PAGE(), refused],
    ['M03 an id that is none', envelope('saveExcerpt', excerpt({ id: 'x' })), WEB_PAGE(), refused],
    [
      'M03 spans before the beginning',
      envelope('saveExcerpt', excerpt({ selection: { text: '甲', spans: [{ start: -1, end: 1 }], cut: false } })),
      WEB_PAGE(),
      refused,
    ],
    [
      'M03 a length that is no number',
      envelope('saveExcerpt', excerpt({ selection: { text: '甲', spans: { length: { toString: 1 } }, cut: false } })),
      WEB_PAGE(),
      refused,
    ],
    ['M04 counting from a web page', envelope('itemCount', { tabId: 7, count: 3 }), WEB_PAGE(), refused],
    ['M04 a clip for a web page', envelope('keptClip', { id: ID }), WEB_PAGE(), refused],
    [
      'an own page may ask for a clip',
      envelope('keptClip', { id: ID }),
      OWN_PAGE(),
      { res: { ok: true, value: null } },
    ],
    ['M05 another extension', envelope('saveExcerpt', excerpt()), { ...WEB_PAGE(), id: 'other' }, refused],
    [
      'M05 a page of ours by name only',
      envelope('itemCount', { tabId: 7, count: 3 }),
      { id: fakeBrowser.runtime.id, url: 'https://x.example/#chrome-extension://test' },
      refused,
    ],
    [
      'an own page may count',
      envelope('itemCount', { tabId: 7, count: 3 }),
      OWN_PAGE(),
      { res: { ok: true, value: {} } },
    ],
  ])('%s', async (_, message, sender, answer) => {
    const given = await deliver(message, sender);
    if (answer === undefined) expect(given).toBeUndefined();
    else expect(given).toMatchObject(answer);
    expect(saved.excerpts).toEqual([]);
  });

  it('M08 a tab that floods is cut off, another one is not', async () => {
    const flood = await Promise.all(
      Array.from({ length: 10_000 }, () => deliver(envelope('pageVerdict', verdict), WEB_PAGE(7))),
    );
    expect(saved.counts.length).toBeLessThanOrEqual(20);
    expect(flood.filter((answer) => JSON.stringify(answer) === JSON.stringify(refused)).length).toBeGreaterThan(9_900);
    expect(await deliver(envelope('pageVerdict', verdict), WEB_PAGE(8))).toEqual({ res: { ok: true, value: {} } });
  });

  it('M09 H21 the address is where the text was, whatever the page says', async () => {
    await deliver(envelope('saveExcerpt', excerpt()), WEB_PAGE());
    expect(saved.excerpts.map(({ model }) => model.url)).toEqual(['https://kjt.sc.gov.cn/a.html']);
  });

  it('M10 the same id twice is answered twice and asks to save the same clip', async () => {
    await deliver(envelope('saveExcerpt', excerpt()), WEB_PAGE());
    expect(await deliver(envelope('saveExcerpt', excerpt()), WEB_PAGE())).toEqual({
      res: { ok: true, value: { id: ID } },
    });
    expect(new Set(saved.excerpts.map(({ id }) => id))).toEqual(new Set([ID]));
  });
});

it('M07, F18 a message of 65 MiB is refused before it is sent', async () => {
  const sent = vi.fn();
  const original = fakeBrowser.runtime.sendMessage;
  Object.assign(fakeBrowser.runtime, { sendMessage: sent });
  const wide = createChannel({ text: { data: z.string(), result: resultSchema(z.null()) } });
  expect(await wide.send('text', 'x'.repeat(65 * 1024 * 1024))).toMatchObject({ ok: false, error: 'unexpected' });
  expect(sent).not.toHaveBeenCalled();
  Object.assign(fakeBrowser.runtime, { sendMessage: original });
});

describe('what does not exist', () => {
  const code = sourceFiles().map((file) => [relative(ROOT, file), readFileSync(file, 'utf8')] as const);
  const naming = (pattern: RegExp) => code.filter(([, text]) => pattern.test(text)).map(([name]) => name);

  it('M06 a listener for other extensions or web pages', () => {
    expect(naming(/onMessageExternal|onConnectExternal/u)).toEqual([]);
    expect(readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')).toContain('externally_connectable: { ids: [] }');
  });

  it('M11 a listener for window messages in a page', () => {
    const inPages = naming(/addEventListener\(\s*['"]message['"]|onmessage\s*=|\.postMessage\(/u);
    expect(
      inPages.filter((name) => /^(?:lib\/page|entrypoints\/(?:bulletin\.content|page-reader))/u.test(name)),
    ).toEqual([]);
  });

  it('H20 a host that only looks like a government site', () => {
    const pattern = new MatchPattern('*://*.gov.cn/*');
    expect(readFileSync(join(ROOT, 'entrypoints/bulletin.content/index.ts'), 'utf8')).toContain("['*://*.gov.cn/*']");
    for (const url of ['http://www.gov.cn.evil.com/', 'http://evil-gov.cn/', 'http://gov.cn.example/']) {
      expect(pattern.includes(url)).toBe(false);
    }
    for (const url of ['http://www.gov.cn/', 'https://kjt.sc.gov.cn/a', 'https://gov.cn/']) {
      expect(pattern.includes(url)).toBe(true);
    }
  });
});
