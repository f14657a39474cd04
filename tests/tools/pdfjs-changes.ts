/**
 * What is changed in pdf.js's worker while it is bundled, so that text is read sooner and whole. Each change replaces one
 * expression; a version of pdf.js that writes it otherwise fails the build.
 */
import type { Plugin } from 'vite';

const WORKER = 'pdfjs-dist/build/pdf.worker.min.mjs';
/** Node is given the build for older engines. */
const WORKERS = /\/pdfjs-dist\/(?:legacy\/)?build\/pdf\.worker\.min\.mjs(?:\?|$)/u;

interface Change {
  /** Completes “the worker …”, for the licences that are shipped. */
  what: string;
  expression: RegExp;
  by: string;
}

export const CHANGES: readonly Change[] = [
  {
    // As it comes, a name is only told together with a page's drawing instructions, which cost as much as the text
    // itself; headings are found by bold names.
    what: 'tells the name of a font with the text that is set in it',
    expression: /fontFamily:(\w+)\.fallbackName,(?=ascent:)/gu,
    by: 'fontFamily:$1.fallbackName,fontName:$1.name,',
  },
  {
    // Every copy of a text state inherits from the one it copies, although it takes over all of its properties. Engines
    // keep objects that are inherited from in a slow form, and pages copy states by the thousand: a third of the time.
    what: 'copies states of text without inheriting from them',
    expression: /clone\(\)\{(const|let|var) (\w+)=Object\.assign\(Object\.create\(this\),this\);(?=\2\.textMatrix)/gu,
    by: 'clone(){$1 $2=Object.assign(Object.create(Object.getPrototypeOf(this)),this);',
  },
  {
    // Opening for text says so by letting no picture through, see `openParameters`.
    what: 'knows of every font whether only text is wanted',
    expression: /(?<=this\.psName=null;)(?=this\.disableFontFace=(\w+)\.disableFontFace;)/gu,
    by: 'this.forText=$1.maxImageSize===1;',
  },
  {
    // The outlines of every TrueType font are checked and written anew, for drawing: up to two fifths of all reading. What
    // they say of text is only asked for where the file does not say itself which text its glyphs are.
    what: 'leaves the outlines of fonts alone where only text is wanted',
    expression: /(\w+)=(this\.checkAndRepair\(\w+,\w+,(\w+)\));(?=adjustWidths)/gu,
    by: '$1=this.forText&&$3.hasIncludedToUnicodeMap?undefined:$2;',
  },
  {
    // Fonts whose glyphs are drawings (browsers print with them) have each glyph drawn to find a box for fonts that give
    // none, or one that is too small by a factor of ten: glyphs of two ems where the box has a fifth of one.
    what: 'looks at no drawn glyph where only text is wanted and the font has a box',
    expression: /(=(\w+)\.bbox,(\w+)=Math\.hypot\([^)]*\);for\(const \w+ of )(?=\w+\.getKeys\(\)\)try)/gu,
    by: '$1$2.forText&&$3*$2.fontMatrix[0]>.2?[]:',
  },
  {
    // A soft hyphen that a font draws is read as a hyphen (2014-2020年); pdf.js drops it with the marks that are not drawn.
    what: 'keeps soft hyphens',
    expression: /isInvisibleFormatMark:!!(\w+)\?\.\[3\]\}/gu,
    by: 'isInvisibleFormatMark:!!$1?.[3]&&$1[3]!=="\\u00ad"}',
  },
];

export const pdfjsChanges = (): Plugin => ({
  name: 'pdfjs-changes',
  enforce: 'pre',
  // Bundled beforehand by the development server it would not pass through here.
  config: () => ({ optimizeDeps: { exclude: [WORKER] } }),
  transform(code, id) {
    if (!WORKERS.test(id)) return null;
    const changed = CHANGES.reduce((text, { what, expression, by }) => {
      if (text.match(expression)?.length !== 1)
        this.error(`pdf.js is written otherwise than expected where its worker ${what}`);
      return text.replace(expression, by);
    }, code);
    return { code: changed, map: null };
  },
});
