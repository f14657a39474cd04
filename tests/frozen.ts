/**
 * Set-up of the tests of pure code: nothing can be added to the prototypes that every object shares, and after each
 * test they are what they were. Not frozen outright, because tools of the tests give objects a `hasOwnProperty` or
 * `valueOf` of their own by assignment.
 */
import { afterEach, expect } from 'vitest';

const SHARED = [Object, Array, Function, Map, Set, String, Number, RegExp, Date].map((one) => one.prototype);
const propertiesOf = (prototype: object) =>
  Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(([name, { value, get, set }]) => [
    name,
    value,
    get,
    set,
  ]);

for (const prototype of SHARED) Object.preventExtensions(prototype);
const before = SHARED.map(propertiesOf);

afterEach(() => {
  const changed = SHARED.flatMap((prototype, i) =>
    propertiesOf(prototype).filter((property, n) => property.some((part, k) => part !== before[i]?.[n]?.[k])),
  );
  expect(changed).toEqual([]);
});
