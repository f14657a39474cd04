/**
 * Titles in book-title marks: outermost 《…》 with what is nested in 〈…〉 or 《…》 left inside. Which of them are
 * policy documents, `documents.ts` decides.
 */
import type { Span } from '@/lib/core/model';

export interface MarkedTitle extends Span {
  /** Without the outer marks, white space collapsed. */
  title: string;
}

const LONGEST = 200;

/** Joins lines that a page cuts; hyphens that a PDF prints as soft ones are hyphens. */
const clean = (title: string): string =>
  title
    .replace(/(?<=\d)\u00ad(?=\d)/gu, '-')
    .replace(/\s+/gu, (space, at: number, all: string) =>
      space.includes('\n') && /[^ -~]/u.test(all[at - 1] ?? '') ? '' : ' ',
    )
    .trim();

/** Every outermost title in `text`, its span with the marks. Titles that are never closed are left out. */
export function findTitles(text: string): MarkedTitle[] {
  const titles: MarkedTitle[] = [];
  let open = -1;
  let depth = 0;
  for (let at = text.indexOf('《'); at >= 0 && at < text.length; at += 1) {
    const char = text[at];
    if (open >= 0 && at - open > LONGEST) {
      at = open;
      open = -1;
      depth = 0;
    } else if (char === '《') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (char === '》' && depth > 0) {
      depth -= 1;
      // 《关于印发〈规则》的通知》: a mark that was opened as 〈 may be closed as 》.
      if (depth === 0 && unbalanced(text.slice(open + 1, at)) && /^[^《。；\n]{1,20}》/u.test(text.slice(at + 1)))
        depth = 1;
      if (depth === 0) {
        const title = clean(text.slice(open + 1, at));
        if (title) titles.push({ title, start: open, end: at + 1 });
        open = -1;
      }
    }
    if (depth === 0 && open < 0) {
      const next = text.indexOf('《', at + 1);
      if (next < 0) break;
      at = next - 1;
    }
  }
  return titles;
}

const unbalanced = (title: string): boolean => (title.match(/〈/gu)?.length ?? 0) > (title.match(/〉/gu)?.length ?? 0);
