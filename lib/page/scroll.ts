/** Brings a passage into view, in whatever scrolls around it. */
import { isElement, ownerOf, parentOf, viewOf } from './dom';

/** Share of the window's height that is left above the passage. */
const ABOVE = 0.25;

export function scrollToRange(range: Range): void {
  const parent = isElement(range.startContainer) ? range.startContainer : parentOf(range.startContainer);
  const document = ownerOf(range.startContainer);
  const view = document && viewOf(document);
  if (!parent || !isElement(parent) || !view) return;
  // First every scrolling box around it, then the window to the line itself, since a paragraph may be long.
  Element.prototype.scrollIntoView.call(parent, { block: 'center', inline: 'nearest', behavior: 'instant' });
  const { top } = range.getBoundingClientRect();
  view.scrollBy({ top: top - view.innerHeight * ABOVE, behavior: 'instant' });
}
