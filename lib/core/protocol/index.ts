/** All message directions. */
export * from './channel';
export * from './from-page';
export * from './to-background';
export * from './to-page';
