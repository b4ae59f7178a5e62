import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('location', new URL('https://undelivered.example.com/decode/'));
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => (await import('./trusted-url.ts')).trustedScriptUrl;
const own = new URL('https://undelivered.example.com/_astro/worker.js');
const foreign = new URL('https://other.example.com/worker.js');

test('an address of this site is passed on, one of another is refused', async () => {
  const trustedScriptUrl = await load();
  expect(trustedScriptUrl(own)).toBe(own.href);
  expect(() => trustedScriptUrl(foreign)).toThrow(TypeError);
});

test('where the browser has Trusted Types, the policy named in the page makes the address, and refuses others too', async () => {
  const createPolicy = vi.fn((_name: string, rules: { createScriptURL: (url: string) => string }) => ({
    createScriptURL: (url: string) => `trusted ${rules.createScriptURL(url)}`,
  }));
  vi.stubGlobal('trustedTypes', { createPolicy });
  const trustedScriptUrl = await load();
  expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['undelivered']);
  expect(trustedScriptUrl(own)).toBe(`trusted ${own.href}`);
  expect(() => trustedScriptUrl(foreign)).toThrow(TypeError);
});
