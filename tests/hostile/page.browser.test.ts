/** Hostile pages (rows H of the trust table): the expected answer, and nothing uncaught, no dialog, no long task. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { detectPolicy } from '@/lib/core/detect/detect';
import { glance } from '@/lib/core/detect/glance';
import { parseQuickly } from '@/lib/core/model/conforms';
import { documentModelSchema } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { glanceText } from '@/lib/page/glance-text';
import { readPage, readPageSliced, visitableAddress } from '@/lib/page/read-page';
import { frameOf } from '../page/frame';

let frame: HTMLIFrameElement;
afterEach(() => frame?.remove());

const open = (body: string, head = '') => {
  frame = frameOf(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  return frame.contentDocument!;
};
function read(document: Document) {
  const { model } = readPage(document);
  expect(documentModelSchema.safeParse(model).error).toBeUndefined();
  return model;
}
const texts = (document: Document) => read(document).blocks.map((block) => block.text);
const timed = <T>(run: () => T): [T, number] => {
  const start = performance.now();
  const value = run();
  return [value, performance.now() - start];
};

describe('markup is text', () => {
  it('H01 a title with markup', () => {
    const document = open('<p>甲</p>', '<title>&lt;img src=x onerror=alert(1)></title>');
    expect(read(document).title).toBe('<img src=x onerror=alert(1)>');
  });

  it('H02 an item with closing and opening scripts', () => {
    const words = '</script><script>alert(1)</script>支持创新';
    expect(texts(open(`<p>${words.replaceAll('<', '&lt;')}</p>`))).toEqual([words]);
  });

  it('H03 script and data links leave their words only', () => {
    const document = open('<p>见<a href="javascript:alert(1)">附件</a>和<a href="data:text/html,x">说明</a></p>');
    const model = read(document);
    expect(model.blocks.map((block) => block.text)).toEqual(['见附件和说明']);
    expect(JSON.stringify(model)).not.toMatch(/javascript:|data:/u);
  });
});

describe('the page stands in the way', () => {
  it('H04 a form whose fields shadow its properties', () => {
    const fields = ['childNodes', 'attributes', 'textContent', 'firstChild', 'nextSibling', 'localName', 'nodeType']
      .concat(['getAttribute', 'hasAttributes', 'parentNode', 'ownerDocument', 'style', 'isConnected'])
      .map((name) => `<input name="${name}">`)
      .join('');
    expect(texts(open(`<p>甲</p><form id="f">${fields}<p>乙</p></form><p>丙</p>`))).toEqual(['甲', '乙', '丙']);
  });

  it('H05 names that shadow the document', () => {
    const document = open(
      '<img name=querySelectorAll><form name=body><p>甲</p></form><img name=createTreeWalker><p>乙</p>',
    );
    expect(texts(document)).toEqual(['甲', '乙']);
  });

  it('H06 prototypes of the page that throw', () => {
    const document = open('<p>甲</p><ul><li>乙</li></ul>');
    const view = frame.contentWindow as Window & typeof globalThis;
    const broken = () => {
      throw new Error('broken by the page');
    };
    view.Array.prototype.includes = broken;
    view.Document.prototype.querySelectorAll = broken;
    view.Element.prototype.getAttribute = broken;
    Object.defineProperty(view.Node.prototype, 'firstChild', { get: broken });
    expect(texts(document)).toEqual(['甲', '乙']);
    expect(glanceText(document)).toContain('甲');
  });
});

describe('size', () => {
  /** The whole way of a page from its first look to its items: what each step, none of which yields, takes. */
  const steps = (body: string): Record<string, number> => {
    const document = open(body, '<title>样例省关于印发样例办法的通知</title>');
    const took: Record<string, number> = {};
    const step = <T>(name: string, run: () => T): T => {
      const [value, ms] = timed(run);
      took[name] = ms;
      return value;
    };
    const text = step('text', () => glanceText(document));
    step('glance', () => glance({ title: document.title, meta: () => [], text }));
    const { model } = step('page', () => readPage(document));
    expect(step('message', () => parseQuickly(documentModelSchema, model)).success).toBe(true);
    step('detect', () => detectPolicy(model));
    step('parse', () => readDocument(model));
    // Whatever the verdict, the items are read as well.
    step('as a policy', () => readDocument(model, { kind: 'policy' }));
    step('as a bulletin', () => readDocument(model, { kind: 'bulletin' }));
    frame.remove();
    return took;
  };
  const around: [string, (text: string) => string][] = [
    ['alone', (text) => `<p>${text}</p>`],
    [
      'in a policy',
      (
        text,
      ) => `<h1>样例省关于印发《样例办法》的通知</h1><p>样科发〔2025〕12号</p><p>各有关单位：</p><p>一、总体要求</p>
        <p>对样品企业给予100万元补助。</p><p>${text}</p><p>二、申报条件</p><p>到2027年，建成样品平台30家。</p>`,
    ],
    [
      'in the items of a bulletin',
      (
        text,
      ) => `<h1>样例科技简报</h1><p>第12期</p><h2>一、样例省出台办法</h2><p>近日，样例省科技厅印发办法，${text}，补助100万元。</p>
        <h2>二、示例市出台措施</h2><p>近日，示例市发布措施，比例提高30%。${text}</p>`,
    ],
    ['in the title', (text) => `<h1>关于${text}的通知</h1><p>各有关单位：给予样品企业100万元补助。</p>`],
  ];
  const pages = [
    ['H07 100,000 Han characters', '科'.repeat(100_000)],
    ['H08 50,000 open brackets', '（'.repeat(50_000)],
    ['H09 50,000 spaces and a letter', `<pre style="white-space:pre-wrap">${' '.repeat(50_000)}x</pre>`],
  ].flatMap(([name = '', text = '']) => around.map(([where, page]) => [`${name}, ${where}`, page(text)] as const));

  it.each(pages)('%s', (_, body) => {
    // The machine may be busy with something else: the best of several tells what a step takes, and on a quiet one the
    // first does.
    const runs = [steps(body)];
    const best = () =>
      Object.keys(runs[0] ?? {}).map((name) => [name, Math.min(...runs.map((run) => run[name] ?? 0))] as const);
    const over = () => best().filter(([, ms]) => ms >= 50);
    while (over().length > 0 && runs.length < 12) runs.push(steps(body));
    expect(over()).toEqual([]);
    expect(best()).toHaveLength(8);
  });

  it('H10 20,000 elements inside each other', () => {
    const document = open('');
    let inner: Element = document.body;
    for (let i = 0; i < 20_000; i += 1) {
      const next = document.createElement(i % 3 === 0 ? 'b' : 'div');
      inner.append(next);
      inner = next;
    }
    inner.append('最里面');
    frame.style.display = 'none';
    expect(texts(document)).toEqual(['最里面']);
    expect(glanceText(document).trim()).toBe('最里面');
  });

  it('H11, F21 200,000 text nodes are read in slices', async () => {
    const document = open('');
    const parts = document.createDocumentFragment();
    for (let i = 0; i < 100_000; i += 1) {
      const paragraph = document.createElement('p');
      paragraph.append('一', '二');
      parts.append(paragraph);
    }
    document.body.append(parts);
    frame.style.display = 'none';
    // It looks at the clock after each step, and gives the page its turn when ten milliseconds are over.
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 0);
    const reading = await readPageSliced(document, new AbortController().signal);
    clearInterval(ticking);
    expect(reading?.model.blocks).toHaveLength(100_000);
    expect(turns).toBeGreaterThan(5);
    // How long each step takes, with a clock that never asks for a turn, so that the steps are the same every time:
    // the machine may be busy with something else, and then the best of several tells.
    const real = performance.now.bind(performance);
    let best: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const looks: number[] = [];
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
        looks.push(real());
        return 0;
      });
      await readPageSliced(document, new AbortController().signal);
      looks.push(real());
      clock.mockRestore();
      const took = looks.slice(1).map((at, i) => at - (looks[i] ?? 0));
      best = best.length === 0 ? took : best.map((ms, i) => Math.min(ms, took[i] ?? 0));
    }
    expect(best.length).toBeGreaterThan(1_000);
    expect(Math.max(0, ...best.filter((ms) => ms > 1)) + 10).toBeLessThan(50);
  });

  it('stops at its caps and says how much was read', () => {
    const document = open(`<p>${'甲'.repeat(50)}</p>`.repeat(100));
    const { model } = readPage(document, { maxChars: 1_000 });
    expect(model.notices).toEqual([{ code: 'partly-read', read: expect.any(Number), total: expect.any(Number) }]);
    expect(model.blocks.length).toBeLessThan(30);
  });

  it('F23 frames inside frames, empty and sandboxed ones do not stop it', async () => {
    const inner = '<p>丙</p><iframe srcdoc="&lt;p>丁&lt;/p>"></iframe>'
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;');
    const document = open(
      `<p>甲</p><iframe src="about:blank"></iframe><iframe sandbox srcdoc="<p>乙</p>"></iframe>
       <iframe id="deep" srcdoc="${inner}"></iframe><p>戊</p>`,
    );
    const deep = document.querySelector<HTMLIFrameElement>('#deep')!;
    await expect
      .poll(() => deep.contentDocument?.querySelector('iframe')?.contentDocument?.body.textContent)
      .toBe('丁');
    expect(texts(document)).toEqual(['甲', '丙', '丁', '戊']);
  });

  it('gives up when told to', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await readPageSliced(open('<p>甲</p>'), stop.signal)).toBeNull();
  });
});

