/**
 * Cuts a text at the titles of a group: bodies between them, section headings taken off the ends of bodies, wrapped
 * titles put together, the imprint and source lines left out.
 */
import { bare, isClosing, isImprint, isSource } from '../clean/lines';
import { isDatedBody, isDateLine, isSigner, issueIn, publisherIn } from '../head/lines';
import { remember } from '../memo';
import { type Para, upToUnread } from '../paragraph';
import { join, slice, type Traced, trim } from '../traced';
import { badgesAbove } from './badges';
import { lookOf } from './candidates';
import { isBracketed, isHeadingLike, isProminent, isSectionName } from './signals';

export interface RawItem {
  title: Traced;
  section: Traced | null;
  body: Para[];
}

const ENCLOSED = /^【[^【】]{2,88}】$/u;

/** Title without label, bullet and brackets around all of it. */
export function titleOf({ label, ...para }: Para): Traced {
  const own = slice(para, label?.end ?? 0);
  const bullet = /^[●○◎■◆◇□▪➢✓❖★☆※▲△·•▶►\s]{1,4}/u.exec(own.text)?.[0].length ?? 0;
  const title = trim(slice(own, bullet));
  return ENCLOSED.test(title.text) ? trim(slice(title, 1, title.text.length - 1)) : title;
}

export function sectionOf(para: Para): Traced {
  const title = titleOf(para);
  const lead = isBracketed(title.text) ? 1 : 0;
  return trim(slice(title, lead, title.text.length - lead));
}

/** （2026年第31期）　某研究室编　2026年11月20日, below the name of the issue. */
const isOfIssue = (para: Para): boolean =>
  issueIn(para) !== null || isDateLine(para) || isDatedBody(para) || publisherIn(para) !== null;

export const isSection = (para: Para): boolean =>
  isHeadingLike(para) &&
  para.text.length <= 40 &&
  (isProminent(para) || isSectionName(para.text.slice(para.label?.end ?? 0))) &&
  !isOfIssue(para);

/** 02 alone above the title it counts. */
const COUNTER = /^(?:0?\d{1,2}|(?:NO|No|PART|Part)\.? ?\d{1,2})$/u;

/** Last paragraphs of `body` that head what comes next. */
function takeSection(body: Para[]): Para | null {
  while (COUNTER.test(body.at(-1)?.text ?? '')) body.pop();
  const last = body.at(-1);
  if (!last || !isSection(last)) return null;
  body.pop();
  return last;
}

/** 2026-03-02 来源：样品省科技厅, between title and text. */
const DATED_SOURCE =
  /^(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?\s{0,4}(?:\d{1,2}:\d\d(?::\d\d)?)?\s{0,4}(?:信息|文章)?来源\s?[:：].{1,60}$/u;
const isOutside = remember(
  ({ text }): boolean => isSource(text) || isClosing(text) || (text.length <= 100 && DATED_SOURCE.test(text)),
);
const isImprintLine = remember(({ text }): boolean => isImprint(text));

/** Body up to the imprint of the whole issue. */
function upToImprint(body: readonly Para[]): Para[] {
  const at = body.findIndex(isImprintLine);
  return at < 0 ? [...body] : body.slice(0, at);
}

/** A day alone below a text signs it, with the bodies above it, or is that of the next entry of a timeline. */
function withoutSignature(body: Para[]): Para[] {
  let end = body.length;
  const last = body[end - 1];
  if (!last || !isDateLine(last)) return body;
  end -= 1;
  for (let para = body[end - 1]; para && end > 1 && isSigner(para); para = body[end - 1]) end -= 1;
  return end > 0 ? body.slice(0, end) : body;
}

export interface CutText {
  items: RawItem[];
  /** Paragraphs above the first title. */
  preface: Para[];
}

/** Does `para` head a section as `section` does, and count on from it? */
export const isNextSection = (para: Para, section: Para | null): boolean =>
  section !== null &&
  isSection(para) &&
  lookOf(para) === lookOf(section) &&
  (isBracketed(section.text) ||
    (section.label !== null && para.label !== null && para.label.ordinal === section.label.ordinal + 1));

/** Titles that none of the group is alike: those of a section that begins inside the text of the last item before it. */
function withLaterSections(paras: readonly Para[], at: readonly number[], first: Para | null): number[] {
  const titles = new Set(at);
  let section = first;
  for (let i = (at[0] ?? paras.length) + 1; i < paras.length - 2; i += 1) {
    const [para, title, text] = [paras[i], paras[i + 1], paras[i + 2]];
    if (!para || !title || !text || titles.has(i) || !isNextSection(para, section)) continue;
    section = para;
    const heads = isHeadingLike(title) && isProminent(title) && !isSection(text) && !isHeadingLike(text);
    if (heads && !titles.has(i + 1)) titles.add(i + 1);
  }
  return [...titles].sort((a, b) => a - b);
}

export function cutAt(paras: readonly Para[], of: readonly number[]): CutText {
  const head = paras[(of[0] ?? 0) - 1];
  const at = withLaterSections(paras, of, head && isSection(head) ? head : null);
  const first = at[0] ?? paras.length;
  const badges = badgesAbove(paras, at);
  const badgeAbove = (i: number) => (badges.has(i - 1) ? paras.slice(i - 1, i) : []);
  const preface = paras.slice(0, first - badgeAbove(first).length);
  let section = takeSection(preface);
  const items: RawItem[] = [];
  let wrapped: Traced[] = [];
  for (const [i, index] of at.entries()) {
    const para = paras[index];
    if (!para) continue;
    const next = at[i + 1] ?? paras.length;
    const raw = paras.slice(index + 1, next - badgeAbove(next).length);
    const body = i === at.length - 1 ? upToImprint(raw) : raw;
    const heads = i === at.length - 1 ? null : takeSection(body);
    const text = withoutSignature(upToUnread(body).filter((one) => !isOutside(one)));
    const following = paras[next];
    if (text.length === 0) {
      const alike = following !== undefined && lookOf(following) === lookOf(para) && para.block.centred && !para.label;
      if (alike && !heads && next === index + 1) wrapped.push(titleOf(para));
      else if (heads === null && isSection(para) && following) section = para;
      if (heads) section = heads;
      continue;
    }
    items.push({
      title: join([...wrapped, titleOf(para)], ''),
      section: section ? sectionOf(section) : null,
      body: [...badgeAbove(index), ...text],
    });
    wrapped = [];
    if (heads) section = heads;
  }
  return { items, preface };
}

export const sameTitle = (a: string, b: string): boolean => bare(a) === bare(b);
