/**
 * File names that every system takes: no separators, controls, invisible or bidirectional characters, no names that
 * Windows reserves, no dot or space at the end, at most 120 characters and 200 bytes.
 */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
const MAX_CHARS = 120;
const MAX_BYTES = 180;

const bytesOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Cuts at whole characters. */
function cutToSize(text: string): string {
  let out = '';
  let bytes = 0;
  let chars = 0;
  for (const char of text) {
    bytes += bytesOf(char);
    if (bytes > MAX_BYTES || ++chars > MAX_CHARS) break;
    out += char;
  }
  return out;
}

const trimEnds = (text: string): string => text.replace(/^[. ]{1,300}/u, '').replace(/(?<![. ])[. ]{1,300}$/u, '');

/** `<title> <day>.<extension>`; the title falls back to `policy-clips`. `day` is `YYYY-MM-DD`. */
export function fileNameFor(title: string, day: string, extension: 'md' | 'csv' | 'json' | 'zip'): string {
  const clean = cutToSize(
    trimEnds(
      title
        .slice(0, 600)
        .toWellFormed()
        .replace(FORBIDDEN, ' ')
        .replace(/\s{1,600}/gu, ' '),
    ),
  );
  const stem = trimEnds(clean);
  const name = stem === '' ? 'policy-clips' : RESERVED.test(stem.split('.', 1)[0] ?? '') ? `_${stem}` : stem;
  return `${name} ${day}.${extension}`;
}
