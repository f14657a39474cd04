/**
 * The text layers that the viewer has on screen, joined to a reading: spans become ranges to paint, boundary points
 * become offsets. Pages come and go while the person scrolls; what is not on screen has no ranges.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { documentText } from '@/lib/core/model/offsets';
import type { Span } from '@/lib/core/model/span';
import type { PdfReading } from '../read-document';
import { createTextPlaces, offsetOfVisible, visibleBefore } from './text-places';

export interface TextLayers {
  model: DocumentModel;
  text(): string;
  frames: Document[];
  pageOf(offset: number): number | null;
  rangesOf(spans: readonly Span[]): Range[];
  offsetOf(node: Node, offset: number): number | null;
}

/** Text elements of the pages on screen, by page number; index = ordinal of the text item. */
export type ShownPages = ReadonlyMap<number, readonly Element[]>;

/** Text nodes of an element; a search splits them. */
function textNodes(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node);
  return nodes;
}

/** Boundary point at an offset in an element's text. */
function pointAt(element: Element, offset: number): { node: Text; offset: number } | null {
  let left = offset;
  const nodes = textNodes(element);
  for (const node of nodes) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  const last = nodes.at(-1);
  return last ? { node: last, offset: last.length } : null;
}

function rangeIn(element: Element, from: number, to: number): Range | null {
  const text = element.textContent ?? '';
  const start = pointAt(element, offsetOfVisible(text, from));
  // Up to the character before `to`, so that white space after it is not painted.
  const end = pointAt(element, Math.min(text.length, offsetOfVisible(text, Math.max(0, to - 1)) + 1));
  if (!start || !end || !element.isConnected) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The last text element that begins before a boundary point. */
function lastBefore(shown: ShownPages, node: Node, offset: number): { page: number; item: number } | null {
  const point = document.createRange();
  point.setStart(
    node,
    Math.min(offset, node.nodeType === Node.TEXT_NODE ? (node.nodeValue?.length ?? 0) : node.childNodes.length),
  );
  let found: { page: number; item: number } | null = null;
  for (const page of [...shown.keys()].sort((a, b) => a - b)) {
    for (const [item, element] of (shown.get(page) ?? []).entries()) {
      if (!element.isConnected || element.textContent === '') continue;
      if (point.comparePoint(element, 0) >= 0) return found;
      found = { page, item };
    }
  }
  return found;
}

export function createTextLayers(reading: PdfReading, shown: () => ShownPages): TextLayers {
  const places = createTextPlaces(reading);
  const text = documentText(reading.model);

  /** Page and item of the text element that holds a node. */
  const holderOf = (node: Node): { page: number; item: number; element: Element } | null => {
    const start = node instanceof Element ? node : node.parentElement;
    for (const [page, elements] of shown()) {
      for (let element = start; element; element = element.parentElement) {
        const item = elements.indexOf(element);
        if (item >= 0) return { page, item, element };
      }
    }
    return null;
  };

  return {
    model: reading.model,
    text: () => text,
    frames: [],
    pageOf: places.pageOf,
    rangesOf: (spans) => {
      const pages = shown();
      return spans.flatMap((span) =>
        places.placesOf(span).flatMap(({ page, item, from, to }) => {
          const element = pages.get(page)?.[item];
          const range = element ? rangeIn(element, from, to) : null;
          return range ? [range] : [];
        }),
      );
    },
    offsetOf(node, offset) {
      const holder = holderOf(node);
      if (holder && node.nodeType === Node.TEXT_NODE) {
        const range = document.createRange();
        range.selectNodeContents(holder.element);
        range.setEnd(node, offset);
        return places.offsetOf(holder.page, holder.item, visibleBefore(range.toString(), Number.POSITIVE_INFINITY));
      }
      const before = lastBefore(shown(), node, offset);
      return before && places.offsetOf(before.page, before.item, Number.POSITIVE_INFINITY);
    },
  };
}
