/**
 * Reading → the record that `inspect` prints: plain values, no spans. Field names follow the corpus format.
 */
import type { DocumentModel } from '../model/document';
import type { PolicyItem, Reading } from '../model/item';
import type { Found } from '../model/span';

const values = <T>(list: readonly Found<T>[]): T[] => list.map(({ value }) => value);

const inspectItem = (item: PolicyItem) => ({
  section: item.section?.value ?? null,
  title: item.title.value,
  regions: values(item.regions),
  agencies: values(item.agencies),
  documents: values(item.documents),
  measures: item.measures.map(({ label, heading, points }) => ({
    label,
    heading,
    points: points.map((point) => ({ label: point.label, heading: point.heading })),
  })),
  figures: item.figures.map(({ text, value, unit, year, indicator, bound }) => ({
    text,
    value,
    unit,
    year,
    indicator,
    bound,
  })),
  text: item.text,
  ...(item.pages ? { pages: item.pages } : {}),
});

/** Everything but the name of the input and the times. */
export function toInspection({ verdict, head, items }: Reading, { source }: Pick<DocumentModel, 'source'>) {
  return {
    source,
    kind: verdict.kind,
    title: head.title?.value ?? null,
    issueNumber: head.issueNumber?.value ?? null,
    issuers: values(head.issuers),
    publishedOn: head.publishedOn?.value ?? null,
    region: head.region?.value ?? null,
    docNumber: head.docNumber?.value ?? null,
    marks: values(head.marks),
    items: verdict.kind === 'none' ? [] : items.map(inspectItem),
  };
}
