/**
 * Clip of a part of a page that is only a picture: that picture, with the text that the person typed, or pasted from where
 * it was recognised. What the text says is read from it as from a document of its own; where it comes from is the PDF's head.
 */
import { type Clip, MAX_CLIP_CHARS, type RegionOfPage } from '../model/clip';
import type { DocumentModel } from '../model/document';
import { documentText, withOffsets } from '../model/offsets';
import { found } from '../model/span';
import { readDocument } from '../parse/read-document';
import { type ClipStamp, clipOfSelection } from './make-clip';
import { pictureHead } from './picture';
import { clipContext, cut } from './source';
import { typedBlocks } from './typed-pages';

export interface TypedText {
  region: RegionOfPage;
  /** Not empty; white space around lines does not count. */
  text: string;
  /** How the part looks, as base64; left out where it could not be drawn. */
  picture?: string | null;
}

const TITLE_CHARS = 80;

/** Null for text without a visible character. */
export function clipOfTyped(model: DocumentModel, { region, text, picture }: TypedText, stamp: ClipStamp): Clip | null {
  const blocks = typedBlocks(cut(text, MAX_CLIP_CHARS), region.page);
  const [first] = blocks;
  if (!first) return null;
  const typed: DocumentModel = {
    ...model,
    blocks: withOffsets(blocks),
    notices: [],
  };
  const of = clipContext(readDocument(model), model);
  const context = { ...clipContext(readDocument(typed, { kind: 'policy' }), typed), source: of.source };
  const whole = documentText(typed);
  const spans = typed.blocks.map(({ start, text: line }) => ({ start, end: start + line.length }));
  const made = clipOfSelection(context, { text: whole, spans, cut: false }, stamp);
  const title = made.item.title.value.trim() ? made.item.title : found(cut(first.text, TITLE_CHARS), [], false);
  const head = picture ? pictureHead(picture) : null;
  return { ...made, item: { ...made.item, title }, typed: region, ...(head && { picture: head }) };
}
