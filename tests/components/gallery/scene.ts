/** What a scene of the gallery is: how the interface is set up, and what then happens in it. */
import type { createScene, SceneOptions } from '../scene/services';

export type Scene = ReturnType<typeof createScene>;
export interface GalleryScene {
  options: () => SceneOptions;
  act?: (scene: Scene) => unknown;
}
export type Scenes = Record<string, GalleryScene>;
