/** Two neighbouring items become one: the second's title is a paragraph of the first. */
import type { PolicyItem } from '../model/item';
import type { Found } from '../model/span';
import { movedFigure, movedMeasure } from './shift';

const united = <T>(first: readonly Found<T>[], second: readonly Found<T>[]): Found<T>[] => [
  ...first,
  ...second.filter((other) => !first.some((own) => own.value === other.value)),
];

export function mergeItems(first: PolicyItem, second: PolicyItem): PolicyItem {
  const lead = [first.text, second.title.value].filter(Boolean).join('\n');
  const by = lead.length + 1;
  return {
    ...first,
    regions: united(first.regions, second.regions),
    agencies: united(first.agencies, second.agencies),
    documents: united(first.documents, second.documents),
    docNumbers: united(first.docNumbers, second.docNumbers),
    measures: [...first.measures, ...second.measures.map((measure) => movedMeasure(measure, by))],
    figures: [...first.figures, ...second.figures.map((figure) => movedFigure(figure, by))],
    text: second.text ? `${lead}\n${second.text}` : lead,
    spans: [...first.spans, ...second.title.spans, ...second.spans],
    pages:
      first.pages && second.pages
        ? [Math.min(first.pages[0], second.pages[0]), Math.max(first.pages[1], second.pages[1])]
        : (first.pages ?? second.pages),
  };
}
