/**
 * What is wrong with the text of a page: none although something is drawn (a scan), only a scanner's stamp,
 * characters without meaning, recognised text that reads like noise.
 */
import type { Notice } from '@/lib/core/model/document';
import { unreadableIn } from './characters';

export interface PageQuality {
  number: number;
  /** Text of the page without running heads. */
  text: string;
  /** Something is painted on the page besides text. */
  drawn: boolean;
  /** The text lies unseen over a picture: somebody's recognition. */
  recognised: boolean;
}

/** Stamps that scanning programs leave as the only text. */
const SCANNER =
  /^(?:由)?(?:扫描全能王|夸克扫描王|布丁扫描|CamScanner|Scanned (?:by|with)|WPS扫描|Adobe Scan|iScanner)/iu;

const isScan = ({ text, drawn }: PageQuality): boolean => {
  const bare = text.replace(/\s/gu, '');
  return drawn && (bare.length === 0 || (bare.length < 30 && SCANNER.test(text.trim())));
};

/** Latin and digits tangled inside words, or Han text riddled with stray signs: what recognition makes of noise. */
const TANGLED = /(?:[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z])[A-Za-z\d]*/gu;
const STRAY = /[^\p{L}\p{N}\p{P}\p{Z}\s+=<>~％%℃°±×÷￥$^`|①-⒇●■□◆◇○★☆▲△▪→←↑↓√✓✔❖➢〇㎡]/gu;
const HAN = /[\u3400-\u9FFF]/gu;
const LONE = /(?<=[\u3400-\u9FFF])\s?[A-Za-z!^`'"~|*]{1,2}\s?(?=[\u3400-\u9FFF])/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Text that may be noise; only what recognition made is called so. */
export function looksNoisy(text: string): boolean {
  const han = count(text, HAN);
  return han >= 40 && count(text, TANGLED) + count(text, STRAY) + count(text, LONE) > han * 0.008;
}

export function qualityNotices(pages: readonly PageQuality[]): Notice[] {
  const numbers = (test: (page: PageQuality) => boolean) => pages.filter(test).map((page) => page.number);
  const scanned = numbers(isScan);
  const noisy = numbers((page) => page.recognised && looksNoisy(page.text));
  const unreadable = pages
    .map(({ number, text }) => ({ number, count: unreadableIn(text) }))
    .filter(({ count: own }) => own > 0);
  return [
    ...(scanned.length > 0 ? [{ code: 'scanned' as const, pages: scanned }] : []),
    ...(noisy.length > 0 ? [{ code: 'noisy-text' as const, pages: noisy }] : []),
    ...(unreadable.length > 0
      ? [
          {
            code: 'unreadable-characters' as const,
            pages: unreadable.map(({ number }) => number),
            counts: unreadable.map(({ count: own }) => own),
            count: unreadable.reduce((sum, { count: own }) => sum + own, 0),
          },
        ]
      : []),
  ];
}
