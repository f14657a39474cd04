/**
 * Takes out of the packages that are shipped what makes code or markup of text. None of it is reached by PolicyClip, the
 * security policy forbids most of it, and what is not there needs nobody's trust: the linter of addons.mozilla.org
 * (`tests/structure/manifest.test.ts`) finds none. A version that writes a place otherwise fails the build.
 */
import type { Plugin } from 'vite';

interface Removal {
  /** What the place does. */
  what: string;
  module: RegExp;
  code: RegExp;
  instead: string;
}

const REMOVALS: readonly Removal[] = [
  {
    what: 'Zod asks whether it may compile its schemas',
    module: /\/zod\/v4\/core\/util\.js$/u,
    code: /const F = Function;\s+new F\(""\);\s+return true;/gu,
    instead: 'return false;',
  },
  {
    what: 'Preact sets dangerouslySetInnerHTML',
    module: /\/preact\/dist\/preact\.(?:module\.js|mjs)$/u,
    code: /\((\w)\.innerHTML=(\w)\.__html\)/gu,
    instead: '0',
  },
  {
    what: 'pdf.js loads its worker into the page when there is no worker',
    module: /\/pdfjs-dist\/build\/pdf\.mjs$/u,
    code: /await import\(\s*(?:\/\*[^*]*\*\/\s*)*this\.workerSrc\)/gu,
    instead: '(() => { throw new Error("pdf.js runs in a worker only"); })()',
  },
  {
    what: 'pdf.js loads an interpreter for scripts of documents',
    module: /\/pdfjs-dist\/web\/pdf_viewer\.mjs$/u,
    code: /import\(\s*(?:\/\*[^*]*\*\/\s*)*sandboxBundleSrc\)/gu,
    instead: 'Promise.reject(new Error("scripts of documents are not run"))',
  },
  {
    what: 'the viewer of pdf.js makes markup of translated words',
    module: /\/pdfjs-dist\/web\/pdf_viewer\.mjs$/u,
    code: /templateElement\.innerHTML = value;\s+overlayChildNodes\(templateElement\.content, element\);/gu,
    instead: 'element.textContent = value;',
  },
];

export const noCodeFromText = (): Plugin => ({
  name: 'no-code-from-text',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    const [path = id] = id.split('?', 1);
    const removals = REMOVALS.filter(({ module }) => module.test(path));
    if (removals.length === 0) return null;
    let left = code;
    for (const { what, code: place, instead } of removals) {
      if (left.match(place)?.length !== 1) this.error(`Not found as expected: ${what}`);
      left = left.replace(place, () => instead);
    }
    return { code: left, map: null };
  },
});
