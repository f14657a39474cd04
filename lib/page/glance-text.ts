/**
 * The text of a page for a first look: as the browser gives it in one go, scripts and forms left out. Walking the text
 * nodes would cost ten times as much, because each of them gets an object in this world. Capped, because the first words
 * decide. Asks for no styles and changes nothing.
 */
import { bodyOf, frameDocumentOf, rootOf } from './dom';

const MAX_CHARS = 200_000;
/** A page with less text than this may hold its text in a frame. */
const LITTLE = 2_000;
const MAX_FRAMES = 8;
const SKIPPED = 'script,style,noscript,select,textarea';
/** A page with more of them than this is read with the rest included. */
const MAX_SKIPPED = 500;
const BLANK = /\s{2,}/gu;

function textWithin(document: Document, cap: number): string {
  const root = bodyOf(document) ?? rootOf(document);
  if (!root) return '';
  const parts: string[] = [];
  let length = 0;
  const range = new Range();
  range.selectNodeContents(root);
  const end = range.cloneRange();
  end.collapse(false);
  for (const element of [...Element.prototype.querySelectorAll.call(root, SKIPPED)].slice(0, MAX_SKIPPED)) {
    if (length > cap) break;
    range.setEndBefore(element);
    const part = range.toString();
    parts.push(part);
    length += part.length;
    range.setStartAfter(element);
  }
  if (length <= cap) {
    range.setEnd(end.endContainer, end.endOffset);
    parts.push(range.toString());
  }
  // Much of what lies between elements is indentation.
  return parts.join('\n').replace(BLANK, '\n').slice(0, cap);
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
