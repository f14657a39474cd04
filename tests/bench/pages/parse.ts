/**
 * What recognising and reading cost on a page's main thread, beside a plain walk over its text, and beside Defuddle and
 * Readability, which only find the article. Evaluated in the page itself.
 */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { detectPolicy } from '@/lib/core/detect/detect';
import { readDocument } from '@/lib/core/parse/read-document';
import { readPage } from '@/lib/page/read-page';

const ROUNDS = 3;
const WORDS = /[\p{Script=Han}\w]/u;

/** As little as looking at every text can cost. */
function walk(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let hits = 0;
  while (walker.nextNode()) if (WORDS.test(walker.currentNode.nodeValue ?? '')) hits += 1;
  return hits;
}

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export type Contender = 'walk' | 'adapt' | 'detect' | 'parse' | 'defuddle' | 'readability';

export function measureParse(): Record<Contender, number> {
  const times: Record<Contender, number[]> = {
    walk: [],
    adapt: [],
    detect: [],
    parse: [],
    defuddle: [],
    readability: [],
  };
  const ours = () => {
    let model = readPage(document).model;
    times.adapt.push(
      timed(() => {
        model = readPage(document).model;
      }),
    );
    times.detect.push(timed(() => detectPolicy(model)));
    times.parse.push(timed(() => readDocument(model)));
  };
  const peers = () => {
    times.walk.push(timed(walk));
    times.defuddle.push(timed(() => new Defuddle(document).parse()));
    const copy = document.cloneNode(true) as Document;
    times.readability.push(timed(() => new Readability(copy).parse()));
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const work of round % 2 ? [ours, peers] : [peers, ours]) work();
  }
  return {
    walk: middle(times.walk),
    adapt: middle(times.adapt),
    detect: middle(times.detect),
    parse: middle(times.parse),
    defuddle: middle(times.defuddle),
    readability: middle(times.readability),
  };
}
