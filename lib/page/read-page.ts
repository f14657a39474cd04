/**
 * Web page → DocumentModel, and the map back from its offsets to the page. Reads only: nothing of the page is changed,
 * no network, no scripts. Must not know what a policy is.
 */
import type { DocumentModel, Notice } from '@/lib/core/model/document';
import { documentText, MAX_BLOCKS, MAX_DOCUMENT_CHARS } from '@/lib/core/model/offsets';
import { addressOf, attributeOf, headOf, titleOf } from './dom';
import { finish } from './finish';
import { createTextMap, type TextMap } from './text-map';
import { type Walked, walk } from './walk';

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

function readingOf(document: Document, walked: Walked, options: ReadOptions): PageReading {
  const { blocks, pieces } = finish(walked.blocks.drafts, walked.grids);
  const notices: Notice[] = [];
  if (walked.hidden > 0) notices.push({ code: 'hidden-text', count: walked.hidden });
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

const limitsOf = ({ maxChars = MAX_DOCUMENT_CHARS, maxBlocks = MAX_BLOCKS }: ReadOptions) => ({ maxChars, maxBlocks });

/** Reads the page at once. */
export function readPage(document: Document, options: ReadOptions = {}): PageReading {
  const walking = walk(document, limitsOf(options));
  for (;;) {
    const { done, value } = walking.next();
    if (done) return readingOf(document, value, options);
  }
}

/** Reads the page in slices that leave the page responsive; null when `signal` ended it. */
export async function readPageSliced(
  document: Document,
  signal: AbortSignal,
  options: ReadOptions = {},
): Promise<PageReading | null> {
  const walking = walk(document, limitsOf(options));
  let from = performance.now();
  let spent = 0;
  while (!signal.aborted) {
    const { done, value } = walking.next();
    if (done) {
      const reading = readingOf(document, value, options);
      reading.model.readMs = spent + performance.now() - from;
      return reading;
    }
    const now = performance.now();
    if (now < from + SLICE_MS) continue;
    spent += now - from;
    await new Promise((resolve) => setTimeout(resolve, 0));
    from = performance.now();
  }
  return null;
}
