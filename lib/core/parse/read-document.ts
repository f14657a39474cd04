/**
 * The one parser behind both adapters: DocumentModel → head, items, measures, fields, each with its places. Pure; the
 * same model always gives the same reading. A person may overrule what the document is taken for.
 */
import type { DocumentModel, Notice } from '@/lib/core/model/document';
import type { DocumentHead, DocumentKind, PolicyItem, Reading, Verdict } from '@/lib/core/model/item';
import { found, type Span } from '@/lib/core/model/span';
import { judge } from '../detect/judge';
import { findAliases, MOST_CELLS } from './fields';
import { factsOutside, isHeadless, withoutItemData } from './head/item-data';
import { type ReadHead, readHead } from './head/read-head';
import { endsWithType, titleParts } from './head/title';
import type { RawItem } from './items/cut';
import { withNotes } from './items/notes';
import { type ItemPlan, planItems } from './items/plan';
import { readItem } from './items/read-item';
import { isBulletinName } from './items/signals';
import { singleBody } from './items/single';
import { upToUnread } from './paragraph';
import { type Prepared, prepare } from './prepare';
import { asPrinted } from './printed';
import { spansOf } from './traced';

export interface ReadingOptions {
  /** What the person says the document is. */
  kind?: DocumentKind;
  /** Only the items that touch these places are wanted: the others are left out. */
  around?: readonly Span[];
}

/** The title of a digest, or one that begins with the name of one: 政策汇总｜三月第二周地方科技政策. */
const isDigestTitle = (title: string): boolean => isBulletinName(title) || titleParts(title).some(isBulletinName);

function singleness({ head, lines }: ReadHead, { article, facts }: Prepared): number {
  const title = head.title?.value ?? '';
  const typed = endsWithType(title) && !isDigestTitle(title) ? 0.5 : 0;
  const numbered = head.docNumber ? 0.35 : 0;
  const articles = article.filter((para) => para.label?.style === 'article').length >= 3 ? 0.5 : 0;
  const salutation = lines.some((para) => /[:：]$/u.test(para.text)) ? 0.15 : 0;
  const stated = facts.some(({ fact }) => fact === 'docNumber') ? 0.1 : 0;
  return Math.min(1, typed + numbered + articles + salutation + stated);
}

/** Within this the longer cut of an untitled digest wins. */
const SLACK = 0.25;

function plan(prepared: Prepared, read: ReadHead): ItemPlan | null {
  const context = {
    contents: prepared.contents,
    isDigestName: [read.head.title?.value ?? '', prepared.model.title].some(isDigestTitle),
    hasIssue: read.head.issueNumber !== null,
    singleness: singleness(read, prepared),
  };
  const below = planItems(prepared.article.slice(read.bodyFrom), context);
  if (read.titleFrom === null) return below;
  // The line that looked like a title may be that of the first item.
  const all = planItems(prepared.article.slice(read.titleFrom), context);
  return all && all.items.length > (below?.items.length ?? 0) && all.score >= (below?.score ?? 0) - SLACK ? all : below;
}

function singleItem({ article }: Prepared, { title, bodyFrom }: ReadHead): RawItem {
  if (article.length === 0) return { title, section: null, body: [] };
  const below = upToUnread(article.slice(bodyFrom));
  const body = singleBody(below, title.text);
  return { title, section: null, body: body.length > 0 ? body : below };
}

function headOfDigest(prepared: Prepared, read: ReadHead, items: readonly RawItem[]): DocumentHead {
  const facts = factsOutside(prepared.facts, items);
  const mayGuess = !isHeadless(read, items);
  const again = !mayGuess || facts.length < prepared.facts.length;
  return withoutItemData(again ? readHead({ ...prepared, facts }, { mayGuess }) : read, items, facts);
}

function itemIds(items: readonly RawItem[]): string[] {
  const sections: string[] = [];
  let count = 0;
  return items.map(({ section }) => {
    const name = section?.text ?? '';
    if (sections.at(-1) !== name) {
      sections.push(name);
      count = 0;
    }
    count += 1;
    return `s${sections.length}.i${count}`;
  });
}

/** A document without text says nothing of itself but who may see it. */
const NOTHING: DocumentHead = {
  title: null,
  issueNumber: null,
  issuers: [],
  publishedOn: null,
  region: null,
  docNumber: null,
  marks: [],
};

/** A document that does not say whose it is belongs to where all its items belong. */
function withRegion(head: DocumentHead, items: readonly PolicyItem[]): DocumentHead {
  if (head.region) return head;
  const codes = new Set(items.flatMap(({ regions }) => regions.map(({ value }) => value)));
  const [code] = codes;
  return codes.size === 1 && code ? { ...head, region: found(code, [], false) } : head;
}

function noticesOf({ notices }: DocumentModel, items: readonly RawItem[]): Notice[] {
  const cells = items.map(({ body }) => body.filter(({ block }) => block.cell).length);
  const count = cells.reduce((sum, own) => sum + Math.max(0, own - MOST_CELLS), 0);
  return count > 0 ? [...notices, { code: 'unread-cells', count }] : notices;
}

const touches = ({ title, body }: RawItem, places: readonly Span[]): boolean =>
  [title, ...body].some((part) =>
    spansOf(part).some(({ start, end }) => places.some((place) => place.start < end && start < place.end)),
  );

export function readDocument(model: DocumentModel, { kind: said, around }: ReadingOptions = {}): Reading {
  const prepared = prepare(model);
  const read = readHead(prepared);
  const planned = plan(prepared, read);
  const judged = judge(prepared, planned);
  const verdict: Verdict = said ? { ...judged, kind: said } : judged;
  const { kind } = verdict;
  // A page whose text is a picture or a file still says what it is about.
  const empty = prepared.article.length === 0 && (kind !== 'policy' || !read.head.title?.sure);
  const texts =
    kind === 'none' || empty ? [] : kind === 'bulletin' && planned ? planned.items : [singleItem(prepared, read)];
  const raws = prepared.notes.length > 0 ? withNotes(texts, prepared.notes) : texts;
  const ids = itemIds(raws);
  const own = kind === 'bulletin' ? headOfDigest(prepared, read, texts) : read.head;
  const aliases = findAliases(prepared.article.map(({ text }) => text).join('\n'));
  // Where the document does not say whose it is, all its items do.
  const wanted = (raw: RawItem) => !around || !own.region || touches(raw, around);
  const items: PolicyItem[] = raws.flatMap((raw, i) =>
    wanted(raw) ? [readItem(raw, ids[i] ?? `i${i}`, { head: own, kind, aliases })] : [],
  );
  const head = empty ? { ...NOTHING, marks: own.marks } : withRegion(own, items);
  const reading: Reading = { verdict, head, items, notices: noticesOf(model, raws) };
  return prepared.simplified ? asPrinted(reading, model) : reading;
}
