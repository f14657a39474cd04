/**
 * Numerals of the genre: Chinese digits and multipliers, each with a number that reads with it.
 * Must not know units; those are in `units.ts`.
 */

export interface NumeralEntry {
  form: string;
  value: number;
  /** A numeral that holds the form, and what it comes to. */
  example: readonly [numeral: string, value: number];
}

const numeral = (form: string, value: number, text: string, total: number): NumeralEntry => ({
  form,
  value,
  example: [text, total],
});

export const HAN_DIGITS: readonly NumeralEntry[] = [
  numeral('〇', 0, '二〇二五', 2025),
  numeral('○', 0, '二○二五', 2025),
  numeral('零', 0, '一百零三', 103),
  numeral('一', 1, '一', 1),
  numeral('二', 2, '二十', 20),
  numeral('两', 2, '两百', 200),
  numeral('三', 3, '三', 3),
  numeral('四', 4, '十四', 14),
  numeral('五', 5, '五', 5),
  numeral('六', 6, '六十', 60),
  numeral('七', 7, '七', 7),
  numeral('八', 8, '八', 8),
  numeral('九', 9, '九十九', 99),
];

export const HAN_POWERS: readonly NumeralEntry[] = [
  numeral('十', 10, '十二', 12),
  numeral('百', 100, '三百', 300),
  numeral('千', 1000, '两千', 2000),
];

/** After digits in Arabic or Chinese form: 2.7 万, 3.2 亿, 3 千. */
export const MULTIPLIERS: readonly NumeralEntry[] = [
  numeral('万亿', 1e12, '1.2万亿', 1.2e12),
  numeral('千亿', 1e11, '5千亿', 5e11),
  numeral('百亿', 1e10, '3百亿', 3e10),
  numeral('十亿', 1e9, '2十亿', 2e9),
  numeral('亿', 1e8, '3.2亿', 3.2e8),
  numeral('千万', 1e7, '2千万', 2e7),
  numeral('百万', 1e6, '6百万', 6e6),
  numeral('十万', 1e5, '3十万', 3e5),
  numeral('万', 1e4, '2.7万', 27000),
  numeral('千', 1e3, '3千', 3000),
  numeral('百', 1e2, '5百', 500),
];
