/**
 * Policy documents named in 《》: told from books, films, forms by the last word of the title and by what stands around
 * the marks; aliases (以下简称《办法》) are dropped; each document once, in order of first mention.
 */
import { DOCUMENT_CONTEXT, OTHER_TYPES, POLICY_TYPES, WORK_CONTEXT } from '@/lib/core/lexicon/document-types';
import { fold } from './fold';
import type { FieldHit } from './hit';
import { findTitles, type MarkedTitle } from './titles';

const formsOf = (entries: readonly { form: string }[]) => new Set(entries.map(({ form }) => form));
const POLICY = formsOf(POLICY_TYPES);
const OTHER = formsOf(OTHER_TYPES);
const LONGEST_TYPE = Math.max(...[...POLICY, ...OTHER].map((form) => form.length));
const longestFirst = (entries: readonly { form: string }[]) =>
  entries.map(({ form }) => form).sort((a, b) => b.length - a.length);
const AROUND = { document: longestFirst(DOCUMENT_CONTEXT), work: longestFirst(WORK_CONTEXT) };

/** Brackets and years at the end: （试行）, （2025年版）, 2.0版, (一). */
const REMARK = /(?:\s?[（(〔［[][^（(）)]{1,30}[）)〕］\]]|\s?(?:19|20)\d\d(?:年版?|版)?|\s?[vV]?\d\.\d版?)$/u;
/** 以下简称《…》, 下称《…》 */
const ALIAS_LEAD = /(?:简称|下称|统称|合称)(?:为)?[：:]?$/u;
/** 《办法》, 《实施意见》, 《若干措施》: nothing but the type and its qualifiers. */
const BARE =
  /^(?:(?:19|20)\d\d年版|本|新|原|该|规划|总体|指导|实施|管理|暂行|若干|行动|工作|试行|专项|发展|政策|具体|创建|建设|改革|试点|资金|评价|奖励|支持|修订|征求|有关|相关|\d{1,3}条|[一二三四五六七八九十]{1,3}条)*(?:办法|方案|意见|通知|规划|计划|条例|细则|措施|决定|规定|政策|规则|规程|规范|标准|指南|指引|目录|清单|纲要|要点|公告|通告|通报|决议|协议|函|批复|令|建议|制度|章程|报告|合同|意见稿|\d{1,3}条|[一二三四五六七八九十]{1,3}条)$/u;

