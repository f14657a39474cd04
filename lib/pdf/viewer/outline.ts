/** The bookmarks that a PDF carries, as a tree with a way to go there. Addresses in bookmarks are not followed. */
import type { PDFDocumentProxy } from 'pdfjs-dist';

export interface Chapter {
  title: string;
  go(): void;
  chapters: Chapter[];
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;
type Destination = NonNullable<Outline[number]['dest']>;

const MAX_DEPTH = 8;
const MAX_TITLE = 300;

export async function chaptersOf(pdf: PDFDocumentProxy, goTo: (dest: Destination) => void): Promise<Chapter[]> {
  const read = (nodes: Outline, depth: number): Chapter[] =>
    nodes
      .filter((node) => node.title.trim() !== '')
      .map((node) => ({
        title: node.title.trim().slice(0, MAX_TITLE),
        go: () => {
          if (node.dest) goTo(node.dest);
        },
        chapters: depth < MAX_DEPTH ? read(node.items, depth + 1) : [],
      }));
  const outline = await pdf.getOutline().catch(() => null);
  return outline ? read(outline, 1) : [];
}
