/** What the reader's own address asks for. */
import type { Span } from '@/lib/core/model/span';

export interface Wanted {
  /** http, https or file address; empty when none is asked for. */
  src: string;
  /** Name under which another page of ours hands over a file, or the password of what stands at `src`. */
  file: string | null;
  page: number;
  /** The clip whose passage is looked for, and the part of its text that is meant. */
  clip: { id: string; at: Span | undefined } | null;
}

const AT = /^(\d{1,7})-(\d{1,7})$/u;
const PAGE = /(?:^|[#&])page=(\d{1,6})/u;

export function wantedFrom({ search, hash }: Pick<Location, 'search' | 'hash'>): Wanted {
  const query = new URLSearchParams(search);
  const src = query.get('src') ?? '';
  const fromSrc = PAGE.exec(URL.parse(src)?.hash ?? '')?.[1];
  const page = Number(PAGE.exec(hash)?.[1] ?? query.get('page') ?? fromSrc ?? 1);
  const id = query.get('clip');
  const [, start, end] = AT.exec(query.get('at') ?? '') ?? [];
  const at = start && end ? { start: Number(start), end: Number(end) } : undefined;
  return { src, file: query.get('file'), page: Math.max(1, page || 1), clip: id === null ? null : { id, at } };
}

/** File name in an address, as a person reads it. */
export function nameIn(src: string): string {
  const last = URL.parse(src)?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
