/** Confidentiality marks of a printed paper: above the masthead, in the running head and in the imprint. */
import { expect, it } from 'vitest';
import { readDocument } from '@/lib/core/parse/read-document';
import { markedPaper } from '../fixtures/pdf/marked-paper';
import { writePdf } from '../fixtures/pdf/write-pdf';
import { readModel } from './read';

it('are found once each, as printed', async () => {
  const { head } = readDocument(await readModel(writePdf(markedPaper)));
  expect(head.marks.map(({ value }) => value).toSorted()).toEqual(['不得外传', '内部资料', '机密★1年', '注意保存']);
});
