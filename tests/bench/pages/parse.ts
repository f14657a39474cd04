/**
 * What recognising and reading cost, step by step, beside a plain walk over the page's text, and beside Defuddle and
 * Readability, which only find the article. Evaluated in the page itself, or in a tab that shows page after page in a
 * frame. `tell` and `hear` are the two ends of the message from page to panel, read by its schema; `hand` is the panel's end of
 * the way to the parser's worker and back, a message written and one read; `take` is the worker's end of it.
 */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { detectPolicy } from '@/lib/core/detect/detect';
import { parseQuickly } from '@/lib/core/model/conforms';
import { documentModelSchema } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { readPage } from '@/lib/page/read-page';

const WORDS = /[\p{Script=Han}\w]/u;

/** As little as looking at every text can cost. */
function walk(page: Document): number {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  let hits = 0;
  while (walker.nextNode()) if (WORDS.test(walker.currentNode.nodeValue ?? '')) hits += 1;
  return hits;
}

export type Contender =
  | 'walk'
  | 'adapt'
  | 'tell'
  | 'hear'
  | 'hand'
  | 'take'
  | 'detect'
  | 'parse'
  | 'defuddle'
  | 'readability';

/** What writing and reading a message costs at either end, ms; browsers read it when its data is first asked for. */
function posted(message: unknown): Promise<{ write: number; read: number }> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    let write = 0;
    port2.onmessage = (event) => {
      const start = performance.now();
      void event.data;
      resolve({ write, read: performance.now() - start });
      port1.close();
    };
    const start = performance.now();
    port1.postMessage(message);
    write = performance.now() - start;
  });
}

/** Each contender once, in milliseconds; `first` goes before the others. The page is laid out, as when a person looks at it. */
export async function measureOnce(page: Document, first: 'ours' | 'peers'): Promise<Record<Contender, number>> {
  const times: Record<Contender, number> = {
    walk: 0,
    adapt: 0,
    tell: 0,
    hear: 0,
    hand: 0,
    take: 0,
    detect: 0,
    parse: 0,
    defuddle: 0,
    readability: 0,
  };
  const timed = <T>(who: Contender, work: () => T): T => {
    const start = performance.now();
    const result = work();
    times[who] = performance.now() - start;
    return result;
  };
  const ours = async () => {
    const { model } = timed('adapt', () => readPage(page));
    timed('detect', () => detectPolicy(model));
    const message = timed('tell', () => JSON.stringify(model));
    timed('hear', () => parseQuickly(documentModelSchema, JSON.parse(message)));
    const reading = timed('parse', () => readDocument(model));
    // The first page, in its own tab and with its scripts off, goes to no worker.
    if (page === document) return;
    const [there, back] = [await posted(model), await posted(reading)];
    times.hand = there.write + back.read;
    times.take = there.read + back.write;
  };
  const peers = async () => {
    timed('walk', () => walk(page));
    timed('defuddle', () => new Defuddle(page).parse());
    const copy = page.cloneNode(true) as Document;
    timed('readability', () => new Readability(copy).parse());
  };
  page.documentElement.getBoundingClientRect();
  for (const work of first === 'ours' ? [ours, peers] : [peers, ours]) await work();
  return times;
}

/** The page in the tab's only frame. */
export function framed(): Document {
  const page = document.querySelector('iframe')?.contentDocument;
  if (!page) throw new Error('No page in the frame.');
  return page;
}
