/**
 * How a colleague's words stay recognisable as theirs: `标签@name` for a tag and for the name of a comparison, a first
 * line `【@name】` for a paragraph of a note. What bears a name keeps it and gets no second one, so that libraries that
 * go back and forth between people come to rest. The `@` tells a name from a heading that somebody wrote in 【】.
 */
import { regionName } from '../compare/regions';
import type { Corrections } from '../model/clip';
import { MAX_TAG_CHARS, normaliseTag } from '../model/tag';

const MAX_NAME = 40;
const MAX_TITLE = 200;

const nameOf = (author: string): string => normaliseTag(normaliseTag(author).slice(0, MAX_NAME)) || '?';

/** What stands before the last `@`, and whose it is; null where nobody is named. */
export function unsigned(text: string): { text: string; name: string | null } {
  const at = text.lastIndexOf('@');
  const isNamed = at > 0 && at < text.length - 1 && text.length - at - 1 <= MAX_NAME;
  return isNamed ? { text: text.slice(0, at), name: text.slice(at + 1) } : { text, name: null };
}

/** A tag with its author; the tag is shortened rather than the name. */
export function signedTag(tag: string, author: string): string {
  if (unsigned(tag).name !== null) return tag;
  const name = `@${nameOf(author)}`;
  return normaliseTag(`${tag.slice(0, MAX_TAG_CHARS - name.length).toWellFormed()}${name}`);
}

const DAY = /（\d{4}-\d{2}-\d{2}）$/u;
const SIGNED_DAY = /(@[^@]{1,40})（\d{4}-\d{2}-\d{2}）$/u;

/** The name of a comparison without the name of its author, and without the day that follows that. */
const barely = (title: string) => unsigned(title.replace(SIGNED_DAY, '$1'));
export const bareTitle = (title: string): string => barely(title).text;

/** The name of a comparison with its author. */
export function signedTitle(title: string, author: string): string {
  if (barely(title).name !== null) return title;
  const name = `@${nameOf(author)}`;
  return `${title.slice(0, MAX_TITLE - name.length).toWellFormed()}${name}`;
}

/** The name of one of several states of a comparison, with the day of that state; the rest of it is shortened. */
export function datedTitle(title: string, day: string): string {
  const { text, name } = unsigned(title.replace(DAY, ''));
  const end = `${name === null ? '' : `@${name}`}（${day}）`;
  return `${text.slice(0, MAX_TITLE - end.length).toWellFormed()}${end}`;
}

/** The paragraphs of a note: what blank lines separate. */
export function paragraphsOf(note: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of note.split('\n')) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line.trimEnd());
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trim());
}

const HEAD = /^【@[^\n]{1,40}】\n/u;

/** A paragraph without the name of its author. */
export const unsignedParagraph = (paragraph: string): string => paragraph.replace(HEAD, '');

export const signedParagraph = (paragraph: string, author: string): string =>
  HEAD.test(paragraph) ? paragraph : `【@${nameOf(author)}】\n${paragraph}`;

/** Corrections as paragraphs, for standing beside those of the clip that stays. */
export function correctionParagraphs({ title, section, regions, agencies, publishedOn }: Corrections): string[] {
  const fields: [string, string | undefined][] = [
    ['标题', title],
    ['栏目', section],
    ['地区', regions?.map((region) => regionName(region, 'zh')).join('、')],
    ['机关', agencies?.join('、')],
    ['日期', publishedOn],
  ];
  return fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`更正${name}：${value.replace(/\s+/gu, ' ').trim()}`],
  );
}
