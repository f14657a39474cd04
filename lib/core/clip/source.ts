/**
 * The head of a document as a clip keeps it: plain values that outlive the page. Values are cut to what the clip
 * schema allows, because a page may say anything; only http(s) and file addresses are kept, without user names in them.
 */
import { type ClipSource, MAX_MARK, MOST_MARKS } from '../model/clip';
import { type DocumentModel, documentText } from '../model/document';
import type { Reading } from '../model/item';
import { documentHash } from './hash';
import { documentKey } from './keys';

/** What all clips of one reading share; make it once per reading. */
export interface ClipContext {
  reading: Reading;
  model: DocumentModel;
  /** The text that spans count in. */
  text: string;
  source: ClipSource;
}

const ADDRESS = /^(?:https?|file):\/\//iu;
const USER_INFO = /^(https?:\/\/)[^/?#\\]{0,2000}@/iu;

/** At most `length` code units, no half of a surrogate pair at the end. */
export const cut = (text: string, length: number): string =>
  (text.length > length ? text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '') : text).toWellFormed();

/** The address as it may be shown and opened again; empty for anything that is not a document's place. */
export const keptAddress = (url: string): string =>
  ADDRESS.test(url) && url.length <= 4_000 ? url.replace(USER_INFO, '$1').toWellFormed() : '';

const meta = (model: DocumentModel, name: string): string | null => {
  const value = model.meta.find(([key]) => key.toLowerCase() === name)?.[1].trim();
  return value ? cut(value, 200) : null;
};

function clipSource(reading: Reading, model: DocumentModel, text: string, fileName: string | null): ClipSource {
  const { head } = reading;
  const url = keptAddress(model.url);
  const short = (value: string | undefined, length: number) => (value === undefined ? null : cut(value, length));
  return {
    format: model.source,
    kind: reading.verdict.kind,
    url,
    fileName: fileName === null ? null : cut(fileName, 300),
    title: cut(head.title?.value ?? model.title, 1_000),
    issueNumber: short(head.issueNumber?.value, 60),
    issuers: head.issuers.slice(0, 60).map((issuer) => cut(issuer.value, 200)),
    publishedOn: head.publishedOn?.value ?? null,
    region: head.region?.value ?? null,
    docNumber: short(head.docNumber?.value, 120),
    marks: head.marks.slice(0, MOST_MARKS).map((mark) => cut(mark.value, MAX_MARK)),
    siteName: meta(model, 'sitename'),
    documentKey: documentKey(head, url || fileName || model.title),
    fingerprint: model.fingerprint === undefined ? null : cut(model.fingerprint, 200),
    textHash: documentHash(text),
  };
}

/** Gathers what the clips of one reading share. `fileName` is set for documents that came as a file. */
export function clipContext(reading: Reading, model: DocumentModel, fileName: string | null = null): ClipContext {
  const text = documentText(model);
  return { reading, model, text, source: clipSource(reading, model, text, fileName) };
}
