/** Runs a table of generated pages: what the layout makes of each, and that it neither loses nor doubles anything. */
import { expect, it } from 'vitest';
import { type FileSpec, type PlacedText, writePdf } from '../fixtures/pdf/write-pdf';
import { readLines, readModel } from './read';

export interface Case {
  name: string;
  spec: FileSpec;
  expected: string[];
  /** What is left out or written otherwise on purpose. */
  changes?: true;
}

export const FOOT = (n: number): PlacedText => ({ text: `— ${n} —`, x: 275, y: 800, size: 10 });
// 34 squares wide: a full line at 12 points from x = 90 ends at 498.
export const LINE = '本省推进样例产业创新发展联合有关部门制定若干措施支持企业开展技术攻关与成果';

const visible = (text: string): string => [...text.normalize('NFKC').replace(/\s/gu, '')].sort().join('');

export function expectLayouts(cases: readonly Case[]): void {
  it.each(cases)('$name', async ({ spec, expected }) => {
    expect(await readLines(spec)).toEqual(expected);
  });

  it.each(cases.filter(({ changes }) => !changes))('nothing is lost or doubled: $name', async ({ spec }) => {
    const printed = spec.pages.flatMap((page) => page.texts.map(({ text }) => text)).join('');
    const { blocks } = await readModel(writePdf(spec));
    expect(visible(blocks.map((block) => block.text).join(''))).toBe(visible(printed));
  });
}
