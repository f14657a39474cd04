/** The small bulletin that warms the parser up must go through the steps that a real one goes through. */
import { expect, it } from 'vitest';
import { warmUp } from '@/lib/core/parse/warm-up';

it('is read as a bulletin with its head, items, measures, documents, figures and table', () => {
  const { verdict, head, items } = warmUp();
  expect(verdict.kind).toBe('bulletin');
  expect(head.issueNumber?.value).toBe('第3期');
  expect(head.publishedOn?.value).toBe('2025-11-07');
  expect(items).toHaveLength(2);
  const [first] = items;
  expect(first?.regions.map(({ value }) => value)).toEqual(['310000']);
  expect(first?.measures).toHaveLength(2);
});
