/**
 * Reads numerals: 2.7, 1,234.5, 二十五, 二〇二五, 百分比 as Chinese characters. Pure arithmetic on short strings.
 */
import { HAN_DIGITS, HAN_POWERS, MULTIPLIERS } from '@/lib/core/lexicon/numbers';

const digits = new Map(HAN_DIGITS.map(({ form, value }) => [form, value]));
const powers = new Map(HAN_POWERS.map(({ form, value }) => [form, value]));
const multipliers = new Map(MULTIPLIERS.map(({ form, value }) => [form, value]));

/** Rounds away what binary fractions add: 2.7 × 10⁴ is 27000. */
export const tidy = (value: number): number => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(14)));

const isAllDigits = (text: string): boolean => {
  for (const char of text) if (!digits.has(char)) return false;
  return true;
};

/** Value of Chinese numerals: 二十五 → 25, 一百零三 → 103, 二〇二五 → 2025, 三点五 → 3.5; null if it is none. */
export function hanNumber(text: string): number | null {
  if (!text || text.length > 24) return null;
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length) return null;
  if (fraction !== undefined) {
    const base = hanNumber(whole);
    const tail = [...fraction].map((char) => digits.get(char));
    if (base === null || !tail.length || tail.includes(undefined)) return null;
    return tidy(Number(`${base}.${tail.join('')}`));
  }
  if (isAllDigits(text)) return Number(Array.from(text, (char) => digits.get(char)).join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const char of text) {
    const one = digits.get(char);
    const power = powers.get(char);
    if (one !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = one;
    } else if (power !== undefined) {
      section += (digit ?? 1) * power;
      digit = null;
    } else if (char === '万' || char === '亿') {
      total = (total + section + (digit ?? 0)) * (char === '万' ? 1e4 : 1e8);
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** Value of Arabic digits with an optional Chinese multiplier: 2.7 and 万 → 27000. Null if they are none. */
export function arabicNumber(text: string, multiplier = ''): number | null {
  const value = Number(text.replace(/[, ]/gu, ''));
  const factor = multiplier ? multipliers.get(multiplier) : 1;
  return text && Number.isFinite(value) && factor !== undefined ? tidy(value * factor) : null;
}