describe('characters', () => {
  it('H12 brackets that only look right make no half number', () => {
    const numbers = (text: string) =>
      readDocument(read(open(`<h1>关于印发示例办法的通知</h1><p>${text}</p><p>各有关单位：</p><p>一、总体要求</p>`)))
        .head.docNumber?.value ?? null;
    expect(numbers('示科发[2024]12号')).toBe('示科发〔2024〕12号');
    expect(numbers('示科发﹝２０２４﹞１２号')).toBe('示科发〔2024〕12号');
    expect(numbers('示科发〔2024〕号')).toBeNull();
  });

  it('H13 hidden text is told and not read', () => {
    const hidden = ['display:none', 'visibility:hidden', 'font-size:0', 'color:white', 'color:transparent'];
    const shown = '对符合条件的样品企业给予一次性奖励。';
    const secret = '前款规定的样品企业一律不予奖励。';
    const document = open(`<p>${shown}</p>${hidden.map((style) => `<p style="${style}">${secret}</p>`).join('')}`);
    expect(texts(document)).toEqual([shown]);
    expect(read(document).notices).toEqual([{ code: 'hidden-text', count: hidden.length }]);
  });

  it('H13 menus and dialogs that wait to be shown are no hidden text', () => {
    const menu = `<ul style="display:none">${'<li>机构职能</li><li>信息公开</li>'.repeat(20)}</ul>`;
    const dialog = '<div style="display:none"><p>您访问的链接即将离开本网站，是否继续。</p></div>';
    const document = open(
      `${menu}<div><h1>办法</h1><p>给予样品企业一次性奖励。</p><p>自发布之日起施行。</p></div>${dialog}`,
    );
    expect(read(document).notices).toEqual([]);
  });

  it('H13 hidden sentences are found through boxes of one paragraph, however many', () => {
    const boxes = 2_000;
    const box =
      '<div><p>给予样品企业一次性的奖励。<span style="display:none">但是任何样品企业都得不到它。</span></p></div>';
    expect(read(open(box.repeat(boxes))).notices).toEqual([{ code: 'hidden-text', count: boxes }]);
  });

  it('H14 overrides and zero-width characters are kept as they are, for the panel to show', () => {
    expect(texts(open('<p>甲\u202E乙\u200B丙</p>'))).toEqual(['甲\u202E乙\u200B丙']);
  });

  it('H15 half a character becomes a whole one of the same length', () => {
    const document = open('<p></p>');
    document.querySelector('p')!.textContent = '甲\uD800乙';
    expect(texts(document)).toEqual(['甲\uFFFD乙']);
  });

  it('H16 a page in another encoding than it says', async () => {
    const bytes = new Uint8Array([0x3c, 0x70, 0x3e, 0xd5, 0xfe, 0xb2, 0xdf, 0x3c, 0x2f, 0x70, 0x3e]);
    frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(new Blob([bytes], { type: 'text/html;charset=utf-8' }));
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    expect(texts(frame.contentDocument!).join('')).toContain('\uFFFD');
  });
});

describe('addresses', () => {
  it.each([
    ['H22 user info', 'https://gov.cn@evil.example/a', 'https://evil.example/a'],
    ['a script', 'javascript:alert(1)', ''],
    ['data', 'data:text/html,x', ''],
    ['a blob', 'blob:https://x.gov.cn/1', ''],
    ['a file', 'file:///home/a.html', 'file:///home/a.html'],
    ['nonsense', 'nonsense', ''],
  ])('%s', (_, address, expected) => expect(visitableAddress(address)).toBe(expected));

  it('H22 a base element changes no address', () => {
    const document = open('<p>甲</p>', '<base href="javascript:alert(1)">');
    expect(read(document).url).not.toMatch(/javascript/u);
  });
});
