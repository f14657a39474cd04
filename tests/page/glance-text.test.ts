/** What the first look at a page gets to read. */
import { afterEach, expect, it } from 'vitest';
import { glanceText } from '@/lib/page/glance-text';
import { frameOf } from './frame';

let frame: HTMLIFrameElement;
afterEach(() => frame?.remove());
const glance = (body: string) => {
  frame = frameOf(`<!doctype html><html><body>${body}</body></html>`);
  return glanceText(frame.contentDocument!).trim();
};

it('leaves out scripts, styles and forms, wherever they stand', () => {
  const body =
    '<style>p{}</style><p>甲</p><script type="x">政策</script><div>乙<select><option>印发</select>丙' +
    '<textarea>通知</textarea></div><p>丁</p><script type="x">办法</script>';
  expect(glance(body).replace(/\s/gu, '')).toBe('甲乙丙丁');
});

it('makes one line end of indentation, so that it does not use up what is read', () => {
  expect(glance(`<p>甲</p>${'\n      '.repeat(50_000)}<p>乙</p>`)).toBe('甲\n乙');
});

it('keeps the words of one line together', () => {
  expect(glance('<p>关于<b>印发</b><a>《办法》</a>的通知</p>')).toBe('关于印发《办法》的通知');
});

it('reads the frames of a page with little text', () => {
  const inner = '<p>省科技厅印发办法</p>';
  expect(glance(`<p>甲</p><iframe srcdoc="x"></iframe>`)).toContain('甲');
  frame.contentDocument!.querySelector('iframe')!.contentDocument!.body.innerHTML = inner;
  expect(glanceText(frame.contentDocument!)).toContain('省科技厅印发办法');
});

it('is bounded', () => {
  expect(glance(`<p>${'科技创新'.repeat(100_000)}</p>`).length).toBe(200_000);
});
