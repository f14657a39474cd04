/**
 * Keeps pdf.js from loading fonts while text is read. Asking which fonts a page uses makes pdf.js hand every font to
 * the document for drawing; a worker has no document, and pdf.js would then turn all glyphs into outlines. Nothing is
 * drawn here, so fonts are taken and forgotten.
 */
class ForgottenFont {
  loaded = Promise.resolve(this);
}

const nowhere = { fonts: { add: () => undefined, delete: () => undefined } };

/** For `getDocument`. pdf.js uses no more of a document than its set of fonts as long as nothing is drawn. */
export const noDocument = nowhere as unknown as HTMLDocument;

/** Once per worker, before the first page is asked for its fonts. */
export function forgetFonts(): void {
  Object.defineProperty(globalThis, 'FontFace', { value: ForgottenFont, configurable: true });
}
