/**
 * The bundled sample: two invented bulletins to try everything on, offline. `?issue=1` or `?issue=2`. The bulletins are
 * plain HTML files; they are read by the browser's own document loader because this page allows no HTML sinks.
 */
import { startOnce } from '@/lib/page/start';
import { isConnected } from '@/lib/platform/transport';
import { answerFor } from '../page-reader/answer';

const ISSUES = ['1', '2'];

/** Parses a bundled file without running or fetching anything in it. */
const load = (address: string): Promise<Document | null> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.addEventListener('loadend', () => resolve(request.responseXML));
    request.open('GET', address);
    request.send();
  });

/** The files link to each other by name; here they are one page with a query. */
function linkIssues(root: ParentNode): void {
  for (const link of root.querySelectorAll('a[href]')) {
    const issue = /issue-(\d)\.html$/u.exec(link.getAttribute('href') ?? '')?.[1];
    if (issue) link.setAttribute('href', `?issue=${issue}`);
  }
}

const wanted = new URLSearchParams(location.search).get('issue') ?? '';
const bulletin = await load(`/sample/issue-${ISSUES.includes(wanted) ? wanted : '1'}.html`);
if (bulletin) {
  linkIssues(bulletin);
  document.title = bulletin.title;
  for (const meta of bulletin.querySelectorAll('meta[name]:not([name="viewport"])')) document.head.append(meta);
  document.body.append(...bulletin.body.childNodes);
}
const controller = startOnce(isConnected);
if (controller) answerFor(document, controller);
