/** Reads one tab as the panel does: the page by its reader, a PDF by its bytes, our own reader by asking it. */
import { browser } from 'wxt/browser';
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, type Result } from '@/lib/core/model/failure';
import { createPdfReader, createPdfSource } from '@/lib/pdf';
import { ownAddress } from '@/lib/platform/environment';
import { createPageEvents } from '@/lib/platform/page-events';
import { type PageTab, readTab } from '@/lib/platform/page-source';
import { fetchPdfBytes, showPdfPage } from '@/lib/platform/pdf-bytes';
import { createReaderSource } from '@/lib/platform/reader-source';
import { kindOfTab } from '@/lib/platform/tab-kind';

export interface InspectedDocument {
  title: string;
  /** Empty for a file. */
  url: string;
  model: Result<DocumentModel>;
}

async function readPdf({ tabId, url, title }: PageTab): Promise<Result<DocumentModel>> {
  const reader = createPdfReader(ownAddress('/pdfjs/'));
  const source = createPdfSource({
    id: `inspect:${tabId}`,
    url,
    title,
    fileName: null,
    reader,
    bytes: (signal) => fetchPdfBytes({ tabId, url }, signal),
    showPage: (page) => showPdfPage({ tabId, url }, page),
  });
  const model = await source.read(new AbortController().signal, () => undefined);
  reader.dispose();
  return model;
}

const readInReader = (tab: PageTab): Promise<Result<DocumentModel>> => {
  const { signal } = new AbortController();
  return createReaderSource(tab, createPageEvents(signal)).read(signal, () => undefined);
};

/** The tab of that number, or the active one of this window. */
async function findTab(tabId: number | null) {
  if (tabId !== null) return browser.tabs.get(tabId).catch(() => undefined);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

export async function readTabDocument(tabId: number | null): Promise<InspectedDocument> {
  const tab = await findTab(tabId);
  if (tab?.id === undefined) return { title: '', url: '', model: fail('page-not-readable', 'no such tab') };
  const { kind, url, ...rest } = await kindOfTab(tab);
  const title = 'title' in rest ? rest.title : '';
  if (kind === 'unreadable') return { title, url, model: fail('page-not-readable') };
  if (kind === 'not-granted') return { title, url, model: fail('site-not-granted') };
  const page = { tabId: tab.id, url, title };
  const read = { pdf: readPdf, reader: readInReader, html: readTab }[kind];
  return { title, url, model: await read(page) };
}
