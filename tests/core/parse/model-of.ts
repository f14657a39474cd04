/**
 * Documents for parser tests in a few signs: one line is one block; `# ` heads, `! ` is bold, `= ` centred, `| ` a cell,
 * `~ ` a link, `> ` indented by two ems; `--- n` begins page n of a PDF, a line that ends with `\` reaches its edge.
 */
import { type Block, type DocumentModel, withOffsets } from '@/lib/core/model/document';

type Draft = Omit<Block, 'start'>;

const SIGNS: Record<string, Partial<Draft>> = {
  '#': { role: 'heading', level: 2 },
  '!': {},
  '=': { centred: true },
  '~': { links: 1 },
  '>': { indent: 2 },
};

function blockOf(line: string): Draft {
  const [, sign, rest = ''] = /^([#!=~>|]) (.*)$/u.exec(line) ?? [null, '', line];
  const full = rest.endsWith('\\');
  const text = full ? rest.slice(0, -1) : rest;
  return {
    role: 'paragraph',
    text,
    ...(full ? { fullLine: true } : {}),
    ...(sign === '!' ? { boldLead: text.length } : {}),
    ...SIGNS[sign ?? ''],
  };
}

export function modelOf(source: string, about: Partial<DocumentModel> = {}): DocumentModel {
  const drafts: Draft[] = [];
  let page: number | undefined;
  let broken = false;
  let table = 0;
  let row = 0;
  for (const line of source
    .trim()
    .split('\n')
    .map((one) => one.trim())) {
    if (!line) continue;
    const turn = /^--- (\d+)$/u.exec(line);
    if (turn) {
      page = Number(turn[1]);
      broken = page > 1;
      continue;
    }
    const place = { ...(page ? { page } : {}), ...(broken ? { afterBreak: true } : {}) };
    broken = false;
    if (line.startsWith('| ')) {
      line
        .slice(2)
        .split('|')
        .forEach((text, column) => {
          drafts.push({ ...place, role: 'cell', text: text.trim(), cell: { table, row, column, header: false } });
        });
      row += 1;
    } else {
      drafts.push({ ...blockOf(line), ...place });
      if (row > 0) table += 1;
      row = 0;
    }
  }
  return {
    source: page ? 'pdf' : 'html',
    url: '',
    title: '',
    meta: [],
    blocks: withOffsets(drafts),
    notices: [],
    ...(page ? { pageCount: page } : {}),
    ...about,
  };
}
