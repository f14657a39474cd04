/**
 * Confidentiality marks of documents that a panel has read, kept for the browser session by address: words that are
 * clipped where the document itself cannot be read (the browser's PDF viewer) carry them, too.
 */
import { type Clip, MAX_MARK, MOST_MARKS } from '../model/clip';
import { cut } from './source';

/** Every place of a document has its marks: `#page=3` does not matter. */
export const marksKey = (url: string): string => `marks:${url.split('#', 1).join('')}`;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What lies in the session's memory, which may be anything. */
export const parseMarks = (stored: unknown): string[] => (Array.isArray(stored) ? stored.filter(isText) : []);

/** The clip with the marks of its document beside those that its own words bear. */
export function withMarks(clip: Clip, marks: readonly string[]): Clip {
  const all = new Set([...marks.map((mark) => cut(mark, MAX_MARK)), ...clip.source.marks]);
  return { ...clip, source: { ...clip.source, marks: [...all].slice(0, MOST_MARKS) } };
}
