/** Clips and comparisons as the driver makes them: invented, each with something of everything that a clip may have. */
import { pastOf } from '@/lib/core/backup/format';
import { pictureHead } from '@/lib/core/clip/picture';
import type { Comparison } from '@/lib/core/compare/stored';
import type { Clip, Corrections } from '@/lib/core/model/clip';
import type { KeptPicture } from '@/lib/core/model/picture';
import type { ClipVersion } from '@/lib/store/contract';
import { sampleJpeg } from '../../core/clip/sample-picture';
import { makeClip } from '../../fixtures/make-clip';

export const stamp = () => new Date().toISOString();
/** Below `n`. */
export const random = (n: number) => Math.floor(Math.random() * n);
export const pick = <T>(list: readonly T[]): T | undefined => list[random(list.length)];

const TAGS = ['样例', '科技金融', '待核', '二〇二六', 'AI+'];
const PICTURE_SHARE = 0.2;

const pattern = makeClip({
  title: '样例：科技金融若干措施',
  region: '510000',
  agencies: ['示例省科学技术厅'],
  lead: '近日，有关部门印发样例文件。',
  measures: [1, 2, 3].map((i) => ({
    label: `(${i})`,
    heading: '设立基金',
    text: '到2027年达到5亿元。'.repeat(10 * i),
  })),
});

export interface Made {
  clip: Clip;
  picture: KeptPicture | null;
}

export const randomTags = () => TAGS.filter(() => random(3) === 0);
export const randomCorrections = (): Corrections =>
  random(2) ? { title: `题${random(1_000)}`, regions: [pick(['310000', '420000', '510000']) ?? '310000'] } : {};

/** Every clip has a text of its own: two that are confused differ. */
export function newClip(change: Partial<Clip> = {}, pictureBytes = 0): Made {
  const id = crypto.randomUUID();
  const size = pictureBytes || (Math.random() < PICTURE_SHARE ? 40 + random(400) : 0);
  const data = size > 0 ? sampleJpeg({ fill: random(256), size }) : null;
  const head = data && pictureHead(data);
  const clip: Clip = {
    ...pattern,
    id,
    key: `soak|${id}`,
    item: { ...pattern.item, text: `${pattern.item.text}${id}` },
    tags: randomTags(),
    note: random(3) ? '' : `批注${id}`,
    createdAt: stamp(),
    updatedAt: stamp(),
    ...(head && { picture: head }),
    ...change,
  };
  return { clip, picture: data && head ? { clipId: id, data } : null };
}
export const newClips = (count: number): Made[] => Array.from({ length: count }, () => newClip());
export const clipsOf = (made: readonly Made[]) => made.map(({ clip }) => clip);
export const picturesOf = (made: readonly Made[]) => made.flatMap(({ picture }) => picture ?? []);

/** The editable part of a clip at its present revision. */
export function versionOf(clip: Clip): ClipVersion {
  const { clipId: _, ...version } = pastOf(clip);
  return version;
}
export const edit = (clip: Clip, change: Partial<Clip>, at: string): Clip => ({
  ...clip,
  ...change,
  updatedAt: at,
  revision: clip.revision + 1,
});

export const newComparison = (clipIds: string[], change: Partial<Comparison> = {}): Comparison => ({
  id: crypto.randomUUID(),
  name: `对比${random(1_000)}`,
  grouping: random(2) ? 'clip' : 'region',
  clipIds,
  links: [],
  cells: [{ region: '310000', theme: '人才', state: 'none-found', on: '2026-11-01' }],
  regions: ['420000'],
  themes: ['人才'],
  createdAt: stamp(),
  updatedAt: stamp(),
  revision: 1,
  ...change,
});
