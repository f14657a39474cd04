/** The library of clips. Everything else of this room is an inner matter. */
export { openClipStore } from './open-clip-store';
