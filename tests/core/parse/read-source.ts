/** Reads a document written in the short form of `model-of`, and checks that the reading is one. */
import { expect } from 'vitest';
import { toInspection } from '@/lib/core/export/to-inspection';
import type { DocumentModel } from '@/lib/core/model/document';
import { readingSchema } from '@/lib/core/model/item';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';

export function read(source: string, about: Partial<DocumentModel> = {}, kind?: 'policy' | 'bulletin') {
  const model = modelOf(source, about);
  const reading = readDocument(model, kind ? { kind } : {});
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  return toInspection(reading, model);
}
