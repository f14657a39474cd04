/**
 * Saved pages that the person drops, in the encodings of Chinese sites: whatever the bytes are, and whatever the page says
 * they are, the reading is that of the golden.
 */
import { expect, it } from 'vitest';
import { toInspection } from '@/lib/core/export/to-inspection';
import { readDocument } from '@/lib/core/parse/read-document';
import { readPage } from '@/lib/page/read-page';
import { readTextFile } from '@/lib/platform/file-source';
import page from '../fixtures/documents/notice.html?raw';
import golden from '../fixtures/documents/notice.json';
import { encodeGb18030 } from '../fixtures/encode-gb18030';

const declaring = (charset: string): string => page.replace('<meta charset="utf-8">', charset);
const GB2312 = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">';

async function read(bytes: Uint8Array<ArrayBuffer>) {
  const file = new File([bytes], 'notice.html');
  const answer = await readTextFile(file, (document, title) => ({
    ...readPage(document).model,
    url: '',
    title: document.title || title,
  }));
  if (!answer.ok) throw new Error(answer.error);
  return toInspection(readDocument(answer.value), answer.value);
}

it.each<[name: string, bytes: Uint8Array<ArrayBuffer>]>([
  ['UTF-8', new TextEncoder().encode(page)],
  ['GBK, declared as gb2312', encodeGb18030(declaring(GB2312))],
  ['GBK, declared as gbk', encodeGb18030(declaring('<meta charset="gbk">'))],
  ['GBK, not declared', encodeGb18030(declaring(''))],
  ['GBK, declared as UTF-8', encodeGb18030(page)],
  ['GB18030 with a character of four bytes, not declared', encodeGb18030(declaring('<!-- 𠮷 -->'))],
])('%s', async (_, bytes) => {
  const { items, ...head } = await read(bytes);
  const { items: expected, ...expectedHead } = golden;
  expect(head).toEqual(expectedHead);
  expect(items.map(({ title, documents, regions }) => ({ title, documents, regions }))).toEqual(
    expected.map(({ title, documents, regions }) => ({ title, documents, regions })),
  );
  expect(items[0]?.text.slice(0, 14)).toBe(expected[0]?.starts);
});

it('keeps a character of four bytes', async () => {
  const { items } = await read(
    encodeGb18030(declaring(GB2312).replace('创新券', '𠮷新券').replaceAll('创新券', '𠮷新券')),
  );
  expect(items[0]?.title).toContain('𠮷新券管理办法');
});
