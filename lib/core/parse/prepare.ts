/**
 * What all later steps need of a document, in one pass: paragraphs without furniture, the part that is the article, its
 * contents list, what the document says about itself. Must not decide what the document is.
 */
import { isAnnotated } from '@/lib/core/lexicon/variants';
import type { DocumentModel } from '@/lib/core/model/document';
import { findArticle, withoutTools } from './clean/article';
import { type Contents, findContents } from './clean/contents';
import { heal } from './clean/heal';
import { shapeLabels } from './clean/labels';
import { type Fact, findFacts } from './head/facts';
import { isNote } from './items/notes';
import { splitRunOn } from './items/run-on';
import { type Para, toPara, withoutPronunciation } from './paragraph';

export interface Prepared {
  model: DocumentModel;
  /** Everything that is not furniture, page order, not healed. */
  all: Para[];
  /** Paragraphs above the article. */
  above: Para[];
  /** The article, healed, without tools and contents list. */
  article: Para[];
  /** Footnotes of the article. */
  notes: Para[];
  contents: Contents | null;
  facts: Fact[];
}

const FACT_REACH = 60;
/** In so many blocks an annotated copy shows that it is one. */
const ANNOTATION_SAMPLE = 120;
const same = (para: Para): Para => para;

/** Text and footnotes. */
const parted = (paras: readonly Para[]): [Para[], Para[]] => [
  paras.filter((para) => !isNote(para)),
  paras.filter(isNote),
];

export function prepare(model: DocumentModel): Prepared {
  const all = shapeLabels(
    model.blocks
      .filter((block) => block.role !== 'furniture')
      .map(toPara)
      .filter((para) => para.text !== '')
      .map(isAnnotated(model.blocks.slice(0, ANNOTATION_SAMPLE).map(({ text }) => text)) ? withoutPronunciation : same),
  );
  const range = findArticle(all, model.source === 'html');
  const above = all.slice(0, range.from);
  const [text, notes] = parted(withoutTools(all.slice(range.from, range.to)));
  const whole = heal(text);
  const contents = findContents(whole);
  const listed = contents ? [...whole.slice(0, contents.from), ...whole.slice(contents.to)] : whole;
  const article = listed.flatMap((para) => splitRunOn(para) ?? [para]);
  const facts = findFacts(model, all.slice(0, range.from + FACT_REACH));
  return { model, all, above, article, notes, contents, facts };
}
