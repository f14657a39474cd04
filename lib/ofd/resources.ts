/** Resources of a document: which fonts are bold, and the drawings that pages share (GB/T 33190, 7.9). */
import { isBoldName } from '@/lib/layout/bold';
import type { Container } from './container';
import { type Content, contentHandler, emptyContent } from './content';
import { readXml } from './xml';

const MAX_FONTS = 5_000;
const MAX_UNITS = 20_000;

export interface Resources {
  /** Ids of the fonts that are bold. */
  bold: Set<string>;
  /** Shared drawings by id. */
  units: Map<string, Content>;
}

/** What cannot be read is left out: the text of the pages does not need it. */
export async function readResources(container: Container, paths: readonly string[]): Promise<Resources> {
  const resources: Resources = { bold: new Set(), units: new Map() };
  for (const path of paths) {
    let unit: Content | null = null;
    const content = contentHandler(() => unit);
    await readXml(container.read(path), {
      open(name, attributes, parents) {
        const { ID: id = '', FontName: font = '', FamilyName: family = '', Bold: isBold } = attributes;
        if (name === 'Font' && resources.bold.size < MAX_FONTS) {
          if (isBold === 'true' || isBoldName(font) || isBoldName(family)) resources.bold.add(id);
        } else if (name === 'CompositeGraphicUnit' && resources.units.size < MAX_UNITS) {
          unit = emptyContent();
          resources.units.set(id, unit);
        } else content.open(name, attributes, parents);
      },
      close(name, text, parents) {
        if (name === 'CompositeGraphicUnit') unit = null;
        else content.close(name, text, parents);
      },
    }).catch(() => undefined);
  }
  return resources;
}
