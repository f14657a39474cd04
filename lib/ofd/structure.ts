/**
 * The parts that say what a document consists of (GB/T 33190, 7.4–7.9): `OFD.xml` names the documents, `Document.xml`
 * its pages, templates and resources. Only places and names are taken; nothing is drawn.
 */
import type { Container } from './container';
import { damaged } from './failure';
import { type Box, boxOf } from './geometry';
import { readXml } from './xml';

/** Pages that a file may name; the rest is not looked at. */
const MAX_PAGES = 20_000;
const MAX_ENTRIES = 200;
const MAX_VALUE = 2_000;

export interface OfdEntry {
  /** What the file says of itself: title, author, date … */
  info: [name: string, value: string][];
  /** Where each document begins. */
  roots: string[];
}

export interface OfdPage {
  /** Path of its content. */
  path: string;
  /** Size of the page, unless its content says another one. */
  box: Box | null;
  document: OfdDocument;
}

export interface OfdDocument {
  pages: OfdPage[];
  /** Paths of the templates' contents, by id. */
  templates: Map<string, string>;
  /** Paths of the parts that hold fonts and shared drawings. */
  resources: string[];
}

/** Throws `OfdFailure`. */
export async function readEntry(container: Container, path: string): Promise<OfdEntry> {
  const entry: OfdEntry = { info: [], roots: [] };
  await readXml(container.read(path), {
    close(name, text, parents) {
      const value = text.trim().slice(0, MAX_VALUE);
      if (value === '') return;
      if (name === 'DocRoot') entry.roots.push(value);
      else if (parents.at(-1) === 'DocInfo' && entry.info.length < MAX_ENTRIES) entry.info.push([name, value]);
    },
  });
  return entry;
}

/** Throws `OfdFailure`. */
export async function readStructure(container: Container, path: string): Promise<OfdDocument> {
  const pages: string[] = [];
  const templates = new Map<string, string>();
  const resources: string[] = [];
  let box: Box | null = null;
  const at = (reference = ''): string | null => container.find(reference.trim(), path);
  await readXml(container.read(path), {
    open(name, { ID: id = '', BaseLoc: reference }, parents) {
      // A page whose content is missing counts, so that the others keep their numbers.
      if (name === 'Page' && parents.at(-1) === 'Pages') pages.push(at(reference) ?? '');
      if (name === 'TemplatePage') templates.set(id, at(reference) ?? '');
    },
    close(name, text, parents) {
      if (name === 'PhysicalBox' && parents.at(-1) === 'PageArea') box = boxOf(text);
      if ((name !== 'PublicRes' && name !== 'DocumentRes') || resources.length >= MAX_ENTRIES) return;
      const place = at(text);
      if (place !== null) resources.push(place);
    },
    enough: () => pages.length > MAX_PAGES,
  });
  if (pages.length === 0) throw damaged('no pages');
  const found: OfdDocument = { pages: [], templates, resources };
  found.pages = pages.slice(0, MAX_PAGES).map((content) => ({ path: content, box, document: found }));
  return found;
}
