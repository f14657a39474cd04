/** CRC-32 (IEEE 802.3), eight bytes at a step: a journal of hundreds of megabytes is checked in seconds. */
const POLYNOMIAL = 0xedb88320;
const STEP = 8;

/** TABLES[k * 256 + b]: what byte `b` contributes with `k` bytes behind it. */
const TABLES = new Uint32Array(STEP * 256);
for (let byte = 0; byte < 256; byte += 1) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  TABLES[byte] = crc >>> 0;
}
for (let k = 1; k < STEP; k += 1) {
  for (let byte = 0; byte < 256; byte += 1) {
    const before = TABLES[(k - 1) * 256 + byte] ?? 0;
    TABLES[k * 256 + byte] = ((before >>> 8) ^ (TABLES[before & 255] ?? 0)) >>> 0;
  }
}

const part = (k: number, byte: number | undefined): number => TABLES[k * 256 + ((byte ?? 0) & 255)] ?? 0;

/** Goes on from `crc`, the checksum of what came before (0 at the beginning). */
export function crc32(bytes: Uint8Array, crc = 0): number {
  let value = ~crc >>> 0;
  let i = 0;
  for (; i + STEP <= bytes.length; i += STEP) {
    value =
      part(7, (bytes[i] ?? 0) ^ value) ^
      part(6, (bytes[i + 1] ?? 0) ^ (value >>> 8)) ^
      part(5, (bytes[i + 2] ?? 0) ^ (value >>> 16)) ^
      part(4, (bytes[i + 3] ?? 0) ^ (value >>> 24)) ^
      part(3, bytes[i + 4]) ^
      part(2, bytes[i + 5]) ^
      part(1, bytes[i + 6]) ^
      part(0, bytes[i + 7]);
  }
  for (; i < bytes.length; i += 1) value = part(0, (bytes[i] ?? 0) ^ value) ^ (value >>> 8);
  return ~value >>> 0;
}
