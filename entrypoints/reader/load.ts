/** The bytes of what the reader was asked to show: an address, a file that another page of ours holds, a picked file. */
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { Span } from '@/lib/core/model/span';
import { ownAddress } from '@/lib/platform/environment';
import { fetchPdfAddress } from '@/lib/platform/pdf-bytes';

export interface Wanted {
  /** http, https, file or own blob address; empty when nothing is asked for yet. */
  src: string;
  /** Name of a file, for the title. */
  name: string;
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
  return { src, name: query.get('name') ?? '', page: Math.max(1, page || 1), clip: id === null ? null : { id, at } };
}

const isOwnBlob = (src: string): boolean => src.startsWith(`blob:${ownAddress('/')}`);

export async function loadAddress(src: string, signal: AbortSignal): Promise<Result<Uint8Array>> {
  if (!isOwnBlob(src)) return fetchPdfAddress(src, signal);
  try {
    return ok(new Uint8Array(await (await fetch(src, { signal })).arrayBuffer()));
  } catch {
    // The page that held the file has been closed.
    return fail('pdf-unreachable');
  }
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
