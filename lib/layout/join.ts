/** Lines of a paragraph → its text, with the places its pieces come from. */
import { isSpace } from './characters';
import type { Line, Part } from './line';

const HYPHEN = /[A-Za-z]-$/u;
/** Numbers and addresses that were cut at the edge. */
const BROKEN = /^(?:\d\d|[/-].|\d[.%])$/u;

/** A line end is a space only between words of a script that has them; a hyphen at the end may be one of typesetting. */
export function joinLines(lines: readonly Line[]): { text: string; bold: number; parts: Part[] } {
  let text = '';
  let bold = 0;
  const parts: Part[] = [];
  for (const line of lines) {
    const whole = bold === text.length;
    if (HYPHEN.test(text) && /^[a-z]/u.test(line.text)) text = text.slice(0, -1);
    else if (
      text &&
      !BROKEN.test(text.slice(-1) + line.text.charAt(0)) &&
      isSpace(text.slice(-1), line.text.charAt(0), 0.2)
    )
      text += ' ';
    if (whole && line.bold > 0) bold = text.length + line.bold;
    for (const part of line.parts) parts.push({ item: part.item, at: part.at + text.length });
    text += line.text;
  }
  return { text, bold: Math.min(bold, text.length), parts };
}
