/** A change as bytes of JSON, and back: parsed by schema, with records that do not fit left out and counted as damage. */
import { comparisonSchema } from '@/lib/core/compare/stored';
import { RecordTooLarge } from '@/lib/core/journal/frame';
import { clipSchema, keptPictureSchema, z } from '@/lib/core/model';
import { parseQuickly } from '@/lib/core/model/conforms';
import { type Change, NO_CHANGE } from '../apply';
import { versionSchema } from '../rows';

const recordSchema = z.strictObject({
  puts: z.array(z.unknown()),
  versions: z.array(z.unknown()),
  purges: z.array(z.string()),
  comparisons: z.strictObject({ puts: z.array(z.unknown()), drops: z.array(z.string()) }).optional(),
  pictures: z.array(z.unknown()).optional(),
});

export function encodeRecord({ puts, versions, purges, comparisons, pictures }: Change): Uint8Array<ArrayBuffer> {
  try {
    return new TextEncoder().encode(JSON.stringify({ puts, versions, purges, comparisons, pictures }));
  } catch (error) {
    // More than a text can be long.
    throw error instanceof RangeError ? new RecordTooLarge(Number.POSITIVE_INFINITY) : error;
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Those of the rows that fit. */
const readable = <S extends z.ZodType>(schema: S, rows: readonly unknown[]): z.infer<S>[] =>
  rows.flatMap((row) => parseQuickly(schema, row).data ?? []);

/** An empty payload is an empty change: it only carries its number. */
export function decodeRecord(bytes: Uint8Array): { change: Change; damaged: boolean } {
  if (bytes.length === 0) return { change: NO_CHANGE, damaged: false };
  const record = recordSchema.safeParse(parse(bytes)).data;
  if (!record) return { change: NO_CHANGE, damaged: true };
  const puts = readable(clipSchema, record.puts);
  const versions = readable(versionSchema, record.versions);
  const pictures = record.pictures && readable(keptPictureSchema, record.pictures);
  const comparisons = record.comparisons && readable(comparisonSchema, record.comparisons.puts);
  const damaged =
    puts.length < record.puts.length ||
    versions.length < record.versions.length ||
    (pictures?.length ?? 0) < (record.pictures?.length ?? 0) ||
    (comparisons?.length ?? 0) < (record.comparisons?.puts.length ?? 0);
  const change: Change = {
    puts,
    versions,
    purges: record.purges,
    ...(record.comparisons && { comparisons: { puts: comparisons ?? [], drops: record.comparisons.drops } }),
    ...(pictures && { pictures }),
  };
  return { change, damaged };
}
