import { crc32, deflateSync } from 'node:zlib';

/**
 * Pixels (red, green, blue, alpha; opaque) as PNG with a palette, a third of the size of true colour. Exact are the
 * `colours` (`#16202c`) and as many others as fit; the many shades at the edges of letters are rounded to 16 steps.
 *
 * Throws where more than 256 colours are left.
 */
export function palettePng(
  pixels: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  colours: readonly string[],
): Buffer {
  const exact = new Set(colours.map((colour) => parseInt(colour.slice(1), 16)));
  const palette = new Map<number, number>();
  const indexAt = (pixel: number): number => {
    const at = pixel * 4;
    const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    return indexIn(palette, exact.has(colour) ? colour : rounded(colour));
  };
  // Each row begins with the number of its filter, which is none.
  const rows = Buffer.alloc((width + 1) * height);
  const whole = wholePixels(pixels);
  for (let row = 0, pixel = 0; row < height; row += 1) {
    const end = pixel + width;
    let at = row * (width + 1) + 1;
    while (pixel < end) {
      // Most pixels are like the one before.
      const begin = pixel;
      const first = whole[pixel];
      while (pixel < end && whole[pixel] === first) pixel += 1;
      rows.fill(indexAt(begin), at, at + pixel - begin);
      at += pixel - begin;
    }
  }
  if (palette.size > 256) throw new Error(`${palette.size} colours do not fit into a palette.`);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Bits per pixel, and that it is an index into the palette.
  header.set([8, 3], 8);
  const entries = Buffer.from(
    [...palette.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 7, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each pixel as one number, only to see which are equal. */
function wholePixels(pixels: Uint8Array): Uint32Array {
  const { buffer, byteOffset, length } = pixels.byteOffset % 4 === 0 ? pixels : Uint8Array.from(pixels);
  return new Uint32Array(buffer, byteOffset, length / 4);
}

function indexIn(palette: Map<number, number>, colour: number): number {
  const index = palette.get(colour) ?? palette.size;
  palette.set(colour, index);
  return index;
}

/** Each channel to the nearest of 16 steps. */
const rounded = (colour: number): number =>
  (step(colour >> 16) << 16) | (step((colour >> 8) & 255) << 8) | step(colour & 255);
const step = (value: number): number => Math.round(value / 17) * 17;

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
