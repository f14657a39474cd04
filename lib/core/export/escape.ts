/**
 * Text → Markdown that means exactly that text. Whatever a clipped passage contains, a CommonMark + GFM parser gives
 * it back character by character and finds no heading, list, table, link, image, HTML or footnote in it; templates and
 * tags of note tools (`{{…}}`, `%%`, `[[…]]`, `#tag`) stay literal too. A property test proves it with a real parser.
 * Two changes are unavoidable, as Markdown cannot hold them: NUL and lone surrogates become U+FFFD.
 */

/** Whatever means something wherever it stands; `==marked==`, `%% comment %%`, and what makes a bare address a link. */
const SPECIAL = /[\\`*_[\]~|#$^{}@&<\0\t\n\r]|==|%%|:\/\/|[wW]{3}\./gu;
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['\0', '\uFFFD'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  ['==', '\\=\\='],
  ['%%', '\\%\\%'],
]);
const LEADING_MARK = /^[-+=:>]/u;
const LEADING_NUMBER = /^(\d{1,9})([.)])(?= |$)/u;

const escaped = (found: string): string =>
  REFERENCES.get(found) ?? (found.endsWith('.') ? `${found.slice(0, -1)}\\.` : `\\${found}`);

/** One line of text for a paragraph, heading, list item or table cell; line ends inside become references. */
export function escapeText(text: string): string {
  let line = text.toWellFormed().replace(SPECIAL, escaped);
  const first = line.charCodeAt(0);
  // Marks, digits and the space stand before the letters; Chinese text begins with none of them.
  if (first < 0x40) {
    line = line
      .replace(LEADING_MARK, (mark) => (mark === '>' ? '&gt;' : `\\${mark}`))
      .replace(LEADING_NUMBER, '$1\\$2');
    if (first === 0x20) line = `&#32;${line.slice(1)}`;
  }
  return line.endsWith(' ') ? `${line.slice(0, -1)}&#32;` : line;
}

/** Paragraphs of a text: its lines, empty ones left out. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const UNSAFE_IN_ADDRESS = /[\s<>"\\^`{|}\p{Cc}\u2028\u2029]/u;
const WEB_ADDRESS = /^https?:\/\/([^/?#]{1,300})/iu;

/** The address when it is one of the web without user name and without anything that breaks out; else null. */
export function safeAddress(url: string): string | null {
  if (url.length > 4_000 || UNSAFE_IN_ADDRESS.test(url)) return null;
  const host = WEB_ADDRESS.exec(url)?.[1];
  return host && !host.includes('@') ? url : null;
}

/** An address shown as itself; angle brackets take no escapes. Text for unsafe addresses. */
export const autolink = (url: string): string => (safeAddress(url) === null ? escapeText(url) : `<${url}>`);

/** A link of ours: the text escaped, the address in angle brackets. Falls back to the text for unsafe addresses. */
export function link(text: string, url: string): string {
  const address = safeAddress(url);
  return address === null ? escapeText(text) : `[${escapeText(text)}](<${address.replaceAll('&', '&amp;')}>)`;
}

/** A GFM table; cells are Markdown without line ends. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || ' ').join(' | ')} |\n`;
  return line(header) + line(header.map(() => '---')) + rows.map(line).join('');
}
