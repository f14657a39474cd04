/** A change as bytes of JSON, and back: parsed by schema, with records that do not fit left out and counted as damage. */
import { clipSchema, z } from '@/lib/core/model';
import type { Change } from '../apply';
import { versionSchema } from '../rows';

const recordSchema = z.strictObject({
  puts: z.array(z.unknown()),
  versions: z.array(z.unknown()),
  purges: z.array(z.string()),
});

export const encodeRecord = ({ puts, versions, purges }: Change): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify({ puts, versions, purges }));

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** An empty payload is an empty change: it only carries its number. */
export function decodeRecord(bytes: Uint8Array): { change: Change; damaged: boolean } {
  const nothing: Change = { puts: [], versions: [], purges: [] };
  if (bytes.length === 0) return { change: nothing, damaged: false };
  const record = recordSchema.safeParse(parse(bytes)).data;
  if (!record) return { change: nothing, damaged: true };
  const puts = record.puts.flatMap((clip) => clipSchema.safeParse(clip).data ?? []);
  const versions = record.versions.flatMap((version) => versionSchema.safeParse(version).data ?? []);
  return {
    change: { puts, versions, purges: record.purges },
    damaged: puts.length < record.puts.length || versions.length < record.versions.length,
  };
}
