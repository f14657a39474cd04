/**
 * Address of the exact place of a clip: text fragment for web pages (W3C URL Fragment Text Directives), `#page=` for
 * PDFs (RFC 8118). `at` narrows it to a passage, counted in the item's text. Null where there is no address of the web.
 */
import type { Clip } from '../model/clip';
import type { Span } from '../model/span';
import { safeAddress } from './escape';

const QUOTE_CHARS = 24;

/** Percent-encodes what a text directive reserves (`-`, `,`, `&`) as well. */
const encodeDirective = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D').replaceAll(',', '%2C');

export function placeLink(clip: Clip, at?: Span): string | null {
  const url = safeAddress(clip.source.url);
  if (url === null) return null;
  const [address = '', fragment = ''] = url.split('#', 2);
  if (clip.source.format === 'pdf') {
    const page = clip.anchor.page ?? clip.item.pages?.[0] ?? null;
    return page === null ? url : `${address}#page=${page}`;
  }
  const passage = at === undefined ? clip.anchor.exact : clip.item.text.slice(at.start, at.end);
  const line =
    passage
      .split('\n')
      .find((text) => text.trim() !== '')
      ?.trim() ?? '';
  if (line === '') return url;
  const quote = [...line].slice(0, QUOTE_CHARS).join('');
  return `${address}#${fragment.split(':~:', 1)[0] ?? ''}:~:text=${encodeDirective(quote)}`;
}
