/**
 * A part of a page as a picture: drawn anew from the file, whatever the zoom on the screen, and made smaller until it fits
 * the limits of what a clip may carry.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { RegionOfPage } from '@/lib/core/model/clip';
import { MAX_PICTURE_BYTES, MAX_PICTURE_SIDE, PICTURE_TYPE } from '@/lib/core/model/picture';

/** 216 dots per inch: small print is legible, and scans have hardly more. */
const MOST_SCALE = 3;
const QUALITIES = [0.85, 0.7, 0.5];
const SMALLER = 0.75;
const DEADLINE_MS = 10_000;

async function draw(
  pdf: PDFDocumentProxy,
  { page: number, box }: RegionOfPage,
  most: number,
): Promise<HTMLCanvasElement | null> {
  const page = await pdf.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const [width, height] = [(box.right - box.left) * whole.width, (box.bottom - box.top) * whole.height];
  const scale = Math.min(MOST_SCALE, most / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(width * scale));
  canvas.height = Math.max(1, Math.floor(height * scale));
  const viewport = page.getViewport({
    scale,
    offsetX: -box.left * whole.width * scale,
    offsetY: -box.top * whole.height * scale,
  });
  const task = page.render({ canvas, viewport, background: '#fff' });
  const late = setTimeout(() => task.cancel(), DEADLINE_MS);
  try {
    await task.promise;
    return canvas;
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}

const encoded = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, PICTURE_TYPE, quality));

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

/** Base64 of a JPEG; null when the page cannot be drawn. */
export async function captureRegion(pdf: PDFDocumentProxy, region: RegionOfPage): Promise<string | null> {
  for (let most = MAX_PICTURE_SIDE; most >= 200; most *= SMALLER) {
    const canvas = await draw(pdf, region, most);
    if (!canvas) return null;
    for (const quality of QUALITIES) {
      const blob = await encoded(canvas, quality);
      if (blob && blob.size <= MAX_PICTURE_BYTES) return base64Of(blob);
    }
  }
  return null;
}