const key = (title: string) =>
  title.replace(/[\s“”"'‘’《》〈〉<>＜＞·•()（）]/gu, '').replace(/^中华人民共和国(?=.+(?:法|法典|条例)$)/u, '');

/** The title without remarks at its end. */
function stemOf(title: string): string {
  let stem = fold(title).replace(/\s/gu, '');
  for (let i = 0; i < 3 && REMARK.test(stem); i += 1) stem = stem.replace(REMARK, '');
  return stem;
}

function lastWord(title: string, words: ReadonlySet<string>): string | null {
  const stem = stemOf(title);
  for (let length = Math.min(LONGEST_TYPE, stem.length); length > 0; length -= 1) {
    const word = stem.slice(-length);
    if (words.has(word)) return word;
  }
  return null;
}

/** Policy, other, or null where the title alone does not say. */
function typeOf(title: string): boolean | null {
  const policy = lastWord(title, POLICY);
  const other = lastWord(title, OTHER);
  if (policy && other) return policy.length > other.length;
  if (policy) return true;
  return other ? false : null;
}

function aroundSays(text: string, { start, end }: MarkedTitle): boolean | null {
  const before = text.slice(Math.max(0, start - 8), start).replace(/[\s：:]{1,3}$/u, '');
  const after = text.slice(end, end + 14).replace(/^(?:和|、)?《[^》]{0,8}/u, '');
  if (AROUND.work.some((word) => before.endsWith(word) || after.startsWith(word))) return false;
  if (AROUND.document.some((word) => before.endsWith(word) || after.slice(0, 12).includes(word))) return true;
  return null;
}

const NESTED = /[〈《]([^〈〉《》]{2,80})[〉》]/gu;

/** Whether `short` is the title `full` with words left out: 《科技创新实施意见》 after 《关于加快科技创新的实施意见》. */
function abbreviates(short: string, full: Named): boolean {
  if (short.length > full.key.length * 0.75 || full.nested.has(short)) return false;
  if (full.key.includes(short)) return full.stem.endsWith(short);
  if (!full.stem.endsWith(short.slice(-2))) return false;
  let at = 0;
  for (const char of full.stem) if (char === short[at]) at += 1;
  return at === short.length;
}

interface Named {
  /** As printed, without outer marks. */
  value: string;
  key: string;
  /** Key without remarks at the end. */
  stem: string;
  /** Keys of titles inside the title. */
  nested: Set<string>;
}

function named(title: string): Named {
  const nested = new Set([...title.matchAll(NESTED)].map(([, inner = '']) => key(inner)));
  return { value: title, key: key(title), stem: key(stemOf(title)), nested };
}

/** Abbreviations stand near the full title; looking back further would take quadratic time. */
const LOOK_BACK = 16;

interface Source {
  text: string;
  title: boolean;
}

function aliasesAmong(text: string, titles: readonly MarkedTitle[]): string[] {
  return titles
    .filter(({ start }) => ALIAS_LEAD.test(text.slice(Math.max(0, start - 6), start)))
    .map(({ title }) => key(title));
}

/** Aliases that a whole document declares (以下简称《2025年版目录》), for the items that only use them. */
export const findAliases = (text: string): string[] => aliasesAmong(text, findTitles(text));

export interface DocumentContext {
  /** From `findAliases`. */
  aliases?: Iterable<string> | undefined;
}

/** Policy documents named in title and body of an item. Values without outer marks, as printed. */
export function findDocuments(title: string, text: string, context: DocumentContext = {}): FieldHit<string>[] {
  const hits: FieldHit<string>[] = [];
  const aliases = new Set<string>(context.aliases ?? []);
  const sources: Source[] = [
    { text: title, title: true },
    { text, title: false },
  ];
  const marked = sources.map((source) => ({ ...source, titles: findTitles(source.text) }));
  for (const { text: from, titles } of marked) {
    for (const alias of aliasesAmong(from, titles)) aliases.add(alias);
  }
  const recent: Named[] = [];
  const byKey = new Map<string, FieldHit<string>>();
  for (const { text: from, title: isTitle, titles } of marked) {
    titles.forEach((found, i) => {
      const name = key(found.title);
      let hit = byKey.get(name);
      if (hit === undefined) {
        // 《中华人民共和国某法》（以下简称《某法》）: the law itself is no alias.
        const alias = aliases.has(name) && !found.title.startsWith('中华人民共和国');
        if (alias || BARE.test(key(stemOf(found.title)))) return;
        const around = aroundSays(from, found);
        const type = typeOf(found.title);
        // In a row of titles, 《A》《B》等3项国家标准, what is said after the last, or before the first, holds for all.
        const [before, next] = [titles[i - 1], titles[i + 1]];
        const inRow =
          (next && next.start - found.end <= 1 ? aroundSays(from, next) : null) ??
          (before && found.start - before.end <= 1 ? aroundSays(from, before) : null);
        if (around === false || !(type ?? around ?? inRow ?? false)) return;
        if (recent.some((full) => abbreviates(name, full))) return;
        const document = named(found.title);
        recent.push(document);
        if (recent.length > LOOK_BACK) recent.shift();
        hit = { value: found.title, inTitle: [], inText: [], sure: true };
        byKey.set(name, hit);
        hits.push(hit);
      }
      const span = { start: found.start, end: found.end };
      (isTitle ? hit.inTitle : hit.inText).push(span);
    });
  }
  return hits;
}
