/** Messages: what reaches a handler, what is refused, and that nothing throws across. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { resultSchema } from '@/lib/core/model/result';
import { z } from '@/lib/core/model/zod';
import { createChannel, type Handlers } from '@/lib/platform/channel';
import type { Sender } from '@/lib/platform/transport';
import { connectAs, deliver, envelope, OWN_PAGE, type TestSender, WEB_PAGE } from './messages';

const protocol = {
  double: { data: z.strictObject({ n: z.number() }), result: resultSchema(z.number()) },
  wipe: { data: z.strictObject({}), result: resultSchema(z.strictObject({})) },
} as const;

const channel = createChannel(protocol);
const calls: unknown[] = [];
let sender: Sender | undefined;
const handlers: Handlers<typeof protocol> = {
  double: (data, from) => {
    calls.push(data);
    sender = from;
    return { ok: true, value: data.n * 2 };
  },
  wipe: () => {
    calls.push('wipe');
    throw new Error('disk on fire');
  },
};
const original = fakeBrowser.runtime.sendMessage;

beforeEach(() => {
  fakeBrowser.reset();
  calls.length = 0;
  channel.listen(handlers, { accepts: (type, { own }) => own || type !== 'wipe' });
});
afterEach(() => {
  Object.assign(fakeBrowser.runtime, { sendMessage: original });
  vi.useRealTimers();
});

const refusal = { res: { ok: false, error: 'not-allowed' } };

describe('receiving', () => {
  it.each<[name: string, message: unknown, from: () => TestSender, answer: unknown]>([
    ['a good message', envelope('double', { n: 2 }), WEB_PAGE, { res: { ok: true, value: 4 } }],
    ['M01 null', null, WEB_PAGE, undefined],
    ['M01 a number', 42, WEB_PAGE, undefined],
    ['M01 a string', 'x', WEB_PAGE, undefined],
    ['M01 a list', [], WEB_PAGE, undefined],
    ['M01 a type that is no string', envelope(7), WEB_PAGE, undefined],
    ['M01 an envelope with more in it', { ...envelope('double', { n: 2 }), more: 1 }, WEB_PAGE, undefined],
    ['M01 half an envelope', { type: 'double', data: { n: 2 } }, WEB_PAGE, undefined],
    ['M02 constructor', envelope('constructor'), WEB_PAGE, undefined],
    ['M02 __proto__', envelope('__proto__'), WEB_PAGE, undefined],
    ['M02 toString', envelope('toString'), WEB_PAGE, undefined],
    ['a type of another owner', envelope('other'), WEB_PAGE, undefined],
    ['M04 a privileged message of a web page', envelope('wipe', {}), WEB_PAGE, refusal],
    ['M05 another extension', envelope('double', { n: 2 }), () => ({ ...WEB_PAGE(), id: 'other' }), refusal],
    ['M05 nobody', envelope('double', { n: 2 }), () => ({}), refusal],
  ])('%s', async (_, message, from, answer) => {
    expect(await deliver(message, from())).toEqual(answer);
    expect(calls.length).toBe(answer === undefined || answer === refusal ? 0 : 1);
  });

  it.each([
    ['M03 an extra field', { n: 2, more: 1 }],
    ['M03 a wrong type', { n: '2' }],
    ['M03 nothing', undefined],
    ['M03 a prototype key', JSON.parse('{"n":2,"__proto__":{"polluted":1}}')],
  ])('%s never reaches the handler', async (_, data) => {
    expect(await deliver(envelope('double', data), WEB_PAGE())).toMatchObject(refusal);
    expect(calls).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('what a handler throws is a failure without its words', async () => {
    expect(await deliver(envelope('wipe', {}), OWN_PAGE())).toEqual({ res: { ok: false, error: 'unexpected' } });
  });

  it('says who sent it', async () => {
    await deliver(envelope('double', { n: 1 }), WEB_PAGE(9));
    expect(sender).toEqual({ tabId: 9, url: 'https://kjt.sc.gov.cn/a.html', own: false });
    await deliver(envelope('double', { n: 1 }), OWN_PAGE());
    expect(sender?.own).toBe(true);
  });

  it('an address that only begins like ours is not ours', async () => {
    const from = { id: fakeBrowser.runtime.id, url: `https://x.example/${fakeBrowser.runtime.getURL('/')}` };
    expect(await deliver(envelope('wipe', {}), from)).toEqual(refusal);
  });

  it('stops with its signal', async () => {
    const other = createChannel({ late: protocol.double });
    const stop = new AbortController();
    other.listen({ late: () => ({ ok: true, value: 1 }) }, { accepts: () => true, signal: stop.signal });
    expect(await deliver(envelope('late', { n: 1 }), WEB_PAGE())).toEqual({ res: { ok: true, value: 1 } });
    stop.abort();
    expect(await deliver(envelope('late', { n: 1 }), WEB_PAGE())).toBeUndefined();
  });
});

describe('sending', () => {
  it('gives the parsed answer', async () => {
    connectAs(WEB_PAGE());
    expect(await channel.send('double', { n: 3 })).toEqual({ ok: true, value: 6 });
  });

  it.each<[name: string, answer: unknown]>([
    ['undefined, as of a stopped worker', undefined],
    ['null', null],
    ['another shape', { res: { ok: true, value: 'six' } }],
    ['an error of the library', { err: { name: 'Error', message: 'x' } }],
  ])('an answer that is %s is a failure', async (_, answer) => {
    Object.assign(fakeBrowser.runtime, {
      sendMessage: (__: unknown, done: (value: unknown) => void) => done(answer),
    });
    expect(await channel.send('double', { n: 3 })).toMatchObject({ ok: false, error: 'no-answer' });
  });

  it('F05 fails after five seconds without an answer', async () => {
    vi.useFakeTimers();
    Object.assign(fakeBrowser.runtime, { sendMessage: () => undefined });
    const answer = channel.send('double', { n: 3 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toMatchObject({ ok: false, error: 'no-answer' });
  });

  it('fails where sending throws', async () => {
    Object.assign(fakeBrowser.runtime, {
      sendMessage: () => {
        throw new Error('Extension context invalidated.');
      },
    });
    expect(await channel.send('double', { n: 3 })).toMatchObject({ ok: false, error: 'no-answer' });
  });

  it('says so after the extension was updated', async () => {
    Object.assign(fakeBrowser.runtime, { id: undefined });
    expect(await channel.send('double', { n: 3 })).toEqual({ ok: false, error: 'extension-updated' });
  });
});
