/** One PDF reader per panel, and how the PDF of a tab is read and shown. */
import { createPdfReader, createPdfSource } from '@/lib/pdf';
import { ownAddress } from '@/lib/platform/environment';
import { type PageTab, sourceId } from '@/lib/platform/page-source';
import { fetchPdfBytes, showPdfPage } from '@/lib/platform/pdf-bytes';

export const pdfReader = createPdfReader(ownAddress('/pdfjs/'));

export const pdfOfTab = (tab: PageTab) =>
  createPdfSource({
    id: sourceId(tab),
    url: tab.url,
    title: tab.title,
    fileName: null,
    reader: pdfReader,
    bytes: (signal) => fetchPdfBytes(tab, signal),
    showPage: (page) => showPdfPage(tab, page),
  });
