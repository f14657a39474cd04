/**
 * Messages between the contexts of the extension, below any schema: envelopes of `@webext-core/messaging`, a deadline,
 * and failures as data. Listens itself, because the library looks listeners up on a plain object, where a type named
 * `constructor` finds one. Must not know any protocol.
 */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '@/lib/core/model/failure';

export const ANSWER_DEADLINE = 5_000;
/** Browsers refuse messages of 64 MiB; ours are refused long before. */
const MAX_MESSAGE_CHARS = 32_000_000;

export interface AskOptions {
  /** Ask the content script (or extension page) in a tab; absent: the other contexts of the extension. */
  tabId?: number;
  /** ms */
  deadline?: number;
}

const { sendMessage } = defineExtensionMessaging<Record<string, (data: unknown) => unknown>>();

/** The library leaves a tab without a listener to the browser's console; here it is an answer like any other. */
async function sendToTab(tabId: number, type: string, data: unknown): Promise<unknown> {
  const message = { id: 0, type, data, timestamp: Date.now() };
  const answer: unknown = await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  return typeof answer === 'object' && answer !== null && 'res' in answer ? answer.res : undefined;
}

/** False in a content script whose extension was updated or removed since. */
export const isConnected = (): boolean => Boolean(browser.runtime?.id);

/** The raw answer, or why there is none. An answer of `undefined` is none: a stopped worker sends it. */
export async function ask(type: string, data: unknown, options: AskOptions = {}): Promise<Result<unknown>> {
  if (!isConnected()) return fail('extension-updated');
  const { tabId, deadline = ANSWER_DEADLINE } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    if (JSON.stringify(data).length > MAX_MESSAGE_CHARS) return fail('unexpected', 'message too large');
    const answer = await Promise.race([
      tabId === undefined ? sendMessage(type, data) : sendToTab(tabId, type, data),
      new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), deadline);
      }),
    ]);
    return answer === undefined ? fail('no-answer', type) : ok(answer);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 500) : type;
    return isConnected() ? fail('no-answer', detail) : fail('extension-updated');
  } finally {
    clearTimeout(timer);
  }
}

/** Tells without waiting for an answer. */
export function tell(type: string, data: unknown): void {
  if (isConnected()) sendMessage(type, data).catch(() => undefined);
}

export interface Sender {
  /** The tab it was sent from; null for the panel and the background. */
  tabId: number | null;
  /** Address of the sending document. */
  url: string;
  /** Sent by a page of the extension itself, not by a content script. */
  own: boolean;
}

/** Answers one message; what it throws becomes a failure. */
export type Answerer = (data: unknown, sender: Sender) => unknown;

export interface HearOptions {
  /** Whether this sender may send this type at all. */
  accepts: (type: string, sender: Sender) => boolean;
  signal?: AbortSignal;
}

type RawSender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

function senderOf(raw: RawSender): Sender {
  const url = raw.url ?? '';
  const origin = raw.origin ?? (URL.parse(url)?.origin === 'null' ? url : (URL.parse(url)?.origin ?? ''));
  const own = browser.runtime.getURL('/');
  return { tabId: raw.tab?.id ?? null, url, own: `${origin}/`.startsWith(own) };
}

/** What the library sends, and nothing beside it. By hand: the reader in the page has no schemas when it begins. */
function isEnvelope(message: unknown): message is { type: string; data?: unknown } {
  if (typeof message !== 'object' || message === null) return false;
  const { id, type, timestamp, data: _, ...rest } = message as Record<string, unknown>;
  const typed = typeof id === 'number' && typeof type === 'string' && typeof timestamp === 'number';
  return typed && Object.keys(rest).length === 0;
}

/**
 * Listens for the types of `answerers`; others are left to their owners. Returns its undo. What is refused is not
 * counted: whoever floods would set the number, and there is nothing that a person could do about it.
 */
export function hear(answerers: ReadonlyMap<string, Answerer>, options: HearOptions): () => void {
  const { accepts, signal } = options;
  const listener = (message: unknown, raw: RawSender, respond: (answer: unknown) => void): boolean => {
    if (!isEnvelope(message)) return false;
    const { type, data } = message;
    const answerer = answerers.get(type);
    if (!answerer) return false;
    const sender = senderOf(raw);
    if (raw.id !== browser.runtime.id || !accepts(type, sender)) {
      respond({ res: fail('not-allowed') });
      return false;
    }
    Promise.resolve()
      .then(() => answerer(data, sender))
      .then(
        (res) => respond({ res }),
        () => respond({ res: fail('unexpected') }),
      );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  const stop = () => {
    // A script whose extension has gone hears nothing any more, and asking for its listeners throws.
    if (isConnected()) browser.runtime.onMessage.removeListener(listener);
  };
  signal?.addEventListener('abort', stop, { once: true });
  return stop;
}
