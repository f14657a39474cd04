/**
 * Lets pdf.js tell the name of a font with the text that is set in it. As it comes, a name is only told together with a
 * page's drawing instructions, which cost as much as the text itself; headings are found by bold names. One property is
 * added to one object of pdf.js's worker while it is bundled; a version that writes it otherwise fails the build.
 */
import type { Plugin } from 'vite';

const WORKER = 'pdfjs-dist/build/pdf.worker.min.mjs';
/** Node is given the build for older engines. */
const WORKERS = /\/pdfjs-dist\/(?:legacy\/)?build\/pdf\.worker\.min\.mjs(?:\?|$)/u;
const STYLE = /fontFamily:(\w+)\.fallbackName,(?=ascent:)/gu;

export const pdfjsFontNames = (): Plugin => ({
  name: 'pdfjs-font-names',
  enforce: 'pre',
  // Bundled beforehand by the development server it would not pass through here.
  config: () => ({ optimizeDeps: { exclude: [WORKER] } }),
  transform(code, id) {
    if (!WORKERS.test(id)) return null;
    if (code.match(STYLE)?.length !== 1) this.error('pdf.js writes its text styles otherwise than expected');
    return { code: code.replace(STYLE, 'fontFamily:$1.fallbackName,fontName:$1.name,'), map: null };
  },
});
