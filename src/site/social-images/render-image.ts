import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { palettePng } from './palette-png.ts';

/** Fonts come with the packages: a bare machine has none, and installed ones differ. */
const { resolve } = createRequire(join(process.cwd(), 'package.json'));
const options: ResvgRenderOptions = {
  font: {
    loadSystemFonts: false,
    fontFiles: [
      '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
      '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
      '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
    ].map((file) => resolve(file)),
    defaultFontFamily: 'Source Sans 3',
  },
};

/** An SVG as PNG with these colours and shades between them. The same SVG gives the same bytes. */
export function renderImage(svg: string, colours: readonly string[]): Uint8Array {
  const { pixels, width, height } = new Resvg(svg, options).render();
  return palettePng(pixels, { width, height }, colours);
}

/** A small SVG without text as PNG, its corners transparent where it leaves them. */
export const renderIcon = (svg: string): Uint8Array => new Resvg(svg).render().asPng();

/** The box around everything that an SVG draws, in its own units. */
export const measureImage = (svg: string) => new Resvg(svg, options).getBBox();
