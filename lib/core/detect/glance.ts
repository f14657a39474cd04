/**
 * The cheap verdict: is it worth reading this page as policy? Runs in every government page, so it takes plain text,
 * looks at a bounded part of it and carries no schema. High recall; the full verdict (`detect.ts`) is the precise one.
 */
import type { Verdict } from '../model/item';
import { confidence, hanShare, weighText } from './weigh';

export interface PageGlance {
  title: string;
  /** `<meta name content>` pairs; asked for only where the text may be policy. */
  meta: () => readonly (readonly [name: string, content: string])[];
  /** Text of the page, navigation included; white space need not be collapsed. */
  text: string;
}

/** How much of a page's text is looked at. */
export const GLANCE_CHARS = 30_000;
/** Weight at which a page is as likely policy as not. */
const EVEN = 1.2;
const MIN_HAN = 0.5;
/** The names that the standard for government sites gives to its meta tags. */
const ARTICLE_META = /^(?:ArticleTitle|PubDate|ContentSource)$/iu;
const BULLETIN_TITLE =
  /第\s{0,2}[\d〇一二三四五六七八九十百]{1,5}\s{0,2}期|要闻|要参|简报|快报|动态|日报|周报|月报|汇编|快讯/u;

/** A page with none of these is no policy: one search instead of all signals, and most pages end here. */
const STEMS =
  /印发|政策|通知|意见|办法|条例|规定|方案|规划|措施|公告|通告|决定|要闻|简报|科技|改革|发展|补贴|〔|關於|條例|辦法|要聞/u;

const hasPolicyWords = (text: string): boolean => STEMS.test(text);

const NONE: Verdict = { kind: 'none', score: 1, reasons: [] };

/** Gives a verdict on what a page says at first sight; `kind` is provisional. */
export function glance(page: PageGlance): Verdict {
  const text = page.text.slice(0, GLANCE_CHARS);
  if (!hasPolicyWords(text) && !hasPolicyWords(page.title)) return NONE;
  if (hanShare(text) < MIN_HAN) return NONE;
  const meta = page.meta();
  const article = meta.find(([name]) => /^ArticleTitle$/iu.test(name))?.[1] ?? '';
  const title = `${article}\n${page.title}`;
  const { weight, reasons } = weighText(title, text);
  const tagged = meta.filter(([name]) => ARTICLE_META.test(name)).length;
  const score = confidence(weight + 0.2 * tagged, EVEN);
  if (score < 0.5) return { kind: 'none', score: 1 - score, reasons };
  return { kind: BULLETIN_TITLE.test(title) ? 'bulletin' : 'policy', score, reasons };
}
