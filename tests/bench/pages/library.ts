/**
 * The library at 10,000 clips, in a real IndexedDB: filling, opening, searching, exporting beside JSON of the same clips.
 * What a save costs is measured in `durability.mjs`.
 */

import { toMarkdown } from '@/lib/core/export/markdown';
import { DEFAULT_EXPORT_OPTIONS } from '@/lib/core/export/options';
import type { Clip } from '@/lib/core/model/clip';
import { openClipStore } from '@/lib/store';
import { makeClip } from '../../fixtures/make-clip';

const COUNT = 10_000;
const BATCH = 500;
const REGIONS = ['310000', '330000', '420000', '510000', '610000', '110000', '440000', '350000'];
const TOPICS = ['概念验证中心', '中试平台', '技术经理人', '科技贷款', '创新积分', '揭榜挂帅', '科学数据', '首台套'];
const VERBS = ['建设', '布局', '支持', '培育', '推广', '规范', '评价', '开放'];

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** About 600 characters each, all different, always the same. */
const inventedClip = (n: number): Clip => ({
  ...makeClip({
    n,
    title: `第${n}号：${pick(VERBS, n)}${pick(TOPICS, n >> 3)}的若干措施`,
    region: pick(REGIONS, n),
    agencies: ['示例省科学技术厅'],
    lead: `近日，有关部门印发文件，围绕${pick(TOPICS, n)}提出政策。`,
    measures: [1, 2, 3, 4].map((i) => ({
      label: `(${i})`,
      heading: `${pick(VERBS, n + i)}${pick(TOPICS, n * 3 + i)}`,
      text: `${pick(VERBS, n + i)}${pick(TOPICS, n + i * 5)}，到${2026 + (n % 4)}年建成${(n * 7 + i) % 900}家，对绩效优秀的单位给予最高${(n + i) % 500}万元支持。`.repeat(
        3,
      ),
    })),
    tags: [pick(TOPICS, n), pick(VERBS, n >> 2)],
  }),
  createdAt: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
  key: `clip-${n}`,
});

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export async function measureLibrary(): Promise<Record<string, number>> {
  const clips = Array.from({ length: COUNT }, (_, i) => inventedClip(i + 1));
  const filling = openClipStore({ name: 'bench' });
  const bulk = await timed(async () => {
    for (let i = 0; i < COUNT; i += BATCH) {
      const answer = await filling.save(clips.slice(i, i + BATCH));
      if (!answer.ok) throw new Error(answer.error);
    }
  });
  const store = openClipStore({ name: 'bench' });
  const first = await timed(() => store.find({}, { offset: 0, limit: 50 }));
  const searchCold = await timed(() => store.find({ text: '技术经理人' }, { offset: 0, limit: 50 }));
  const searches: number[] = [];
  for (const text of ['中试平台', '最高 万元', '揭榜挂帅', '不会出现的词', '科技贷款 开放']) {
    searches.push(await timed(() => store.find({ text }, { offset: 0, limit: 50 })));
  }
  const facets = await timed(() => store.facets());
  let characters = 0;
  const markdown = await timed(() => {
    const input = {
      scope: 'collection',
      title: '全部',
      locale: 'zh-CN',
      clips,
    } as const;
    characters = toMarkdown(input, DEFAULT_EXPORT_OPTIONS).length;
  });
  const json = await timed(() => JSON.stringify(clips).length);
  return {
    bulkPerClip: bulk / COUNT,
    first,
    searchCold,
    search: middle(searches),
    facets,
    markdown,
    json,
    characters,
  };
}
