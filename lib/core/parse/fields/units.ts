/**
 * Reads the unit after a number: longest known unit first, composed units (元/亩, 台（套）) as printed. Offsets are of
 * the folded text. Knows the lexicon of units only.
 */
import { DURATION_NOUNS, PER_UNITS, UNITS, type UnitEntry } from '@/lib/core/lexicon/units';

const byFirst = new Map<string, UnitEntry[]>();
for (const unit of UNITS) {
  const first = unit.form.charAt(0);
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), unit].sort((a, b) => b.form.length - a.form.length),
  );
}
const durations = DURATION_NOUNS.map(({ form }) => form);
const perUnits = PER_UNITS.toSorted((a, b) => b.length - a.length);
const LATIN = /[A-Za-zμ]/u;
const LATIN_OR_DIGIT = /[A-Za-z\d]/u;
const STROKE = /^ ?\/ ?每?/u;
/** 1 个至 5 个工作日: the first is a duration as the second is. */
const RANGE = /^ ?(?:至|到|-|—|~) ?\d{1,4} ?个?/u;
/** 家政 is a word, 家政府 is not; 项目 is one, 5 项目标 is not; 元年 is one, 元年度 is not. */
const SPLIT_WORDS: Readonly<Record<string, RegExp>> = { 家: /^政(?!府|协|务)/u, 项: /^目(?!标)/u, 元: /^年(?!度)/u };

/** The known unit that begins at `at` in `text`, or null. */
export function plainUnitAt(text: string, at: number): string | null {
  for (const { form, not } of byFirst.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(form, at)) continue;
    const after = text.charAt(at + form.length);
    if (after !== '' && not.includes(after)) continue;
    if (LATIN.test(form.at(-1) ?? '') && LATIN_OR_DIGIT.test(after)) continue;
    if (SPLIT_WORDS[form]?.test(text.slice(at + form.length, at + form.length + 2))) continue;
    return form;
  }
  return null;
}

/** /亩, /平方米·月, /人/日 after a unit that ends at `end`: where they end. */
function perEnd(text: string, end: number): number {
  let at = end;
  for (let i = 0; i < 2; i += 1) {
    const stroke = STROKE.exec(text.slice(at, at + 4))?.[0] ?? (i > 0 && text[at] === '·' ? '·' : null);
    if (stroke === null) break;
    const unit = perUnits.find((form) => text.startsWith(form, at + stroke.length));
    if (unit === undefined) break;
    const next = at + stroke.length + unit.length;
    if (LATIN.test(unit) && LATIN_OR_DIGIT.test(text.charAt(next))) break;
    at = next;
  }
  return at;
}

function isDuration(text: string, end: number): boolean {
  const after = text.slice(end, end + 16).trimStart();
  const rest = after.replace(RANGE, '').trimStart();
  return durations.some((noun) => after.startsWith(noun) || (rest !== after && rest.startsWith(noun)));
}

/** The unit that begins at `at`, composed ones included, as `{ unit, end }`; null for none and for durations. */
export function unitAt(text: string, at: number): { unit: string; end: number } | null {
  const unit = plainUnitAt(text, at);
  if (unit === null) return null;
  const end = at + unit.length;
  if (unit === '个' && isDuration(text, end)) return null;
  // 台(套), 项(次): the second classifier is part of the unit.
  const open = text[end] === ' ' ? end + 1 : end;
  if (text[open] === '(' && unit !== '个') {
    const inner = plainUnitAt(text, open + 1);
    const close = inner === null ? -1 : open + 1 + inner.length;
    if (inner !== null && text[close] === ')') return { unit: `${unit}(${inner})`, end: close + 1 };
  }
  const whole = perEnd(text, end);
  return { unit: text.slice(at, whole).replaceAll(' ', ''), end: whole };
}
