/** A JPEG for tests: a real header over `size` bytes of nothing. */
const base64 = (bytes: readonly number[]): string => btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));

export function sampleJpeg({ width = 640, height = 480, fill = 0, size = 60 } = {}): string {
  const [w, h] = [
    [width >> 8, width & 255],
    [height >> 8, height & 255],
  ] as const;
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x4a, 0x46, 0xff, 0xc0, 0, 11, 8, ...h, ...w, 1, 1, 0x11, 0];
  return base64([...start, ...Array.from({ length: size }, () => fill), 0xff, 0xd9]);
}
