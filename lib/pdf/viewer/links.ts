/** The links of a PDF: a file may name any address, and only those of the web are followed, without user names in them. */
import { PDFLinkService } from 'pdfjs-dist/web/pdf_viewer.mjs';

export class WebLinks extends PDFLinkService {
  /** A link to anything else stays a place without an address; the tooltip says what the file has there. */
  override addLinkAttributes(link: HTMLAnchorElement, url: string, newWindow?: boolean): void {
    const address = URL.parse(url);
    if (!address || !/^https?:$/u.test(address.protocol)) {
      link.title = url;
      return;
    }
    address.username = '';
    address.password = '';
    super.addLinkAttributes(link, address.href, newWindow);
  }
}
