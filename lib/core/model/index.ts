/** The vocabulary of the core: schemas and the types inferred from them. */
export * from './anchor';
export * from './clip';
export * from './document';
export * from './errors';
export * from './item';
export * from './picture';
export * from './result';
export * from './span';
export * from './tag';
export { z } from './zod';
