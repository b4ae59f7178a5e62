import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecoderData } from '#catalog';
import { decode } from '#decoder';
import { answerQuery, type Directory, type PieceName } from '#search';
import { wordSearch } from '#search/words';
import { searchFile } from '#site/urls';
import { textOf } from '../built-site/built-site.ts';

/**
 * A vendor that is unlike the real ones, as YAML only: its codes are words, they stand in a nested field, a second set
 * stands inside its failures, and its stations are those of e-mail. The site is built with it from unchanged code.
 * The other vendor in `data/` has codes of six and of three digits; `third-vendor.test.ts` reads them.
 */
const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'undelivered-vendor-'));
const out = join(folder, 'dist');

beforeAll(() => {
  cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
  cpSync(join(import.meta.dirname, 'data'), join(folder, 'data'), { recursive: true });
  execFileSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', out], {
    cwd: root,
    env: { ...process.env, DATA_FOLDER: join(folder, 'data') },
    stdio: 'pipe',
  });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(out, path), 'utf8');
const json = <Content>(path: string) => JSON.parse(read(path)) as Content;

test('its codes, families and sets have pages with its own stations', () => {
  const page = textOf(read('courier/mailbox_full/index.html'));
  for (const word of ['mailbox_full', 'Mailbox of the reader is full', 'Courier', 'Mail server', 'Mailbox'])
    expect(page).toContain(word);
  for (const path of ['courier', 'courier/mailbox', 'courier-smtp', 'courier-smtp/552', '552']) {
    expect(existsSync(join(out, path, 'index.html')), path).toBe(true);
  }
});

test('search finds them by code, by set and by what people say', () => {
  const { version } = json<Directory>(searchFile('directory', '').slice(1));
  const refs = (query: string) => {
    const pieces = new Map<PieceName, unknown>([['directory', json(searchFile('directory', '').slice(1))]]);
    for (;;) {
      const { groups, wants } = answerQuery(query, pieces);
      if (wants.length === 0) return groups.flatMap(({ results }) => results.map(({ ref }) => ref));
      for (const name of wants)
        pieces.set(name, name === 'word-search' ? wordSearch : json(searchFile(name, version).slice(1)));
    }
  };
  expect(refs('mailbox_full')[0]).toBe('courier/mailbox_full');
  expect(refs('courier 552')[0]).toBe('courier-smtp/552');
  expect(refs('inbox has no space left').slice(0, 3)).toContain('courier/mailbox_full');
});

test('the decoder finds the word, and the code of the server inside it', () => {
  const data = json<DecoderData>('decode/data.json');
  const paste =
    '[{"mail":{"to":"reader@example.com"},"result":{"outcome":"bounced","delivery":{"problem":"mailbox_full","remote":{"protocol":"smtp","status":"552"}}}}]';
  const { findings } = decode(paste, data);
  expect(findings).toMatchObject([
    {
      set: 'courier',
      code: 'mailbox_full',
      known: true,
      sources: [{ set: 'courier-smtp', name: 'smtp', code: '552' }],
    },
  ]);
  expect(decode('{"result":{"outcome":"opened","delivery":{"problem":"mailbox_full"}}}', data).findings).toEqual([]);
});

test('the open data has them', () => {
  expect(json<{ code: string }>('api/v1/courier/mailbox_full.json')).toMatchObject({
    set: 'courier',
    code: 'mailbox_full',
  });
  expect(JSON.stringify(json('api/v1/index.json'))).toContain('courier-smtp');
});
