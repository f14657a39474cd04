/** Fields whose words the markup sets in several nodes, in real Chromium: read as a person reads them, every place that of the page. */
import { afterEach, describe, expect, it } from 'vitest';
import { documentText } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { readPage } from '@/lib/page/read-page';
import { frameOf } from './frame';

let frame: HTMLIFrameElement | undefined;
afterEach(() => frame?.remove());

const BODY =
  '<p>各市科技局：</p><p>现将样品办法印发给你们，请认真贯彻执行，抓好各项任务的落实。</p><p>一、加强领导。建立健全工作机制。</p><p>二、强化保障。统筹安排资金。</p>';

function read(above: string, below = '') {
  frame = frameOf(
    `<!doctype html><html><body><h1>安徽省科技厅关于印发样品办法的通知</h1>${above}${BODY}${below}</body></html>`,
  );
  const { model } = readPage(frame.contentDocument!);
  const { head } = readDocument(model);
  const text = documentText(model);
  const marked = (field: { spans: { start: number; end: number }[] } | null) =>
    (field?.spans ?? []).map(({ start, end }) => text.slice(start, end)).join('');
  return { head, marked };
}

describe('a date over several nodes', () => {
  it.each<[how: string, above: string, below: string, words: string]>([
    ['each part in its own', '<p>发布日期：<span>2026</span>年<b>3</b>月<i>4</i>日</p>', '', '2026年3月4日'],
    ['a part cut in two', '<p>发布日期：20<font>26-0</font><font>3-04</font></p>', '', '2026-03-04'],
    [
      'line ends of the source between them',
      '<p>发布日期：<span>2026</span>\n<span>年</span>\n<span>3月</span>\n<span>4日</span></p>',
      '',
      '2026 年 3月 4日',
    ],
    [
      'in cells of a table',
      '<table><tr><td>发布<b>日期</b></td><td><span>2026年</span><span>3月4日</span></td><td>索引号</td><td>000/2026-1</td></tr></table>',
      '',
      '2026年3月4日',
    ],
    [
      'in the signature',
      '',
      '<p align="right">安徽省<b>科技厅</b></p><p align="right">二〇二<span>六年</span><u>三月</u>四日</p>',
      '二〇二六年三月四日',
    ],
  ])('%s', (_, above, below, words) => {
    const { head, marked } = read(above, below);
    expect(head.publishedOn?.value).toBe('2026-03-04');
    expect(marked(head.publishedOn)).toBe(words);
  });
});

it('a document number over several nodes', () => {
  const { head, marked } = read(
    '<p style="text-align:center">皖科〔<span>20</span><span>26</span>〕<b>1</b>8<span>号</span></p>',
  );
  expect([head.docNumber?.value, marked(head.docNumber)]).toEqual(['皖科〔2026〕18号', '皖科〔2026〕18号']);
});
