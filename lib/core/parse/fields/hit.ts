/**
 * What the field readers hand back: values with offsets into the plain text they were given. The parser maps the
 * offsets to spans of the document. Must not know blocks or documents.
 */
import type { Figure, Span } from '@/lib/core/model';

/** A value found at `[start, end)` of one text. */
export interface Hit<T> extends Span {
  value: T;
  /** False where the reader guessed. */
  sure: boolean;
}

/** A value that title and body of an item may both name. No spans at all: concluded from context. */
export interface FieldHit<T> {
  value: T;
  inTitle: Span[];
  inText: Span[];
  sure: boolean;
}

/** A figure at `[start, end)` of the item's text. */
export interface FoundFigure extends Omit<Figure, 'spans' | 'at'>, Span {}

/** Adds `hit` to `hits` or, if the value is there already, its places to that one. */
export function addHit<T>(hits: FieldHit<T>[], hit: FieldHit<T>): void {
  const same = hits.find((other) => other.value === hit.value);
  if (!same) {
    hits.push(hit);
    return;
  }
  same.inTitle.push(...hit.inTitle);
  same.inText.push(...hit.inText);
  same.sure ||= hit.sure;
}
