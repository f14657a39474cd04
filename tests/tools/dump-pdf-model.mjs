// Prints the DocumentModel of PDF files, one JSON line each, or as readable blocks with --blocks. Reads in Node with
// the same layout code as the extension; for looking at what the layout makes of a file. Not part of any check.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createServer } from 'vite';
import { pdfjsChanges } from './pdfjs-changes.ts';

const ROOT = join(import.meta.dirname, '../..');
const ASSETS = join(ROOT, 'node_modules/pdfjs-dist/');

/** @returns a function from bytes and file name to a reading; call `close` at the end. */
export async function createModelReader() {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    plugins: [pdfjsChanges()],
    resolve: { alias: { '@': ROOT } },
    optimizeDeps: { noDiscovery: true },
    ssr: { noExternal: ['pdfjs-dist'] },
  });
  // pdf.js takes its worker from here where it cannot start one.
  globalThis.pdfjsWorker = await server.ssrLoadModule('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  const { readDocument } = await server.ssrLoadModule('/lib/pdf/read-document.ts');
  const { forgetFonts } = await server.ssrLoadModule('/lib/pdf/no-fonts.ts');
  forgetFonts();
  const { openParameters } = await server.ssrLoadModule('/lib/pdf/open.ts');
  return {
    async read(data, fileName) {
      const task = getDocument(openParameters(new Uint8Array(data), { assets: ASSETS, workerFetch: false }));
      try {
        return await readDocument(await task.promise, {
          url: '',
          fileName,
          whole: true,
          places: false,
          onPage: () => undefined,
          onPartial: () => undefined,
        });
      } finally {
        await task.destroy();
      }
    },
    close: () => server.close(),
  };
}

const hints = ({ role, page, size, boldLead, centred, indent, gap, afterBreak, fullLine, cell, text }) =>
  [
    `p${page}`,
    role === 'paragraph' ? '' : role,
    cell ? `t${cell.table}r${cell.row}c${cell.column}${cell.header ? 'h' : ''}` : '',
    size ? `×${size}` : '',
    boldLead ? `b${boldLead}/${text.length}` : '',
    centred ? 'centred' : '',
    indent ? `in${indent}` : '',
    gap ? `gap${gap}` : '',
    afterBreak ? 'afterBreak' : '',
    fullLine ? 'full' : '',
  ]
    .filter(Boolean)
    .join(' ');

if (import.meta.filename === process.argv[1]) {
  const files = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  const readable = process.argv.includes('--blocks');
  const reader = await createModelReader();
  for (const file of files) {
    const { model } = await reader.read(await readFile(file), basename(file));
    if (!readable) console.log(JSON.stringify(model));
    else {
      console.log(`== ${file} ${JSON.stringify(model.notices)} ${model.title}`);
      for (const block of model.blocks) console.log(`[${hints(block)}] ${block.text}`);
    }
  }
  await reader.close();
  process.exit(0);
}
