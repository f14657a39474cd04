/**
 * Has a value the shape of a schema already, so that parsing it would only copy it? Answers in a fraction of the time
 * that Zod takes without generated code, which the extension's pages forbid. For rows that come in hundreds of thousands
 * and for whole documents between page and panel, which are nearly always sound; what is wrong with the others Zod says.
 *
 * Sure only of what it says yes to. What it does not know about a schema is asked of Zod.
 */
import { type Parsed, parseSafely, type z } from './zod';

type Test = (value: unknown) => boolean;

/** Formats that are nothing but a regular expression. */
const PLAIN_FORMATS: ReadonlySet<string> = new Set(['regex', 'uuid', 'date', 'datetime']);

const isText: Test = (value) => typeof value === 'string';
const both =
  (first: Test, second: Test): Test =>
  (value) =>
    first(value) && second(value);

/** Zod's own answer; what it makes something else of does not conform. */
const asked =
  (schema: z.core.$ZodType): Test =>
  (value) => {
    const read = parseSafely(schema as z.ZodType, value);
    return read.success && Object.is(read.data, value);
  };

const patternTest = (format: string, pattern: RegExp | undefined): Test | null =>
  pattern && !pattern.global && PLAIN_FORMATS.has(format) ? (value) => pattern.test(String(value)) : null;

const lengthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : Number.NaN;

/** One demand on a text, a list or a number, its type being right; null where the demand is not known here. */
function checkTest(check: z.core.$ZodCheck<never>): Test | null {
  const { def } = (check as z.core.$ZodChecks)._zod;
  switch (def.check) {
    case 'min_length':
      return (value) => lengthOf(value) >= def.minimum;
    case 'max_length':
      return (value) => lengthOf(value) <= def.maximum;
    case 'string_format':
      return patternTest(def.format, def.pattern);
    case 'greater_than': {
      const [least, inclusive] = [Number(def.value), def.inclusive];
      return (value) => (inclusive ? Number(value) >= least : Number(value) > least);
    }
    case 'less_than': {
      const [most, inclusive] = [Number(def.value), def.inclusive];
      return (value) => (inclusive ? Number(value) <= most : Number(value) < most);
    }
    default:
      return null;
  }
}

/** A copy of the list would leave names out and fill holes. */
function isPlainList(value: unknown): value is unknown[] {
  if (!Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === value.length && (keys.length === 0 || keys.at(-1) === String(value.length - 1));
}

function listTest(element: Test): Test {
  return (value) => {
    if (!isPlainList(value)) return false;
    for (let i = 0; i < value.length; i += 1) if (!element(value[i])) return false;
    return true;
  };
}

function tupleTest({ items, rest }: z.core.$ZodTupleDef): Test | null {
  if (rest) return null;
  const tests = items.map(testOf);
  return (value) => isPlainList(value) && value.length === tests.length && tests.every((test, i) => test(value[i]));
}

function objectTest({ shape, catchall }: z.core.$ZodObjectDef): Test | null {
  if (catchall && catchall._zod.def.type !== 'never') return null;
  const fields = Object.entries(shape).map(([key, schema]) => ({
    key,
    test: testOf(schema),
    optional: schema._zod.optin === 'optional',
  }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let known = 0;
    for (const { key, test, optional } of fields) {
      if (Object.hasOwn(value, key)) {
        if (!test(Reflect.get(value, key))) return false;
        known += 1;
      } else if (!optional) return false;
    }
    // A key more would be left out of a copy.
    return Object.keys(value).length === known;
  };
}

/**
 * One of several objects that a field tells apart: no value is of two of them. Of other unions Zod takes the first that
 * fits, which need not be the one that fits as it is.
 */
function unionTest(def: z.core.$ZodUnionDef): Test | null {
  if (!('discriminator' in def)) return null;
  const options = def.options.map(testOf);
  return (value) => options.some((test) => test(value));
}

/** What a schema asks besides its checks; null where its kind is not known here. */
function typeTest(schema: z.core.$ZodType): Test | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string': {
      if (!('format' in def)) return isText;
      const { format, pattern } = def as z.core.$ZodStringFormatDef;
      const test = patternTest(format, pattern);
      return test && both(isText, test);
    }
    case 'number':
      if (!('format' in def)) return Number.isFinite;
      return def.format === 'safeint' ? Number.isSafeInteger : null;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'enum': {
      const values = new Set<unknown>(Object.values(def.entries));
      return (value) => values.has(value);
    }
    case 'literal': {
      const values = new Set<unknown>(def.values);
      return (value) => values.has(value);
    }
    case 'nullable': {
      const inner = testOf(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'optional': {
      const inner = testOf(def.innerType);
      return (value) => value === undefined || inner(value);
    }
    case 'array':
      return listTest(testOf(def.element));
    case 'tuple':
      return tupleTest(def);
    case 'object':
      return objectTest(def);
    case 'union':
      return unionTest(def);
    default:
      return null;
  }
}

function made(schema: z.core.$ZodType): Test {
  const type = typeTest(schema);
  const checks = (schema._zod.def.checks ?? []).map(checkTest);
  return type && checks.every((check) => check !== null) ? checks.reduce(both, type) : asked(schema);
}

const tests = new WeakMap<z.core.$ZodType, Test>();

/** The test of a schema, made when it is first asked for. */
function testOf(schema: z.core.$ZodType): Test {
  const known = tests.get(schema);
  if (known) return known;
  const test = made(schema);
  tests.set(schema, test);
  return test;
}

export const conforms = <S extends z.ZodType>(schema: S, value: unknown): value is z.infer<S> => testOf(schema)(value);

/** `parseSafely` at the price of a look where the value conforms, which is then given back uncopied. */
export const parseQuickly = <S extends z.ZodType>(schema: S, value: unknown): Parsed<z.infer<S>> =>
  conforms(schema, value) ? { success: true, data: value } : parseSafely(schema, value);
