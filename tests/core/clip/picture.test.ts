/** What counts as the picture of a clip: a JPEG within the limits that is the one the clip names. */
import { describe, expect, it } from 'vitest';
import { isPictureOf, pictureAddress, pictureBytes, pictureHead } from '@/lib/core/clip/picture';
import { MAX_PICTURE_BYTES } from '@/lib/core/model';
import { sampleJpeg } from './sample-picture';

const bytesOf = (data: string) => Uint8Array.from(atob(data), (char) => char.charCodeAt(0));

describe('the head of a picture', () => {
  it('is its size and hash', () => {
    const head = pictureHead(sampleJpeg({ width: 1_600, height: 3 }));
    expect(head).toMatchObject({ width: 1_600, height: 3 });
    expect(head?.hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(pictureHead(sampleJpeg({ fill: 1 }))?.hash).not.toBe(pictureHead(sampleJpeg())?.hash);
  });

  it.each([
    ['nothing', ''],
    ['words', '不是图片'],
    ['another kind of picture', btoa('\x89PNG\r\n\x1A\n and so on')],
    ['markup', btoa('<svg onload="alert(1)">')],
    ['a JPEG that unfolds to more than is kept', sampleJpeg({ width: 65_000, height: 65_000 })],
    ['a JPEG without a size', btoa('\xFF\xD8\xFF\xE0\x00\x04\x00\x00')],
    ['a JPEG without height', sampleJpeg({ height: 0 })],
    ['a segment of no length, again and again', btoa(`\xFF\xD8${'\xFF\xE0\x00\x00'.repeat(4_000)}`)],
    ['a JPEG that leaves its base64', `${sampleJpeg()}" onerror="x`],
    ['a file that is too large', btoa(atob(sampleJpeg()) + '\0'.repeat(MAX_PICTURE_BYTES))],
  ])('is none for %s', (_, data) => {
    expect(pictureHead(data)).toBeNull();
  });
});

it('a picture belongs to the clip that names it, and to no other', () => {
  const head = pictureHead(sampleJpeg()) ?? undefined;
  expect(isPictureOf(head, sampleJpeg())).toBe(true);
  expect(isPictureOf(head, sampleJpeg({ fill: 1 }))).toBe(false);
  expect(isPictureOf(head && { ...head, width: 1 }, sampleJpeg())).toBe(false);
  expect(isPictureOf(undefined, sampleJpeg())).toBe(false);
  expect(isPictureOf(undefined, '不是图片')).toBe(false);
});

it.each([0, 1, 2, 3])('its file is what was encoded (%s bytes beyond three)', (more) => {
  const data = sampleJpeg({ size: 60 + more, fill: 0xab });
  expect(pictureBytes(data)).toEqual(bytesOf(data));
  expect(pictureAddress(data)).toBe(`data:image/jpeg;base64,${data}`);
});
