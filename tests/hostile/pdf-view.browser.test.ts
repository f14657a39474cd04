/** What a PDF can do when its pages are drawn in the reader: nothing but be looked at, and lead to web addresses. */
import { afterEach, expect, it } from 'vitest';
import { createPdfView, type PdfView } from '@/lib/pdf/viewer';
import { ASSETS } from '../pdf/read';
import { actions, linksTo, programInFont } from './pdf/programs';

let view: PdfView | null = null;

afterEach(async () => {
  await view?.destroy();
  document.body.replaceChildren();
});

/** Opens a file in the reader's view and waits until its page is drawn, with what lies over it. */
async function draw(bytes: Uint8Array): Promise<HTMLElement> {
  const container = document.createElement('div');
  container.style.cssText = 'position:absolute;inset:0;overflow:auto';
  const inner = document.createElement('div');
  inner.className = 'pdfViewer';
  container.append(inner);
  document.body.append(container);
  view = createPdfView({
    container,
    assets: ASSETS,
    words: { page: String },
    onState: () => undefined,
    onText: () => undefined,
  });
  expect(await view.open(bytes)).toMatchObject({ ok: true });
  await expect.poll(() => inner.querySelector('.page[data-loaded] canvas'), { timeout: 30_000 }).not.toBeNull();
  return inner;
}

const linksOf = async (page: HTMLElement, count: number): Promise<HTMLAnchorElement[]> => {
  const found = () => [...page.querySelectorAll<HTMLElement>('.linkAnnotation')];
  await expect.poll(() => found().length, { timeout: 10_000 }).toBe(count);
  return found().flatMap((element) => [...element.querySelectorAll('a')]);
};

it('P13 a program in a font does not run where letters are drawn as shapes', async () => {
  const ran: unknown[] = [];
  const channel = new BroadcastChannel('hostile-font');
  channel.onmessage = ({ data }) => ran.push(data);
  await draw(programInFont("new BroadcastChannel\\('hostile-font'\\).postMessage\\('ran'\\);"));
  await new Promise((resolve) => setTimeout(resolve, 300));
  channel.close();
  expect(ran).toEqual([]);
});

it('P14 scripts and launch actions do nothing, at opening and behind links', async () => {
  const page = await draw(actions());
  const links = await linksOf(page, 4);
  for (const link of links) link.click();
  expect(links.map((link) => link.getAttribute('href')).filter((href) => href !== null && href !== '#')).toEqual([]);
});

it('H22 a link leads to a web address without a user name in it, or nowhere', async () => {
  const page = await draw(
    linksTo([
      'https://www.example.gov.cn/a?b=1',
      'http://example.gov.cn/',
      'https://www.gov.cn@evil.example/a',
      'https://me:secret@example.gov.cn/',
      'mailto:a@example.gov.cn',
      'tel:+8610000000',
      'ftp://example.gov.cn/a',
      'file:///etc/passwd',
      'javascript:alert\\(1\\)',
      'data:text/html,x',
    ]),
  );
  const links = await linksOf(page, 10);
  expect(links.map((link) => link.getAttribute('href')).filter((href) => href !== null)).toEqual([
    'https://www.example.gov.cn/a?b=1',
    'http://example.gov.cn/',
    'https://evil.example/a',
    'https://example.gov.cn/',
  ]);
  for (const link of links.filter(({ href }) => href !== '')) {
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  }
});
