/**
 * The bytes of an OFD → DocumentModel. Composes again at 1, 4, 16 … pages, so that the first items show early. Runs in
 * the worker and, for tests, in Node.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { type DocumentHead, type ReadPage, toDocument } from '@/lib/layout/to-document';
import { type Bytes, type Container, openContainer } from './container';
import { damaged, OfdFailure } from './failure';
import { readPage, type Templates } from './read-page';
import { type Resources, readResources } from './resources';
import { type OfdDocument, type OfdEntry, type OfdPage, readEntry, readStructure } from './structure';

/** Pages beyond are said not to have been read. */
export const MAX_PAGES_READ = 1_000;
const MAX_DOCUMENTS = 20;

export interface ReadOptions {
  fileName: string | null;
  onPage?(done: number, total: number): void;
  onPartial?(model: DocumentModel): void;
}

const ENTRY = 'OFD.xml';
/** Lists the parts that are enciphered (GM/T 0099). */
const ENCIPHERED = 'Encryptions.xml';

function headOf({ info }: OfdEntry, fileName: string | null, pageCount: number): DocumentHead {
  const value = (name: string) => info.find(([own]) => own === name)?.[1];
  const fingerprint = value('DocID');
  return {
    source: 'ofd',
    url: '',
    title: value('Title') ?? fileName ?? '',
    meta: info,
    pageCount,
    ...(fingerprint ? { fingerprint } : {}),
  };
}

async function structuresOf(container: Container, { roots }: OfdEntry): Promise<OfdDocument[]> {
  const found: OfdDocument[] = [];
  for (const root of roots.slice(0, MAX_DOCUMENTS)) {
    const path = container.find(root, ENTRY);
    if (path !== null) found.push(await readStructure(container, path));
  }
  if (found.length === 0) throw damaged('no document');
  return found;
}

/** Rejects with `OfdFailure`. */
export async function readOfd(bytes: Bytes, { fileName, onPage, onPartial }: ReadOptions): Promise<DocumentModel> {
  const container = openContainer(bytes);
  if (container.find(ENCIPHERED, '') !== null) throw new OfdFailure('ofd-encrypted');
  const path = container.find(ENTRY, '');
  if (path === null) throw new OfdFailure('ofd-not-ofd');
  const entry = await readEntry(container, path);
  const documents = await structuresOf(container, entry);
  const all: OfdPage[] = documents.flatMap(({ pages }) => pages);
  const head = headOf(entry, fileName, all.length);
  const templates: Templates = new Map();
  const resources = new Map<OfdDocument, Resources>();
  const pages: ReadPage[] = [];
  for (const page of all.slice(0, MAX_PAGES_READ)) {
    const { document } = page;
    const known = resources.get(document) ?? (await readResources(container, document.resources));
    resources.set(document, known);
    const number = pages.length + 1;
    pages.push(await readPage({ container, page, number, resources: known, templates }));
    onPage?.(number, all.length);
    // Near the end the whole is there as soon as a part would be.
    if (Number.isInteger(Math.log2(number) / 2) && number <= all.length / 2) onPartial?.(toDocument(pages, head).model);
  }
  // A page that is broken from its first sign on is one that was not read.
  if (pages.every(({ rows, cut }) => cut && rows.length === 0)) throw damaged('no page can be read');
  return toDocument(pages, head).model;
}
