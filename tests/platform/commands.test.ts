/** The hand-written readers of commands accept exactly what the schemas of the protocol accept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPage } from '@/lib/core/protocol/to-page';
import { focusFrom, marksFrom, nothingFrom, placeFrom } from '@/lib/page/commands';

const READERS = {
  readPage: nothingFrom,
  readPart: nothingFrom,
  stopReading: nothingFrom,
  setMarks: marksFrom,
  focusMark: focusFrom,
  scrollTo: placeFrom,
  getSelection: nothingFrom,
  clipSelection: nothingFrom,
} as const;

const offset = fc.oneof(fc.nat(), fc.integer(), fc.double(), fc.constant('1'));
const span = fc.oneof(
  fc.record({ start: fc.nat(), end: fc.nat() }),
  fc.record({ start: offset, end: offset }, { requiredKeys: [] }),
  fc.record({ start: fc.nat(), end: fc.nat(), more: fc.nat() }),
);
const spans = fc.oneof(fc.array(span, { maxLength: 4 }), fc.anything());
const tone = fc.oneof(fc.constantFrom('item', 'clipped', 'figure', 'field'), fc.string());
const mark = fc.record({
  id: fc.oneof(fc.string(), fc.string({ minLength: 201, maxLength: 202 }), fc.nat()),
  tone,
  spans,
});
const data = fc.oneof(
  fc.constant({}),
  fc.record({ marks: fc.oneof(fc.array(mark, { maxLength: 4 }), fc.anything()) }),
  fc.record({ id: fc.oneof(fc.string(), fc.constant(null), fc.anything()) }),
  fc.record({ spans }),
  fc.anything(),
);

describe('commands', () => {
  it('has a reader for every message', () => {
    expect(Object.keys(READERS).sort()).toEqual(Object.keys(toPage).sort());
  });

  it.each(Object.keys(READERS) as (keyof typeof READERS)[])('%s', (type) => {
    fc.assert(
      fc.property(data, (value) => {
        const schema = toPage[type].data.safeParse(value);
        const read = READERS[type](value);
        expect(read !== null).toBe(schema.success);
        if (schema.success) expect(read).toEqual(schema.data);
      }),
      { numRuns: 2_000 },
    );
  });
});
