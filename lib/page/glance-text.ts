/**
 * The text of a page for a first look: one pass over its text nodes, scripts and styles left out, a line feed where a
 * block begins. Capped, because the first words decide. Asks for no styles and changes nothing.
 */
import { bodyOf, frameDocumentOf, isElement, localNameOf, parentOf, rootOf } from './dom';
import { INLINE, SKIPPED } from './tags';

const MAX_CHARS = 200_000;
/** A page with less text than this may hold its text in a frame. */
const LITTLE = 2_000;
const MAX_FRAMES = 8;
const SHOW_TEXT = 4;

function textWithin(document: Document, cap: number): string {
  const root = bodyOf(document) ?? rootOf(document);
  if (!root) return '';
  const walker = document.createTreeWalker(root, SHOW_TEXT);
  const parts: string[] = [];
  let length = 0;
  let parent: Node | null = null;
  let name = '';
  for (let node = walker.nextNode(); node && length < cap; node = walker.nextNode()) {
    const data = node.nodeValue ?? '';
    // Half of all text nodes are the line ends between elements.
    if (data.trim() === '') continue;
    const above = parentOf(node);
    if (above !== parent) {
      parent = above;
      name = above && isElement(above) ? localNameOf(above) : '';
      if (!INLINE.has(name)) parts.push('\n');
    }
    if (SKIPPED.has(name)) continue;
    parts.push(data);
    length += data.length;
  }
  return parts.join('');
}

export function glanceText(document: Document): string {
  const text = textWithin(document, MAX_CHARS);
  if (text.length > LITTLE) return text;
  const frames = [...Document.prototype.querySelectorAll.call(document, 'iframe,frame')].slice(0, MAX_FRAMES);
  const inner = frames.flatMap((frame) => {
    const content = frameDocumentOf(frame);
    return content ? [textWithin(content, MAX_CHARS)] : [];
  });
  return [text, ...inner].join('\n').slice(0, MAX_CHARS);
}
