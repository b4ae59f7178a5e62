import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { leanPage } from './lean-frame.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('@astrojs/starlight/components/Page.astro'), 'utf8');

test('the page of Starlight loses its style sheets, its script and its theme, and keeps its components', () => {
  const lean = leanPage(source);
  expect(lean).not.toMatch(/style\/(props|reset|asides|util|print)\.css|<style|<script|<link|data-theme/);
  for (const kept of ['<Head />', '<ThemeProvider />', '<PageFrame>', "'virtual:starlight/user-css'"])
    expect(lean).toContain(kept);
});

test('a page that Starlight has changed stops the build, and says what is missing', () => {
  expect(() => leanPage(source.replace('printHref', 'printAddress'))).toThrow(/printHref.*lean-frame\.ts/);
});
