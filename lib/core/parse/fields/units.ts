/**
 * Reads the unit after a number: longest known unit first, composed units (元/亩, 台（套）) as printed. Offsets are of
 * the folded text. Knows the lexicon of units only.
 */
import { DURATION_NOUNS, GUARDED_UNITS, PLAIN_UNITS, type UnitEntry } from '@/lib/core/lexicon/units';

const byFirst = new Map<string, UnitEntry[]>();
for (const unit of [...PLAIN_UNITS, ...GUARDED_UNITS]) {
  const first = unit.form.charAt(0);
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), unit].sort((a, b) => b.form.length - a.form.length),
  );
}
const durations = DURATION_NOUNS.map(({ form }) => form);
const LATIN = /[A-Za-z]/u;
const PER = /^ ?[/／] ?(?:每)?([\u4e00-\u9fff]{1,4}|[A-Za-zμ²³\d]{1,4})(?:[·.・*]([\u4e00-\u9fff]{1,3}))?/u;
const PER_NOUN =
  /^(?:年|月|日|天|人|户|亩|次|小时|平方米|平米|千瓦时|度|吨|公斤|台|辆|家|个|件|床|学年|学期|立方米|公顷|标箱|株|头|只|套|项|千克|升|秒|分钟|平方公里|生|校|班|例|笔|km|h|d|a|s|m²|m³|m2|m3|L|kg|t|min|mol|kWh)/u;

/** The known unit that begins at `at` in `text`, or null. */
export function plainUnitAt(text: string, at: number): string | null {
  for (const { form, not } of byFirst.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(form, at)) continue;
    const after = text.slice(at + form.length, at + form.length + 4);
    if (LATIN.test(form.at(-1) ?? '') && LATIN.test(after.charAt(0))) continue;
    if (not?.test(after)) continue;
    return form;
  }
  return null;
}

/** The unit that begins at `at`, composed ones included, as `{ unit, end }`; null for none and for durations. */
export function unitAt(text: string, at: number): { unit: string; end: number } | null {
  const unit = plainUnitAt(text, at);
  if (unit === null) return null;
  const end = at + unit.length;
  if (unit === '个') {
    const after = text.slice(end, end + 6).trimStart();
    if (durations.some((noun) => after.startsWith(noun))) return null;
  }
  // 台(套), 项(次): the second classifier is part of the unit.
  if (text[end] === '(') {
    const inner = plainUnitAt(text, end + 1);
    const close = inner === null ? -1 : end + 1 + inner.length;
    if (inner !== null && unit !== '个' && text[close] === ')')
      return { unit: text.slice(at, close + 1), end: close + 1 };
  }
  const per = PER.exec(text.slice(end, end + 12));
  const noun = per?.[1] === undefined ? null : PER_NOUN.exec(per[1])?.[0];
  if (per && noun) {
    const exact = noun === per[1];
    const printed = exact ? per[0] : per[0].slice(0, per[0].indexOf(per[1] ?? '') + noun.length);
    return { unit: unit + printed.replaceAll(' ', ''), end: end + printed.length };
  }
  return { unit, end };
}
