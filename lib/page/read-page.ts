/**
 * Web page → DocumentModel, and the map back from its offsets to the page. Reads only: nothing of the page is changed,
 * no network, no scripts. Must not know what a policy is.
 */
import type { Block, DocumentModel, Notice } from '@/lib/core/model/document';
import { documentText, MAX_BLOCKS, MAX_DOCUMENT_CHARS } from '@/lib/core/model/offsets';
import { addressOf, attributeOf, headOf, titleOf } from './dom';
import { finish } from './finish';
import { createTextMap, type TextMap } from './text-map';
import { isSentence, type Walked, walk } from './walk';

export interface ReadOptions {
  maxChars?: number;
  maxBlocks?: number;
  /** Address to store instead of the document's own (a page that stands for another). */
  url?: string;
}

export interface PageReading extends TextMap {
  model: DocumentModel;
  /** The document's text that offsets count in. */
  text(): string;
  /** Documents of the frames that were read with the page. */
  frames: Document[];
}

const MAX_META = 200;
/** How long one slice may hold the main thread, ms. */
const SLICE_MS = 10;

/** http, https and file addresses without credentials; anything else is no place that can be visited again. */
export function visitableAddress(address: string): string {
  const url = URL.parse(address);
  if (!url || !/^(?:https?|file):$/u.test(url.protocol)) return '';
  url.username = '';
  url.password = '';
  return url.href.slice(0, 4_000);
}

/** `<meta>` pairs of the head (and of bodies that carry them), names as written. */
function metaOf(document: Document): [string, string][] {
  const within = headOf(document) ? document : null;
  const metas = within ? Document.prototype.querySelectorAll.call(within, 'meta[name][content]') : [];
  return [...metas].slice(0, MAX_META).map((meta) => {
    return [(attributeOf(meta, 'name') ?? '').trim(), (attributeOf(meta, 'content') ?? '').trim().slice(0, 4_000)];
  });
}

/** Hidden sentences that stand among sentences which are shown; dialogs and menus that wait stand by themselves. */
function hiddenAmong(blocks: readonly Block[], hidden: Walked['hiddenSentences']): number {
  if (hidden.length === 0) return 0;
  const shown = new Set(blocks.filter(({ text }) => isSentence(text)).map(({ container }) => container));
  return hidden.filter((container) => shown.has(container)).length;
}

function* readingOf(document: Document, walked: Walked, options: ReadOptions): Generator<void, PageReading> {
  const { blocks, pieces } = yield* finish(walked.blocks.drafts, walked.grids);
  const notices: Notice[] = [];
  const hidden = hiddenAmong(blocks, walked.hiddenSentences);
  if (hidden > 0) notices.push({ code: 'hidden-text', count: hidden });
  const last = blocks.at(-1);
  const length = last ? last.start + last.text.length : 0;
  if (walked.cut) notices.push({ code: 'partly-read', read: length, total: Math.max(length, walked.total()) });
  const model: DocumentModel = {
    source: 'html',
    url: options.url ?? visitableAddress(addressOf(document)),
    title: titleOf(document).trim().slice(0, 1_000),
    meta: metaOf(document),
    blocks,
    notices,
  };
  const map = createTextMap(
    pieces,
    blocks.map((block) => block.start),
  );
  let text: string | undefined;
  return {
    model,
    ...map,
    text: () => {
      text ??= documentText(model);
      return text;
    },
    frames: walked.frames,
  };
}

/** Chars from which on hidden text may be the page itself. */
const MUCH = 500;

/** Almost all of the page is hidden: it waits for a script that did not run, and is read as if it had. */
const mostlyHidden = ({ hidden, blocks }: Walked): boolean => hidden > MUCH && hidden > blocks.length() * 10;

function* reading(document: Document, options: ReadOptions): Generator<void, PageReading> {
  const { maxChars = MAX_DOCUMENT_CHARS, maxBlocks = MAX_BLOCKS } = options;
  const walked = yield* walk(document, { maxChars, maxBlocks, reveal: false });
  const whole = mostlyHidden(walked) ? yield* walk(document, { maxChars, maxBlocks, reveal: true }) : walked;
  return yield* readingOf(document, whole, options);
}

/** Reads the page at once. */
export function readPage(document: Document, options: ReadOptions = {}): PageReading {
  const steps = reading(document, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Reads the page in slices that leave the page responsive; null when `signal` ended it. */
export async function readPageSliced(
  document: Document,
  signal: AbortSignal,
  options: ReadOptions = {},
): Promise<PageReading | null> {
  const steps = reading(document, options);
  let until = performance.now() + SLICE_MS;
  while (!signal.aborted) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = performance.now() + SLICE_MS;
  }
  return null;
}
