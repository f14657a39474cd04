/**
 * The full verdict on a document: weak signals of its words, weighed together with what only the whole document tells
 * (language, share of links, scanned pages). Every part of the sum is a reason that a person can read. Whether policy
 * means one document or a digest of several is decided by the items that parsing finds.
 */

import { simplifierOf } from '../lexicon/variants';
import type { DocumentModel } from '../model/document';
import type { Reason } from '../model/item';
import { confidence, hanShare, weighText } from './weigh';

/** Weight at which a document is as likely policy as not. */
const EVEN = 1.45;
const MAX_CHARS = 60_000;
const MIN_HAN = 0.5;
/** A block that is mostly links is navigation. */
const LINK_BLOCK = 0.6;
/** Fewer characters than this outside links: nothing to read. */
const SHORT = 200;
const LEAD_BLOCKS = 12;
const MAX_TITLE = 120;

export interface PolicyVerdict {
  policy: boolean;
  /** Confidence in `policy`, 0–1. */
  score: number;
  reasons: Reason[];
}

/** Name of the file in an address: what a PDF without a title, or a scan, is called. */
function fileNameIn(url: string): string {
  const name = /([^/?#]{1,400})\.pdf(?:[?#]|$)/iu.exec(url)?.[1] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Title of the tab, of the page's own meta tags, and the lines at the top that look like headings. */
function titlesOf(model: DocumentModel): string {
  const tagged = model.meta.filter(([name]) => /^(?:ArticleTitle|Title)$/iu.test(name)).map(([, content]) => content);
  const lead = model.blocks
    .filter((block) => block.role !== 'furniture')
    .slice(0, LEAD_BLOCKS)
    .filter((block) => block.text.length < MAX_TITLE)
    .filter(
      (block) =>
        block.role === 'heading' || block.centred || (block.size ?? 1) > 1.2 || block.boldLead === block.text.length,
    )
    .map((block) => block.text);
  return [...tagged, model.title, ...lead, ...(model.source === 'pdf' ? [fileNameIn(model.url)] : [])].join('\n');
}

/** Is the document policy, how sure, and why? */
export function detectPolicy(model: DocumentModel): PolicyVerdict {
  const blocks = model.blocks.filter((block) => block.role !== 'furniture');
  const prose = blocks.filter((block) => (block.links ?? 0) <= LINK_BLOCK);
  const length = (list: typeof blocks) => list.reduce((sum, block) => sum + block.text.length, 0);
  const total = length(blocks);
  const read = length(prose);
  const text = prose
    .map((block) => block.text)
    .join('\n')
    .slice(0, MAX_CHARS);
  const scanned = model.notices.some((notice) => notice.code === 'scanned') && read < SHORT;
  const simplified = simplifierOf(text);
  const title = simplified(titlesOf(model));
  if (!scanned && hanShare(`${title}\n${text}`) < MIN_HAN) {
    return { policy: false, score: 1, reasons: [{ code: 'not_chinese', weight: -9 }] };
  }
  const { reasons } = weighText(title, simplified(text));
  if (scanned) reasons.push({ code: 'scanned', weight: 0 });
  if (!scanned && read < SHORT) reasons.push({ code: 'short_text', weight: -1 });
  if (!scanned && read < total * (1 - LINK_BLOCK)) reasons.push({ code: 'link_list', weight: -2 });
  const score = confidence(
    reasons.reduce((sum, reason) => sum + reason.weight, 0),
    EVEN,
  );
  const policy = score >= 0.5;
  return {
    policy,
    score: policy ? score : 1 - score,
    reasons: reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}
