/** Confidentiality marks in the markup of pages: whatever sets the letters apart, wherever the masthead puts them. */
import { afterEach, expect, it } from 'vitest';
import { readDocument } from '@/lib/core/parse/read-document';
import { readPage } from '@/lib/page/read-page';
import { frameOf } from './frame';

let frame: HTMLIFrameElement | undefined;
afterEach(() => frame?.remove());

const BODY = `<p>　　近日，样品省科学技术厅召开会议，研究部署年度重点任务，要求各市抓好落实，重大情况及时报告。</p>
  <p>　　会议指出，要依法保守国家秘密，保护商业秘密，不得外传内部资料，并注意保存有关档案材料。</p>`.repeat(6);

const NAVIGATION =
  '<ul><li><a href="/a">首页</a></li><li><a href="/b">内部资料</a></li><li><a href="/c">内部文件</a></li></ul>';

it.each([
  ['no-break spaces', '<p align="right">机&nbsp;&nbsp;密★1年</p><h1>样品工作情况</h1>', ['机密★1年']],
  ['letters in elements of their own', '<p><b>秘</b>　<b>密</b></p><h1>样品工作情况</h1>', ['秘密']],
  ['line breaks', '<p>000012<br>机密★1年<br>特急</p><h1>样品工作情况</h1>', ['机密★1年']],
  [
    'a table',
    '<table><tr><td>内部资料</td><td>注意保存</td></tr></table><h1>样品工作情况</h1>',
    ['内部资料', '注意保存'],
  ],
  ['the line of the masthead', '<h1>样品科技专报</h1><p>第3期　内部资料　注意保存</p>', ['内部资料', '注意保存']],
  [
    'what the page calls its header',
    '<div class="header">内部资料，注意保存</div><h1>样品工作情况</h1>',
    ['内部资料', '注意保存'],
  ],
  ['a menu', `<div class="nav">${NAVIGATION}</div>${NAVIGATION}<h1>样品工作情况</h1>`, []],
  ['a title', '<h1>样品省保守国家秘密工作情况</h1><p>商业秘密保护</p>', []],
])('%s', (_, head, marks) => {
  frame = frameOf(`<!doctype html><html><body>${head}${BODY}</body></html>`);
  const { model } = readPage(frame.contentDocument!);
  expect(readDocument(model).head.marks.map(({ value }) => value)).toEqual(marks);
});

it('the imprint', () => {
  frame = frameOf(`<!doctype html><html><body><h1>样品工作情况</h1>${BODY}<p>内部资料，不得外传</p></body></html>`);
  const { model } = readPage(frame.contentDocument!);
  expect(readDocument(model).head.marks.map(({ value }) => value)).toEqual(['内部资料', '不得外传']);
});
