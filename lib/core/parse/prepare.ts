/**
 * What all later steps need of a document, in one pass: paragraphs without furniture, the part that is the article, its
 * contents list, what the document says about itself. Must not decide what the document is.
 */
import { isAnnotated, isTraditional, simplify } from '@/lib/core/lexicon/variants';
import type { DocumentModel } from '@/lib/core/model/document';
import { findArticle, withoutPageNumbers, withoutTools } from './clean/article';
import { type Contents, findContents } from './clean/contents';
import { heal } from './clean/heal';
import { shapeLabels } from './clean/labels';
import { withLostBreaks } from './clean/lost-breaks';
import { type Fact, findFacts } from './head/facts';
import { withMastheadApart } from './head/masthead';
import { isNote } from './items/notes';
import { splitRunOn } from './items/run-on';
import { type Para, toPara, withoutPronunciation, withText } from './paragraph';

export interface Prepared {
  model: DocumentModel;
  /** Everything that is not furniture, page order, not healed. */
  all: Para[];
  /** Where in `all` the article stands: `[articleFrom, articleTo)`. */
  articleFrom: number;
  articleTo: number;
  /** Paragraphs above the article. */
  above: Para[];
  /** The article, healed, without tools and contents list. */
  article: Para[];
  /** Footnotes of the article. */
  notes: Para[];
  contents: Contents | null;
  facts: Fact[];
  /** What is read is a copy in simplified characters; every place is that of the page. */
  simplified: boolean;
}

const FACT_REACH = 60;
/** In so many blocks an annotated copy shows that it is one. */
const ANNOTATION_SAMPLE = 120;
const SCRIPT_SAMPLE = 4_000;
const same = (para: Para): Para => para;
const simple = (para: Para): Para => withText(para, { ...para, text: simplify(para.text) });

/** Text and footnotes. */
const parted = (paras: readonly Para[]): [Para[], Para[]] => [
  paras.filter((para) => !isNote(para)),
  paras.filter(isNote),
];

/** Does the page use traditional characters? */
function inTraditional({ title, blocks }: DocumentModel): boolean {
  let sample = title;
  for (const block of blocks) {
    if (sample.length >= SCRIPT_SAMPLE) break;
    if (block.role !== 'furniture') sample += block.text;
  }
  return isTraditional(sample);
}

/** The same words in title and meta tags. */
const simpleHead = (model: DocumentModel): DocumentModel => ({
  ...model,
  title: simplify(model.title),
  meta: model.meta.map(([name, content]) => [name, simplify(content)]),
});

export function prepare(printed: DocumentModel): Prepared {
  const simplified = inTraditional(printed);
  const model = simplified ? simpleHead(printed) : printed;
  const all = shapeLabels(
    model.blocks
      .filter((block) => block.role !== 'furniture')
      .map(toPara)
      .filter((para) => para.text !== '')
      .map(isAnnotated(model.blocks.slice(0, ANNOTATION_SAMPLE).map(({ text }) => text)) ? withoutPronunciation : same)
      .map(simplified ? simple : same),
  );
  const range = findArticle(all, model.source === 'html');
  const above = all.slice(0, range.from);
  const [text, notes] = parted(withoutPageNumbers(withoutTools(all.slice(range.from, range.to))));
  const whole = heal(text);
  const contents = findContents(whole);
  const listed = contents ? [...whole.slice(0, contents.from), ...whole.slice(contents.to)] : whole;
  const article = withMastheadApart(withLostBreaks(listed)).flatMap((para) => splitRunOn(para) ?? [para]);
  const facts = findFacts(model, all.slice(0, range.from + FACT_REACH), range.from);
  return {
    model,
    all,
    articleFrom: range.from,
    articleTo: range.to,
    above,
    article,
    notes,
    contents,
    facts,
    simplified,
  };
}
