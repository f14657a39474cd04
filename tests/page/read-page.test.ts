/** Cases of page markup and the blocks they make, in real Chromium: computed styles and frames are the real ones. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Block } from '@/lib/core/model/document';
import { documentModelSchema } from '@/lib/core/model/document';
import { readPage } from '@/lib/page/read-page';
import { frameOf } from './frame';

let frame: HTMLIFrameElement | undefined;
afterEach(() => frame?.remove());

function read(body: string, head = '') {
  frame = frameOf(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  const reading = readPage(frame.contentDocument!);
  expect(documentModelSchema.safeParse(reading.model).error).toBeUndefined();
  return reading;
}
const blocks = (body: string, head = '') => read(body, head).model.blocks;
const texts = (body: string, head = '') => blocks(body, head).map((block) => block.text);

describe('footnotes', () => {
  it.each([
    ['of Word', '<div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1">[1]</a> 注一。</p></div>'],
    ['of a publishing tool', '<section class="footnotes"><ol><li>注一。</li></ol></section>'],
    ['by their role', '<aside role="doc-footnote"><h4>注一。</h4></aside>'],
  ])('%s are notes', (_, note) => {
    const read = blocks(`<p>样例办法每项补助若干，由省科技厅解释。</p>${note}<p>附则。</p>`);
    expect(read.map(({ role }) => role)).toEqual(['paragraph', 'note', 'paragraph']);
    expect(read[1]?.text).toContain('注一。');
  });
  it('that cover most of a page are none', () => {
    const [block] = blocks(`<div class="footnote"><p>${'样例'.repeat(40)}</p></div><p>附则。</p>`);
    expect(block?.role).toBe('paragraph');
  });
});

describe('text', () => {
  it.each<[name: string, body: string, expected: string[]]>([
    ['collapses white space', '<p>a  b\n\t c </p>', ['a b c']],
    ['drops full-width indents', '<p>　　近日，上海市</p>', ['近日，上海市']],
    ['keeps one space where the source has one', '<p>第 57 期</p>', ['第 57 期']],
    ['joins inline elements', '<p>2025<b>年</b>12<span>月</span></p>', ['2025年12月']],
    ['a space between two nodes is one', '<p>a <b> b</b></p>', ['a b']],
    [
      'skips scripts and controls',
      '<p>甲<script>x</script><style>y</style></p><textarea>z</textarea><button>q</button>',
      ['甲'],
    ],
    [
      'pronunciation above its characters is no text',
      '<p><ruby>样<rp>（</rp><rt>yàng</rt><rp>）</rp>品<rt>pǐn</rt></ruby>办法</p><p><ruby><rb>方</rb><rb>案</rb><rtc><rt>fāng</rt><rt>àn</rt></rtc></ruby></p>',
      ['样品办法', '方案'],
    ],
    ['skips what is hidden', '<p hidden>甲</p><p style="display:none">乙</p><p class="h">丙</p><p>丁</p>', ['丁']],
    [
      'skips text of no size and white text on white',
      '<p style="font-size:0">甲</p><p style="color:#fff">乙</p><p>丙</p>',
      ['丙'],
    ],
    [
      'boxes without size around text with one',
      '<div style="font-size:0"><p style="font-size:16px">甲</p></div>',
      ['甲'],
    ],
    [
      'visible text in an invisible box',
      '<div style="visibility:hidden">甲<p style="visibility:visible">乙</p></div>',
      ['乙'],
    ],
    ['a page that is hidden altogether', `<div class="h"><p>${'甲'.repeat(600)}</p></div>`, ['甲'.repeat(600)]],
    ['reads white text on a dark ground', '<div style="background:#900"><p style="color:#fff">甲</p></div>', ['甲']],
    ['a break ends a paragraph', '<p>甲部门。<br>　　乙部门。</p>', ['甲部门。', '乙部门。']],
    [
      'lines of a centred title are one title',
      '<p align="center">关于印发科技创新<br>若干措施的通知</p>',
      ['关于印发科技创新若干措施的通知'],
    ],
    ['an issue number below a title stays apart', '<center>科技简报<br>第 12 期</center>', ['科技简报', '第 12 期']],
    [
      'breaks between numbered lines',
      '<div>一、总则<br>（一）目的<br>1.范围<br>① 定义</div>',
      ['一、总则', '（一）目的', '1.范围', '① 定义'],
    ],
    [
      'text broken by hand at a fixed width is one paragraph',
      `<div>${'科'.repeat(30)}<br>${'技'.repeat(30)}<br>完成。<br>下段</div>`,
      [`${'科'.repeat(30)}${'技'.repeat(30)}完成。`, '下段'],
    ],
    ['pre keeps its lines', '<pre>甲\n乙  丙</pre>', ['甲', '乙 丙']],
    ['spans side by side stay one line', '<p style="display:flex"><span>省外</span><span>2</span></p>', ['省外2']],
    ['blocks in blocks', '<div>甲<div>乙</div>丙</div>', ['甲', '乙', '丙']],
  ])('%s', (_, body, expected) => {
    expect(texts(body, '<style>.h{display:none}</style>')).toEqual(expected);
  });
});

describe('hints', () => {
  it.each<[name: string, body: string, expected: Partial<Block>]>([
    ['heading', '<h3>标题</h3>', { role: 'heading', level: 3, boldLead: 2 }],
    ['bold lead', '<p><b>（一）</b>正文</p>', { boldLead: 3 }],
    ['bold by class', '<p><span class="b">全部</span></p>', { boldLead: 2 }],
    [
      'heading face in a page set otherwise',
      `<p style="font-family:SimHei">标题</p><p>${'文'.repeat(50)}</p>`,
      { boldLead: 2 },
    ],
    ['centred by attribute', '<p align="center">标题</p>', { centred: true }],
    ['centred by style sheet', '<p class="c">标题</p>', { centred: true }],
    ['size', `<p style="font-size:32px">标题</p><p>${'文'.repeat(50)}</p>`, { size: 2 }],
    ['text indent', '<p style="text-indent:2em">文</p>', { indent: 2 }],
    ['indent of full-width spaces', '<p>　　文</p>', { indent: 2 }],
    ['indent of no-break spaces', '<p>&nbsp;&nbsp;&nbsp;&nbsp;文</p>', { indent: 2 }],
    ['links', '<p><a href="#">首页</a>正文</p>', { links: 0.5 }],
    ['gap', '<p></p><p>&nbsp;</p><p><br></p><p>文</p>', { gap: 2 }],
    ['list number', '<ol start="4"><li>文</li></ol>', { role: 'list-item', ordinal: 4 }],
    ['furniture', `<div class="top-nav">首页</div><p>${'文'.repeat(9)}</p>`, { role: 'furniture' }],
    ['furniture that covers the page is none', '<form class="menu"><p>正文</p></form>', { role: 'paragraph' }],
  ])('%s', (_, body, expected) => {
    expect(blocks(body, '<style>.b{font-weight:700}.c{text-align:center}</style>')[0]).toMatchObject(expected);
  });

  it('tells paragraphs of one article from those of another', () => {
    const [a, b, c] = blocks('<div id="a"><div>甲</div><div>乙</div></div><div id="b"><p>丙</p><p>丁</p></div>');
    expect(a?.container).toBe(b?.container);
    expect(c?.container).not.toBe(a?.container);
  });
});

describe('tables', () => {
  it('places cells, spans counted', () => {
    const table = `<table><tr><th rowspan="2">地区</th><th colspan="2">金额</th></tr><tr><th>2024</th><th>2025</th></tr>
      <tr><td>上海</td><td>1</td><td>2</td></tr></table>`;
    expect(blocks(table)[1]?.cell).toEqual({ table: 0, row: 0, column: 1, columns: 2, header: true });
    expect(blocks(table).map(({ text, cell }) => [text, cell?.row, cell?.column, cell?.header])).toEqual([
      ['地区', 0, 0, true],
      ['金额', 0, 1, true],
      ['2024', 1, 1, true],
      ['2025', 1, 2, true],
      ['上海', 2, 0, false],
      ['1', 2, 1, false],
      ['2', 2, 2, false],
    ]);
  });

  it('a table that lays out an article has no cells', () => {
    const article = `<table><tr><td>栏目</td><td><table><tr><td><p>甲</p><p>乙</p></td></tr></table></td></tr></table>`;
    expect(blocks(article).map(({ role, cell }) => [role, cell])).toEqual(Array(3).fill(['paragraph', undefined]));
  });
});
