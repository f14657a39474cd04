/**
 * Gives what was read from a simplified copy back in the characters of the page. Names of bodies that the lexicon knows
 * stay in its form, so that they can be compared. Works on places only; knows no words.
 */
import { simplify } from '@/lib/core/lexicon/variants';
import { type DocumentModel, documentText } from '@/lib/core/model/document';
import type { Figure, Measure, Point, PolicyItem, Reading } from '@/lib/core/model/item';
import type { Found, Span } from '@/lib/core/model/span';

/** A text as it was read and as the page prints it, character by character. */
interface Both {
  read: string;
  printed: string;
}

/** So much of the page may have been left out between two characters (marks, pronunciation). */
const REACH = 12;

/** `value`, which was taken from `source`, as printed; what does not stand there stays. Never changes its length. */
function align(value: string, { read, printed }: Both): string {
  let out = '';
  let at = 0;
  for (let i = 0; i < value.length; i += 1) {
    const unit = value.charAt(i);
    const skip = read.slice(at, at + REACH).indexOf(unit);
    out += skip < 0 ? unit : printed.charAt(at + skip);
    if (skip >= 0) at += skip + 1;
  }
  return out;
}

const part = ({ read, printed }: Both, { start, end }: Span): Both => ({
  read: read.slice(start, end),
  printed: printed.slice(start, end),
});

function partsOf(source: Both, spans: readonly Span[]): Both {
  const parts = spans.map((span) => part(source, span));
  return { read: parts.map(({ read }) => read).join(''), printed: parts.map(({ printed }) => printed).join('') };
}

/** Names are made of words that stand near. */
const NEAR = 80;
function near(value: string, { read, printed }: Both, at: number): string {
  const from = Math.max(0, at - NEAR);
  const found = read.slice(from, at + NEAR).indexOf(value);
  return found < 0 ? value : printed.slice(from + found, from + found + value.length);
}

const wordsPrinted = ({ label, heading, text }: Measure | Point, own: Both) => ({
  label: align(label, own),
  heading: align(heading, own),
  text: align(text, own),
});

function measurePrinted(measure: Measure, body: Both): Measure {
  const own = part(body, measure.at);
  return {
    ...measure,
    ...wordsPrinted(measure, own),
    points: measure.points.map((point) => ({ ...point, ...wordsPrinted(point, part(body, point.at)) })),
    suggestions: measure.suggestions.map((suggestion) => ({
      ...suggestion,
      words: suggestion.words.map((word) => {
        const at = own.read.indexOf(word);
        return at < 0 ? word : own.printed.slice(at, at + word.length);
      }),
    })),
  };
}

const figurePrinted = (figure: Figure, body: Both): Figure => ({
  ...figure,
  text: align(figure.text, part(body, figure.at)),
  indicator: figure.indicator && near(figure.indicator, body, figure.at.start),
  subject: figure.subject && near(figure.subject, body, figure.at.start),
});

/** The reading of a page in traditional characters, in them. */
export function asPrinted(reading: Reading, model: DocumentModel): Reading {
  const printed = documentText(model);
  const page: Both = { read: simplify(printed), printed };
  const stated = [model.title, ...model.meta.map(([, content]) => content)];
  const restored = (one: Found<string>): Found<string> => {
    if (one.spans.length > 0) return { ...one, value: align(one.value, partsOf(page, one.spans)) };
    const source = stated.find((text) => simplify(text).includes(one.value));
    if (source === undefined) return one;
    const at = simplify(source).indexOf(one.value);
    return { ...one, value: source.slice(at, at + one.value.length) };
  };
  const body = (one: Found<string>): Found<string> => (one.sure ? one : restored(one));
  const item = (one: PolicyItem): PolicyItem => {
    const text = align(one.text, partsOf(page, one.spans));
    const both: Both = { read: one.text, printed: text };
    return {
      ...one,
      text,
      title: restored(one.title),
      section: one.section && restored(one.section),
      agencies: one.agencies.map(body),
      documents: one.documents.map(restored),
      docNumbers: one.docNumbers.map(restored),
      measures: one.measures.map((measure) => measurePrinted(measure, both)),
      figures: one.figures.map((figure) => figurePrinted(figure, both)),
    };
  };
  const { head } = reading;
  return {
    ...reading,
    head: {
      ...head,
      title: head.title && restored(head.title),
      issueNumber: head.issueNumber && restored(head.issueNumber),
      docNumber: head.docNumber && restored(head.docNumber),
      issuers: head.issuers.map(body),
      marks: head.marks.map(restored),
    },
    items: reading.items.map(item),
  };
}
