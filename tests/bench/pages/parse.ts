/**
 * What recognising and reading cost, step by step, beside a plain walk over the page's text, and beside Defuddle and
 * Readability, which only find the article. Evaluated in the page itself, or in a tab that shows page after page in a
 * frame. `carry` and `hand` do at both ends what the product's threads share: a message from the page to the panel, read
 * by its schema, and copies to the parser's worker and back.
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

export type Contender = 'walk' | 'adapt' | 'carry' | 'hand' | 'detect' | 'parse' | 'defuddle' | 'readability';

/** Each contender once, in milliseconds; `first` goes before the others. The page is laid out, as when a person looks at it. */
export function measureOnce(page: Document, first: 'ours' | 'peers'): Record<Contender, number> {
  const times: Record<Contender, number> = {
    walk: 0,
    adapt: 0,
    carry: 0,
    hand: 0,
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
  const ours = () => {
    const { model } = timed('adapt', () => readPage(page));
    timed('detect', () => detectPolicy(model));
    timed('carry', () => parseQuickly(documentModelSchema, JSON.parse(JSON.stringify(model))));
    const reading = timed('parse', () => readDocument(model));
    timed('hand', () => [structuredClone(model), structuredClone(reading)]);
  };
  const peers = () => {
    timed('walk', () => walk(page));
    timed('defuddle', () => new Defuddle(page).parse());
    const copy = page.cloneNode(true) as Document;
    timed('readability', () => new Readability(copy).parse());
  };
  page.documentElement.getBoundingClientRect();
  for (const work of first === 'ours' ? [ours, peers] : [peers, ours]) work();
  return times;
}

/** The page in the tab's only frame. */
export function framed(): Document {
  const page = document.querySelector('iframe')?.contentDocument;
  if (!page) throw new Error('No page in the frame.');
  return page;
}
