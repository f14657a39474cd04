/** A page of its own for a test: a same-origin frame with the given HTML. */
export function frameOf(html: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:800px;height:600px';
  document.body.append(frame);
  const inner = frame.contentDocument;
  if (!inner) throw new Error('frame without a document');
  inner.open();
  inner.write(html);
  inner.close();
  return frame;
}
