/**
 * Which fonts are bold, by their names. pdf.js tells them with the text since it is bundled with
 * `tests/tools/pdfjs-changes.ts`.
 */
const BOLD = /bold|heavy|black|semibold|demi(?!light)|simhei|heiti|黑体|小标宋|fzxbs|fzhtk|fzhtjw|stxihei|,b$/iu;

/** Subset prefixes (`ABCDEF+`) are no part of the name. */
const isBoldName = (name: string): boolean => BOLD.test(name.replace(/^[A-Z]{6}\+/u, ''));

/** @param style what pdf.js says of a font along with a page's text */
export const isBoldStyle = (style: object | undefined): boolean =>
  style !== undefined && 'fontName' in style && typeof style.fontName === 'string' && isBoldName(style.fontName);
