/**
 * Saved pages and plain text that the person drops or picks. The browser parses the page itself, from a blob address,
 * so that no string ever becomes markup in our own document; scripts in it never run. What the text looks like is the
 * page adapter's business and is handed in.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import { withOffsets } from '@/lib/core/model/offsets';

const MAX_BYTES = 50 * 1024 * 1024;
const HEAD = 4_096;
const DECLARED = /<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w-]{2,40})/iu;
const MARKUP = /<(?:!doctype|html|head|body|meta|div|p|table|title)\b/iu;

export type FileKind = 'pdf' | 'ofd' | 'html' | 'text' | null;

const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));

/** What a file is, by what it holds, and by its name where that cannot tell. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const head = ascii(bytes);
  if (head.slice(0, 1024).includes('%PDF-') || /\.pdf$/iu.test(name)) return 'pdf';
  // A zip whose first parts are those of an OFD.
  if (/\.ofd$/iu.test(name) || (head.startsWith('PK') && head.includes('OFD.xml'))) return 'ofd';
  if (/\.(?:x?html?|shtml)$/iu.test(name) || MARKUP.test(head)) return 'html';
  return /\.(?:txt|md|text)$/iu.test(name) ? 'text' : null;
}

const decodes = (bytes: Uint8Array, label: string): boolean => {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const MARKS: [label: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Byte order mark, then UTF-8 if it is valid, then the declaration if it holds, then the encodings of Chinese text. */
export function encodingOf(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return marked[0];
  if (decodes(bytes, 'utf-8')) return 'utf-8';
  const declared = DECLARED.exec(ascii(bytes))?.[1];
  const candidates = [...(declared ? [declared] : []), 'gb18030', 'big5'];
  return candidates.find((label) => decodes(bytes, label)) ?? declared ?? 'gb18030';
}

/** Lines of a text file as blocks; an empty line is a gap. */
function textModel(text: string, fileName: string): DocumentModel {
  let gap = 0;
  const blocks = text.split(/\r\n?|\n/u).flatMap((raw) => {
    const line = raw.replace(/\s+/gu, ' ').trim();
    if (!line) {
      gap += 1;
      return [];
    }
    const indent = /^[\u3000 \t]{0,8}/u.exec(raw)?.[0] ?? '';
    const ems = [...indent].reduce((sum, char) => sum + (char === '\u3000' ? 1 : 0.5), 0);
    const block = { text: line, role: 'paragraph' as const, gap, indent: ems };
    gap = 0;
    return [block];
  });
  return { source: 'html', url: '', title: fileName, meta: [], blocks: withOffsets(blocks), notices: [] };
}

/**
 * Style sheets, styles and handlers of a saved page never take effect in our own pages; renamed, the security policy
 * has nothing to report either.
 */
const inert = (markup: string): string =>
  markup
    .replace(/<(\/?)style\b/giu, '<$1template')
    .replace(/(?<=["'\s])(style|on[a-z]{3,20})(?=\s{0,4}=)/giu, 'data-$1');

/** Parses markup without running or loading anything of it. */
function parseDocument(markup: string): Promise<Document | null> {
  const address = URL.createObjectURL(new Blob([inert(markup)], { type: 'text/html;charset=utf-8' }));
  const request = new XMLHttpRequest();
  const { promise, resolve } = Promise.withResolvers<Document | null>();
  request.open('GET', address);
  request.responseType = 'document';
  request.onloadend = () => {
    URL.revokeObjectURL(address);
    resolve(request.responseXML);
  };
  request.send();
  return promise;
}

/**
 * Reads a saved page or a text file. Errors: `file-too-large`, `file-unsupported`, `page-not-readable`.
 * @param readPage the page adapter, on a document that is not shown
 */
export async function readTextFile(
  file: File,
  readPage: (page: Document, fileName: string) => DocumentModel,
): Promise<Result<DocumentModel>> {
  if (file.size > MAX_BYTES) return fail('file-too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = fileKind(file.name, bytes);
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (kind === 'text') return ok(textModel(text, file.name));
  if (kind !== 'html') return fail('file-unsupported');
  const page = await parseDocument(text);
  return page ? ok(readPage(page, file.name)) : fail('page-not-readable');
}
