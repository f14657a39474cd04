/** What a dropped file is, and how its bytes become text. */
import { describe, expect, it } from 'vitest';
import { encodingOf, fileKind } from '@/lib/platform/file-source';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 样例 in GBK. */
const GBK = [0xd1, 0xf9, 0xc0, 0xfd];

describe('fileKind', () => {
  it.each([
    ['report.pdf', utf8('%PDF-1.7'), 'pdf'],
    ['report', utf8('\n\n%PDF-1.4'), 'pdf'],
    ['page.htm', utf8('样例'), 'html'],
    ['page', utf8('<!DOCTYPE html><p>样例'), 'html'],
    ['notes.txt', utf8('样例'), 'text'],
    ['report.ofd', utf8('PK\u0003\u0004'), 'ofd'],
    ['report', utf8('PK\u0003\u0004\u0014\u0000OFD.xml<?xml'), 'ofd'],
    ['letter.docx', utf8('PK\u0003\u0004'), null],
  ] as const)('%s', (name, bytes, kind) => {
    expect(fileKind(name, bytes)).toBe(kind);
  });
});

describe('encodingOf', () => {
  it.each([
    ['a mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x41]), 'utf-8'],
    ['valid UTF-8, whatever is declared', utf8('<meta charset="gbk">样例'), 'utf-8'],
    ['declared', new Uint8Array([...utf8('<meta charset="gb2312">'), ...GBK]), 'gb2312'],
    ['not declared', new Uint8Array(GBK), 'gb18030'],
    ['declared by a name that nobody knows', new Uint8Array([...utf8('<meta charset="x-none">'), ...GBK]), 'gb18030'],
  ] as const)('%s', (_, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
  });
});
