import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineHashes, policy, withPolicy } from './content-security.ts';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('only inline scripts that run are hashed, each once', () => {
  const html =
    '<script>a()</script><script type="module">a()</script><script src="/x.js"></script><script type="application/ld+json">{}</script>';
  expect(inlineHashes(html).scripts).toEqual([sha('a()')]);
});

test('the hash is of the text between the tags, to the letter', () => {
  expect(inlineHashes('<script>\n a();\n</script>').scripts).toEqual([sha('\n a();\n')]);
  expect(inlineHashes('<style>p{}</style>').styles).toEqual([sha('p{}')]);
});

test('nothing is allowed but what is named, and no inline script without a hash', () => {
  const text = policy([sha('a')], []);
  expect(text).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
  expect(text).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test('text cannot become a script, and one policy alone makes addresses of scripts', () => {
  expect(policy([], [])).toMatch(/; require-trusted-types-for 'script'; trusted-types undelivered$/);
});

test('the policy stands before the first script of the page', () => {
  const html = withPolicy('<html><head><meta charset="utf-8"/><script>a()</script></head></html>');
  expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<script>'));
  expect(html).toContain('<head><meta charset="utf-8"/><meta http-equiv');
});
