/**
 * Looks for a clip's passage in a document as it is now, and says how it was found: unchanged, in another edition of
 * the file, with other words, or not at all. Pure; what is shown of the answer is decided elsewhere.
 */
import { documentHash } from '../clip/hash';
import type { ClipContext } from '../clip/source';
import type { Anchor } from '../model/anchor';
import type { Clip, ClipSource } from '../model/clip';
import { type Block, type DocumentModel, documentText } from '../model/document';
import type { Span } from '../model/span';
import { fold } from './folded';
import { makeAnchor } from './make-anchor';
import { resolveAnchor } from './resolve-anchor';

/**
 * - `same`: the passage stands there word for word, in the same file or in a page.
 * - `moved`: word for word, but in another edition of the PDF (saved again, printed again).
 * - `edited`: most of its words stand there.
 * - `gone`: its words stand nowhere.
 * - `no-text`: the document has no text that could be searched.
 */
export type Sought = { state: 'same' | 'moved' | 'edited'; spans: Span[] } | { state: 'gone' | 'no-text' };
export type SoughtState = Sought['state'];

/** What of a clip is needed to find it; `at` is a part of `item.text`. */
export type SoughtClip = Pick<Clip, 'anchor'> & {
  item: Pick<Clip['item'], 'text'>;
  source: Pick<Clip['source'], 'fingerprint' | 'textHash'>;
};

/** The anchor of a part of a clip's text; its place in the document is near that of the clip. */
export function anchorOfPart({ anchor, item }: Pick<SoughtClip, 'anchor' | 'item'>, at?: Span): Anchor {
  if (!at) return anchor;
  const { start } = anchor.position;
  return {
    ...makeAnchor(item.text, [at], anchor.page),
    position: { start: start + at.start, end: start + at.end },
  };
}

const isBody = ({ role }: Block): boolean => role !== 'furniture';

/** Spans of the body text within `span`: page numbers and running heads in between are left out. */
function bodySpans(blocks: readonly Block[], { start, end }: Span): Span[] {
  return blocks.filter(isBody).flatMap((block) => {
    const from = Math.max(start, block.start);
    const to = Math.min(end, block.start + block.text.length);
    return to > from ? [{ start: from, end: to }] : [];
  });
}

/** Where the words of a clip stand in a document that has been read; empty where they are gone. */
export function placeOfClip(
  { model, text, source }: Pick<ClipContext, 'model' | 'text'> & { source: Pick<ClipSource, 'textHash'> },
  clip: Pick<SoughtClip, 'anchor' | 'source'>,
): Span[] {
  const isSame = source.textHash === clip.source.textHash;
  const span = isSame ? clip.anchor.position : resolveAnchor(text, clip.anchor)?.span;
  return span ? bodySpans(model.blocks, span) : [];
}

export function seekClip(model: DocumentModel, clip: SoughtClip, at?: Span): Sought {
  const body = model.blocks.filter(isBody);
  if (body.length === 0) return { state: 'no-text' };
  const text = documentText(model);
  const found = resolveAnchor(text, anchorOfPart(clip, at));
  if (!found) return { state: 'gone' };
  const spans = bodySpans(model.blocks, found.span);
  const { fingerprint, textHash } = clip.source;
  if (textHash === documentHash(text)) return { state: 'same', spans };
  const passage = fold(at ? clip.item.text.slice(at.start, at.end) : clip.item.text).text;
  const words = fold(body.map((block) => block.text).join('\n')).text;
  if (!words.includes(passage)) return { state: 'edited', spans };
  const sameFile = model.source === 'html' || (fingerprint !== null && fingerprint === model.fingerprint);
  return { state: sameFile ? 'same' : 'moved', spans };
}
