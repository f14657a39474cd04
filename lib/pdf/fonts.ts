/**
 * Which fonts are bold. pdf.js tells a font's name only with the drawing instructions of a page that uses it, so
 * they are asked for on the few pages where a new font appears, and their drawing is never done.
 */
import type { PDFPageProxy } from 'pdfjs-dist';

const BOLD = /bold|heavy|black|semibold|demi(?!light)|simhei|heiti|黑体|小标宋|fzxbs|fzhtk|fzhtjw|stxihei|,b$/iu;

/** Subset prefixes (`ABCDEF+`) are no part of the name. */
export const isBoldName = (name: string): boolean => BOLD.test(name.replace(/^[A-Z]{6}\+/u, ''));

/** Pages whose drawing instructions are asked for at most. */
const MAX_LOOKUPS = 8;

export interface FontBook {
  isBold(font: string): boolean;
  /** Learns the fonts of a page that are not known yet. */
  learn(page: PDFPageProxy, fonts: readonly string[]): Promise<void>;
}

const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : '';

export function createFontBook(): FontBook {
  const bold = new Map<string, boolean>();
  const lookups = new Map<string, Promise<void>>();
  let left = MAX_LOOKUPS;
  const lookUp = async (page: PDFPageProxy, fonts: readonly string[]): Promise<void> => {
    await page.getOperatorList().catch(() => undefined);
    for (const font of fonts) {
      bold.set(font, page.commonObjs.has(font) && isBoldName(nameOf(page.commonObjs.get(font))));
    }
  };
  return {
    isBold: (font) => bold.get(font) === true,
    async learn(page, fonts) {
      const fresh = fonts.filter((font) => !lookups.has(font));
      if (fresh.length > 0 && left > 0) {
        left -= 1;
        const lookup = lookUp(page, fresh);
        for (const font of fresh) lookups.set(font, lookup);
      }
      // Pages are read ahead: another one may be looking the same font up.
      await Promise.all(fonts.map((font) => lookups.get(font)));
    },
  };
}
