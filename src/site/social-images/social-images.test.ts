import { resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { colours, drawImage, imageSize } from './draw-image.ts';
import { palettePng } from './palette-png.ts';
import { measureImage, renderImage } from './render-image.ts';
import { familyImage, siteImage, socialImages } from './social-images.ts';

const catalog = readCatalog(resolve(import.meta.dirname, '../../../data'));
const images = socialImages(catalog);

test('there is one image per family and one for the rest, each at its own path', () => {
  const families = catalog.sets.flatMap((set) => set.families);
  expect(new Set(images.map(({ path }) => path)).size).toBe(families.length + 1);
  expect(familyImage(families[0]!).path).toBe('/images/bandwidth/4xxx.png');
});

test('all that is drawn keeps the margins, whatever the words', () => {
  const outside = images.flatMap(({ path, image }) => {
    // Without the paper, which fills the whole.
    const box = measureImage(drawImage(image).replace(/<rect width="100%"[^>]*>/, ''));
    const fits =
      box !== undefined && box.x >= 60 && box.x + box.width <= imageSize.width - 60 && box.y + box.height <= 615;
    return fits ? [] : [`${path}: ${JSON.stringify(box)}`];
  });
  expect(outside).toEqual([]);
});

test('an image that would not fit is measured as such', () => {
  const { image } = siteImage(catalog);
  const stations = ['You', 'Provider', 'Carrier', 'W'.repeat(20)];
  const box = measureImage(drawImage({ ...image, stations }));
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(imageSize.width);
});

test('an image is a small PNG of its size, and the same each time', () => {
  const svg = drawImage(images[5]!.image);
  const png = Buffer.from(renderImage(svg, Object.values(colours)));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([imageSize.width, imageSize.height]);
  expect(png.length).toBeLessThan(40_000);
  expect(Buffer.from(renderImage(svg, Object.values(colours)))).toEqual(png);
});

test('words that could be markup stay words', () => {
  const { image } = siteImage(catalog);
  expect(drawImage({ ...image, heading: 'a <b> & "c"' })).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
});

test('a PNG holds its pixels: given colours exactly, the others rounded', () => {
  const pixels = Uint8Array.from([0x16, 0x20, 0x2c, 255, 250, 250, 250, 255, 0x16, 0x20, 0x2c, 255, 3, 3, 3, 255]);
  const png = palettePng(pixels, { width: 2, height: 2 }, ['#16202c']);
  const chunk = (type: string) => {
    const at = png.indexOf(type);
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  expect([...chunk('PLTE')]).toEqual([0x16, 0x20, 0x2c, 255, 255, 255, 0, 0, 0]);
  expect([...inflateSync(chunk('IDAT'))]).toEqual([0, 0, 1, 0, 0, 2]);
});
