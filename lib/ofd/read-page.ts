/** The content of one page with its templates and shared drawings → its lines, and what tells a scan from text. */
import { toPageRows } from '@/lib/layout/compose';
import { type RawRun, toPageRuns } from '@/lib/layout/run';
import { MAX_PAGE_CHARS, MAX_PAGE_RUNS, type ReadPage } from '@/lib/layout/to-document';
import type { Container } from './container';
import { type Content, contentHandler, emptyContent } from './content';
import { type Box, compose, type Matrix, move, POINTS, scale } from './geometry';
import type { Resources } from './resources';
import { runsOf } from './runs';
import type { OfdPage } from './structure';
import { readXml } from './xml';

const A4: Box = { x: 0, y: 0, width: 210, height: 297 };
/** Drawings in drawings. */
const MAX_NESTED = 8;
const MAX_UNITS = 10_000;
const MAX_TEMPLATES = 16;

/** Contents by their paths, so that a template is read once. */
export type Templates = Map<string, Promise<Content>>;

/** What is broken or too long is read as far as it goes. */
async function readContent(container: Container, path: string): Promise<Content> {
  const content = emptyContent();
  const enough = (): boolean => content.cut;
  await readXml(container.read(path), { ...contentHandler(() => content), enough }).catch(() => {
    content.cut = true;
  });
  return content;
}

interface Drawing {
  resources: Resources;
  raws: RawRun[];
  chars: number;
  unseen: number;
  pictures: number;
  paths: number;
  units: number;
}

const isFull = ({ raws, chars, units }: Drawing): boolean =>
  raws.length > MAX_PAGE_RUNS || chars > MAX_PAGE_CHARS || units > MAX_UNITS;

/** Adds what a content shows, seen through `outer`. */
function draw(content: Content, outer: Matrix, drawing: Drawing, nested = 0): void {
  drawing.pictures += content.pictures;
  drawing.paths += content.paths;
  for (const object of content.texts) {
    if (isFull(drawing)) return;
    const bold = drawing.resources.bold.has(object.font);
    const runs = runsOf(object, { outer, bold, item: drawing.raws.length });
    const chars = runs.reduce((sum, run) => sum + run.text.length, 0);
    for (const run of runs) drawing.raws.push(run);
    drawing.chars += chars;
    if (object.unseen) drawing.unseen += chars;
  }
  for (const { id, matrix } of content.units) {
    const unit = drawing.resources.units.get(id);
    if (isFull(drawing) || !unit || nested >= MAX_NESTED) continue;
    drawing.units += 1;
    draw(unit, compose(outer, matrix), drawing, nested + 1);
  }
}

export interface PageToRead {
  container: Container;
  page: OfdPage;
  number: number;
  resources: Resources;
  templates: Templates;
}

export async function readPage({ container, page, number, resources, templates }: PageToRead): Promise<ReadPage> {
  const own = await readContent(container, page.path);
  const paths = own.templates.flatMap((id) => page.document.templates.get(id) ?? []);
  const behind = await Promise.all(
    paths.slice(0, MAX_TEMPLATES).map((path) => {
      const read = templates.get(path) ?? readContent(container, path);
      templates.set(path, read);
      return read;
    }),
  );
  const { x, y, width, height } = own.box ?? page.box ?? A4;
  const outer = compose(scale(POINTS), move(-x, -y));
  const drawing: Drawing = { resources, raws: [], chars: 0, unseen: 0, pictures: 0, paths: 0, units: 0 };
  for (const content of [...behind, own]) draw(content, outer, drawing);
  const { raws, chars, unseen, pictures, paths: lines } = drawing;
  return {
    ...toPageRows(toPageRuns(number, width * POINTS, height * POINTS, raws)),
    drawn: pictures > 0 || (chars === 0 && lines > 0),
    recognised: pictures > 0 && unseen > chars / 2,
    cut: isFull(drawing) || [...behind, own].some(({ cut }) => cut),
  };
}
