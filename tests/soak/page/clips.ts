/** Clips that the driver makes. */
import type { Clip } from '@/lib/core/model/clip';
import { makeClip } from '../../fixtures/make-clip';

export const stamp = () => new Date().toISOString();

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

export const newClip = (): Clip => {
  const id = crypto.randomUUID();
  return { ...pattern, id, key: `soak|${id}`, createdAt: stamp() };
};
