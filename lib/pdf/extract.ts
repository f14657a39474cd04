/**
 * pdf.js page → runs. The only knowledge of pdf.js's text content that the layout needs; shared by the worker, the
 * development tools and the tests. A page that never ends is cut, so that a hostile file costs bounded memory.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { TextContent, TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api';
import { asDingbats } from '@/lib/layout/characters';
import { type PageRuns, type RawRun, toPageRuns } from '@/lib/layout/run';
import { MAX_PAGE_CHARS, MAX_PAGE_RUNS } from '@/lib/layout/to-document';
import { isBoldStyle, isDingbatsStyle } from './fonts';

export interface ExtractedPage extends PageRuns {
  /** The page had more text than is read. */
  cut: boolean;
}

/** Compatibility forms are resolved by the layout; what the viewer's text layer shows is then the same text. */
const AS_PRINTED = { disableNormalization: true };

const isText = (item: TextItem | TextMarkedContent): item is TextItem => 'str' in item;

/** [a b c d e f] of the composition `m · n`. */
const multiply = (m: readonly number[], n: readonly number[]): number[] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/** Text content of a page up to the caps. */
async function textOf(page: PDFPageProxy): Promise<{ items: TextItem[]; styles: TextContent['styles']; cut: boolean }> {
  const reader: ReadableStreamDefaultReader<TextContent> = page.streamTextContent(AS_PRINTED).getReader();
  const items: TextItem[] = [];
  const styles: TextContent['styles'] = {};
  let chars = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return { items, styles, cut: false };
    Object.assign(styles, value.styles);
    for (const item of value.items) {
      if (!isText(item)) continue;
      items.push(item);
      chars += item.str.length;
    }
    if (items.length > MAX_PAGE_RUNS || chars > MAX_PAGE_CHARS) {
      await reader.cancel(new Error('page cut')).catch(() => undefined);
      return { items, styles, cut: true };
    }
  }
}

export async function extractPage(page: PDFPageProxy): Promise<ExtractedPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles, cut } = await textOf(page);
  const bold = new Set(Object.keys(styles).filter((font) => isBoldStyle(styles[font])));
  const dingbats = new Set(Object.keys(styles).filter((font) => isDingbatsStyle(styles[font])));
  const raws = items.map(
    (item, i): RawRun => ({
      text: dingbats.has(item.fontName) ? asDingbats(item.str) : item.str,
      transform: multiply(viewport.transform, item.transform),
      width: item.width,
      height: item.height,
      bold: bold.has(item.fontName),
      vertical: styles[item.fontName]?.vertical === true,
      item: i,
    }),
  );
  return {
    ...toPageRuns(page.pageNumber, viewport.width, viewport.height, raws),
    cut,
  };
}
