/**
 * Titles in book-title marks: outermost 《…》 with what is nested in 〈…〉 or 《…》 left inside. Which of them are
 * policy documents, `documents.ts` decides. One pass, whatever the marks do.
 */
import type { Span } from '@/lib/core/model';

export interface MarkedTitle extends Span {
  /** Without the outer marks, white space collapsed. */
  title: string;
}

const LONGEST = 200;
/** 《关于印发〈规则》的通知》: what follows a mark that was opened as 〈 and closed as 》. */
const REST = 30;

/** Joins lines that a page cuts; hyphens that a PDF prints as soft ones are hyphens. */
const clean = (title: string): string =>
  title
    .replace(/(?<=\d)\u00ad(?=\d)/gu, '-')
    .replace(/\s+/gu, (space, at: number, all: string) =>
      space.includes('\n') && /[^ -~]/u.test(all[at - 1] ?? '') ? '' : ' ',
    )
    .trim();

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** Every outermost title in `text`, its span with the marks. Titles that are never closed are left out. */
export function findTitles(text: string): MarkedTitle[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[《》]/gu)) {
    if (mark === '《') {
      open.push(index);
      continue;
    }
    const last = spans.at(-1);
    const start = open.pop();
    if (start === undefined) {
      const between = last ? text.slice(last.end, index) : '';
      const inner = last ? text.slice(last.start, last.end) : '';
      if (last && between.length <= REST && !/[。；\n]/u.test(between) && count(inner, '〈') > count(inner, '〉')) {
        last.end = index + 1;
      }
      continue;
    }
    if (index - start > LONGEST) continue;
    while ((spans.at(-1)?.start ?? -1) > start) spans.pop();
    spans.push({ start, end: index + 1 });
  }
  return spans.flatMap(({ start, end }) => {
    const title = clean(text.slice(start + 1, end - 1));
    return title ? [{ title, start, end }] : [];
  });
}
