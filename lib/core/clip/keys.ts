/**
 * Keys that tell whether two readings are the same document or the same passage, whether it was reached as page, as
 * PDF or as a file. Compared after folding width, space, quotes and brackets.
 */
import type { DocumentHead, PolicyItem } from '../model/item';

/** Folds what differs between a page and a print of the same words. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00AD\u200B-\u200D\uFEFF"'“”‘’「」『』《》〈〉()[\]【】〔〕·•*]/gu, '')
    .toLowerCase();

/** Identity of a document: title, issue and date; falls back to the address where a document says nothing. */
export function documentKey(head: DocumentHead, fallback: string): string {
  const title = head.title ? foldText(head.title.value) : '';
  if (!title) return `at:${fallback}`.slice(0, 1_000);
  const issue = head.issueNumber ? foldText(head.issueNumber.value) : '';
  const number = head.docNumber ? foldText(head.docNumber.value) : '';
  const when = issue || number ? '' : (head.publishedOn?.value ?? '');
  return [title, issue, number, when].join('|').slice(0, 1_000);
}

/** Identity of a passage: its document, the item's title, and which part of the item. */
export const clipKey = (document: string, item: PolicyItem, part: string): string =>
  `${document}#${foldText(item.title.value)}#${part}`.slice(0, 2_000);
