/** CSV that Excel opens right and that runs nothing. */
import { describe, expect, it } from 'vitest';
import { csvCell, type ExportInput, figuresCsv, measuresCsv } from '@/lib/core/export';
import { makeClip } from '../../fixtures/make-clip';
import { fujian, shanghai } from '../../fixtures/policy-clips';

const input = (clips: ExportInput['clips']): ExportInput => ({
  scope: 'selection',
  title: 't',
  locale: 'zh-CN',
  clips,
});

/** A plain reader of RFC 4180. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const char = csv[i];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (csv[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',' || char === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === '\r') {
        rows.push([]);
        i++;
      }
    } else cell += char;
  }
  return rows.slice(0, -1);
}
const rowsOf = (chunks: Iterable<string>) => read([...chunks].join('').slice(1));

describe('cells', () => {
  it.each([
    ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
    ['+1', `"'+1"`],
    ['-5%', `"'-5%"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\tx', `"'\tx"`],
    ['\r=1', `"'\r=1"`],
    [' =1+1', `"' =1+1"`],
    ['＝1', `"'＝1"`],
    ['a "b", c', '"a ""b"", c"'],
    ['2.7 万家', '"2.7 万家"'],
    ['a\0b\uD800', '"a\uFFFDb\uFFFD"'],
  ])('%j', (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });
});

describe('files', () => {
  it('begin with a byte order mark and end every line with CRLF', () => {
    const csv = [...figuresCsv(input([shanghai]))].join('');
    expect(csv.startsWith('\uFEFF"省份"')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(1 + 4 + 1);
  });
  it('have one row per figure, with kind, horizon and source', () => {
    const rows = rowsOf(figuresCsv(input([shanghai, fujian])));
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows).toHaveLength(1 + 4 + 2);
    const row = rows.find((cells) => cells.includes('18 家'));
    expect(row?.slice(0, 2)).toEqual(['福建', '福建省促进科技服务业发展若干措施（样例）']);
    expect(row?.slice(3, 9)).toEqual(['中试平台', '18 家', '18', '家', '已达到', '2024']);
    expect(row).toContain('原文');
  });
  it('have one row per measure, whatever it holds', () => {
    const odd = makeClip({ title: '=1', measures: [{ label: '(1)', heading: 'a,b', text: 'x\n"y"' }] });
    const rows = rowsOf(measuresCsv(input([odd])));
    expect(rows[1]?.slice(1, 2)).toEqual(["'=1"]);
    expect(rows[1]?.slice(3, 6)).toEqual(['(1)', 'a,b', 'x\n"y"']);
  });
});
