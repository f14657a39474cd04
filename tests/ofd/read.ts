/** Reads OFDs in Node, with the code that the worker runs. */
import type { Block, DocumentModel } from '@/lib/core/model/document';
import { readOfd } from '@/lib/ofd/read-document';
import { type PartsOptions, pageOf, partsOf } from '../fixtures/ofd/write-ofd';
import { writeZip } from '../fixtures/ofd/zip';

export const readParts = async (parts: Parameters<typeof writeZip>[0]): Promise<DocumentModel> =>
  readOfd(await writeZip(parts), { fileName: 'sample.ofd' });

/** Pages with these objects on them. */
export const readObjects = (pages: readonly string[], options?: PartsOptions): Promise<DocumentModel> =>
  readParts(
    partsOf(
      pages.map((objects) => pageOf(objects)),
      options,
    ),
  );

/** One line per block: page, what it is, how it looked, what it says. */
export const lineOf = ({ page, role, cell, boldLead, centred, text }: Block): string =>
  [
    `p${page}`,
    ...(role === 'paragraph' ? [] : [role]),
    ...(cell ? [`${cell.table}/${cell.row}/${cell.column}`] : []),
    ...(boldLead ? [boldLead === text.length ? 'bold' : `bold ${boldLead}`] : []),
    ...(centred ? ['centred'] : []),
    `| ${text}`,
  ].join(' ');
