/**
 * What the names of fonts say. pdf.js tells them with the text since it is bundled with
 * `tests/tools/pdfjs-changes.ts`.
 */
import { isBoldName } from '@/lib/layout/bold';

const nameOf = (style: object | undefined): string =>
  style !== undefined && 'fontName' in style && typeof style.fontName === 'string' ? style.fontName : '';

/** @param style what pdf.js says of a font along with a page's text */
export const isBoldStyle = (style: object | undefined): boolean => isBoldName(nameOf(style));

/** The standard font of bullets, which pdf.js tells by the codes of letters. */
export const isDingbatsStyle = (style: object | undefined): boolean =>
  /^(?:[A-Z]{6}\+)?ZapfDingbats$/u.test(nameOf(style));
