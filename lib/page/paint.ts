/**
 * Paints ranges with the CSS Custom Highlight API: no node of the page is touched, and undoing leaves no trace. Names
 * are neutral, because pages can read the registry. Where the browser lacks the API, nothing is painted.
 */
import { ownerOf, viewOf } from './dom';

export type Layer = 'item' | 'clipped' | 'figure' | 'field' | 'focus' | 'flash';

interface Style {
  name: string;
  /** Which of two layers on one word wins. */
  priority: number;
  css: string;
}

/**
 * Never colour alone: what is kept is underlined as well. Translucent, so that dark pages stay legible, and faint: the
 * layers of one word add up, and whole paragraphs lie under them.
 */
const STYLES: Record<Layer, Style> = {
  item: { name: 'mark-1', priority: 1, css: 'background-color: rgb(196 62 48 / 4%)' },
  clipped: {
    name: 'mark-2',
    priority: 2,
    css: 'background-color: rgb(46 125 80 / 6%); text-decoration: underline dotted rgb(46 125 80 / 55%)',
  },
  focus: { name: 'mark-3', priority: 3, css: 'background-color: rgb(196 62 48 / 8%)' },
  figure: { name: 'mark-4', priority: 4, css: 'text-decoration: underline 2px rgb(196 62 48 / 60%)' },
  field: { name: 'mark-5', priority: 5, css: 'background-color: rgb(255 196 0 / 20%)' },
  flash: { name: 'mark-6', priority: 6, css: 'background-color: rgb(255 196 0 / 22%)' },
};

const SHEET = Object.values(STYLES)
  .map(({ name, css }) => `::highlight(${name}) { ${css} }`)
  .join('\n');

/** A window with the constructors of its own frame. */
type View = Window & typeof globalThis;

export interface Painter {
  paint(layer: Layer, ranges: readonly Range[]): void;
  clear(): void;
}

const isView = (view: Window | null): view is View => view !== null && 'CSS' in view && 'Highlight' in view;

/** The style sheet of one document, there while something is painted. */
function adopt(document: Document, view: View): CSSStyleSheet | null {
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(SHEET);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    // Firefox may refuse sheets of content scripts; the page then stays unpainted.
    return null;
  }
}

export function createPainter(): Painter {
  const sheets = new Map<Document, CSSStyleSheet>();
  const painted = new Map<Layer, Set<Document>>();

  const registryOf = (document: Document): HighlightRegistry | null => {
    const view = viewOf(document);
    return isView(view) ? view.CSS.highlights : null;
  };

  const paintIn = (document: Document, layer: Layer, ranges: Range[]): void => {
    const view = viewOf(document);
    if (!isView(view)) return;
    const sheet = sheets.get(document) ?? adopt(document, view);
    if (!sheet) return;
    sheets.set(document, sheet);
    const highlight = new view.Highlight(...ranges.slice(0, 1));
    for (const range of ranges) highlight.add(range);
    highlight.priority = STYLES[layer].priority;
    view.CSS.highlights.set(STYLES[layer].name, highlight);
    painted.set(layer, (painted.get(layer) ?? new Set()).add(document));
  };

  const wipe = (layer: Layer): void => {
    for (const document of painted.get(layer) ?? []) registryOf(document)?.delete(STYLES[layer].name);
    painted.delete(layer);
  };

  const dropSheets = (): void => {
    for (const [document, sheet] of sheets) {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
    sheets.clear();
  };

  return {
    paint(layer, ranges) {
      wipe(layer);
      const byDocument = Map.groupBy(ranges, (range) => ownerOf(range.startContainer));
      for (const [document, own] of byDocument) if (document) paintIn(document, layer, own);
      if (painted.size === 0) dropSheets();
    },
    clear() {
      for (const layer of [...painted.keys()]) wipe(layer);
      dropSheets();
    },
  };
}
