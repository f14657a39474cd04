/**
 * Folds full-width forms to half width and radicals (⼈) to the characters they look like, without changing any offset,
 * so that what is found in the folded text stands at the same place in the text as printed.
 */
import { recall } from '../memo';

const SINGLE: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '﹪': '%',
  '﹒': '.',
  '﹝': '〔',
  '﹞': '〕',
  '⁃': '-',
  '−': '-',
  '–': '-',
  '‐': '-',
  '‑': '-',
  '∼': '~',
  '〜': '~',
};
/** Not ， ： ； ！ ？: punctuation of prose separates, and half-width look-alikes mean other things. */
const FOLDABLE =
  /[\uff02-\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e\u3000\u00a0\u2002\u2003\u2009\u202f\t\u2f00-\u2fd5﹪﹒﹝﹞⁃−–‐‑∼〜]/gu;

function foldOne(char: string): string {
  if (char >= '\u2f00' && char <= '\u2fd5') return char.normalize('NFKC');
  return SINGLE[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

/** As `fold`, for a few characters that are asked about once: to remember them would take longer. */
export const foldShort = (text: string): string => text.replace(FOLDABLE, foldOne);

/** The same text, as long as before, with full-width digits, letters, signs and spaces in half width. */
export const fold = recall(foldShort);
