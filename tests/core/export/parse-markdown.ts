/** The oracle of the export tests: a real CommonMark + GFM parser. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export const parseMarkdown = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** All text below a node, in order; `<br>` is how a cell holds a line end. */
export function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'html') return node.value === '<br>' ? '\n' : '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Types below a node, with what a link points to. Bare addresses in text are linked by GFM itself and left out. */
export function typesOf(node: Nodes): string[] {
  if (node.type === 'link') {
    const text = textOf(node);
    const bare = node.url === text || node.url === `http://${text}` || node.url === `mailto:${text}`;
    return bare ? [] : [`link ${node.url}`];
  }
  const own = node.type === 'text' ? [] : [node.type];
  return 'children' in node ? [...own, ...node.children.flatMap(typesOf)] : own;
}

/** What Markdown cannot hold, as the parser gives it back. */
export const holdable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');
