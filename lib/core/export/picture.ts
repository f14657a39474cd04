/** Where the picture of a clip lies beside an exported document. */
import type { Clip } from '../model/clip';

/** In the folder of the document; null for a clip without a picture. */
export const pictureFile = ({ picture, typed }: Clip): string | null =>
  picture ? `pictures/page-${typed?.page ?? 1}-${picture.hash.slice(0, 12)}.jpg` : null;
