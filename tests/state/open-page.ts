/** A page in front of a panel, read and settled. */
import type { PageStore } from '@/lib/state/page-store';
import { createScene, type SceneOptions } from '../components/scene/services';

export const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

export async function open(options: SceneOptions = {}) {
  const scene = createScene(options);
  const stop = scene.start();
  await settled();
  const page = scene.services.host.page.value as PageStore;
  return { ...scene, page, stop };
}
