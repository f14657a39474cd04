/** Dropping files on a page as a person does: the browser itself reads them from disk. */
import type { Page } from 'puppeteer-core';

export async function drop(page: Page, ...paths: string[]): Promise<void> {
  const cdp = await page.createCDPSession();
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
  }
  await cdp.detach();
}
