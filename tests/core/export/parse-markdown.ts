/** The oracle of the export tests: a real CommonMark + GFM parser. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export const parseMarkdown = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** All text below a node, in order. */
export const textOf = (node: Nodes): string =>
  node.type === 'text' || node.type === 'inlineCode'
    ? node.value
    : 'children' in node
      ? node.children.map(textOf).join('')
      : '';

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
