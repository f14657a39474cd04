/**
 * Text as the interface shows it: characters that would turn the reading order or hide are named in its place, so that
 * a title cannot look like another one. What is kept and exported stays as it was printed.
 */
const HIDING = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

const nameOf = (char: string): string =>
  `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

export const shownText = (text: string): string => text.replace(HIDING, nameOf);
